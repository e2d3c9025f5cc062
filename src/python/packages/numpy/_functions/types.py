"""Functions of dtypes, and the limits of float64 and int64."""

from numbers import Number

from .._core.array import ndarray
from .._core.axes import as_axis
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, as_dtype, dtype, promoted
from .._core.scalars import bool_, box, float64, floating, generic, inexact, int64, integer, number, signedinteger

_PARENTS = {
    FLOAT: (float64, floating, inexact, number, generic),
    INT: (int64, signedinteger, integer, number, generic),
    BOOL: (bool_, generic),
}


def issubdtype(arg1, arg2):
    """Whether a dtype is of a kind: np.floating, np.integer, np.number or a dtype itself."""
    if isinstance(arg1, type) and arg1 in (floating, inexact, number, generic, integer, signedinteger):
        return isinstance(arg2, type) and issubclass(arg1, arg2)
    parents = _PARENTS[as_dtype(arg1)]
    if isinstance(arg2, type) and issubclass(arg2, generic):
        return arg2 in parents
    return as_dtype(arg2) is as_dtype(arg1)


def isscalar(element):
    """Whether `element` is a number or text rather than an array."""
    return isinstance(element, (generic, Number, str, bytes))


def result_type(*arrays_and_dtypes):
    """The dtype of the result of arithmetic between these."""
    if not arrays_and_dtypes:
        raise ValueError("at least one array or dtype is required")
    return promoted([_dtype_of(x) for x in arrays_and_dtypes])


def _dtype_of(x):
    if isinstance(x, (type, str, dtype)):
        return as_dtype(x)
    return asarray(x)._dtype


def promote_types(type1, type2):
    """The smallest dtype that holds values of both."""
    return promoted([as_dtype(type1), as_dtype(type2)])


def can_cast(from_, to, casting="safe"):
    """Whether values of one dtype may become values of another."""
    if not isinstance(from_, (type, str, dtype, ndarray, generic)):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
            "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    source, target = _dtype_of(from_), as_dtype(to)
    if casting == "unsafe":
        return True
    return source is target if casting in ("no", "equiv") else source.rank <= target.rank


def shape(a):
    """The lengths of the axes."""
    return asarray(a)._shape


def ndim(a):
    """The number of axes."""
    return asarray(a).ndim


def size(a, axis=None):
    """The number of elements, in total or along an axis."""
    a = asarray(a)
    return a.size if axis is None else a._shape[as_axis(axis, a.ndim)]


def isrealobj(x):
    """True, since there are no complex numbers."""
    return not iscomplexobj(x)


def iscomplexobj(x):
    """False, since there are no complex numbers."""
    return isinstance(x, complex) or asarray(x).dtype.kind == "c"


def real(val):
    """The elements themselves, since there are no complex numbers."""
    return val.real if hasattr(val, "real") else asarray(val)


class finfo:
    """The limits of float64."""

    bits, precision, nmant, nexp = 64, 15, 52, 11
    machep, negep, iexp, minexp, maxexp = -52, -53, 11, -1022, 1024

    def __init__(self, dtype):
        found = dtype.dtype if isinstance(dtype, (ndarray, generic)) else _dtype_of(dtype)
        if found is not FLOAT:
            raise ValueError(f"data type {dtype!r} not inexact")
        self.dtype = FLOAT
        self.eps, self.epsneg, self.resolution = map(box[FLOAT], (2.0**-52, 2.0**-53, 1e-15))
        self.max, self.min = box[FLOAT](1.7976931348623157e308), box[FLOAT](-1.7976931348623157e308)
        self.tiny = self.smallest_normal = box[FLOAT](2.2250738585072014e-308)
        self.smallest_subnormal = box[FLOAT](5e-324)

    def __repr__(self):
        return f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        rule = "-" * 63
        return (
            f"Machine parameters for float64\n{rule}\n"
            f"precision = {self.precision}   resolution = {self.resolution}\n"
            f"machep = {self.machep}   eps =        {self.eps}\n"
            f"negep =  {self.negep}   epsneg =     {self.epsneg}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny}\n"
            f"maxexp = {self.maxexp}   max =        {self.max}\n"
            f"nexp =   {self.nexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal}   smallest_subnormal = {self.smallest_subnormal}\n{rule}\n"
        )


class iinfo:
    """The limits of int64."""

    bits, kind, min, max = 64, "i", INT_MIN, INT_MAX

    def __init__(self, type):
        found = asarray(type)._dtype if isinstance(type, (int, generic, ndarray)) else as_dtype(type)
        if found is not INT:
            raise ValueError(f"Invalid integer data type {found.kind!r}.")
        self.dtype = INT

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype=int64)"

    def __str__(self):
        rule = "-" * 63
        return f"Machine parameters for int64\n{rule}\nmin = {self.min}\nmax = {self.max}\n{rule}\n"
