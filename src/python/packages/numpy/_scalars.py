"""NumPy's scalars: float64 (a Python float), int64 and bool. Their arithmetic is that of arrays without axes."""

from ._dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, name_dtype


class generic:
    """What all scalars share. What a scalar does not have itself is looked up in the array without axes."""

    __slots__ = ()

    shape = ()
    ndim = 0
    size = 1

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        return getattr(_as_array(self), name)

    def __getitem__(self, index):
        if index == () or index is Ellipsis or index is None:
            return _as_array(self)[index]
        raise IndexError("invalid index to scalar variable.")

    def __setitem__(self, index, value):
        raise TypeError(f"'numpy.{type(self).__name__}' object does not support item assignment")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class number(generic):
    __slots__ = ()


class integer(number):
    __slots__ = ()


class signedinteger(integer):
    __slots__ = ()


class inexact(number):
    __slots__ = ()


class floating(inexact):
    __slots__ = ()


def _as_array(value):
    from ._creation import asarray

    return asarray(value)


def _scalar_value(x):
    from ._array import ndarray

    if isinstance(x, ndarray) and x.ndim == 0:
        return x.item()
    if isinstance(x, ndarray):
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    return x


class float64(floating, float):
    """A float with NumPy's warnings, and its name in its repr."""

    __slots__ = ()
    dtype = FLOAT
    itemsize = nbytes = 8

    def __new__(cls, x=0.0, /):
        return float.__new__(cls, 0.0 if x is None else _scalar_value(x))

    def __repr__(self):
        return f"np.float64({float.__repr__(self)})"

    def __str__(self):
        return float.__repr__(self)

    def __format__(self, spec):
        return format(float(self), spec) if spec else float.__repr__(self)

    def __abs__(self):
        return _float(abs(float(self)))

    def __neg__(self):
        return _float(-float(self))

    def __pos__(self):
        return self

    def __round__(self, ndigits=None):
        return round(float(self)) if ndigits is None else _as_array(self).round(ndigits)

    def __hash__(self):
        return float.__hash__(self)

    def __reduce__(self):
        return float64, (float(self),)

    def item(self):
        return float(self)

    tolist = item

    @property
    def real(self):
        return self

    def conjugate(self):
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

    def item(self):
        return self._value

    tolist = item


class int64(_Boxed, signedinteger):
    """A whole number of 64 bits."""

    __slots__ = ("_value",)
    dtype = INT
    itemsize = nbytes = 8

    def __new__(cls, x=0, /):
        value = _scalar_value(x)
        if isinstance(value, float):
            from ._dtypes import cast

            return _int(cast([float(value)], FLOAT, INT)[0])
        value = int(value)
        if not INT_MIN <= value <= INT_MAX:
            raise OverflowError("Python int too large to convert to C long")
        return _int(value)

    def __repr__(self):
        return f"np.int64({self._value})"

    def __index__(self):
        return self._value

    def __pos__(self):
        return self

    def __round__(self, ndigits=None):
        return self._value if ndigits is None else _as_array(self).round(ndigits)

    def __trunc__(self):
        return self._value

    __floor__ = __ceil__ = __trunc__

    def is_integer(self):
        return True

    def bit_count(self):
        return self._value.bit_count()

    @property
    def real(self):
        return self

    numerator = real

    @property
    def denominator(self):
        return 1


def _int(value):
    made = object.__new__(int64)
    made._value = value
    return made


class bool_(_Boxed, generic):
    """True or False. There is one object of each."""

    __slots__ = ("_value",)
    dtype = BOOL
    itemsize = nbytes = 1

    def __new__(cls, x=False, /):
        return true if _scalar_value(x) else false

    def __repr__(self):
        return f"np.{self._value}_"

    def __index__(self):
        raise TypeError("'numpy.bool' object cannot be interpreted as an integer")


bool_.__name__ = bool_.__qualname__ = "bool"
for _class in (generic, number, integer, signedinteger, inexact, floating, float64, int64, bool_):
    _class.__module__ = "numpy"


def _singleton(value):
    made = object.__new__(bool_)
    made._value = value
    return made


true, false = _singleton(True), _singleton(False)

for _class, _dtype in ((float64, FLOAT), (int64, INT), (bool_, BOOL)):
    name_dtype(_class, _dtype)

#: How the scalar of each dtype is made of a Python value.
box = {FLOAT: _float, INT: _int, BOOL: lambda value: true if value else false}


def add_operator(name, ufunc):
    """Gives the scalars the operator `name` of an elementwise function, with its reflection."""

    def forward(self, other):
        return (ufunc.between_scalars if isinstance(other, _NUMBERS) else ufunc.operate)(self, other)

    def backward(self, other):
        return (ufunc.between_scalars if isinstance(other, _NUMBERS) else ufunc.operate)(other, self)

    for cls in (int64, bool_, float64):
        setattr(cls, f"__{name}__", forward)
        setattr(cls, f"__r{name}__", backward)


_NUMBERS = (generic, float, int)


def add_comparison(name, ufunc):
    """Gives the scalars the comparison `name` of an elementwise function."""

    def compare(self, other):
        return ufunc.operate(self, other)

    for cls in (int64, bool_, float64):
        setattr(cls, f"__{name}__", compare)


def hasten(name):
    """Lets float64 use Python's own operator where nothing special can happen: between floats, with a finite result."""
    for side in (f"__{name}__", f"__r{name}__"):
        setattr(float64, side, _direct(getattr(float, side), getattr(float64, side)))


def _direct(operate, slowly):
    def fast(self, other):
        if type(other) in _FLOATS:
            try:
                value = operate(self, other)
                if value - value == 0.0:
                    return float.__new__(float64, value)
            except (ZeroDivisionError, OverflowError):
                pass  # The slow way says what is wrong.
        return slowly(self, other)

    return fast


_FLOATS = frozenset((float, int, float64))
