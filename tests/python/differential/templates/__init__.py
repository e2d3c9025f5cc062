"""How each name of the coverage table is called: a list of templates per name.

A template is a function of a `Draw` and the name; it declares operands, and shows what is to be compared. Names in
angle brackets are those of the language: operators, indexing, printing.
"""

from . import (  # each fills the table of templates
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
from .registry import TEMPLATES, template

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
