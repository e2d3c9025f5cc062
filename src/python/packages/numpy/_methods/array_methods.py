"""The methods of arrays, bound to the functions that implement them."""

from .._core import assignment, conversion, indexing
from .._core.array import ndarray, own_values, values_of
from .._core.dtypes import BOOL, FLOAT
from .._core.scalars import box
from .._functions import accumulations, creation, joining, printing, products, reductions, searching, shaping, sorting
from .._functions.rounding import round as round_
from .._loops.ufuncs import equal
from .._refusal import refuse


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
    return bool(reductions.any(equal(self, value)))


def _item(self, *args):
    """One element as a Python value."""
    if not args:
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return values_of(self)[0]
    index = args[0] if len(args) == 1 else args
    if isinstance(index, tuple) and len(index) == 1:
        (index,) = index
    found = indexing.get(self, index) if isinstance(index, tuple) or self.ndim == 1 else self.flat[index]
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
    return conversion.copy(self, order)


def _view(self, *args, **kwargs):
    if args or kwargs:
        raise refuse("view with arguments", "Use astype, which copies.")
    return self[...]


def _put(self, indices, values, mode="raise"):
    if mode != "raise":
        raise refuse("put with `mode`", "Remove it.")
    if not self._writeable:
        raise ValueError("put: output array is read-only")
    values = conversion.asarray(values, self._dtype) if not isinstance(values, ndarray) else values
    places = conversion.asarray(indices)
    if not self.size and places.size:
        raise IndexError("cannot replace elements of an empty array")
    fresh = values_of(joining.resize(values, places.size)) if values.size else []
    for place, value in zip(values_of(places), fresh):
        self.flat[indexing.checked(place, 0, self.size)] = value


METHODS = {
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
    "__reduce__": lambda self: (conversion.array, (self.tolist(), self._dtype.name)),
    "all": reductions.all,
    "any": reductions.any,
    "argmax": reductions.argmax,
    "argmin": reductions.argmin,
    "argsort": sorting.argsort,
    "astype": conversion.astype,
    "clip": searching.clip,
    "compress": lambda self, condition, axis=None: searching.compress(condition, self, axis),
    "conj": lambda self: self,
    "conjugate": lambda self: self,
    "copy": _copy,
    "cumprod": accumulations.cumprod,
    "cumsum": accumulations.cumsum,
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
    "repeat": joining.repeat,
    "reshape": _reshape,
    "round": round_,
    "put": _put,
    "searchsorted": sorting.searchsorted,
    "sort": sorting.sort_in_place,
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


for _name, _function in METHODS.items():
    setattr(ndarray, _name, _function)
ndarray.real = ndarray.real.setter(assignment.set_real)
