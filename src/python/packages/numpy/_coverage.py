"""The names of this NumPy, each with the accuracy of its results. Other names of NumPy raise an error.

"exact": equal to NumPy's to the bit, and printed alike. "2 ulp": within two units in the last place. "backward error":
the exact result for operands changed by a few units in the last place. That includes sums of products, whose order of
addition depends on NumPy's linear algebra library.
"""

import difflib

from ._refusal import RefusedName

# fmt: off
COVERAGE = {
    # Elementwise and exact, creation, shape, reductions, sorting and searching, printing
    "ndarray": "exact", "dtype": "exact", "generic": "exact", "number": "exact", "integer": "exact",
    "signedinteger": "exact", "inexact": "exact", "floating": "exact", "float64": "exact", "double": "exact",
    "int64": "exact", "int_": "exact", "intp": "exact", "bool": "exact", "bool_": "exact", "True_": "exact",
    "False_": "exact", "pi": "exact", "e": "exact", "inf": "exact", "nan": "exact", "newaxis": "exact",
    "euler_gamma": "exact", "ufunc": "exact", "array": "exact", "asarray": "exact", "asanyarray": "exact",
    "zeros": "exact", "ones": "exact", "empty": "exact", "full": "exact", "zeros_like": "exact", "ones_like": "exact",
    "empty_like": "exact", "full_like": "exact", "arange": "exact", "linspace": "exact", "eye": "exact",
    "identity": "exact", "diag": "exact", "diagonal": "exact", "tri": "exact", "tril": "exact", "triu": "exact",
    "vander": "exact", "meshgrid": "exact", "fromfunction": "exact", "fromiter": "exact", "copy": "exact",
    "ascontiguousarray": "exact", "indices": "exact", "mgrid": "exact", "ogrid": "exact", "r_": "exact",
    "c_": "exact", "ix_": "exact", "reshape": "exact", "ravel": "exact", "transpose": "exact",
    "permute_dims": "exact", "matrix_transpose": "exact", "swapaxes": "exact", "moveaxis": "exact",
    "expand_dims": "exact", "squeeze": "exact", "atleast_1d": "exact", "atleast_2d": "exact", "broadcast_to": "exact",
    "broadcast_arrays": "exact", "broadcast_shapes": "exact", "flip": "exact", "flipud": "exact", "fliplr": "exact",
    "rot90": "exact", "roll": "exact", "repeat": "exact", "tile": "exact", "concatenate": "exact", "concat": "exact",
    "stack": "exact", "vstack": "exact", "hstack": "exact", "dstack": "exact", "column_stack": "exact",
    "array_split": "exact", "split": "exact", "vsplit": "exact", "hsplit": "exact", "append": "exact",
    "insert": "exact", "delete": "exact", "resize": "exact", "pad": "exact", "copyto": "exact", "add": "exact",
    "subtract": "exact", "multiply": "exact", "divide": "exact", "true_divide": "exact", "floor_divide": "exact",
    "remainder": "exact", "mod": "exact", "fmod": "exact", "divmod": "exact", "negative": "exact",
    "positive": "exact", "absolute": "exact", "abs": "exact", "fabs": "exact", "sign": "exact", "square": "exact",
    "sqrt": "exact", "reciprocal": "exact", "floor": "exact", "ceil": "exact", "trunc": "exact", "fix": "exact",
    "rint": "exact", "round": "exact", "around": "exact", "maximum": "exact", "minimum": "exact", "fmax": "exact",
    "fmin": "exact", "less": "exact", "less_equal": "exact", "greater": "exact", "greater_equal": "exact",
    "equal": "exact", "not_equal": "exact", "logical_and": "exact", "logical_or": "exact", "logical_xor": "exact",
    "logical_not": "exact", "bitwise_and": "exact", "bitwise_or": "exact", "bitwise_xor": "exact",
    "bitwise_not": "exact", "bitwise_invert": "exact", "invert": "exact", "left_shift": "exact",
    "right_shift": "exact", "bitwise_left_shift": "exact", "bitwise_right_shift": "exact", "gcd": "exact",
    "lcm": "exact", "isnan": "exact", "isinf": "exact", "isfinite": "exact", "isneginf": "exact", "isposinf": "exact",
    "signbit": "exact", "copysign": "exact", "nextafter": "exact", "heaviside": "exact",
    "modf": "exact", "degrees": "exact", "rad2deg": "exact", "radians": "exact", "deg2rad": "exact", "conj": "exact",
    "conjugate": "exact", "sum": "exact", "prod": "exact", "mean": "exact", "var": "exact", "std": "exact",
    "average": "exact", "median": "exact", "percentile": "exact", "quantile": "exact", "max": "exact", "min": "exact",
    "amax": "exact", "amin": "exact", "ptp": "exact", "argmax": "exact", "argmin": "exact", "all": "exact",
    "any": "exact", "count_nonzero": "exact", "cumsum": "exact", "cumprod": "exact", "diff": "exact",
    "ediff1d": "exact", "gradient": "exact", "trapezoid": "exact", "nansum": "exact", "nanprod": "exact",
    "nancumsum": "exact", "nancumprod": "exact", "nanmean": "exact", "nanvar": "exact", "nanstd": "exact",
    "nanmax": "exact", "nanmin": "exact", "nanargmax": "exact", "nanargmin": "exact", "nanmedian": "exact",
    "sort": "exact", "argsort": "exact", "lexsort": "exact", "unique": "exact",
    "searchsorted": "exact", "where": "exact", "select": "exact", "nonzero": "exact", "argwhere": "exact",
    "flatnonzero": "exact", "extract": "exact", "compress": "exact", "take": "exact", "clip": "exact",
    "isin": "exact", "intersect1d": "exact", "union1d": "exact", "setdiff1d": "exact", "interp": "exact",
    "digitize": "exact", "bincount": "exact", "histogram": "exact", "histogram_bin_edges": "exact",
    "nan_to_num": "exact", "unravel_index": "exact", "isclose": "exact", "allclose": "exact", "array_equal": "exact",
    "array_equiv": "exact", "may_share_memory": "exact", "shares_memory": "exact", "polyval": "exact",
    "polyadd": "exact", "polysub": "exact", "polyder": "exact", "polyint": "exact", "vectorize": "exact",
    "apply_along_axis": "exact", "ndenumerate": "exact", "ndindex": "exact", "iterable": "exact",
    "issubdtype": "exact", "isscalar": "exact", "result_type": "exact", "promote_types": "exact", "can_cast": "exact",
    "shape": "exact", "ndim": "exact", "size": "exact", "isrealobj": "exact", "iscomplexobj": "exact",
    "real": "exact", "finfo": "exact", "iinfo": "exact", "array2string": "exact", "array_str": "exact",
    "array_repr": "exact", "set_printoptions": "exact", "get_printoptions": "exact", "printoptions": "exact",
    "format_float_positional": "exact", "errstate": "exact", "seterr": "exact", "geterr": "exact", "linalg": "exact",
    "random": "exact", "exceptions": "exact", "outer": "exact", "kron": "exact", "trace": "exact",
    "cross": "exact",
    # Elementary functions
    "exp": "2 ulp", "exp2": "2 ulp", "expm1": "2 ulp", "log": "2 ulp", "log2": "2 ulp", "log10": "2 ulp",
    "log1p": "2 ulp", "logaddexp": "2 ulp", "cbrt": "2 ulp", "power": "2 ulp", "pow": "2 ulp", "float_power": "2 ulp",
    "sin": "2 ulp", "cos": "2 ulp", "tan": "2 ulp", "arcsin": "2 ulp", "asin": "2 ulp", "arccos": "2 ulp",
    "acos": "2 ulp", "arctan": "2 ulp", "atan": "2 ulp", "arctan2": "2 ulp", "atan2": "2 ulp", "sinh": "2 ulp",
    "cosh": "2 ulp", "tanh": "2 ulp", "arcsinh": "2 ulp", "asinh": "2 ulp", "arccosh": "2 ulp", "acosh": "2 ulp",
    "arctanh": "2 ulp", "atanh": "2 ulp", "hypot": "2 ulp", "sinc": "2 ulp", "logspace": "2 ulp",
    "geomspace": "2 ulp",
    # Sums of products, and least squares
    "dot": "backward error", "matmul": "backward error", "inner": "backward error", "vdot": "backward error",
    "vecdot": "backward error", "tensordot": "backward error", "convolve": "backward error",
    "correlate": "backward error", "polymul": "backward error", "cov": "backward error", "corrcoef": "backward error",
    "polyfit": "backward error",
    # Attributes and methods of arrays
    "ndarray.T": "exact", "ndarray.all": "exact", "ndarray.any": "exact", "ndarray.argmax": "exact",
    "ndarray.argmin": "exact", "ndarray.argsort": "exact", "ndarray.astype": "exact", "ndarray.base": "exact",
    "ndarray.clip": "exact", "ndarray.compress": "exact", "ndarray.conj": "exact", "ndarray.conjugate": "exact",
    "ndarray.copy": "exact", "ndarray.cumprod": "exact", "ndarray.cumsum": "exact", "ndarray.diagonal": "exact",
    "ndarray.dtype": "exact", "ndarray.fill": "exact", "ndarray.flags": "exact", "ndarray.flat": "exact",
    "ndarray.flatten": "exact", "ndarray.item": "exact", "ndarray.itemsize": "exact", "ndarray.mT": "exact",
    "ndarray.max": "exact", "ndarray.mean": "exact", "ndarray.min": "exact", "ndarray.nbytes": "exact",
    "ndarray.ndim": "exact", "ndarray.nonzero": "exact", "ndarray.prod": "exact", "ndarray.put": "exact",
    "ndarray.ravel": "exact", "ndarray.real": "exact", "ndarray.repeat": "exact", "ndarray.reshape": "exact",
    "ndarray.round": "exact", "ndarray.searchsorted": "exact", "ndarray.shape": "exact", "ndarray.size": "exact",
    "ndarray.sort": "exact", "ndarray.squeeze": "exact", "ndarray.std": "exact", "ndarray.strides": "exact",
    "ndarray.sum": "exact", "ndarray.swapaxes": "exact", "ndarray.take": "exact", "ndarray.tolist": "exact",
    "ndarray.trace": "exact", "ndarray.transpose": "exact", "ndarray.var": "exact", "ndarray.view": "exact",
    "ndarray.dot": "backward error",
    # Linear algebra
    "linalg.LinAlgError": "exact", "linalg.cross": "exact", "linalg.matrix_rank": "exact",
    "linalg.matrix_transpose": "exact", "linalg.outer": "exact", "linalg.trace": "exact",
    "linalg.cond": "backward error", "linalg.det": "backward error", "linalg.eigvalsh": "backward error",
    "linalg.inv": "backward error", "linalg.lstsq": "backward error", "linalg.matrix_norm": "backward error",
    "linalg.norm": "backward error", "linalg.pinv": "backward error", "linalg.slogdet": "backward error",
    "linalg.solve": "backward error", "linalg.svdvals": "backward error", "linalg.vector_norm": "backward error",
    "linalg.matmul": "backward error", "linalg.matrix_power": "backward error", "linalg.vecdot": "backward error",
    "linalg.tensordot": "backward error",
    # Random numbers
    "random.seed": "exact", "random.random": "exact", "random.rand": "exact", "random.randn": "exact",
    "random.random_sample": "exact", "random.uniform": "exact", "random.normal": "exact",
    "random.standard_normal": "exact", "random.exponential": "exact", "random.standard_exponential": "exact",
    "random.randint": "exact", "random.permutation": "exact", "random.shuffle": "exact", "random.choice": "exact",
    "random.RandomState": "exact", "random.Generator": "exact", "random.PCG64": "exact",
    "random.default_rng": "exact",
}
# fmt: on

