"""Compares what came of a statement here with what NumPy made of it.

The verdict is `identical`, `in class` (not the same bits, but as near as the class of the function promises),
`refused`, `different`, or `unlike` where an older NumPy cannot be compared with.
"""

import re

from backward_error import BACKWARD, Incomparable, is_nearly_singular
from ulps import ulps_apart

CALL = re.compile(
    r"unexpected keyword|invalid keyword|positional argument|required argument|missing \d|takes (at |from |exactly |no )"
    r"|keyword argument|argument after|multiple values|arguments expected"
)


#: What Python says of its own numbers and lists: by the number of the system's error, and by how wide its indices are.
OWN_WORDS = re.compile(r"\(\d+, '[\w ]+'\)$|list index out of range$|cannot fit '[\w.]+' into an index-sized integer$")


def headline(report):
    """What failed, of a failed assertion; the rest of its report describes the arrays."""
    return report.strip().partition("\n")[0]


class Strict:
    """Everything is compared: for the NumPy that the package follows."""

    def same_error(self, ours, theirs):
        if ours["types"][0] != theirs["types"][0]:
            return False
        if ours["types"][0] == "ZeroDivisionError" or all(OWN_WORDS.match(one["message"]) for one in (ours, theirs)):
            return True  # Python's own words, which are not the same in all versions and on all systems.
        if ours["types"][0] == "AssertionError":
            return headline(ours["message"]) == headline(theirs["message"])
        return ours["message"] == theirs["message"] or any(CALL.search(one["message"]) for one in (ours, theirs))

    def same_warnings(self, ours, theirs):
        """What `vectorize` says of flags that its function's own operations, in C, have left behind is open."""
        return ours == [one for one in theirs if "(vectorized)" not in one[1]]

    def text(self, value):
        return [value.get("repr"), value.get("str"), value.get("text")]

    def same_printed(self, ours, theirs):
        return ours == theirs

    def kind(self, value):
        return value["kind"]

    def dtype(self, value):
        return value.get("dtype")

    def comparable(self, statement, ours, theirs):
        return True


class Newer(Strict):
    """A NumPy after the one that the package follows: it may have begun to warn of what it will take away."""

    def same_warnings(self, ours, theirs):
        return super().same_warnings(ours, [one for one in theirs if "Deprecat" not in one[0] or one in ours])


class Values(Strict):
    """Only values, dtypes and kinds of errors: for an older NumPy, which prints, warns and says things in another way."""

    #: What the followed NumPy does otherwise than NumPy 1 and the first of NumPy 2, so that there is nothing to compare with.
    CHANGED = re.compile(
        r"\b(ceil|floor|trunc|fix|round|around|rint)\b"  # whole numbers stay whole
        r"|return_inverse|nonzero\(|initial=|(cov|corrcoef)\(|quantile|percentile|\bptp\b|clip\(|histogram|average\("
        r"|lstsq\(\w+, \w+\)"
        r"|\b(type|dtype|repr|str|format|bool|int|float|float64|double|complex)\("
        r"|np\.(NaN|Inf|NINF|PINF|string_|RankWarning)\b"  # names that NumPy 2 has taken away
        r"|finfo|iinfo|can_cast|result_type|fromiter|nonsense|__name__"
    )

    def same_error(self, ours, theirs):
        return True

    def same_warnings(self, ours, theirs):
        return True

    def text(self, value):
        return []

    def same_printed(self, ours, theirs):
        return True

    def kind(self, value):
        """Sequences are alike, and so are a number, a scalar, and an array without axes."""
        if "items" in value:
            return "sequence"
        return "number" if value.get("shape") == [] else value["kind"]

    def dtype(self, value):
        return value.get("dtype") if value.get("shape") else None

    def comparable(self, statement, ours, theirs):
        changed = self.CHANGED.search(statement["code"]) or any("Deprecat" in kind for kind, _ in theirs["warnings"])
        return not (changed or has_other_dtype(theirs["value"]))


def has_other_dtype(value):
    """Whether a described value has a dtype that is not here."""
    if value is None:
        return False
    if "items" in value:
        return any(map(has_other_dtype, value["items"]))
    return value.get("dtype", "bool") not in ("float64", "int64", "bool")


