"""The three dtypes: bool, int64 and float64. They form a chain, so that promotion is the larger of two."""

from .._refusal import refuse
from .warnings import INVALID, report

INT_MIN, INT_MAX = -(2**63), 2**63 - 1


class dtype:
    """The type of the elements of an array. `dtype(x)` returns the one with the name x."""

    __slots__ = ("rank", "name", "kind", "char", "itemsize", "num", "type")
    isnative, hasobject, ndim, shape, names, fields, subdtype = True, False, 0, (), None, None, None

    def __new__(cls, name, align=False, copy=False):
        """The dtype with this name. Raises TypeError if there is none."""
        return as_dtype(name)

    @property
    def str(self):
        """The short name with the byte order, such as `<f8`."""
        return {"bool": "|b1", "int64": "<i8", "float64": "<f8"}[self.name]

    @property
    def alignment(self):
        """The alignment of elements, in bytes."""
        return self.itemsize

    @property
    def byteorder(self):
        """`=`, the order of the machine, or `|` for a single byte."""
        return "|" if self.itemsize == 1 else "="

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        try:
            return as_dtype(other) is self
        except (TypeError, NotImplementedError):
            return False

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.rank < as_dtype(other).rank

    def __le__(self, other):
        return self.rank <= as_dtype(other).rank

    def __gt__(self, other):
        return self.rank > as_dtype(other).rank

    def __ge__(self, other):
        return self.rank >= as_dtype(other).rank

    def __reduce__(self):
        return dtype, (self.name,)


def _make(rank, name, kind, char, itemsize, num):
    made = object.__new__(dtype)
    made.rank, made.name, made.kind, made.char, made.itemsize, made.num = rank, name, kind, char, itemsize, num
    return made


BOOL = _make(0, "bool", "b", "?", 1, 0)
INT = _make(1, "int64", "i", "l", 8, 7)
FLOAT = _make(2, "float64", "f", "d", 8, 12)

_named = {bool: BOOL, int: INT, float: FLOAT}
for _dtype, _names in (
    (BOOL, ("bool", "?", "b1", "|b1", "bool_")),
    (INT, ("int64", "int", "i8", "<i8", "=i8", "l", "long", "int_", "intp", "p")),
    (FLOAT, ("float64", "float", "f8", "<f8", "=f8", "d", "double")),
):
    _named.update((name, _dtype) for name in _names)

_ELSEWHERE = frozenset(
    "int8 int16 int32 uint8 uint16 uint32 uint64 uint float16 float32 half single longdouble float128 longlong "
    "ulonglong complex complex64 complex128 object str bytes datetime64 timedelta64 void "
    "i1 i2 i4 u1 u2 u4 u8 f2 f4 c8 c16 b B h H i I q Q L e f g F D O S U M m V P".split()
)


def name_dtype(given, dtype_):
    """Makes `given`, a class of scalars, the class of a dtype's scalars and another name of the dtype."""
    _named[given] = dtype_
    dtype_.type = given


def as_dtype(given):
    """The dtype for `given`: a dtype, a class, a string, or None for float64."""
    if type(given) is dtype:
        return given
    if given is None:
        return FLOAT
    if isinstance(given, (str, type)):
        found = _named.get(given)
        if found is not None:
            return found
    name = given if isinstance(given, str) else getattr(given, "__name__", given)
    if isinstance(given, (type, list, tuple, dict)) or name in _ELSEWHERE or _is_compound(name):
        raise refuse(f"The dtype {name}", "Use float64, int64 or bool.")
    if isinstance(given, str):
        raise TypeError(f"data type {given!r} not understood")
    own = getattr(given, "dtype", None)
    if type(own) is dtype:
        return own
    raise TypeError(f"Cannot interpret '{given!r}' as a data type")


def _is_compound(name):
    """Whether a string describes records, text or dates."""
    starts = ("datetime64", "timedelta64", "<", ">", "U", "S", "V")
    return isinstance(name, str) and ("," in name or name.startswith(starts))


def given_dtype(given):
    """The dtype for an argument, or None if none was given."""
    return None if given is None else as_dtype(given)


def promoted(dtypes):
    """The smallest dtype that holds the values of all these."""
    return max(dtypes, key=lambda d: d.rank)


def cannot_cast(a, target, rule):
    """The error for an array, or a scalar, that must not be cast to `target`."""
    what = "array data" if a.shape else "scalar"
    return TypeError(f"Cannot cast {what} from {a.dtype!r} to {target!r} according to the rule '{rule}'")


def wrapped(value):
    """An integer reduced to 64 bits, in two's complement."""
    return (value - INT_MIN) % 2**64 + INT_MIN


def cast(values, source, target):
    """A list of values of dtype `source` as values of dtype `target`; the same list if they are equal."""
    if source is target:
        return values
    if target is FLOAT:
        return list(map(float, values))
    if target is BOOL:
        return [v != 0 for v in values]
    if source is BOOL:
        return list(map(int, values))
    return _to_integers(values)


def _to_integers(values):
    try:
        whole = list(map(int, values))
        if not whole or (min(whole) >= INT_MIN and max(whole) <= INT_MAX):
            return whole
    except (ValueError, OverflowError):
        pass  # Some are not finite: each is checked below.
    fits = [v == v and -9223372036854775808.0 <= v < 9223372036854775808.0 for v in values]
    report(INVALID, "cast")
    return [int(v) if ok else INT_MIN for v, ok in zip(values, fits)]
