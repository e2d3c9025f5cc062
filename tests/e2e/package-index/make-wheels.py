"""Makes the wheels of this folder and their lock file: stand-ins so small that a test can tell them from ours.

Usage: python3 make-wheels.py
"""

import hashlib
import json
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent
# One transparent point.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

PACKAGES = {
    "numpy": {
        "numpy/__init__.py": "__version__ = '9.9.9'\n\n\ndef array(values):\n    return f'the index was asked for {values}'\n",
    },
    "matplotlib": {
        "matplotlib/__init__.py": "__version__ = '9.9.9'\n",
        "matplotlib/pyplot.py": f'''import base64

_figures = []


class _Figure:
    def savefig(self, file, format):
        file.write(base64.b64decode("{PNG}"))


def plot(*values):
    _figures.append(_Figure())


def get_fignums():
    return list(range(len(_figures)))


def figure(number):
    return _figures[number]


def close(which):
    _figures.clear()
''',
    },
}


def make(name, files):
    wheel = HERE / f"{name}-9.9.9-py3-none-any.whl"
    about = f"{name}-9.9.9.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        records = {
            **files,
            f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 9.9.9\n",
            f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{about}/RECORD": "",
        }
        for path, text in records.items():
            # A fixed time, so that the same files make the same bytes.
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return {"file_name": wheel.name, "sha256": digest, "depends": ["numpy"] if name == "matplotlib" else []}


lock = {"packages": {name: make(name, files) for name, files in PACKAGES.items()}}
(HERE / "pyodide-lock.json").write_text(json.dumps(lock, indent=2) + "\n")
