"""The class of elementwise functions: promotion, broadcasting and iteration over the operands."""

from itertools import compress

from .._core.array import broadcast, make, make_ordered, ndarray, permuted, values_of, write
from .._core.conversion import asarray, stored_as
from .._core.dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, cannot_cast, cast, given_dtype, promoted
from .._core.indexing import places_of
from .._core.layout import is_row_major, joint_shape, memory_order, spell
from .._core.naming import Named, name_fully
from .._core.scalars import bool_, box, float64, int64
from .._core.warnings import OVER, report
from .._refusal import refuse, refuse_keywords
from ..exceptions import UFuncTypeError, _UFuncNoLoopError, _UFuncOutputCastingError
from .quick_columns import columns_of_one, columns_of_two, no_columns

_SCALARS = {float: FLOAT, int: INT, bool: BOOL, float64: FLOAT, int64: INT, bool_: BOOL}
_UNBOXED = frozenset((int64, bool_))


class ufunc(metaclass=Named):
    """A function applied to each element.

    `loops` gives, for each dtype of the operands, the loop and the dtype of its result; an operand of another dtype is
    promoted to the next one that has a loop.
    """

    def __init__(self, name, nin, loops, *, refused=(), errors=None, identity=None):
        self.__name__, self.nin, self._loops = name, nin, loops
        self._refused, self._errors, self.identity = refused, errors or {}, identity
        self.nout, self.nargs = 1, nin + 1
        # For operands that need no preparation.
        has_quick_loop = FLOAT in loops and FLOAT not in self._errors and FLOAT not in refused
        self._quick_loop, self._quick_result = loops[FLOAT] if has_quick_loop else (None, None)
        quick_columns = {1: columns_of_one, 2: columns_of_two}.get(nin, no_columns)
        self._quick_columns = quick_columns if has_quick_loop else no_columns

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __getattr__(self, name):
        if name in ("types", "ntypes", "signature", "reduceat", "resolve_dtypes", "__doc__"):
            raise refuse(f"The attribute `{name}` of {self.__name__}", "Look at what the function returns.")
        raise AttributeError(f"'numpy.ufunc' object has no attribute '{name}'")

    def __call__(self, *args, out=None, where=True, dtype=None, casting="same_kind", order="K", subok=True, **others):
        """The results for arrays that broadcast: a new array, a scalar, or `out`.

        Raises TypeError for operands without a loop, ValueError for shapes that do not match, FloatingPointError
        depending on `seterr`, NotImplementedError for arguments that are not supported.
        """
        refuse_keywords(self.__name__, others)
        if order not in ("K", "C", "A"):
            raise refuse(f"The argument order={order!r} of {self.__name__}", "Remove it.")
        if len(args) != self.nin:
            if len(args) == self.nin + 1 and out is None:
                args, out = args[:-1], args[-1]
            else:
                raise TypeError(
                    f"{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments "
                    f"but {len(args)} were given"
                )
        if dtype is not None:
            args = self._as_dtype(args, given_dtype(dtype), casting)
        if isinstance(out, tuple):
            (out,) = out
        if out is None and where is True:
            return self.operate(*args)
        return self._operate_into(args, out, where)

    def _as_dtype(self, args, dtype, casting):
        args = [operand(x) for x in args]
        known = self._loops.get(dtype)
        if known is None or known[1] is not dtype:
            raise refuse(f"The argument dtype={dtype} of {self.__name__}", "Use astype on the operands.")
        if casting != "unsafe" and any(x._dtype.rank > dtype.rank for x in args):
            raise UFuncTypeError(
                f"Cannot cast ufunc '{self.__name__}' input "
                + (f"{next(k for k, x in enumerate(args) if x._dtype.rank > dtype.rank)} " if self.nin > 1 else "")
                + f"from {promoted([x._dtype for x in args])!r} to {dtype!r} with casting rule '{casting}'"
            )
        return [x.astype(dtype) for x in args]

    def operate(self, *args):
        """The result: an array, or a scalar if no operand has axes."""
        result, flags = self.flagged(*args)
        if flags:
            report(flags, self.__name__)
        return result

    def between_scalars(self, *args):
        """The result of an operator of scalars, whose warnings have another name and include integer overflow."""
        result, flags = self.flagged(*args, scalar=True)
        if flags:
            report(flags, f"scalar {self.__name__}")
        return result

    def flagged(self, *args, scalar=False):
        """The result, and the flags to be reported."""
        columns, shape = self._quick_columns(*args)
        if columns:
            data, flags = self._quick_loop(*columns)
            return make(data, shape, self._quick_result) if shape else box[self._quick_result](data[0]), flags
        operands = [operand(x) for x in args]
        dtype = self.chosen([x._dtype for x in operands], args)
        if all(type(x) is int for x in args):
            _check_sizes(self, args)
        must_fit = _must_fit(self, operands)
        operands = [_of_dtype(x, dtype, must_fit) for x in operands]
        shape = operands[0]._shape
        order = None
        if all(x._shape == shape and is_row_major(shape, x._strides) for x in operands):
            columns = [values_of(x) for x in operands]
        else:
            columns, shape, order = aligned(operands)
        data, result, flags = self.compute(dtype, columns, scalar)
        if not shape:
            return box[result](data[0]), flags
        if order is None:
            return make(data, shape, result), flags
        return make_ordered(data, shape, result, order), flags

    def compute(self, dtype, columns, scalar=False):
        """Applies the loop for a dtype to lists of its values; returns (results, their dtype, flags)."""
        loop, result = self._loops[dtype]
        data, flags = loop(*columns)
        if dtype is INT and not scalar and self.__name__ not in _REPORT_WHOLE_OVERFLOW:
            flags &= ~OVER
        return data, result, flags

    def chosen(self, dtypes, args=()):
        """The dtype whose loop is used for operands of these dtypes."""
        dtype = promoted(dtypes)
        if self._errors.get(dtype) is NO_LOOP:
            raise _no_loop(self.__name__, dtypes, args)
        if dtype in self._errors:
            raise self._errors[dtype]
        if dtype in self._refused:
            raise refuse(
                f"{self.__name__} of {'truth values' if dtype is BOOL else dtype}, whose result has a smaller dtype,",
                "Convert with .astype(int) or .astype(float) first.",
            )
        for candidate in (BOOL, INT, FLOAT):
            if candidate.rank >= dtype.rank and candidate in self._loops:
                return candidate
        raise unsupported(self.__name__)

    def _operate_into(self, args, out, where):
        """The operation with `out` and `where`: only the selected elements of `out` are computed and written."""
        if type(out) is ndarray and not out._writeable:
            raise ValueError("output array is read-only")
        operands = [operand(x) for x in args]
        mask = None if where is True else operand(where)
        if mask is not None and mask._dtype is not BOOL:
            raise cannot_cast(mask, BOOL, "safe")
        if out is not None and type(out) is not ndarray:
            raise TypeError("return arrays must be of ArrayType")
        if out is None:
            raise refuse(
                f"The argument `where` of {self.__name__} without `out`",
                "Give out=np.zeros(...): elements that are not computed keep their value.",
            )
        dtype = self.chosen([x._dtype for x in operands], args)
        self._check_cast(self._loops[dtype][1], out)
        must_fit = _must_fit(self, operands)
        operands = [_of_dtype(x, dtype, must_fit) for x in operands]
        self._check_fits(operands, out, [mask] if mask is not None else [])
        columns = [values_of(broadcast(x, out._shape)) for x in operands]
        chosen = None if mask is None else values_of(broadcast(mask, out._shape))
        if chosen is not None:
            columns = [list(compress(column, chosen)) for column in columns]
        data, result, flags = self.compute(dtype, columns)
        if flags:
            report(flags, self.__name__)
        data = cast(data, result, out._dtype)
        if chosen is not None:
            fresh = iter(data)
            data = [next(fresh) if ok else v for v, ok in zip(values_of(out), chosen)]
        write(out, data)
        return out

    def _check_cast(self, result, out):
        if result.rank > out._dtype.rank:
            raise _UFuncOutputCastingError(
                f"Cannot cast ufunc '{self.__name__}' output from {result!r} to {out._dtype!r} "
                "with casting rule 'same_kind'"
            )

    def _check_fits(self, operands, out, masks):
        """Raises ValueError unless the operands and masks broadcast to the shape of `out`."""
        shape = joint_shape([x._shape for x in (*operands, *masks)])
        joint = None if shape is None else joint_shape([shape, out._shape])
        if joint is None:
            raise unbroadcastable([*operands, out, *masks])
        if joint != out._shape:
            raise ValueError(
                f"non-broadcastable output operand with shape {spell(out._shape)} "
                f"doesn't match the broadcast shape {spell(joint)}"
            )

    def into(self, out, other):
        """`out` with the result written into it, as in an assignment with +=."""
        return self._operate_into((out, other), out, True)

    def outer(self, a, b):
        """The results for every element of `a` with every element of `b`."""
        a, b = operand(a), operand(b)
        return self.operate(a.reshape(a._shape + (1,) * b.ndim), b)

    def at(self, a, indices, b=None):
        """Updates elements of `a` with those of `b` one after the other, so that repeated indices count each time."""
        if self.nin != 2:
            raise refuse(f"np.{self.__name__}.at", "Assign to a[indices].")
        places, others = places_of(a, indices), operand(b)
        dtype = self.chosen([a._dtype, others._dtype])
        loop, result = self._loops[dtype]
        self._check_cast(result, a)
        flags = 0
        for place, other in zip(values_of(places), values_of(broadcast(_of_dtype(others, dtype, True), places._shape))):
            values, flag = loop(cast([a._data[place]], a._dtype, dtype), [other])
            a._data[place] = cast(values, result, a._dtype)[0]
            flags |= flag
        report(flags if dtype is FLOAT else 0, "at")


