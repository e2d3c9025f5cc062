"""The operators of arrays and scalars, bound to elementwise functions, and their errors for other operands."""

import operator

from .._core.array import ndarray, values_of
from .._core.dtypes import BOOL, FLOAT
from .._core.scalars import bool_, box, float64, generic, int64
from .._functions import products
from .._functions.calculus import divmod as divmod_of_arrays, divmod_of_scalars
from .._functions.creation import filled
from .._loops import ufuncs as u
from .._loops.ufunc import unsupported
from .._refusal import refuse
from ..exceptions import _UFuncNoLoopError

_SCALARS = (float64, int64, bool_)
_NUMBERS = (generic, float, int)
#: The other operand's classes for which a scalar's operators are those of scalars, not of arrays without axes.
_JOINED = {float64: _NUMBERS, int64: (generic, int)}
_SEQUENCES = (list, tuple, range)
_TEXT = (str, bytes)


class _Power:
    """The operator `**`, with NumPy's special cases for exponents such as 2 and 0.5."""

    @staticmethod
    def operate(x, y):
        known = _known_power(x._dtype, y) if type(x) is ndarray else None
        return u.power.operate(x, y) if known is None else known.operate(x)

    between_scalars = u.power.between_scalars

    @staticmethod
    def into(out, exponent):
        known = _known_power(out._dtype, exponent)
        return u.power.into(out, exponent) if known is None else known._operate_into((out,), out, True)


def _known_power(dtype, exponent):
    """The function for a special exponent, or None."""
    if type(exponent) is int and exponent == 2:
        return u.square
    if dtype is FLOAT and type(exponent) in (int, float):
        return {"-1": u.reciprocal, "0.5": u.sqrt}.get(str(exponent))
    return None


class _Divmod:
    """The operator `divmod`."""

    operate, between_scalars = staticmethod(divmod_of_arrays), staticmethod(divmod_of_scalars)


_Power.__name__, _Divmod.__name__ = "power", "divmod"  # their names in messages

_ARITHMETIC = {
    "add": u.add,
    "sub": u.subtract,
    "mul": u.multiply,
    "truediv": u.divide,
    "floordiv": u.floor_divide,
    "mod": u.remainder,
    "pow": _Power,
    "and": u.bitwise_and,
    "or": u.bitwise_or,
    "xor": u.bitwise_xor,
    "lshift": u.left_shift,
    "rshift": u.right_shift,
    "divmod": _Divmod,
}
_COMPARISONS = {
    "lt": u.less,
    "le": u.less_equal,
    "gt": u.greater,
    "ge": u.greater_equal,
    "eq": u.equal,
    "ne": u.not_equal,
}


def _python_operator(name):
    if name == "divmod":
        return divmod
    return getattr(operator, f"__{name}__")


def _is_operand(x):
    return isinstance(x, (ndarray, *_NUMBERS, *_SEQUENCES)) or hasattr(x, "__array__")


def _bind(name, function, compares):
    def between(x, y, own, other):
        """The operator on x and y, of which one, `own`, is an array or a scalar."""
        if isinstance(other, _JOINED.get(type(own), ())):
            return function.between_scalars(x, y)
        if type(own) is not ndarray and name == "mul" and isinstance(other, (list, tuple, *_TEXT)):
            return _repeated(own, other)
        if _is_operand(other):
            return function.operate(x, y)
        return _with_stranger(name, function, x, y, own, other)

    def forward(self, other):
        return between(self, other, self, other)

    def backward(self, other):
        if isinstance(other, _TEXT) and type(self) is not ndarray and name == "add":
            return NotImplemented
        return between(other, self, self, other)

    for cls in (ndarray, *_SCALARS):
        setattr(cls, f"__{name}__", forward)
        if not compares:
            setattr(cls, f"__r{name}__", backward)


def _repeated(scalar, sequence):
    """`np.int64(2) * [1, 2]` repeats the list, as with a Python int."""
    if type(scalar) is int64:
        return scalar._value * sequence
    raise TypeError(f"can't multiply sequence by non-int of type 'numpy.{type(scalar).__name__}'")