#: Names of NumPy that this package lacks.
ELSEWHERE = frozenset(
    (
        "ScalarType angle apply_over_axes argpartition asarray_chkfinite asfortranarray asmatrix astype atleast_3d "
        "bartlett base_repr binary_repr bitwise_count blackman block bmat broadcast busday_count busday_offset "
        "busdaycalendar byte bytes_ cdouble char character choose clongdouble common_type complex128 complex256 "
        "complex64 complexfloating core csingle ctypeslib cumulative_prod cumulative_sum datetime64 "
        "datetime_as_string datetime_data diag_indices diag_indices_from diagflat dsplit dtypes einsum einsum_path "
        "emath f2py fft fill_diagonal flatiter flexible float128 float16 float32 format_float_scientific frexp "
        "from_dlpack frombuffer fromfile frompyfunc fromregex fromstring genfromtxt get_include getbufsize geterrcall "
        "half hamming hanning histogram2d histogramdd i0 imag index_exp info int16 int32 int8 intc is_busday "
        "iscomplex isdtype isfortran isnat isreal kaiser ldexp lib little_endian load loadtxt logaddexp2 long "
        "longdouble longlong ma mask_indices matrix matvec memmap min_scalar_type mintypecode nanpercentile "
        "nanquantile nditer nested_iters object_ packbits piecewise place poly poly1d polydiv polynomial put "
        "put_along_axis putmask ravel_multi_index real_if_close rec recarray record require rollaxis roots row_stack "
        "s_ save savetxt savez savez_compressed sctypeDict setbufsize seterrcall setxor1d short show_config "
        "show_runtime single sort_complex spacing str_ strings take_along_axis test testing timedelta64 tril_indices "
        "tril_indices_from trim_zeros triu_indices triu_indices_from typecodes typename typing ubyte uint uint16 "
        "uint32 uint64 uint8 uintc uintp ulong ulonglong unique_all unique_counts unique_inverse unique_values "
        "unpackbits unsignedinteger unstack unwrap ushort vecmat void "
    ).split()
)
ARRAY_ELSEWHERE = frozenset(
    (
        "argpartition byteswap choose ctypes data device dump dumps getfield imag partition resize setfield setflags "
        "to_device tobytes tofile "
    ).split()
)
LINALG_ELSEWHERE = frozenset("cholesky eig eigh eigvals multi_dot qr svd tensorinv tensorsolve".split())