name_fully(ufunc)


def operand(x):
    """An operand as an array; Python integers may be beyond 64 bits."""
    kind = type(x)
    if kind is ndarray:
        return x
    dtype = _SCALARS.get(kind)
    if dtype is None:
        return asarray(x)
    return make([float(x) if kind is float64 else x._value if kind in _UNBOXED else x], (), dtype)


def _must_fit(function, operands):
    """Whether Python integers must be within 64 bits: always, except in comparisons with other numbers."""
    return function.__name__ not in _COMPARISONS or any(x._dtype is BOOL for x in operands)


def _of_dtype(x, dtype, must_fit):
    """An operand with its elements cast to a dtype."""
    is_whole_number = dtype is INT and not x._shape and x._dtype is INT
    if must_fit and is_whole_number and not INT_MIN <= x._data[x._offset] <= INT_MAX:
        raise OverflowError("Python int too large to convert to C long")
    if x._dtype is dtype:
        return x
    if not x._shape:
        return make(cast([x._data[x._offset]], x._dtype, dtype), (), dtype)
    return stored_as(x, dtype)


def _check_sizes(function, args):
    """Raises for Python integers beyond 64 bits, with which NumPy would compute as Python objects."""
    if not all(INT_MIN <= x <= INT_MAX for x in args) and function.__name__ not in _COMPARISONS:
        raise refuse(f"{function.__name__} of whole numbers beyond 64 bits", "Write them as floats.")


