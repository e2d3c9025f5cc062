"""The operators and methods of arrays and scalars, bound to the functions that do the work."""

from . import _creation as creation
from . import _indexing as indexing
from . import _printing as printing
from . import _products as products
from . import _reductions as reductions
from . import _searching as searching
from . import _shaping as shaping
from . import _ufuncs as u
from ._array import ndarray, own_values, values_of
from ._calculus import divmod, divmod_of_scalars
from ._dtypes import BOOL, FLOAT
from ._refusal import refuse
from ._rounding import round as round_
from ._scalars import add_comparison, add_operator, bool_, box, float64, generic, hasten, int64

_BINARY = {
    "add": u.add,
    "sub": u.subtract,
    "mul": u.multiply,
    "truediv": u.divide,
    "floordiv": u.floor_divide,
    "mod": u.remainder,
    "and": u.bitwise_and,
    "or": u.bitwise_or,
    "xor": u.bitwise_xor,
    "lshift": u.left_shift,
    "rshift": u.right_shift,
}
_COMPARISONS = {
    "lt": u.less,
    "le": u.less_equal,
    "gt": u.greater,
    "ge": u.greater_equal,
    "eq": u.equal,
    "ne": u.not_equal,
}
_OPERANDS = (ndarray, generic, float, int, list, tuple)


def _add_array_operators(name, function):
    def forward(self, other):
        return function.operate(self, other) if _is_operand(other) else NotImplemented

    def backward(self, other):
        return function.operate(other, self) if _is_operand(other) else NotImplemented

    def in_place(self, other):
        return function.into(self, other)

    setattr(ndarray, f"__{name}__", forward)
    setattr(ndarray, f"__r{name}__", backward)
    setattr(ndarray, f"__i{name}__", in_place)


def _is_operand(other):
    """Whether an operator takes it; what it does not take, Python complains about."""
    if isinstance(other, _OPERANDS):
        return True
    if isinstance(other, (str, bytes, complex)):
        _no_loop_for(other)
    return hasattr(other, "__array__")


def _no_loop_for(other):
    raise refuse(
        f"Arithmetic between arrays and {'complex numbers' if isinstance(other, complex) else 'text'}",
        "Convert it to a number first.",
    )


def _compare_arrays(name, function):
    def compare(self, other):
        if other is None or isinstance(other, str):
            return _never_equal(self, name, other)
        return function.operate(self, other) if _is_operand(other) else NotImplemented

    setattr(ndarray, f"__{name}__", compare)


def _never_equal(a, name, other):
    """What comparing with something that is no number gives: equal nowhere."""
    if name in ("eq", "ne") and a._shape:
        return creation.filled(a._shape, name == "ne", BOOL)
    if name in ("eq", "ne"):
        return box[BOOL](name == "ne")
    return NotImplemented


class _Power:
    """`**`: exponents that NumPy knows better than by logarithms."""

    @staticmethod
    def operate(x, y):
        known = _special_power(x._dtype, y) if type(x) is ndarray else None
        return u.power.operate(x, y) if known is None else known.operate(x)

    @staticmethod
    def between_scalars(x, y):
        return u.power.between_scalars(x, y)

    @staticmethod
    def into(out, exponent):
        known = _special_power(out._dtype, exponent)
        return known._operate_into((out,), out, True) if known is not None else u.power.into(out, exponent)


def _special_power(dtype, exponent):
    """The function that serves for a power, if it is a known one."""
    if type(exponent) is int and exponent == 2:
        return u.square
    if dtype is FLOAT and type(exponent) in (int, float):
        return {"-1": u.reciprocal, "0.5": u.sqrt}.get(str(exponent))
    return None


for _name, _function in _BINARY.items():
    _add_array_operators(_name, _function)
    add_operator(_name, _function)
for _name, _function in _COMPARISONS.items():
    _compare_arrays(_name, _function)
    add_comparison(_name, _function)
_add_array_operators("pow", _Power)
add_operator("pow", _Power)
for _name in ("add", "sub", "mul", "truediv"):
    hasten(_name)


def _bind_divmod(cls, function):
    cls.__divmod__ = lambda self, other: function(self, other)
    cls.__rdivmod__ = lambda self, other: function(other, self)


_bind_divmod(ndarray, divmod)
for _class in (float64, int64, bool_):
    _bind_divmod(_class, divmod_of_scalars)


def _bind_unary(name, function):
    for cls in (ndarray, int64, bool_):
        setattr(cls, f"__{name}__", lambda self: function.operate(self))


_bind_unary("neg", u.negative)
_bind_unary("abs", u.absolute)
_bind_unary("invert", u.invert)
ndarray.__pos__ = lambda self: u.positive.operate(self)


def _hash(self):
    raise TypeError("unhashable type: 'numpy.ndarray'")


def _length(self):
    if not self._shape:
        raise TypeError("len() of unsized object")
    return self._shape[0]


