"""Compares what came of a statement here with what NumPy made of it.

The verdict is `identical`, `in class` (not the same bits, but as near as the class of the function promises),
`refused`, `different`, or `unlike` where NumPy 1 cannot be compared with.
"""

import re

from backward_error import BACKWARD, Incomparable
from ulps import ulps_apart

CALL = re.compile(
    r"unexpected keyword|invalid keyword|positional argument|required argument|missing \d|takes (at |from |exactly |no )"
    r"|keyword argument|argument after|multiple values"
)


def headline(report):
    """What failed, of a failed assertion; the rest of its report describes the arrays."""
    return report.strip().partition("\n")[0]


class Strict:
    """Everything is compared: for the NumPy that the package follows."""

    def same_error(self, ours, theirs):
        if ours["types"][0] != theirs["types"][0]:
            return False
        if ours["types"][0] == "AssertionError":
            return headline(ours["message"]) == headline(theirs["message"])
        return ours["message"] == theirs["message"] or bool(CALL.search(theirs["message"]))

    def same_warnings(self, ours, theirs):
        return ours == theirs

    def text(self, value):
        return [value.get("repr"), value.get("str"), value.get("text")]

    def same_printed(self, ours, theirs):
        return ours == theirs

    def comparable(self, ours, theirs):
        return True


class Values(Strict):
    """Only values, dtypes and kinds of errors and warnings: for a NumPy that prints and says things in another way."""

    def same_error(self, ours, theirs):
        return bool(set(ours["types"]) & set(theirs["types"]) - {"TypeError"}) or "TypeError" in ours["types"]

    def same_warnings(self, ours, theirs):
        return {category for category, _ in ours} == {category for category, _ in theirs}

    def text(self, value):
        return []

    def same_printed(self, ours, theirs):
        return True


def judge(statement, ours, theirs, how):
    """The verdict for one statement, and a sentence for whoever mends it."""
    error = ours["error"]
    if error and ("Refused" in error["types"] or "ImportError" in error["types"]):
        return "refused", error["message"]
    if error and theirs["error"]:
        same = how.same_error(error, theirs["error"])
        return ("identical", "") if same else ("different", "another error")
    if error or theirs["error"]:
        return "different", "an error on one side only"
    if not how.same_warnings(ours["warnings"], theirs["warnings"]):
        return "different", "other warnings"
    if not how.same_printed(ours["printed"], theirs["printed"]):
        return "different", "printed differently"
    return judge_values(statement, ours, theirs, how)


def judge_values(statement, ours, theirs, how):
    mine, real = ours["value"], theirs["value"]
    if same(mine, real, how):
        return "identical", ""
    kind = statement.get("class", "exact")
    if kind == "text":
        return ("in class", "") if near_text(mine, real) else ("different", "another value")
    if kind == "exact" or not alike(mine, real):
        return "different", "another value"
    if kind == "2 ulp":
        apart = max(ulps_apart(a, b) for a, b in zip(numbers(mine), numbers(real)))
        return ("in class", f"{apart} ulp") if apart <= 2 else ("different", f"{apart} ulp apart")
    try:
        error = BACKWARD[kind](mine, real, *ours["operands"])
    except Incomparable as reason:
        return "different", f"not finite on one side: {reason}"
    return ("in class", f"{error:.2g} of the bound") if error <= 1 else ("different", f"{error:.3g} times the bound")


def same(mine, real, how):
    """Whether two described values are the same to the bit, and print the same."""
    if mine is None or real is None:
        return mine is real
    if "items" in mine and "items" in real:
        pairs = zip(mine["items"], real["items"])
        kinds = mine["kind"] == real["kind"] and len(mine["items"]) == len(real["items"])
        return kinds and all(same(a, b, how) for a, b in pairs)
    keys = ("kind", "dtype", "shape", "data")
    return all(mine.get(key) == real.get(key) for key in keys) and how.text(mine) == how.text(real)


def alike(mine, real):
    """Whether two described values differ in nothing but their numbers."""
    if mine is None or real is None:
        return mine is real
    if "items" in mine and "items" in real:
        lengths = len(mine["items"]) == len(real["items"])
        return mine["kind"] == real["kind"] and lengths and all(map(alike, mine["items"], real["items"]))
    return all(mine.get(key) == real.get(key) for key in ("kind", "dtype", "shape", "text"))


def numbers(value):
    """All numbers of a described value, in order."""
    if value is None:
        return []
    if "items" in value:
        return [number for item in value["items"] for number in numbers(item)]
    return value.get("data", [])


def near_text(mine, real):
    """Whether two values, of an example whose function is not exact, agree to about six digits."""
    if not alike(mine, real):
        return False
    pairs = [pair for pair in zip(numbers(mine), numbers(real)) if pair[0] != pair[1]]
    if not all("0x" in a and "0x" in b for a, b in pairs):
        return False
    floats = [(float.fromhex(a), float.fromhex(b)) for a, b in pairs]
    scale = max([abs(float.fromhex(text)) for text in numbers(real) if "0x" in text], default=0.0)
    return all(abs(a - b) <= 1e-6 * max(abs(b), 1e-8 * scale) for a, b in floats)