def aligned(operands):
    """The operands' elements as lists of equal length, in memory order."""
    shape = joint_shape([x._shape for x in operands])
    if shape is None:
        raise unbroadcastable(operands)
    views = [broadcast(x, shape) for x in operands]
    if all(is_row_major(shape, x._strides) or not any(x._strides) for x in views):
        return [values_of(x) for x in views], shape, tuple(range(len(shape)))
    if all(is_row_major(shape[::-1], x._strides[::-1]) or not any(x._strides) for x in views):
        order = tuple(reversed(range(len(shape))))  # Column-major, axes of length 1 included.
    else:
        order = memory_order(shape, [x._strides for x in views])
    views = [permuted(x, order) for x in views]
    return [values_of(x) for x in views], views[0]._shape, order


def unsupported(name):
    """The error for operands for which a function has no loop."""
    return TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
        "supported types according to the casting rule ''safe''"
    )


def unbroadcastable(operands):
    """The error for operands whose shapes do not broadcast."""
    shapes = " ".join(spell(x._shape) for x in operands)
    return ValueError(f"operands could not be broadcast together with shapes {shapes} ")


_COMPARISONS = frozenset(("less", "less_equal", "greater", "greater_equal", "equal", "not_equal"))
_REPORT_WHOLE_OVERFLOW = frozenset(("floor_divide",))

#: Marks a dtype for which a function has no loop, which its error message says.
NO_LOOP = object()
_CLASSES = {
    BOOL: "<class 'numpy.dtypes.BoolDType'>",
    INT: "<class 'numpy.dtypes.Int64DType'>",
    FLOAT: "<class 'numpy.dtypes.Float64DType'>",
}

_PYTHON_CLASSES = {float: "<class 'numpy.dtypes._PyFloatDType'>", int: "<class 'numpy.dtypes._PyLongDType'>"}


def _no_loop(name, dtypes, args):
    python = [_PYTHON_CLASSES.get(type(x)) for x in args] or [None] * len(dtypes)
    kinds = ", ".join(own or _CLASSES[dtype] for own, dtype in zip(python, dtypes))
    kinds = f"({kinds})" if len(dtypes) > 1 else kinds
    return _UFuncNoLoopError(f"ufunc '{name}' did not contain a loop with signature matching types {kinds} -> None")
