"""`str` and `repr` of arrays, as NumPy 2 prints them."""

from ._array import values_of
from ._creation import asarray
from ._dtypes import BOOL, FLOAT, INT
from ._refusal import default_only, refuse, refuse_keywords

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
    """How arrays are printed now, as a dict."""
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
    """Sets how arrays are printed; what is not given stays. `formatter` is forgotten when it is not given."""
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
        raise ValueError("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
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
    """The text of an array, as `str` writes it, with these options."""
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
    """The text of an array as `print` shows it."""
    a = asarray(a)
    if not a._shape:
        return str(a.item())
    return array2string(a, max_line_width, precision, suppress_small)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """The text of an array as Python's prompt shows it."""
    a = asarray(arr)
    extras = []
    if 0 in a._shape and a._shape != (0,) or a.size > _options["threshold"]:
        extras.append(f"shape={a._shape}")
    if a.size == 0:
        extras.append(f"dtype={a._dtype}")
    if a.size == 0:
        text = "[]"
    else:
        text = array2string(
            a, max_line_width, precision, suppress_small, ", ", "array(", suffix="," if extras else ")"
        )
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
    """The part of a long array that is shown: its first and last elements along each axis."""
    from ._shaping import concatenate

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
        """`a` in brackets; `indent` stands before its second and later lines, which end before `width`."""
        n = a._shape[0]
        cut = self._edge is not None and n > 2 * self._edge
        leading = range(self._edge if cut else 0)
        trailing = range(n - self._edge if cut else 0, n)
        inside = self._line if a.ndim == 1 else self._rows
        text = inside(a, leading, cut, trailing, indent, width)
        return f"[{text[len(indent):]}]"

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
        return _Floats(values, options)
    if a._dtype is INT:
        return _integers(values, options["sign"])
    return (lambda v: "True" if v else "False") if not a._shape else (lambda v: " True" if v else "False")


_FORMATTER_KEYS = {BOOL: ("bool", "all"), INT: ("int", "int_kind", "all"), FLOAT: ("float", "float_kind", "all")}


def _own_formatter(dtype, formatter):
    from ._scalars import box

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


class _Floats:
    """Formats floats so that their points stand in one column."""

    def __init__(self, values, options):
        self._precision = options["precision"]
        self._mode, self._sign = options["floatmode"], options["sign"]
        self._nan, self._inf = options["nanstr"], options["infstr"]
        finite = [v for v in values if v - v == 0]
        self._scientific = _needs_power(finite, options["suppress"])
        texts = [self._digits(v) for v in finite]
        if self._scientific and texts:
            self._exponent_width = max(len(text.split("e")[1]) - 1 for text in texts)
            texts = [text.split("e")[0] for text in texts]
        parts = [text.partition(".") for text in texts]
        self._left = max((len(whole) for whole, _, _ in parts), default=0)
        self._fraction = max((len(rest) for _, _, rest in parts), default=0)
        if self._scientific:
            self._right = self._fraction + 2 + self._exponent_width
        else:
            self._right = self._fraction
        if self._sign == " " and not any(_is_negative(v) for v in finite):
            self._left += 1
        if len(finite) != len(values):
            self._make_room(values)

    def _make_room(self, values):
        """For `nan` and `inf`, which are right-aligned."""
        has_sign = self._sign != "-" or any(v < 0 and v - v != 0 for v in values)
        taken = self._right + 1
        self._left = max(self._left, len(self._nan) - taken, len(self._inf) + has_sign - taken)

    def _digits(self, v):
        """The digits of a finite number: as few as tell it apart, no more than the precision."""
        fixed = self._mode == "fixed"
        precision = None if self._mode == "unique" else self._precision
        if self._scientific:
            text = _power_form(v, precision, fixed)
        else:
            text = _plain_form(v, precision, fixed)
        return self._signed(text, v)

    def _signed(self, text, v):
        return f"+{text}" if self._sign == "+" and not _is_negative(v) else text

    def __call__(self, v):
        if v - v != 0:
            return self._special(v).rjust(self._left + self._right + 1)
        text = self._digits(v)
        if self._scientific:
            mantissa, power = self._padded(text, v).split("e")
            text = f"{mantissa}e{power[0]}{power[1:].zfill(self._exponent_width)}"
            return text.rjust(self._left + self._right + 1)
        if self._mode == "maxprec_equal" and len(text.partition(".")[2]) < self._fraction:
            text = self._signed(_plain_form(v, self._fraction, True), v)
        whole, _, rest = text.partition(".")
        return f"{whole.rjust(self._left)}.{rest.ljust(self._fraction)}"

    def _padded(self, text, v):
        """The scientific form with as many digits as all have: further ones are those of the exact value."""
        if len(text.partition("e")[0].partition(".")[2]) == self._fraction:
            return text
        return self._signed(_power_form(v, self._fraction, True), v)

    def _special(self, v):
        if v != v:
            return ("+" if self._sign == "+" else "") + self._nan
        return ("-" if v < 0 else "+" if self._sign == "+" else "") + self._inf


def _is_negative(v):
    return v < 0 or v == 0 and str(v)[0] == "-"


def _needs_power(finite, suppress):
    sizes = [abs(v) for v in finite if v != 0]
    if not sizes:
        return False
    largest, smallest = max(sizes), min(sizes)
    return largest >= 1.0e8 or (not suppress and (smallest < 0.0001 or largest / smallest > 1000.0))


def _plain_form(v, precision, fixed):
    """Without an exponent; at most `precision` digits after the point, exactly that many if `fixed`."""
    if not fixed:
        text = _spread(repr(v))
        text = text[:-1] if text.endswith(".0") else text
        if precision is None or len(text.partition(".")[2]) <= precision:
            return text
    text = f"{v:.{precision}f}"
    if "." not in text:
        return text + "."
    return text if fixed else text.rstrip("0")


def _spread(text):
    """A float's repr without an exponent."""
    mantissa, _, power = text.partition("e")
    if not power:
        return mantissa
    sign = "-" if mantissa[0] == "-" else ""
    whole, _, rest = mantissa.lstrip("-").partition(".")
    digits, point = whole + rest, len(whole) + int(power)
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[:point].ljust(point, '0')}.{digits[point:] or '0'}"


