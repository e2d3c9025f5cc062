"""The examples in NumPy's own docstrings, as programs: read from the NumPy that is installed."""

import ast
import doctest
import re

import numpy

#: What examples import that has nothing to do with arrays, or is no part of this.
ABSENT = {"plt", "scipy", "matplotlib", "pytest", "ctypes", "pickle", "tempfile", "BytesIO", "os", "id", "timeit"}

#: Words that mark outputs that are not the same twice.
OPEN = re.compile(r"\+SKIP|random|vary|varies|uninitialized|arbitrary|default_rng\(\)|PCG64\(\)|\bempty(_like)?\(")

#: Results that are all rounding error, of matrices that are singular but for it.
NOISE = {"inv(a)  # No errors raised", "a @ inv(a)", "cond(a)", "LA.matrix_norm(b, ord=-2)", "LA.norm(b, -2)"}


def docstring_programs(coverage):
    """One program for each covered function that has examples."""
    inexact = {name.rpartition(".")[2] for name, kind in coverage.items() if kind != "exact"}
    found = []
    for name in sorted(coverage):
        statements = [{"code": code} for code in examples(name)]
        for statement in statements:
            near = inexact & set(re.findall(r"\w+", statement["code"])) or name.rpartition(".")[2] in inexact
            statement |= {"name": f"{name} (docstring)", "class": "text" if near else "exact"}
        if statements:
            found.append(statements)
    return found


def examples(name):
    """The statements of the examples of one function whose outcome is settled and within reach."""
    thing = numpy
    for part in name.split("."):
        thing = getattr(thing, part, None)
    text = getattr(thing, "__doc__", None)
    if not isinstance(text, str) or isinstance(thing, (float, int)):
        return []
    try:
        found = doctest.DocTestParser().get_examples(text)
    except ValueError:  # An example that doctest cannot read.
        return []
    settled = [example for example in found if not OPEN.search(example.source + example.want)]
    settled = [example for example in settled if "1000000" not in example.source]  # Too much for a test.
    return [code for example in settled if usable(code := example.source.strip()) and code not in NOISE]


def usable(code):
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return False
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    modules = {alias.name.split(".")[0] for node in imports for alias in node.names}
    return not (names | modules) & ABSENT and len(tree.body) == 1