_WAYS_OUT = {
    "testing": "Write assert np.allclose(a, b).",
    "poly1d": "Use polyval with a vector of coefficients.",
    "polynomial": "Use polyfit and polyval.",
    "einsum": "Write it with @, sum and transpose.",
    "float32": "Use float64.",
    "int32": "Use int64.",
    "complex128": "Keep the real and the imaginary part in two arrays.",
    "matrix": "Use two-dimensional arrays and @.",
    "load": "There are no files here: write the numbers into the program.",
    "loadtxt": "There are no files here: write the numbers into the program.",
    "genfromtxt": "There are no files here: write the numbers into the program.",
    "fromfile": "There are no files here: write the numbers into the program.",
    "memmap": "There are no files here: write the numbers into the program.",
    "save": "There are no files here: print the numbers.",
    "savetxt": "There are no files here: print the numbers.",
    "savez": "There are no files here: print the numbers.",
    "savez_compressed": "There are no files here: print the numbers.",
    "fft": "Write the sums of sines and cosines with np.sin, np.cos and @.",
    "ma": "Select elements with a condition: x[np.isfinite(x)].",
    "linalg.eig": "For the eigenvalues of a symmetric matrix, use eigvalsh.",
    "linalg.eigvals": "For the eigenvalues of a symmetric matrix, use eigvalsh.",
    "linalg.tensorinv": "Reshape to a matrix and use inv.",
    "linalg.tensorsolve": "Reshape to a matrix and use solve.",
    "linalg.multi_dot": "Write the product with @.",
    "linalg.eigh": "For the eigenvalues, use eigvalsh.",
    "linalg.svd": "For the singular values, use svdvals.",
    "linalg.qr": "For least squares, use lstsq.",
    "linalg.cholesky": "For a system of equations, use solve.",
}
_REMOVED = {
    "float": "float", "int": "int", "complex": "complex", "object": "object", "str": "str",
    "trapz": "np.trapezoid", "product": "np.prod", "cumproduct": "np.cumprod", "alltrue": "np.all",
    "sometrue": "np.any", "in1d": "np.isin", "float_": "np.float64", "Inf": "np.inf", "NaN": "np.nan", "NAN": "np.nan",
    "infty": "np.inf", "bool8": "np.bool", "msort": "np.sort", "round_": "np.round", "asfarray": "np.asarray",
}  # fmt: skip


