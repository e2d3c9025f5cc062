"""The digits of floats, as NumPy prints them."""


class Floats:
    """Formats floats so that their decimal points are aligned."""

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
        """Widens the column for `nan` and `inf`, which are right-aligned."""
        has_sign = self._sign != "-" or any(v < 0 and v - v != 0 for v in values)
        taken = self._right + 1
        self._left = max(self._left, len(self._nan) - taken, len(self._inf) + has_sign - taken)

    def _digits(self, v):
        """The shortest digits that identify a finite number, limited to the precision."""
        fixed = self._mode == "fixed"
        precision = None if self._mode == "unique" else self._precision
        if self._scientific:
            text = _power_form(v, precision, fixed)
        else:
            text = plain_form(v, precision, fixed)
        return self._signed(text, v)

    def _signed(self, text, v):
        return f"+{text}" if self._sign == "+" and not _is_negative(v) else text

    def __call__(self, v):
        """A float as text, padded to the width of the column."""
        if v - v != 0:
            return self._special(v).rjust(self._left + self._right + 1)
        text = self._digits(v)
        if self._scientific:
            mantissa, power = self._padded(text, v).split("e")
            text = f"{mantissa}e{power[0]}{power[1:].zfill(self._exponent_width)}"
            return text.rjust(self._left + self._right + 1)
        if self._mode == "maxprec_equal" and len(text.partition(".")[2]) < self._fraction:
            text = self._signed(plain_form(v, self._fraction, True), v)
        whole, _, rest = text.partition(".")
        return f"{whole.rjust(self._left)}.{rest.ljust(self._fraction)}"

    def _padded(self, text, v):
        """The scientific form, extended to the number of digits of the column with digits of the exact value."""
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


def plain_form(v, precision, fixed):
    """`v` without an exponent; with at most `precision` digits after the point, or exactly as many if `fixed`."""
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
    """`v` with an exponent of at least two digits; with at most `precision` digits after the point."""
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