def _iterate(self):
    if not self._shape:
        raise TypeError("iteration over a 0-d array")
    if len(self._shape) == 1:
        return map(box[self._dtype], values_of(self))
    return (self[k] for k in range(self._shape[0]))


def _truth(self):
    if self.size == 1:
        return bool(values_of(self)[0])
    if self.size == 0:
        raise ValueError(
            "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
        )
    raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")


def _single(self):
    if self._shape:
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    return self._data[self._offset]


def _index(self):
    if self._shape or self._dtype is FLOAT or self._dtype is BOOL:
        raise TypeError("only integer scalar arrays can be converted to a scalar index")
    return self._data[self._offset]


def _format(self, spec):
    if self._shape:
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)
    return format(box[self._dtype](_single(self)), spec)


def _contains(self, value):
    return bool(reductions.any(u.equal(self, value)))


def _item(self, *args):
    """One element as a Python value."""
    if not args:
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return values_of(self)[0]
    index = args[0] if len(args) == 1 else args
    found = indexing.get(self if isinstance(index, tuple) else self.reshape(-1), index)
    if isinstance(found, ndarray):
        raise ValueError("incorrect number of indices for array")
    return found.item()


def _to_list(self):
    """The elements as nested lists of Python values."""
    if not self._shape:
        return self._data[self._offset]
    if len(self._shape) == 1:
        return own_values(self)
    return [_to_list(self[k]) for k in range(self._shape[0])]


def _fill(self, value):
    """Sets all elements to a value."""
    self[...] = value


def _reshape(self, *shape, order="C", copy=None):
    return shaping.reshape(self, shape[0] if len(shape) == 1 else shape, order, copy=copy)


def _transpose(self, *axes):
    if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], (tuple, list))):
        axes = axes[0]
    return shaping.transpose(self, axes or None)


def _copy(self, order="C"):
    return creation.copy(self, order)


def _view(self, *args, **kwargs):
    if args or kwargs:
        raise refuse("view with arguments", "Use astype, which copies.")
    return self[...]


def _put(self, indices, values, mode="raise"):
    if mode != "raise":
        raise refuse("put with `mode`", "Leave it out.")
    self.flat[indices] = values


METHODS = {
    "__hash__": _hash,
    "__len__": _length,
    "__iter__": _iterate,
    "__bool__": _truth,
    "__float__": lambda self: float(_single(self)),
    "__int__": lambda self: int(_single(self)),
    "__complex__": lambda self: complex(_single(self)),
    "__index__": _index,
    "__format__": _format,
    "__contains__": _contains,
    "__getitem__": indexing.get,
    "__setitem__": indexing.put,
    "__str__": printing.array_str,
    "__repr__": printing.array_repr,
    "__copy__": _copy,
    "__deepcopy__": lambda self, memo: _copy(self),
    "__matmul__": lambda self, other: products.matmul(self, other) if _is_operand(other) else NotImplemented,
    "__rmatmul__": lambda self, other: products.matmul(other, self) if _is_operand(other) else NotImplemented,
    "__reduce__": lambda self: (creation.array, (self.tolist(), self._dtype.name)),
    "__round__": lambda self, ndigits=0: _no_round(),
    "all": reductions.all,
    "any": reductions.any,
    "argmax": reductions.argmax,
    "argmin": reductions.argmin,
    "argsort": searching.argsort,
    "astype": creation.astype,
    "clip": searching.clip,
    "compress": lambda self, condition, axis=None: searching.compress(condition, self, axis),
    "conj": u.positive.operate,
    "conjugate": u.positive.operate,
    "copy": _copy,
    "cumprod": reductions.cumprod,
    "cumsum": reductions.cumsum,
    "diagonal": creation.diagonal,
    "dot": products.dot,
    "fill": _fill,
    "flatten": shaping.flatten,
    "item": _item,
    "max": reductions.max,
    "mean": reductions.mean,
    "min": reductions.min,
    "nonzero": indexing.nonzero,
    "prod": reductions.prod,
    "ravel": shaping.ravel,
    "repeat": shaping.repeat,
    "reshape": _reshape,
    "round": round_,
    "put": _put,
    "searchsorted": searching.searchsorted,
    "sort": searching.sort_in_place,
    "squeeze": shaping.squeeze,
    "std": reductions.std,
    "sum": reductions.sum,
    "swapaxes": shaping.swapaxes,
    "take": indexing.take,
    "tolist": _to_list,
    "trace": products.trace,
    "transpose": _transpose,
    "var": reductions.var,
    "view": _view,
}


def _no_round():
    raise TypeError("type numpy.ndarray doesn't define __round__ method")


for _name, _function in METHODS.items():
    setattr(ndarray, _name, _function)
ndarray.__hash__ = None


def _matmul_in_place(self, other):
    self[...] = products.matmul(self, other)
    return self


ndarray.__imatmul__ = _matmul_in_place