def _with_stranger(name, function, x, y, own, other):
    """The result of an operator with text, None or another object that is no number, mostly a TypeError."""
    if isinstance(other, _TEXT) and name in ("eq", "ne"):
        return _everywhere(own, name == "ne")
    if isinstance(other, _TEXT):
        raise _no_loop(function.__name__, x, y, own, other)
    if isinstance(other, complex):
        raise refuse("Arithmetic with complex numbers", "Keep the real and the imaginary part apart.")
    if name in _COMPARISONS and type(own) is ndarray and not own.size:
        return filled(own._shape, False, BOOL)
    if type(own) is ndarray and not own.size:
        raise refuse(f"Arithmetic with a {type(other).__name__}", "Convert it to a number first.")
    value = _first(own)
    result = _python_operator(name)(*((value, other) if x is own else (other, value)))
    if name in ("eq", "ne"):
        return _everywhere(own, result) if type(own) is ndarray else result
    raise refuse(f"Arithmetic with a {type(other).__name__}", "Convert it to a number first.")


def _everywhere(own, truth):
    return filled(own._shape, truth, BOOL) if type(own) is ndarray and own._shape else box[BOOL](truth)


def _first(own):
    """The first element as a Python value, whose type is in Python's error message."""
    if type(own) is not ndarray:
        return own.item()
    return values_of(own)[0]


def _no_loop(name, x, y, own, other):
    if name in ("add", "subtract", "multiply"):
        kinds = ", ".join(f"dtype('<U{len(v)}')" if v is other else repr(own.dtype) for v in (x, y))
    elif name in ("less", "less_equal", "greater", "greater_equal"):
        kinds = {"float64": "Float64DType", "int64": "Int64DType", "bool": "BoolDType"}[own.dtype.name]
        kinds = f"<class 'numpy.dtypes.{kinds}'>, <class 'numpy.dtypes.StrDType'>"
    else:
        return unsupported(name)
    return _UFuncNoLoopError(f"ufunc '{name}' did not contain a loop with signature matching types ({kinds}) -> None")


def _bind_in_place(name, function):
    setattr(ndarray, f"__i{name}__", lambda self, other: function.into(self, other))


def _bind_unary(name, function):
    for cls in (ndarray, *_SCALARS):
        setattr(cls, f"__{name}__", lambda self: function.operate(self))


def _hasten(name):
    """Makes float64 use Python's operator between floats if the result is finite, which is faster."""
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
                pass  # The slow way raises the right error.
        return slowly(self, other)

    return fast


_FLOATS = frozenset((float, int, float64))


def _matmul(x, y):
    """The operator `@`, which scalars do not have."""
    for own, other in ((x, y), (y, x)):
        if type(own) is ndarray and not _is_operand(other):
            return _with_stranger("matmul", products.matmul, x, y, own, other)
    return products.matmul(x, y)


def _matmul_in_place(self, other):
    result = products.matmul(self, other)
    if not isinstance(result, ndarray) or result._shape != self._shape:
        raise ValueError(
            "inplace matrix multiplication requires the first operand to have at least one and the second at least "
            "two dimensions."
        )
    u.positive._check_cast(result._dtype, self)
    self[...] = result
    return self


for _name, _function in _ARITHMETIC.items():
    _bind(_name, _function, False)
    if _name != "divmod":
        _bind_in_place(_name, _function)
for _name, _function in _COMPARISONS.items():
    _bind(_name, _function, True)
for _name, _function in (("neg", u.negative), ("pos", u.positive), ("abs", u.absolute), ("invert", u.invert)):
    _bind_unary(_name, _function)
for _name in ("add", "sub", "mul", "truediv"):
    _hasten(_name)
for _class in _SCALARS:
    _class.__hash__ = lambda self: hash(self.item())
ndarray.__hash__ = None
ndarray.__matmul__ = _matmul
ndarray.__rmatmul__ = lambda self, other: _matmul(other, self)
ndarray.__imatmul__ = _matmul_in_place
