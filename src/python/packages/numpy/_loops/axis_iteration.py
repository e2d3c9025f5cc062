"""Iteration along axes, in memory order as in NumPy, for reductions and functions of one-dimensional slices."""

from itertools import product

from .._core.array import make, make_ordered, own_values, permuted, result_of, values_of, view
from .._core.axes import as_axes, as_axis
from .._core.layout import gather, memory_order, size_of

#: The number of elements that NumPy copies into a buffer at a time if they are not contiguous.
_BUFFER = 8192


def _loops(a, kept):
    """The loops over an array, slowest first, as (length, stride, stride in the result); adjacent ones are merged.

    `kept` are the axes that stay, in memory order. The stride in the result is 0 along an axis that is reduced.
    """
    steps, step = {}, 1
    for k in reversed(kept):
        steps[k] = step
        step *= a._shape[k]
    loops = []
    for k in memory_order(a._shape, [a._strides]):
        n, stride, out = a._shape[k], a._strides[k], steps.get(k, 0)
        if n == 1:
            continue
        if loops and loops[-1][1] == n * stride and loops[-1][2] == n * out:
            loops[-1] = (loops[-1][0] * n, stride, out)
        else:
            loops.append((n, stride, out))
    return loops or [(1, 1, 0)]


def _split(loops):
    """The outer loops, a loop that is split into parts, the length of the parts, and the inner loops.

    The inner loops make one run of elements: as many reduced loops as fit into the buffer.
    """
    outer, inner = loops[:-1], loops[-1:]
    size, is_reduced = inner[0][0], inner[0][2] == 0
    while is_reduced and outer and outer[-1][2] == 0 and size * outer[-1][0] <= _BUFFER:
        inner.insert(0, outer.pop())
        size *= inner[0][0]
    if is_reduced and outer and outer[-1][2] == 0 and 2 * size <= _BUFFER:
        return outer[:-1], outer[-1], _BUFFER // size, inner
    return outer, (1, 0, 0), 1, inner


def _runs(a, loops):
    """For every run of the inner loop: the position of its result, and its elements."""
    outer, (n, stride, _), part, inner = _split(loops)
    lengths, strides = [m for m, _, _ in inner], [s for _, s, _ in inner]
    for index in product(*(range(m) for m, _, _ in outer)):
        start = a._offset + sum(k * s for k, (_, s, _) in zip(index, outer))
        place = sum(k * o for k, (_, _, o) in zip(index, outer))
        for first in range(0, n, part):
            shape = [min(part, n - first), *lengths]
            yield place, gather(a._data, start + first * stride, shape, [stride, *strides])


def _fold(a, axes, initial, fold_run, fold_rows):
    """Reduces with `fold_run(total, run)` along reduced inner axes, or `fold_rows(totals, row)` along a kept one.

    Returns the totals, in memory order, their shape, and for each axis of that shape its number in the result.
    `initial` is the initial value, or None to start with the first elements.
    """
    kept = [k for k in memory_order(a._shape, [a._strides]) if k not in axes]
    sizes = [a._shape[k] for k in kept]
    totals = [initial] * size_of(sizes)
    loops = _loops(a, kept)
    n, _, out = loops[-1]
    for place, row in _runs(a, loops) if a.size else ():
        if out == 0:
            totals[place] = fold_run(totals[place], row)
        elif initial is None and totals[place] is None:
            totals[place : place + n] = row
        else:
            totals[place : place + n] = fold_rows(totals[place : place + n], row)
    ordered = sorted(kept)
    return totals, tuple(sizes), tuple(ordered.index(k) for k in kept)


def reduced_axes(a, axis):
    """The axes for an argument `axis`: None is all, and 0 and -1 are valid for an array without axes."""
    if axis is None:
        return tuple(range(a.ndim))
    if not a._shape and axis in (0, -1):
        return ()
    return as_axes(axis, a.ndim, "axis")


def reduced(a, axis, keepdims, dtype, initial, fold_run, fold_rows):
    """The array of totals over `axis` (None: all axes), or a scalar."""
    axes = reduced_axes(a, axis)
    if a._strides == (1,) and axes and a.size and not keepdims:
        # One run in order, by far the most frequent.
        return result_of(make([fold_run(initial, values_of(a))], (), dtype))
    totals, shape, order = _fold(a, axes, initial, fold_run, fold_rows)
    found = make_ordered(totals, shape, dtype, order)
    return shaped(found, a, axes, keepdims)


def shaped(found, a, axes, keepdims):
    """A reduced array, with the reduced axes kept at length 1 if `keepdims`; without axes, a scalar."""
    if keepdims and a._shape:
        strides = iter(found._strides)
        return view_as_owner(
            found,
            [1 if k in axes else n for k, n in enumerate(a._shape)],
            [0 if k in axes else next(strides) for k in range(a.ndim)],
        )
    return result_of(found)


def view_as_owner(a, shape, strides):
    """A new array that owns the list of `a`, with another shape and strides."""
    found = view(a, shape, strides)
    found._base = None
    return found


def lines_of(a, axis):
    """The one-dimensional slices of an array along an axis, and the shape of the other axes."""
    order = tuple(k for k in range(a.ndim) if k != axis) + (axis,)
    rows = permuted(a, order)
    values, n = values_of(rows), a._shape[axis]
    count = size_of(rows._shape[:-1])
    return [values[k * n : (k + 1) * n] for k in range(count)], rows._shape[:-1]


def along_axis(a, axis, function, dtype):
    """The array with every slice along an axis replaced by `function(slice)`, a list; in the memory order of `a`."""
    axis = as_axis(axis, a.ndim)
    lines, rest = lines_of(a, axis)
    made = [function(line) for line in lines]
    length = len(made[0]) if made else a._shape[axis]
    found = make([v for line in made for v in line], (*rest, length), dtype)
    back = list(range(found.ndim - 1))
    back.insert(axis, found.ndim - 1)
    turned = permuted(found, tuple(back))
    order = memory_order(a._shape, [a._strides])
    rows = permuted(turned, order)
    return make_ordered(own_values(rows), rows._shape, dtype, order)
