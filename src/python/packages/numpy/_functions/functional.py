"""Python functions applied to arrays, and iteration over elements."""

from .._core.array import make, result_of, values_of
from .._core.axes import as_axis
from .._core.conversion import array, as_shape, asarray
from .._core.dtypes import INT, as_dtype, promoted
from .._core.layout import indices as index_tuples, joint_shape
from .._core.scalars import box
from .._refusal import default_only, refuse, refuse_keywords
from .creation import grid_indices, meshgrid
from .joining import column_stack, concatenate, stack
from .ranges import arange, linspace
from .shaping import broadcast_arrays, moveaxis


class vectorize:
    """A Python function that takes arrays: it is called for each element."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        default_only("vectorize", excluded=excluded, signature=signature, cache=cache or None)
        if pyfunc is None:
            raise refuse("vectorize without a function, as a decorator with arguments,", "Call vectorize(f, otypes).")
        self.pyfunc, self._otypes = pyfunc, otypes
        self.__doc__ = doc or pyfunc.__doc__
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args, **kwargs):
        """The array of results for arrays that broadcast. Raises ValueError for empty arrays without `otypes`."""
        refuse_keywords("a vectorized function", kwargs)
        arrays = broadcast_arrays(*args)
        shape = joint_shape([a._shape for a in arrays])
        if not arrays[0].size and self._otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        dtype = self._otypes[0] if self._otypes else self._tried(arrays)
        results = [self.pyfunc(*given) for given in zip(*map(values_of, arrays))]
        return asarray(array(results, dtype).reshape(shape))

    def _tried(self, arrays):
        """The dtype of the first result. As in NumPy, this is one additional call, with a NumPy scalar."""
        result = self.pyfunc(*(box[a._dtype](values_of(a)[0]) for a in arrays))
        if isinstance(result, tuple):
            raise refuse("vectorize of a function that returns a tuple", "Make one function for each result.")
        return asarray(result)._dtype


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """The array with every one-dimensional slice along an axis replaced by `func1d(slice)`."""
    a = asarray(arr)
    axis = as_axis(axis, a.ndim)
    lines = moveaxis(a, axis, -1)
    rest = lines._shape[:-1]
    if 0 in rest:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    results = [asarray(func1d(lines[place], *args, **kwargs)) for place in index_tuples(rest)]
    found = stack(results).reshape(rest + results[0]._shape)
    inner = results[0].ndim
    return moveaxis(found, range_tuple(len(rest), inner), range_tuple(axis, inner)) if inner else found


def range_tuple(start, length):
    """The tuple (start, start + 1, …) of this length."""
    return tuple(range(start, start + length))


def ndenumerate(arr):
    """Pairs of an index tuple and its element."""
    a = asarray(arr)
    return zip(index_tuples(a._shape), map(box[a._dtype], values_of(a)))


def ndindex(*shape):
    """All index tuples of an array of this shape."""
    return index_tuples(as_shape(shape[0] if len(shape) == 1 else shape))


def indices(dimensions, dtype=int, sparse=False):
    """For each axis, the array of every element's index along it."""
    if sparse:
        raise refuse("indices with sparse=True", "Use meshgrid with sparse=True.")
    return stack(grid_indices(as_shape(dimensions), as_dtype(dtype)))


def unravel_index(indices, shape, order="C"):
    """The index tuples of positions in the flattened array."""
    if order != "C":
        raise refuse("unravel_index with order", "Remove it.")
    shape = as_shape(shape)
    places = asarray(indices)
    rest, columns = list(values_of(places)), []
    size = 1
    for n in shape:
        size *= n
    for k in rest:
        if not 0 <= k < size:
            raise ValueError(f"index {k} is out of bounds for array with size {size}")
    for n in reversed(shape):
        columns.append([k % n for k in rest])
        rest = [k // n for k in rest]
    return tuple(result_of(make(column, places._shape, INT)) for column in reversed(columns))


def ix_(*args):
    """Index arrays that select the submatrix of these rows and columns."""
    found = []
    for k, given in enumerate(args):
        line = asarray(given)
        if line.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if line._dtype.name == "bool":
            (line,) = line.nonzero()
        if not line.size:
            line = line.astype(INT)
        found.append(line.reshape([-1 if j == k else 1 for j in range(len(args))]))
    return tuple(found)


def iterable(y):
    """Whether `y` can be iterated over."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


class _Concatenator:
    """`np.r_` and `np.c_`: slices and vectors written in brackets."""

    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, parts):
        parts = parts if isinstance(parts, tuple) else (parts,)
        if any(isinstance(part, str) for part in parts):
            raise refuse("Text in np.r_ or np.c_", "Use concatenate or stack.")
        arrays = [_range_of(part) if isinstance(part, slice) else asarray(part) for part in parts]
        if self._columns:
            return column_stack(arrays)
        return concatenate([a if a._shape else a.reshape(1) for a in arrays])


def _range_of(part):
    start = 0 if part.start is None else part.start
    if isinstance(part.step, complex):
        return linspace(start, part.stop, int(abs(part.step)))
    return arange(start, part.stop, part.step)


r_, c_ = _Concatenator(False), _Concatenator(True)


class _Grid:
    """`np.mgrid` and `np.ogrid`: the coordinates of a grid, from slices in brackets."""

    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, parts):
        if isinstance(parts, slice):
            return _range_of(parts)
        lines = list(map(_range_of, parts))
        dtype = promoted([line._dtype for line in lines])
        found = meshgrid(*(line.astype(dtype) for line in lines), sparse=self._sparse, indexing="ij")
        return found if self._sparse else stack(found)


mgrid, ogrid = _Grid(False), _Grid(True)
