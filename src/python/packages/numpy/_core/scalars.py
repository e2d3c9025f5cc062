"""NumPy's scalars: float64 (a Python float), int64 and bool. Their arithmetic is that of arrays without axes.

`_methods.scalar_methods` binds the methods that need arrays.
"""

from numbers import Integral, Real

from .dtypes import BOOL, FLOAT, INT, name_dtype
from .naming import Named, name_fully


class generic(metaclass=Named):
    """The base class of scalars. Attributes that a scalar lacks are looked up in an array without axes."""

    __slots__ = ()

    shape = ()
    ndim = 0
    size = 1

    __iter__ = None

    def __setitem__(self, index, value):
        raise TypeError(f"'numpy.{type(self).__name__}' object does not support item assignment")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class number(generic):
    """Scalars that are numbers."""

    __slots__ = ()


class integer(number):
    """Integers."""

    __slots__ = ()


class signedinteger(integer):
    """Integers with a sign."""

    __slots__ = ()


class inexact(number):
    """Numbers that may be rounded."""

    __slots__ = ()


class floating(inexact):
    """Floats."""

    __slots__ = ()


class float64(floating, float):
    """A float with NumPy's warnings, and its name in its repr."""

    __slots__ = ()
    dtype = FLOAT
    itemsize = nbytes = 8

    def __repr__(self):
        return f"np.float64({float.__repr__(self)})"

    def __str__(self):
        return float.__repr__(self)

    def __format__(self, spec):
        return format(float(self), spec) if spec else float.__repr__(self)

    def __hash__(self):
        return float.__hash__(self)

    def __reduce__(self):
        return float64, (float(self),)

    def tolist(self):
        """The Python float."""
        return float(self)

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return _float(0.0)

    def conjugate(self):
        """The number itself."""
        return self


def _float(value):
    return float.__new__(float64, value)


class _Boxed:
    """A scalar that holds its Python value."""

    __slots__ = ()

    def __str__(self):
        return str(self._value)

    def __format__(self, spec):
        return format(self._value, spec)

    def __hash__(self):
        return hash(self._value)

    def __bool__(self):
        return bool(self._value)

    def __int__(self):
        return int(self._value)

    def __float__(self):
        return float(self._value)

    def __complex__(self):
        return complex(self._value)

    def __reduce__(self):
        return type(self), (self._value,)

    def tolist(self):
        return self._value


class int64(_Boxed, signedinteger):
    """An integer of 64 bits."""

    __slots__ = ("_value",)
    dtype = INT
    itemsize = nbytes = 8

    def __repr__(self):
        return f"np.int64({self._value})"

    def __index__(self):
        return self._value

    def is_integer(self):
        """True."""
        return True

    def bit_count(self):
        """The number of bits of the absolute value that are 1."""
        return self._value.bit_count()

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return _int(0)

    numerator = real

    @property
    def denominator(self):
        """One."""
        return 1


def _int(value):
    made = object.__new__(int64)
    made._value = value
    return made


class bool_(_Boxed, generic):
    """True or False. Only one object exists for each."""

    __slots__ = ("_value",)
    dtype = BOOL
    itemsize = nbytes = 1

    def __repr__(self):
        return f"np.{self._value}_"


for _class in (generic, number, integer, signedinteger, inexact, floating, float64, int64, bool_):
    name_fully(_class, "bool" if _class is bool_ else None)
Integral.register(integer)
Real.register(floating)


def _singleton(value):
    made = object.__new__(bool_)
    made._value = value
    return made


true, false = _singleton(True), _singleton(False)

for _class, _dtype in ((float64, FLOAT), (int64, INT), (bool_, BOOL)):
    name_dtype(_class, _dtype)

#: For each dtype, the function that makes a scalar from a Python value.
box = {FLOAT: _float, INT: _int, BOOL: lambda value: true if value else false}
