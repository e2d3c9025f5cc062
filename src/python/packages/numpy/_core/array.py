"""The array: a flat list of Python values, with an offset, a shape and strides."""

from .._coverage import refused_name
from .._refusal import refuse
from .layout import gather, is_row_major, places, row_major, scatter, size_of, stretched
from .naming import Named, name_fully
from .scalars import box


class _ReadOnly(property):
    """A property that raises NumPy's error when it is set."""

    def __set__(self, instance, value):
        raise AttributeError(f"attribute '{self.fget.__name__}' of 'numpy.ndarray' objects is not writable")


class ndarray(metaclass=Named):
    """Elements of one dtype in a flat list that views share.

    The package `_methods` binds the operators and methods to the functions that implement them.
    """

    __slots__ = ("_data", "_offset", "_shape", "_strides", "_dtype", "_base", "_writeable", "__weakref__")

    def __new__(cls, shape, dtype=float, **unsupported):
        """Is not supported, since arrays are made by functions: raises NotImplementedError."""
        raise refuse("numpy.ndarray()", "Make arrays with np.array, np.zeros or np.empty.")

    @property
    def shape(self):
        """The length of each axis, as a tuple of ints. It cannot be set."""
        return self._shape

    @shape.setter
    def shape(self, shape):
        raise refuse("Setting `shape`", "Use reshape, which returns the new array.")

    @_ReadOnly
    def ndim(self):
        """The number of axes."""
        return len(self._shape)

    @_ReadOnly
    def size(self):
        """The number of elements."""
        return size_of(self._shape)

    @property
    def dtype(self):
        """The type of the elements. It cannot be set."""
        return self._dtype

    @dtype.setter
    def dtype(self, dtype):
        raise refuse("Setting `dtype`", "Use astype, which returns the new array.")

    @_ReadOnly
    def itemsize(self):
        """The number of bytes of one element."""
        return self._dtype.itemsize

    @_ReadOnly
    def nbytes(self):
        """The number of bytes of all elements."""
        return self.size * self._dtype.itemsize

    @_ReadOnly
    def strides(self):
        """For each axis, the bytes from one element to the next."""
        return tuple(step * self._dtype.itemsize for step in self._strides)

    @_ReadOnly
    def base(self):
        """The array whose list this view shares, or None."""
        return self._base

    @_ReadOnly
    def T(self):
        """The view with the axes in reverse order."""
        return view(self, self._shape[::-1], self._strides[::-1])

    @_ReadOnly
    def mT(self):
        """The view with the last two axes exchanged. Raises ValueError for fewer than two axes."""
        if len(self._shape) < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return view(
            self,
            (*self._shape[:-2], self._shape[-1], self._shape[-2]),
            (*self._strides[:-2], self._strides[-1], self._strides[-2]),
        )

    @_ReadOnly
    def flat(self):
        """The elements in row-major order."""
        return _Flat(self)

    @property
    def real(self):
        """The array itself, since there are no complex numbers."""
        return self

    @_ReadOnly
    def flags(self):
        """The memory layout of the elements, and whether they are writable."""
        return _Flags(self)

    def __getattr__(self, name):
        raise refused_name("ndarray", name)


_FLAGS = {
    "C_CONTIGUOUS": "c_contiguous", "C": "c_contiguous", "CONTIGUOUS": "c_contiguous",
    "F_CONTIGUOUS": "f_contiguous", "F": "f_contiguous", "FORTRAN": "f_contiguous",
    "OWNDATA": "owndata", "O": "owndata", "WRITEABLE": "writeable", "W": "writeable",
}  # fmt: skip


class _Flags:
    """The object that `flags` returns."""

    def __init__(self, a):
        self.c_contiguous = is_row_major(a._shape, a._strides)
        self.f_contiguous = is_row_major(a._shape[::-1], a._strides[::-1])
        self.contiguous = self.c_contiguous
        self.owndata = a._base is None
        self._array = a

    @property
    def writeable(self):
        return self._array._writeable

    @writeable.setter
    def writeable(self, value):
        if value and self._array._base is not None and not self._array._base._writeable:
            raise ValueError("cannot set WRITEABLE flag to True of this array")
        self._array._writeable = bool(value)

    def __getitem__(self, name):
        if name not in _FLAGS:
            raise KeyError("Unknown flag")
        return getattr(self, _FLAGS[name])

    def __setitem__(self, name, value):
        if name not in ("WRITEABLE", "W"):
            raise KeyError("Unknown flag")
        self.writeable = value


