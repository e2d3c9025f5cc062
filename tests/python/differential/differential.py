"""Holds the NumPy of the page to the real one: the same programs through both, and a verdict for every statement.

    python differential.py [--programs N] [--seed S] [--docstrings] [--ours COMMAND...] [--json]

The Python that runs this file has the real NumPy. COMMAND reads programs as `run_programs.py` does; without it,
`run_programs.py` runs natively with our packages.
"""

import argparse
import ast
import collections
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

import numpy
from docstrings import docstring_programs
from generate import missing, programs
from judge import Newer, Strict, Values, judge

HERE = pathlib.Path(__file__).parent
PACKAGES = HERE.parents[2] / "src" / "python" / "packages"
CHUNK = 200
WRITES = re.compile(r"\b(copyto|shuffle|fill|put|median|percentile|quantile)$")
SETTINGS = re.compile(r"\b(seterr|set_printoptions)\b")
VERDICTS = ("identical", "in class", "refused", "different", "after a refusal", "unlike")


def coverage(packages):
    """The coverage table, read without importing the package."""
    tree = ast.parse((packages / "numpy" / "_coverage.py").read_text())
    named = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)]
    return next(ast.literal_eval(node.value) for node in reversed(named) if node.targets[0].id == "COVERAGE")


def run(command, chunk):
    """The results of a chunk of programs from one side."""
    done = subprocess.run(command, input=json.dumps(chunk), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def verdicts(statements, ours, theirs, how):
    """(verdict, sentence, position) for each statement; what hangs on a refused statement is left out."""
    tainted, all_tainted = set(), False
    for k, statement in enumerate(statements):
        names, changed = names_in(statement["code"]), changed_by(statement["code"])
        if all_tainted or tainted & names:
            tainted |= changed
            yield "after a refusal", "", k
            continue
        verdict, sentence = judge(statement, ours[k], theirs[k], how)
        if verdict in ("refused", "different", "unlike"):
            tainted |= changed
            all_tainted = bool(SETTINGS.search(statement["code"]))
        elif theirs[k]["error"]:
            tainted |= outputs(statement["code"])  # What a failed operation leaves in `out` is open.
        yield verdict, sentence, k


def outputs(code):
    """The names given as `out`."""
    words = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.keyword) and node.arg == "out"]
    return {word.value.id for word in words if isinstance(word.value, ast.Name)}


def names_in(code):
    """The variables that a statement reads or writes."""
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)} - {"np", "probe"}


