"""How each name of the coverage table is called: a list of templates per name.

A template is a function of a `Draw` and the name; it declares operands, and shows what is to be compared. Names in
angle brackets are those of the language: operators, indexing, printing.
"""

TEMPLATES = {}


def template(*names):
    """Registers a template for these names."""

    def register(function):
        for name in names:
            TEMPLATES.setdefault(name, []).append(function)
        return function

    return register


from . import (  # noqa: E402  (each fills the table above)
    assertions,
    creation,
    elementwise,
    language,
    linear,
    methods,
    random_numbers,
    reductions,
    searching,
    shaping,
)

__all__ = [
    "TEMPLATES",
    "assertions",
    "creation",
    "elementwise",
    "language",
    "linear",
    "methods",
    "random_numbers",
    "reductions",
    "searching",
    "shaping",
    "template",
]
