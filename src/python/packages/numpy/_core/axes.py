"""Arguments that select axes, normalized to be counted from the first."""

from .._refusal import RefusedArgument
from ..exceptions import AxisError


def as_axis(axis, ndim, argument=None):
    """An axis counted from the first; messages contain the name `argument` if it is given."""
    if not hasattr(axis, "__index__"):
        raise RefusedArgument(f"The axis {axis!r} is no whole number. Write 0 for the first axis, -1 for the last.")
    axis = axis.__index__()
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim, argument)
    return axis + ndim if axis < 0 else axis


def as_axes(axes, ndim, argument=None):
    """One axis or several as a tuple, counted from the first."""
    named = argument if argument in ("source", "destination") else None
    found = tuple(as_axis(axis, ndim, named) for axis in (axes if isinstance(axes, (tuple, list)) else (axes,)))
    if len(set(found)) < len(found):
        raise ValueError(f"repeated axis in `{argument}` argument" if argument else "repeated axis")
    return found
