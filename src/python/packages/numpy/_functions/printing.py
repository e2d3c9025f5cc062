"""`str` and `repr` of arrays, as NumPy 2 prints them."""

from .._core.array import values_of
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT
from .._core.scalars import box
from .._refusal import default_only, refuse, refuse_keywords
from .float_format import Floats, plain_form
from .joining import concatenate

_DEFAULTS = {
    "edgeitems": 3,
    "threshold": 1000,
    "floatmode": "maxprec",
    "precision": 8,
    "suppress": False,
    "linewidth": 75,
    "nanstr": "nan",
    "infstr": "inf",
    "sign": "-",
    "formatter": None,
}
_options = dict(_DEFAULTS)


def get_printoptions():
    """The current print options, as a dict."""
    return {**_options, "legacy": False, "override_repr": None}


def set_printoptions(
    precision=None,
    threshold=None,
    edgeitems=None,
    linewidth=None,
    suppress=None,
    nanstr=None,
    infstr=None,
    formatter=None,
    sign=None,
    floatmode=None,
    **others,
):
    """Sets print options; other options stay, except `formatter`, which is reset."""
    refuse_keywords("set_printoptions", [k for k, v in others.items() if v is not None])
    given = {
        "precision": precision,
        "threshold": threshold,
        "edgeitems": edgeitems,
        "linewidth": linewidth,
        "suppress": suppress,
        "nanstr": nanstr,
        "infstr": infstr,
        "sign": sign,
        "floatmode": floatmode,
    }
    _options.update(_checked({k: v for k, v in given.items() if v is not None}))
    _options["formatter"] = formatter


def _checked(given):
    if given.get("sign", "-") not in "+- ":
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if given.get("floatmode", "fixed") not in ("fixed", "unique", "maxprec", "maxprec_equal"):
        raise ValueError('floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"')
    threshold = given.get("threshold", 0)
    if isinstance(threshold, (str, bytes)):
        raise TypeError("threshold must be numeric")
    if threshold != threshold:
        raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
    if "precision" in given and not isinstance(given["precision"], int):
        raise TypeError("precision must be an integer")
    return given


class printoptions:
    """A context manager inside which arrays are printed with other options."""

    def __init__(self, **options):
        self._given = options

    def __enter__(self):
        self._before = dict(_options)
        set_printoptions(**self._given)
        return get_printoptions()

    def __exit__(self, *exception):
        _options.update(self._before)


def array2string(
    a,
    max_line_width=None,
    precision=None,
    suppress_small=None,
    separator=" ",
    prefix="",
    *,
    formatter=None,
    threshold=None,
    edgeitems=None,
    sign=None,
    floatmode=None,
    suffix="",
    style=None,
    legacy=None,
):
    """The text of an array, in the form of `str`, with these options."""
    default_only("array2string", style=style, legacy=legacy)
    given = {
        "linewidth": max_line_width,
        "precision": precision,
        "suppress": suppress_small,
        "formatter": formatter,
        "threshold": threshold,
        "edgeitems": edgeitems,
        "sign": sign,
        "floatmode": floatmode,
    }
    options = {**_options, **_checked({k: v for k, v in given.items() if v is not None})}
    return _text(asarray(a), options, separator, prefix, suffix)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """The text of an array in the form of `print`."""
    a = asarray(a)
    if not a._shape:
        return str(a.item())
    return array2string(a, max_line_width, precision, suppress_small)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """The text of an array in the form of the interactive prompt."""
    a = asarray(arr)
    extras = []
    if 0 in a._shape and a._shape != (0,) or a.size > _options["threshold"]:
        extras.append(f"shape={a._shape}")
    if a.size == 0:
        extras.append(f"dtype={a._dtype}")
    if a.size == 0:
        text = "[]"
    else:
        text = array2string(a, max_line_width, precision, suppress_small, ", ", "array(", suffix="," if extras else ")")
    if not extras:
        return f"array({text})"
    extra = ", ".join(extras) + ")"
    head = f"array({text},"
    width = _options["linewidth"] if max_line_width is None else max_line_width
    last = len(head) - (head.rfind("\n") + 1)
    gap = " " if last + len(extra) + 1 <= width else "\n" + " " * len("array(")
    return f"{head}{gap}{extra}"


