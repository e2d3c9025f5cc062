"""A margin around an array."""

from .._core.conversion import asarray
from .._core.dtypes import INT
from .._core.indexing import get
from .._refusal import refuse
from .joining import concatenate
from .shaping import broadcast_to


def pad(array, pad_width, mode="constant", **kwargs):
    """An array with a margin, filled with a constant or with the values at its edge.

    `pad_width` is one number, a pair, or a pair for each axis. Raises ValueError for a negative width, TypeError for
    one that is no integer; other modes are not supported.
    """
    if mode not in ("constant", "edge") or set(kwargs) - {"constant_values"}:
        raise refuse(f"pad with mode={mode!r} or its arguments", "Use mode='constant' or 'edge'.")
    a = asarray(array)
    widths = _widths_of_margins(pad_width, a.ndim)
    constants = broadcast_to(asarray(kwargs.get("constant_values", 0)).astype(a._dtype), (a.ndim, 2))
    for axis, pair in enumerate(widths):
        fill = constants[axis] if mode == "constant" else None
        a = concatenate((_margin(a, axis, 0, pair, fill), a, _margin(a, axis, 1, pair, fill)), axis)
    return a


def _widths_of_margins(pad_width, ndim):
    """For each axis the widths before it and after it."""
    widths = asarray(pad_width)
    if widths._dtype is not INT:
        raise TypeError("`pad_width` must be of integral type.")
    widths = broadcast_to(widths, (ndim, 2)).tolist()
    if any(w < 0 for pair in widths for w in pair):
        raise ValueError("index can't contain negative values")
    return widths


def _margin(a, axis, side, widths, fill):
    """The margin before (side 0) or after an axis: filled with `fill[side]`, or where that is None with the edge."""
    shape = (*a._shape[:axis], widths[side], *a._shape[axis + 1 :])
    if fill is not None:
        return broadcast_to(fill[side], shape)
    if not a._shape[axis]:
        raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
    edge = slice(0, 1) if side == 0 else slice(-1, None)
    return broadcast_to(get(a, (slice(None),) * axis + (edge,)), shape)
