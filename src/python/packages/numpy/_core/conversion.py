"""Arrays from Python values, and from one dtype to another."""

from .._refusal import default_only, refuse
from .array import make, make_ordered, ndarray, own_values, permuted, values_of, view
from .dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, as_dtype, cannot_cast, cast, given_dtype, promoted
from .layout import is_row_major
from .scalars import bool_, box, float64, generic, int64

_OF_TYPE = {float: FLOAT, int: INT, bool: BOOL, float64: FLOAT, int64: INT, bool_: BOOL}


def asarray(a, dtype=None, order=None, *, copy=None, device=None, like=None):
    """`a` as an array: `a` itself if it already is one of the right dtype.

    Raises the same errors as `array`.
    """
    default_only("asarray", device=device, like=like)
    _check_order("asarray", order)
    if copy is not None:
        return array(a, dtype, copy=copy)
    if type(a) is ndarray and (dtype is None or as_dtype(dtype) is a._dtype):
        return a
    return array(a, dtype)


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, ndmax=None, like=None):
    """A new array of numbers, nested sequences or arrays.

    The dtype is that of the elements, the largest of bool, int64 and float64, unless one is given. Raises ValueError
    for rows of different lengths, OverflowError for integers that do not fit the dtype; text, complex numbers and
    objects are refused.
    """
    default_only("array", like=like, ndmax=ndmax)
    _check_order("array", order, "K")
    dtype = given_dtype(dtype)
    if type(object) is ndarray:
        made = _copied(object, dtype, copy)
    else:
        if copy is False:
            raise ValueError(
                "Unable to avoid copy while creating an array as requested.\n"
                "If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed "
                "(no behavior change in NumPy 1.x).\nFor more details, see "
                "https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword."
            )
        made = _from_python(object, dtype)
    missing = ndmin - made.ndim
    return made if missing <= 0 else view(made, (1,) * missing + made._shape, (0,) * missing + made._strides)


def _check_order(function, order, *also):
    if order not in (None, "C", "K", "A"):
        raise refuse(f"The argument order={order!r} of {function}", "Remove it; .T has the other order.")


def _copied(a, dtype, copy):
    if copy is True or (dtype is not None and dtype is not a._dtype):
        if copy is False:
            raise ValueError("Unable to avoid copy while creating an array as requested.")
        return astype(a, dtype or a._dtype)
    return a


def astype(a, dtype, order="K", casting="unsafe", subok=True, copy=True):
    """The array with its elements cast to a dtype; stored in the order of `a`.

    Raises TypeError for a cast that `casting` does not allow. Floats lose their fraction in int64; one that is not
    finite, or too large, becomes the smallest int64, with a warning.
    """
    _check_order("astype", order)
    dtype = as_dtype(dtype)
    if casting == "same_value":
        raise refuse("astype with casting='same_value'", "Compare the result with the array.")
    if casting not in ("unsafe", "same_kind", "safe", "no", "equiv"):
        raise ValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'")
    if dtype.rank < a._dtype.rank and casting != "unsafe" or dtype is not a._dtype and casting in ("no", "equiv"):
        raise cannot_cast(a, dtype, casting)
    if not copy and dtype is a._dtype:
        return a
    return stored_as(a, dtype)


def stored_as(a, dtype):
    """A copy with elements of `dtype`, whose axes are in the same order in memory as those of `a`."""
    order = tuple(sorted(range(a.ndim), key=lambda k: -abs(a._strides[k])))
    if is_row_major(a._shape, a._strides):
        order = tuple(range(a.ndim))
    elif is_row_major(a._shape[::-1], a._strides[::-1]):
        order = tuple(reversed(range(a.ndim)))
    rows = permuted(a, order)
    data = cast(own_values(rows), a._dtype, dtype)
    return make_ordered(data, rows._shape, dtype, order)


def _from_python(given, dtype):
    found = _OF_TYPE.get(type(given))
    if found is not None:
        return make(_converted([given], found, dtype, {type(given)}), (), dtype or found)
    if isinstance(given, range):
        given = list(given)
    if not isinstance(given, (list, tuple)):
        return _from_object(given, dtype)
    shape, leaves = _flattened(given, dtype)
    kinds = set(map(type, leaves))
    found = FLOAT if not leaves else promoted([_dtype_of(kind, leaves) for kind in kinds])
    return make(_converted(leaves, found, dtype, kinds), shape, dtype or found)


