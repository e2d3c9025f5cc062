"""Compares formulas with a run: `start` runs an example, and `check` evaluates one formula at several points of it.

A formula comes as data (`src/formulas/formula-tree.ts`). A name in it is what its binding says: an expression in the
names of the example, or a free name, which takes several values. Derivatives are measured: of a name, by changing
another name and evaluating its binding again; of a function, by calling it. Where the run has its own derivative, and
the binding says so, both must agree.
"""

import io
import json
import sys
from contextlib import redirect_stdout

from formula_point import Point, parts_of
from formula_steps import FILE, Watch, trace
from formula_values import TOLERANCE, norm, said, same, scale, shape, subtract

VALUES = (-1.3, 0.4, 1.9, -0.6, 0.7, 2.3, -1.7, 1.1, -0.2, 1.4, -2.1, 0.9, 0.3)
POINTS = 5
SMALL = 2e-2
# Successive steps of a run are computed from each other, and not measured.
STEP_TOLERANCE = 1e-11
RUNS = {}


def start(namespace, code, watches):
    """Run an example, and keep its names. `watches` are functions of it whose steps are recorded, by number."""
    watched = [Watch(**watch) for watch in watches]
    compiled = compile(code, FILE, "exec")
    with redirect_stdout(io.StringIO()):
        try:
            if watched:
                sys.settrace(lambda frame, event, argument: trace(frame, event, argument, watched))
            exec(compiled, namespace)
        finally:
            sys.settrace(None)
    RUNS.update(namespace=namespace, watched=watched)


def check(text):
    """Compare a formula with the run. Return the empty string, or what differs as JSON."""
    claim = json.loads(text)
    bindings = {name: compile(code.strip(), FILE, "eval") for name, code in claim["bindings"].items()}
    for number, statement in enumerate(claim["statements"]):
        try:
            failed = compare_steps(claim, statement) if claim["steps"] else compare(claim, bindings, statement)
        except Exception as error:
            failed = {"error": f"{error}" if str(error) else type(error).__name__}
        if failed:
            return json.dumps({"statement": number, **failed})
    return ""


def points(free):
    """The values of free names at each point: `any`, `small` or listed."""
    listed = [len(one["values"]) for one in free if one["values"]]
    count = min(listed, default=POINTS)
    return [{one["name"]: value_at(one, i, place) for place, one in enumerate(free)} for i in range(count)]


def value_at(one, i, place):
    """The value of a free name at the point of a number."""
    if one["values"]:
        return float(one["values"][i])
    size = SMALL if one["small"] else 1.0
    return fill(one["shape"], 3 * i + 5 * place, size)


def fill(sizes, begin, size):
    """Numbers of a shape, from the list of values; neighboring places get different ones."""
    if not sizes:
        return VALUES[begin % len(VALUES)] * size
    return [fill(sizes[1:], begin + 1 + 4 * k, size) for k in range(sizes[0])]


def compare(claim, bindings, statement):
    """Compare the sides of a statement at all points; return what differs, or None."""
    for names in points(claim["free"]):
        at = Point(names, bindings, RUNS["namespace"])
        where = ", ".join(f"{name} = {said(value)}" for name, value in names.items())
        for i, relation in enumerate(statement["relations"]):
            first, second = statement["sides"][i], statement["sides"][i + 1]
            if relation == "∈":
                failed = compare_shape(at, first, second)
            elif relation == "≈":
                failed = compare_small(at, [one["name"] for one in claim["free"] if one["small"]], first, second)
            else:
                failed = differing(at.of(first), at.of(second), TOLERANCE)
            if failed:
                return {"relation": i, "at": where, **failed}
    return None


def differing(a, b, tolerance):
    """Both values in words, or None if they are the same."""
    return None if same(a, b, tolerance) else {"left": said(a), "right": said(b)}


def compare_shape(at, value, reals):
    """Compare the shape of a value with the sizes of a set of real numbers."""
    sizes = [int(at.of(size)) for size in reals[1]]
    found = shape(at.of(value))
    return None if found == sizes else {"left": f"of the shape {tuple(found)}", "right": f"of the shape {tuple(sizes)}"}


def compare_small(at, small, first, second):
    """Require that the difference shrinks faster than the part of the right side that depends on the small names."""
    if not small:
        raise ValueError("an approximation needs a name that is small: write `h small` in `where`")
    rest = []
    for factor in (1.0, 0.1):
        near = at.with_names(**{name: scale(at.names[name], factor) for name in small})
        zero = at.with_names(**{name: scale(at.names[name], 0.0) for name in small})
        a, b = near.of(first), near.of(second)
        size = norm(subtract(b, zero.of(second)))
        if size == 0:
            raise ValueError("the right side does not depend on what is small")
        rest.append((norm(subtract(a, b)) / size, a, b))
    (far, _, _), (close, a, b) = rest
    if close <= 0.3 * far or close <= 1e-4:
        return None
    return {"left": said(a), "right": said(b)}


def compare_steps(claim, statement):
    """Compare the sides of a statement at successive steps of the run."""
    watch = RUNS["watched"][claim["watch"]]
    names = stepping(statement)
    is_update = "←" in statement["relations"]
    # An equation without a next step says what is so as soon as its left side has a value.
    is_equation = not is_update and not next_names(statement["sides"])
    moments = [
        (before, after)
        for before, after, changed in watch.moments
        if all(name in changed and (is_equation or name in before) for name in names)
    ]
    if len(moments) < 2:
        raise ValueError(f"the run changes `{', '.join(names)}` fewer than two times")
    for step, (before, after) in enumerate(moments):
        old = Point({}, {}, RUNS["namespace"], before, after)
        new = Point({}, {}, RUNS["namespace"], after, after)
        sides = [
            (new if is_equation or (is_update and i == 0) else old).of(side)
            for i, side in enumerate(statement["sides"])
        ]
        for i in range(len(sides) - 1):
            tolerance = TOLERANCE if old.measures or new.measures else STEP_TOLERANCE
            failed = differing(sides[i], sides[i + 1], tolerance)
            if failed:
                return {"relation": i, "at": f"change {step + 1} of {', '.join(names)}", **failed}
    return None


def stepping(statement):
    """The names that a statement gives new values."""
    first = statement["sides"][0]
    return next_names(statement["sides"]) or ([first[1]] if first[0] in ("name", "index") else [])


def next_names(tree):
    """The names with the index of a next step, as in `x_{k+1}`."""
    if tree and tree[0] == "index" and tree[2][0] == "add":
        return [tree[1]]
    return list(dict.fromkeys(name for part in parts_of(tree) for name in next_names(part)))