def judge(statement, ours, theirs, how):
    """The verdict for one statement, and a sentence about the difference."""
    error = ours["error"]
    if error and ("Refused" in error["types"] or "ImportError" in error["types"]):
        return "refused", error["message"]
    if not how.comparable(statement, ours, theirs):
        return "unlike", ""
    if error and theirs["error"]:
        same = how.same_error(error, theirs["error"])
        return ("identical", "") if same else ("different", "another error")
    if error or theirs["error"]:
        if singular_by_rounding(statement, ours, theirs):
            return "in class", "singular but for rounding"
        return "different", "an error on one side only"
    exact = statement.get("class", "exact") in ("exact", "2 ulp")
    if exact and not how.same_warnings(ours["warnings"], theirs["warnings"]):
        return "different", "other warnings"
    if not how.same_printed(ours["printed"], theirs["printed"]):
        return "different", "printed differently"
    return judge_values(statement, ours, theirs, how)


def singular_by_rounding(statement, ours, theirs):
    """Whether one side found a matrix to be singular, and the other did not by what rounding left of it."""
    errors = [side["error"] for side in (ours, theirs) if side["error"]]
    if statement.get("class") not in ("inverted", "solved") or "Singular matrix" not in errors[0]["message"]:
        return False
    try:
        return is_nearly_singular(ours["operands"][0])
    except Incomparable:
        return False


#: Of two zeros that differ in sign, which one is the larger depends on the processor.
OPEN_ZERO = re.compile(r"\b(a|f|nan)?(max|min)(imum)?\(|\bclip\(|\bsort\(|\bunique\(|\bmedian\(")


def without_sign(value):
    return ["0x0.0p+0" if number == "-0x0.0p+0" else number for number in numbers(value)]


def judge_values(statement, ours, theirs, how):
    mine, real = ours["value"], theirs["value"]
    if same(mine, real, how):
        return "identical", ""
    kind = statement.get("class", "exact")
    open_zero = OPEN_ZERO.search(statement["code"]) or statement.get("name") in ("maximum", "minimum", "fmax", "fmin")
    if open_zero and alike(mine, real, how) and without_sign(mine) == without_sign(real):
        return "in class", "the sign of a zero"
    if kind == "text":
        return ("in class", "") if near_text(mine, real, how) else ("different", "another value")
    if kind == "exact" or not (alike(mine, real, how) or kind == "least squares" and how.kind(mine) == how.kind(real)):
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
    if not alike(mine, real, how):
        return False
    if mine is None:
        return True
    if "items" in mine:
        return all(same(*pair, how) for pair in zip(mine["items"], real["items"]))
    return mine.get("data") == real.get("data") and how.text(mine) == how.text(real)


def alike(mine, real, how):
    """Whether two described values differ in nothing but their numbers."""
    if mine is None or real is None:
        return mine is real
    if how.kind(mine) != how.kind(real) or ("items" in mine) != ("items" in real):
        return False
    if "items" in mine:
        lengths = len(mine["items"]) == len(real["items"])
        return lengths and all(alike(*pair, how) for pair in zip(mine["items"], real["items"]))
    return how.dtype(mine) == how.dtype(real) and mine.get("shape") == real.get("shape")


def numbers(value):
    """All numbers of a described value, in order."""
    if value is None:
        return []
    if "items" in value:
        return [number for item in value["items"] for number in numbers(item)]
    return value.get("data", [])


def near_text(mine, real, how):
    """Whether two values, of an example whose function is not exact, agree to about six digits."""
    if not alike(mine, real, how):
        return False
    pairs = [pair for pair in zip(numbers(mine), numbers(real)) if pair[0] != pair[1]]
    if not all("0x" in a and "0x" in b for a, b in pairs):
        return False
    floats = [(float.fromhex(a), float.fromhex(b)) for a, b in pairs]
    scale = max([abs(float.fromhex(text)) for text in numbers(real) if "0x" in text], default=0.0)
    return all(abs(a - b) <= 1e-6 * max(abs(b), 1e-8 * scale) for a, b in floats)