def changed_by(code):
    """The names that a statement may change: all that it assigns to or whose elements or methods it reaches for."""
    nodes = list(ast.walk(ast.parse(code)))
    changed = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    changed |= {node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    changed |= {node.asname or node.name for node in nodes if isinstance(node, ast.alias)}
    for node in nodes:
        stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if (stored or isinstance(node, ast.Attribute)) and isinstance(node.value, ast.Name):
            changed.add(node.value.id)
        if isinstance(node, ast.Call) and node.args and WRITES.search(ast.unparse(node.func)):
            changed |= {node.args[0].id} if isinstance(node.args[0], ast.Name) else set()
    return (changed | outputs(code)) - {"np"}


def compare(all_programs, command, how):
    """Runs everything on both sides, chunk by chunk; yields (program, position, verdict, sentence, ours, theirs)."""
    real = [sys.executable, HERE / "run_programs.py"]
    chunks = [all_programs[k : k + CHUNK] for k in range(0, len(all_programs), CHUNK)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        pending = [(pool.submit(run, real, chunk), pool.submit(run, command, chunk)) for chunk in chunks]
        for chunk, (theirs, ours) in zip(chunks, pending):
            for statements, mine, real_ones in zip(chunk, ours.result()["programs"], theirs.result()["programs"]):
                for verdict, sentence, k in verdicts(statements, mine, real_ones, how):
                    yield statements, k, verdict, sentence, mine[k], real_ones[k]


def finding(statements, k, sentence, mine, real):
    """A difference as text, with only the statements that lead to it."""
    lines = [statement["code"] for statement in leading_to(statements[: k + 1])]
    program = "\n".join(lines)
    return f"{statements[k].get('name')}: {sentence}\n{program}\n  ours   {shown(mine)}\n  NumPy  {shown(real)}\n"


def leading_to(statements):
    """The statements on which the last one may depend: those that change its names, or names made from them."""
    needed, size = names_in(statements[-1]["code"]), 0
    while len(needed) > size:
        size = len(needed)
        for statement in statements:
            if names_in(statement["code"]) & needed and changed_by(statement["code"]):
                needed |= names_in(statement["code"])
    return [one for one in statements[:-1] if changed_by(one["code"]) & needed] + statements[-1:]


def shown(result):
    """What came of a statement, on a few lines."""
    parts = []
    if result["error"]:
        parts.append(f"{result['error']['types'][0]}: {result['error']['message']}")
    else:
        parts.append(text_of(result["value"]))
    parts += [f"{category}: {message}" for category, message in result.get("warnings", ())]
    if result.get("printed"):
        parts.append(f"printed {result['printed']!r}")
    return " | ".join(parts)[:1500]


def text_of(value):
    if value is None:
        return "None"
    if "items" in value:
        return f"{value['kind']}({', '.join(map(text_of, value['items']))})"
    text = value.get("repr") or value.get("text") or str(value["data"][0])
    bits = f" {value['data']}" if "data" in value and len(value["data"]) <= 6 else ""
    return f"{text} [{value['kind']} {value.get('dtype', '')} {value.get('shape', '')}{bits}]"


def report(results):
    """Counts, the differences, and what was refused how often."""
    counts, by_name = collections.Counter(), collections.defaultdict(collections.Counter)
    differences, refusals = [], collections.Counter()
    for statements, k, verdict, sentence, mine, real in results:
        counts[verdict] += 1
        by_name[statements[k].get("name")][verdict] += 1
        if verdict == "different":
            differences.append(finding(statements, k, sentence, mine, real))
        if verdict == "refused":
            refusals[sentence] += 1
    return {"counts": dict(counts), "names": by_name, "differences": differences, "refusals": refusals.most_common()}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--programs", type=int, default=1000)
    options.add_argument("--seed", default="1")
    options.add_argument("--name", help="only programs about this name")
    options.add_argument("--docstrings", action="store_true", help="the examples of NumPy's docstrings as well")
    options.add_argument("--packages", type=pathlib.Path, default=PACKAGES, help="the folder that holds our numpy")
    options.add_argument("--python", default=sys.executable, help="the Python that runs our numpy")
    options.add_argument("--ours", nargs="+", help="the command that runs programs with our numpy instead")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()

    table = coverage(given.packages)
    how = how_to_compare(given.packages)
    wanted = {given.name: table.get(given.name, "exact")} if given.name else table
    wanted = {name: kind for name, kind in wanted.items() if known(name)}
    drawn = programs(wanted, given.programs, given.seed, language=not given.name)
    if given.docstrings:
        drawn += docstring_programs(table)
    with tempfile.TemporaryDirectory() as folder:  # A copy: the comparison takes minutes, in which somebody may write.
        copied = shutil.copytree(given.packages, pathlib.Path(folder, "packages"))
        result = report(compare(drawn, given.ours or [given.python, "-B", HERE / "run_programs.py", copied], how))
    result |= {"numpy": numpy.__version__, "programs": len(drawn), "missing": missing(table)}
    print(json.dumps(result) if given.json else table_of(result))
    sys.exit(1 if result["differences"] or result["missing"] else 0)


def how_to_compare(packages):
    """How the NumPy that is here is compared with ours: by which of them is newer."""
    text = pathlib.Path(packages, "numpy", "__init__.py").read_text(encoding="utf-8")
    followed, here = (
        [int(number) for number in version.split(".")[:2]]
        for version in (re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)[1], numpy.__version__)
    )
    if here < followed:
        return Values()
    return Newer() if here > followed else Strict()


def known(name):
    """Whether the NumPy that is here has a name of the coverage table."""
    thing = numpy
    for part in name.split("."):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            thing = getattr(thing, part, None)
    return name.startswith("<") or name == "newaxis" or thing is not None


def table_of(result):
    lines = [f"compared with NumPy {result['numpy']}: {result['programs']} programs"]
    lines += [f"{verdict:16} {result['counts'].get(verdict, 0):7}" for verdict in VERDICTS]
    lines += [f"no template for {name}" for name in result["missing"]]
    return "\n".join([*result["differences"], *lines])


if __name__ == "__main__":
    main()