def _from_object(given, dtype):
    if isinstance(given, (bool, int, float, generic)):
        for kind in (bool, int, float):
            if isinstance(given, kind):
                return _from_python(kind(given), dtype)
    if hasattr(given, "__array__"):
        return asarray(given.__array__(), dtype)
    if isinstance(given, (memoryview, bytearray)) or type(given).__name__ == "array":
        return _from_python(list(given), dtype)
    _dtype_of(type(given), [given])


def _dtype_of(kind, leaves):
    found = _OF_TYPE.get(kind)
    if found is not None:
        return found
    for parent in (bool, int, float):
        if issubclass(kind, parent):
            return _OF_TYPE[parent]
    names = {str: "text", complex: "complex numbers", type(None): "None"}
    what = names.get(kind, f"objects of type {kind.__name__}")
    raise refuse(
        f"An array of {what}", "Arrays hold floats, whole numbers or truth values here; keep the rest in a list."
    )


def _flattened(rows, dtype):
    """The shape of nested sequences, and their leaves; elements of arrays are cast to `dtype` if it is given."""
    shape = [len(rows)]
    level = list(rows)
    while level and any(isinstance(row, (list, tuple, ndarray, range)) and _has_axes(row) for row in level):
        lengths = {len(row) if hasattr(row, "__len__") and _has_axes(row) else None for row in level}
        if len(lengths) > 1 or None in lengths:
            raise ValueError(
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                f"{len(shape)} dimensions. The detected shape was {_tuple(shape)} + inhomogeneous part."
            )
        shape.append(lengths.pop())
        level = [leaf for row in level for leaf in _items(row, dtype)]
    return tuple(shape), [leaf.item() if type(leaf) is ndarray else leaf for leaf in level]


def _has_axes(row):
    return type(row) is not ndarray or row.ndim > 0


def _items(row, dtype):
    if type(row) is not ndarray:
        return row
    if dtype is not None:
        row = astype(row, dtype)
    return row if row.ndim > 1 else map(box[row._dtype], values_of(row))


def _tuple(shape):
    return repr(tuple(shape))


def _converted(leaves, found, dtype, kinds):
    """The leaves as Python values of the requested dtype, or of the one that was found."""
    target = dtype or found
    if target is FLOAT:
        return leaves if kinds == {float} else list(map(float, leaves))
    if target is BOOL:
        return leaves if kinds == {bool} else list(map(bool, leaves))
    whole = leaves if kinds == {int} else list(map(int, leaves))
    if whole and not (min(whole) >= INT_MIN and max(whole) <= INT_MAX):
        if dtype is INT:
            raise OverflowError("Python int too large to convert to C long")
        raise refuse("An array of whole numbers beyond 64 bits", "Write them as floats.")
    return whole


def as_shape(shape):
    """A shape argument as a tuple."""
    try:
        found = (shape.__index__(),)
    except (AttributeError, TypeError):
        if not hasattr(shape, "__iter__"):
            raise TypeError(f"expected a sequence of integers or a single integer, got '{shape!r}'") from None
        found = tuple(as_index(n) for n in shape)
    if any(n < 0 for n in found):
        raise ValueError("negative dimensions are not allowed")
    return found


def as_index(n):
    """An integer as a Python int."""
    try:
        return n.__index__()
    except AttributeError:
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer") from None


def as_python(value, dtype):
    """A number as the Python value that represents it in an array."""
    return {FLOAT: float, INT: int, BOOL: bool}[dtype](value)


def copy(a, order="K", subok=False):
    """A new array with the same elements."""
    _check_order("copy", order)
    a = asarray(a)
    return make(own_values(a), a._shape, a._dtype) if order == "C" else stored_as(a, a._dtype)


def ascontiguousarray(a, dtype=None, *, like=None):
    """`a` stored in row-major order, with at least one axis."""
    default_only("ascontiguousarray", like=like)
    a = asarray(a, dtype)
    if not a._shape:
        return view(a, (1,), (1,))
    return a if is_row_major(a._shape, a._strides) else copy(a, "C")
