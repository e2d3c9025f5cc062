"""The examples in NumPy's own docstrings, as programs: read from the NumPy that is installed."""

import ast
import doctest

import numpy

ABSENT = {"plt", "scipy", "matplotlib", "pytest", "ctypes", "pickle", "tempfile", "BytesIO", "os"}


def docstring_programs(coverage):
    """One program for each covered function that has examples."""
    found = []
    for name, kind in sorted(coverage.items()):
        statements = examples(name)
        for statement in statements:
            statement |= {"name": f"{name} (docstring)", "class": "text" if kind != "exact" else "exact"}
        if statements:
            found.append(statements)
    return found


def examples(name):
    """The statements of the examples of one function, up to the first that needs what is not here."""
    thing = numpy
    for part in name.split("."):
        thing = getattr(thing, part, None)
    text = getattr(thing, "__doc__", None)
    if not isinstance(text, str) or isinstance(thing, (float, int)):
        return []
    statements = []
    try:
        found = doctest.DocTestParser().get_examples(text)
    except ValueError:
        return []
    for example in found:
        code = example.source.strip()
        if not usable(code):
            continue
        statements.append({"code": code})
    return statements


def usable(code):
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return False
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    modules = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return not (names | modules) & ABSENT and len(tree.body) == 1
