"""A small NumPy in plain Python: arrays of float64, int64 and bool that behave and print as those of NumPy 2.

`_coverage` lists the names. Other names of NumPy raise an error with an alternative.
"""

import math as _math

from . import _methods as _methods, exceptions, linalg, random
from ._core.array import ndarray
from ._core.conversion import array, asarray, asarray as asanyarray, ascontiguousarray, copy
from ._core.dtypes import dtype
from ._core.indexing import nonzero, take
from ._core.naming import name_publicly as _name_publicly
from ._core.scalars import (
    bool_,
    bool_ as bool,
    false as False_,
    float64,
    float64 as double,
    floating,
    generic,
    inexact,
    int64,
    int64 as int_,
    int64 as intp,
    integer,
    number,
    signedinteger,
    true as True_,
)
from ._core.warnings import errstate, geterr, seterr
from ._coverage import COVERAGE as _COVERAGE, refused_name as _refused_name
from ._functions.accumulations import cumprod, cumsum, diff
from ._functions.calculus import divmod, ediff1d, fix, gradient, isneginf, isposinf, modf, nan_to_num, sinc, trapezoid
from ._functions.comparing import allclose, array_equal, array_equiv, isclose, may_share_memory, shares_memory
from ._functions.covariances import corrcoef, cov
from ._functions.creation import (
    diag,
    diagonal,
    empty,
    empty_like,
    eye,
    fromfunction,
    fromiter,
    full,
    full_like,
    identity,
    meshgrid,
    ones,
    ones_like,
    tri,
    tril,
    triu,
    zeros,
    zeros_like,
)
from ._functions.functional import (
    apply_along_axis,
    c_,
    indices,
    iterable,
    ix_,
    mgrid,
    ndenumerate,
    ndindex,
    ogrid,
    r_,
    unravel_index,
    vectorize,
)
from ._functions.histograms import bincount, digitize, histogram, histogram_bin_edges
from ._functions.joining import (
    append,
    array_split,
    column_stack,
    concatenate,
    concatenate as concat,
    delete,
    dstack,
    hsplit,
    hstack,
    insert,
    repeat,
    resize,
    split,
    stack,
    tile,
    vsplit,
    vstack,
)
from ._functions.nan_statistics import (
    nanargmax,
    nanargmin,
    nancumprod,
    nancumsum,
    nanmax,
    nanmean,
    nanmedian,
    nanmin,
    nanprod,
    nanstd,
    nansum,
    nanvar,
)
from ._functions.padding import pad
from ._functions.polynomials import polyadd, polyder, polyint, polymul, polysub, polyval, vander
from ._functions.printing import (
    array2string,
    array_repr,
    array_str,
    format_float_positional,
    get_printoptions,
    printoptions,
    set_printoptions,
)
from ._functions.products import (
    convolve,
    correlate,
    cross,
    dot,
    inner,
    kron,
    matmul,
    outer,
    tensordot,
    trace,
    vdot,
    vecdot,
)
from ._functions.quantiles import median, percentile, quantile
from ._functions.ranges import arange, geomspace, linspace, logspace
from ._functions.reductions import (
    all,
    any,
    argmax,
    argmin,
    average,
    count_nonzero,
    max,
    max as amax,
    mean,
    min,
    min as amin,
    prod,
    ptp,
    std,
    sum,
    var,
)
from ._functions.rounding import around, round
from ._functions.searching import argwhere, clip, compress, extract, flatnonzero, interp
from ._functions.shaping import (
    atleast_1d,
    atleast_2d,
    broadcast_arrays,
    broadcast_shapes,
    broadcast_to,
    copyto,
    expand_dims,
    flip,
    fliplr,
    flipud,
    matrix_transpose,
    moveaxis,
    permute_dims,
    ravel,
    reshape,
    roll,
    rot90,
    squeeze,
    swapaxes,
    transpose,
)
from ._functions.sorting import argsort, intersect1d, isin, lexsort, searchsorted, setdiff1d, sort, union1d, unique
from ._functions.types import (
    can_cast,
    finfo,
    iinfo,
    iscomplexobj,
    isrealobj,
    isscalar,
    issubdtype,
    ndim,
    promote_types,
    real,
    result_type,
    shape,
    size,
)
from ._functions.where import select, where
from ._linalg.polyfit import polyfit
from ._loops.ufunc import ufunc
from ._loops.ufuncs import (
    absolute,
    absolute as abs,
    add,
    arccos,
    arccos as acos,
    arccosh,
    arccosh as acosh,
    arcsin,
    arcsin as asin,
    arcsinh,
    arcsinh as asinh,
    arctan,
    arctan as atan,
    arctan2,
    arctan2 as atan2,
    arctanh,
    arctanh as atanh,
    bitwise_and,
    bitwise_or,
    bitwise_xor,
    cbrt,
    ceil,
    conjugate,
    conjugate as conj,
    copysign,
    cos,
    cosh,
    deg2rad,
    degrees,
    divide,
    divide as true_divide,
    equal,
    exp,
    exp2,
    expm1,
    fabs,
    float_power,
    floor,
    floor_divide,
    fmax,
    fmin,
    fmod,
    gcd,
    greater,
    greater_equal,
    heaviside,
    hypot,
    invert,
    invert as bitwise_invert,
    invert as bitwise_not,
    isfinite,
    isinf,
    isnan,
    lcm,
    left_shift,
    left_shift as bitwise_left_shift,
    less,
    less_equal,
    log,
    log1p,
    log2,
    log10,
    logaddexp,
    logical_and,
    logical_not,
    logical_or,
    logical_xor,
    maximum,
    minimum,
    multiply,
    negative,
    nextafter,
    not_equal,
    positive,
    power,
    power as pow,
    rad2deg,
    radians,
    reciprocal,
    remainder,
    remainder as mod,
    right_shift,
    right_shift as bitwise_right_shift,
    rint,
    sign,
    signbit,
    sin,
    sinh,
    sqrt,
    square,
    subtract,
    tan,
    tanh,
    trunc,
)

__version__ = "2.4.6"
__all__ = [_name for _name in _COVERAGE if "." not in _name]

pi, e, inf, nan = _math.pi, _math.e, _math.inf, _math.nan
euler_gamma = 0.5772156649015329
newaxis = None


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    raise _refused_name("", name)


_name_publicly(globals(), "numpy", __all__)