def _power_form(v, precision, fixed):
    """With an exponent of at least two digits; at most `precision` digits after the point."""
    if not fixed:
        text = _shortest_power(v)
        mantissa = text.partition("e")[0]
        if precision is None or len(mantissa.partition(".")[2]) <= precision:
            return text
    mantissa, _, power = f"{v:.{precision}e}".partition("e")
    if "." not in mantissa:
        mantissa += "."
    return f"{mantissa if fixed else mantissa.rstrip('0')}e{power}"


def _shortest_power(v):
    """The shortest digits that read back as `v`, as d.ddde+xx."""
    mantissa, _, power = repr(v).partition("e")
    sign = "-" if mantissa[0] == "-" else ""
    whole, _, rest = mantissa.lstrip("-").partition(".")
    exponent = int(power or 0) + len(whole) - 1
    digits = whole + rest
    leading = len(digits) - len(digits.lstrip("0"))
    if leading == len(digits):
        return f"{sign}0.e+00"
    digits = digits[leading:].rstrip("0")
    exponent -= leading
    return f"{sign}{digits[0]}.{digits[1:]}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", **others):
    """A number without an exponent."""
    refuse_keywords("format_float_positional", others)
    if not fractional or not unique and precision is None:
        raise refuse("format_float_positional with fractional=False", "Use an f-string.")
    v = float(x)
    if v - v != 0:
        return repr(v)
    text = _plain_form(v, precision, not unique)
    if trim == "k":
        return text if unique or precision is None else text
    if trim == "-":
        return text.rstrip("0").rstrip(".")
    if trim == "0":
        text = text.rstrip("0")
        return text + "0" if text.endswith(".") else text
    return text.rstrip("0")