_CLASSES = ("ndarray", "float64", "int64", "bool")


def refused_name(home, name):
    """The error for a missing name. `home` is "", a module such as "linalg", or a class such as "ndarray"."""
    path = f"{home}.{name}" if home else name
    if not _is_elsewhere(home, name):
        return _unknown(home, name)
    return RefusedName(f"`np.{path}` is not part of the NumPy that runs in this page. {_way_out(path)}")


def _is_elsewhere(home, name):
    if home == "":
        return name in ELSEWHERE
    return name in (LINALG_ELSEWHERE if home == "linalg" else ARRAY_ELSEWHERE if home in _CLASSES else ())


def _unknown(home, name):
    if home in _CLASSES:
        return AttributeError(f"'numpy.{home}' object has no attribute '{name}'")
    module = f"numpy.{home}" if home else "numpy"
    advice = f". NumPy 2 has {_REMOVED[name]} in its place" if not home and name in _REMOVED else ""
    return AttributeError(f"module '{module}' has no attribute '{name}'{advice}")


def _way_out(path):
    if path in _WAYS_OUT:
        return _WAYS_OUT[path]
    home, _, name = path.rpartition(".")
    known = [key.rpartition(".")[2] for key in COVERAGE if key.rpartition(".")[0] == home]
    near = difflib.get_close_matches(name, known, 1, 0.75)
    return f"Perhaps you can use `{near[0]}`." if near else "Run the program with NumPy on your own machine."