class _Flat(metaclass=Named):
    """The elements in row-major order, which can be read, iterated and assigned."""

    def __init__(self, a):
        self._array = a

    def __iter__(self):
        return map(box[self._array._dtype], values_of(self._array))

    def __len__(self):
        return self._array.size

    def __getitem__(self, index):
        self._check(index)
        taken = self._array.reshape(-1)[index]
        return taken.copy() if isinstance(taken, ndarray) else taken

    def _check(self, index):
        size = self._array.size
        if isinstance(index, int) and not -size <= index < size:
            raise IndexError(f"index {index} is out of bounds for size {size}")

    def __setitem__(self, index, value):
        a = self._array
        if not a._writeable:
            raise ValueError("underlying array is read-only")
        self._check(index)
        rows = make(list(values_of(a)), (a.size,), a._dtype)
        rows[index] = value
        write(a, rows._data)


name_fully(ndarray)
name_fully(_Flat, "flatiter")


def make(data, shape, dtype):
    """A new array that owns `data`, a flat list in row-major order."""
    made = object.__new__(ndarray)
    made._data, made._offset, made._shape = data, 0, shape
    made._strides = (1,) if len(shape) == 1 else row_major(shape)
    made._dtype, made._base, made._writeable = dtype, None, True
    return made


def view(a, shape, strides, offset=None, writeable=None):
    """Another array over the same list."""
    made = object.__new__(ndarray)
    made._data, made._shape, made._strides = a._data, tuple(shape), tuple(strides)
    made._offset = a._offset if offset is None else offset
    made._dtype = a._dtype
    made._base = a if a._base is None else a._base
    made._writeable = a._writeable if writeable is None else writeable
    return made


def permuted(a, order):
    """The view whose axes are those of `a` in this order."""
    if order == tuple(range(len(order))):
        return a
    return view(a, [a._shape[k] for k in order], [a._strides[k] for k in order])


def make_ordered(data, shape, dtype, order):
    """A new array stored with its axes in `order`, slowest first; `shape` is already in that order."""
    made = make(data, shape, dtype)
    if order != tuple(range(len(order))):
        back = sorted(range(len(order)), key=order.__getitem__)
        made._shape = tuple(made._shape[k] for k in back)
        made._strides = tuple(made._strides[k] for k in back)
    return made


def values_of(a):
    """The elements as a list in row-major order. It may be the array's own list and must not be changed."""
    if is_row_major(a._shape, a._strides):
        if len(a._data) == size_of(a._shape):
            return a._data
        return a._data[a._offset : a._offset + size_of(a._shape)]
    return gather(a._data, a._offset, a._shape, a._strides)


def own_values(a):
    """The elements as a new list in row-major order."""
    values = values_of(a)
    return list(values) if values is a._data else values


def write(a, values):
    """Stores a list of values of the array's dtype, in row-major order."""
    if not a._writeable:
        raise ValueError("assignment destination is read-only")
    scatter(a._data, a._offset, a._shape, a._strides, values)


def broadcast(a, shape):
    """The read-only view of `a` with a shape that it broadcasts to."""
    if a._shape == shape:
        return a
    return view(a, shape, stretched(a._shape, a._strides, shape), writeable=False)


def result_of(a):
    """The array, or its one element as a scalar if it has no axes."""
    return a if a._shape else box[a._dtype](a._data[a._offset])


def positions(a):
    """The position of each element in the list, in row-major order."""
    return places(a._offset, a._shape, a._strides)


def contiguous(a):
    """`a`, or a copy of it stored in row-major order."""
    return a if is_row_major(a._shape, a._strides) else make(own_values(a), a._shape, a._dtype)