def _text(a, options, separator, prefix, suffix):
    if a.size == 0:
        return "[]"
    width = options["linewidth"] - len(suffix)
    indent = " " * (len(prefix) + 1) if a._shape else ""
    summary = a.size > options["threshold"]
    shown = _edges(a, options["edgeitems"]) if summary else a
    format_element = _formatter(shown, options)
    if not a._shape:
        return format_element(values_of(a)[0])
    layout = _Layout(format_element, separator, options["edgeitems"] if summary else None)
    return layout.nested(a, indent, width)


def _edges(a, edge):
    """The visible part of a long array: its first and last elements along each axis."""
    for axis, n in enumerate(a._shape):
        if n > 2 * edge:
            before = (slice(None),) * axis
            ends = [a[(*before, slice(None, edge))]]
            if edge:
                ends.append(a[(*before, slice(-edge, None))])
            a = concatenate(ends, axis)
    return a


class _Layout:
    """Brackets, separators and line ends around formatted elements."""

    def __init__(self, format_element, separator, edge):
        self._format, self._separator, self._edge = format_element, separator, edge

    def nested(self, a, indent, width):
        """`a` in brackets; `indent` begins its second and later lines, which are at most `width` columns wide."""
        n = a._shape[0]
        cut = self._edge is not None and n > 2 * self._edge
        leading = range(self._edge if cut else 0)
        trailing = range(n - self._edge if cut else 0, n)
        inside = self._line if a.ndim == 1 else self._rows
        text = inside(a, leading, cut, trailing, indent, width)
        return f"[{text[len(indent) :]}]"

    def _line(self, a, leading, cut, trailing, indent, width):
        values = values_of(a)
        words = [self._format(values[k]) for k in leading]
        if cut:
            words.append("...")
        words += [self._format(values[k]) for k in trailing]
        width -= max(len(self._separator.rstrip()), len("]"))
        done, line = "", indent
        for k, word in enumerate(words):
            if len(line) + len(word) > width and len(line) > len(indent):
                done += line.rstrip() + "\n"
                line = indent
            line += word
            if k < len(words) - 1:
                line += self._separator
        return done + line

    def _rows(self, a, leading, cut, trailing, indent, width):
        between = self._separator.rstrip() + "\n" * (a.ndim - 1)
        rows = [indent + self.nested(a[k], indent + " ", width - 1) for k in leading]
        if cut:
            rows.append(indent + "...")
        rows += [indent + self.nested(a[k], indent + " ", width - 1) for k in trailing]
        return between.join(rows)


def _formatter(a, options):
    """The function that formats one element of `a` so that all have the same width."""
    own = _own_formatter(a._dtype, options["formatter"])
    if own is not None:
        return own
    values = values_of(a)
    if a._dtype is FLOAT:
        return Floats(values, options)
    if a._dtype is INT:
        return _integers(values, options["sign"])
    return (lambda v: "True" if v else "False") if not a._shape else (lambda v: " True" if v else "False")


_FORMATTER_KEYS = {BOOL: ("bool", "all"), INT: ("int", "int_kind", "all"), FLOAT: ("float", "float_kind", "all")}


def _own_formatter(dtype, formatter):
    if not formatter:
        return None
    found = None
    for key in ("all", "int_kind", "float_kind", "bool", "int", "float"):
        if key in formatter and key in _FORMATTER_KEYS[dtype] and formatter[key] is not None:
            found = formatter[key]
    return None if found is None else lambda v: found(box[dtype](v))


def _integers(values, sign):
    def spelled(v):
        return f"{v:+d}" if sign == "+" else f"{v: d}" if sign == " " else str(v)

    width = max(len(spelled(min(values))), len(spelled(max(values))))
    return lambda v: spelled(v).rjust(width)


def _kept_zeros(v, precision, text):
    """The rounded text; or, if they are the same number, the truncated digits with their zeros at the end."""
    whole, _, digits = plain_form(v, None, False).partition(".")
    cut = f"{whole}.{digits[:precision]}"
    return cut if len(digits) > precision and float(cut) == float(text) else text


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", **others):
    """A number without an exponent."""
    refuse_keywords("format_float_positional", others)
    if not fractional or not unique and precision is None:
        raise refuse("format_float_positional with fractional=False", "Use an f-string.")
    v = float(x)
    if v - v != 0:
        return repr(v)
    text = plain_form(v, precision, not unique)
    if trim == "k":
        return _kept_zeros(v, precision, text) if unique and precision is not None else text
    if trim == "-":
        return text.rstrip("0").rstrip(".")
    if trim == "0":
        text = text.rstrip("0")
        return text + "0" if text.endswith(".") else text
    return text.rstrip("0")
