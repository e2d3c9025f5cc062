"""Writes contours-beside-gaps.json: what Matplotlib traces in tables with gaps. Needs Python with Matplotlib.

python3 tests/figures/make-contours.py
"""

import json
import pathlib

import matplotlib
import numpy as np

matplotlib.use("Agg")
import matplotlib.pyplot as plt

CLOSE = 1


def loops(polygon, kinds):
    """The closed lines of a filled area: its outline and the outlines of its holes."""
    starts = [i for i, kind in enumerate(kinds) if kind == CLOSE] + [len(polygon)]
    return [polygon[a:b].round(9).tolist() for a, b in zip(starts, starts[1:])]


def case(random):
    rows, columns = (int(n) for n in random.integers(3, 7, 2))
    z = random.normal(0, 2, (rows, columns)).round(2)
    for _ in range(int(random.integers(1, 5))):
        z[random.integers(rows), random.integers(columns)] = np.nan
    # Between two heights, so that none of them is on the line.
    level = float(random.integers(-100, 100)) / 100 + 0.003
    lines = plt.contour(z, levels=[level]).allsegs[0]
    filled = plt.contourf(z, levels=[level, 1e6])
    plt.close("all")
    return {
        "z": [[None if np.isnan(height) else height for height in row] for row in z.tolist()],
        "level": level,
        "lines": [line.round(9).tolist() for line in lines],
        "areas": [loop for parts in zip(filled.allsegs[0], filled.allkinds[0]) for loop in loops(*parts)],
    }


def main():
    random = np.random.default_rng(20261128)
    cases = [case(random) for _ in range(25)]
    text = ",\n".join(json.dumps(one) for one in cases)
    pathlib.Path(__file__).with_name("contours-beside-gaps.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
