"""The positions of an array's elements in its flat list: pure functions of offset, shape and strides.

Strides count elements, not bytes.
"""

from itertools import product


def size_of(shape):
    """The number of elements of an array of this shape."""
    size = 1
    for n in shape:
        size *= n
    return size


def row_major(shape):
    """The strides of an array stored in row-major order."""
    strides, step = [], 1
    for n in reversed(shape):
        strides.append(step)
        step *= n or 1
    return tuple(reversed(strides))


def is_row_major(shape, strides):
    """Whether the elements are stored in row-major order without gaps."""
    if 0 in shape:
        return True
    step = 1
    for n, stride in zip(reversed(shape), reversed(strides)):
        if n != 1:
            if stride != step:
                return False
            step *= n
    return True


def walks(shape, strides):
    """The loops over the elements, slowest first, as (length, stride) pairs, without axes of length 1, merged."""
    axes = []
    for n, stride in zip(shape, strides):
        if n == 1:
            continue
        if axes and axes[-1][1] == n * stride:
            axes[-1] = (axes[-1][0] * n, stride)
        else:
            axes.append((n, stride))
    return axes


def gather(data, offset, shape, strides):
    """The elements in row-major order, as a new list."""
    if 0 in shape:
        return []
    axes = walks(shape, strides)
    return _gather(data, offset, axes) if axes else [data[offset]]


def _gather(data, offset, axes):
    (n, step), inner = axes[0], axes[1:]
    if not inner:
        return run(data, offset, n, step)
    if step == 0:
        return _gather(data, offset, inner) * n
    out = []
    for k in range(n):
        out += _gather(data, offset + k * step, inner)
    return out


def run(data, offset, n, step):
    """`n` elements, `step` apart, as a new list."""
    if step == 1:
        return data[offset : offset + n]
    if step == 0:
        return [data[offset]] * n
    return data[along(offset, n, step)]


def along(offset, n, step):
    """The slice of a list with `n` elements, `step` apart (not 0)."""
    stop = offset + n * step
    return slice(offset, None if stop < 0 else stop, step)


def scatter(data, offset, shape, strides, values):
    """Writes values, a list in row-major order, into the elements."""
    if 0 in shape:
        return
    axes = walks(shape, strides)
    if axes:
        _scatter(data, offset, axes, values, 0)
    else:
        data[offset] = values[0]


def _scatter(data, offset, axes, values, used):
    (n, step), inner = axes[0], axes[1:]
    if not inner:
        data[along(offset, n, step)] = values[used : used + n]
        return used + n
    for k in range(n):
        used = _scatter(data, offset + k * step, inner, values, used)
    return used


def places(offset, shape, strides):
    """The position in the flat list of each element, in row-major order."""
    found = [offset]
    for n, stride in zip(shape, strides):
        steps = range(0, n * stride, stride) if stride else [0] * n
        found = [start + step for start in found for step in steps]
    return found


def indices(shape):
    """All index tuples, in row-major order."""
    return product(*map(range, shape))


def joint_shape(shapes):
    """The shape to which all shapes broadcast, or None if there is none."""
    joint = []
    for k in range(1, max(map(len, shapes), default=0) + 1):
        sizes = {shape[-k] for shape in shapes if len(shape) >= k} - {1}
        if len(sizes) > 1:
            return None
        joint.append(sizes.pop() if sizes else 1)
    return tuple(reversed(joint))


def stretched(shape, strides, target):
    """The strides with which an array of `shape` is read as one of the broadcast shape `target`."""
    missing = len(target) - len(shape)
    own = [0 if n == 1 != m else stride for n, stride, m in zip(shape, strides, target[missing:])]
    return (0,) * missing + tuple(own)


def memory_order(shape, all_strides):
    """The axes from slowest to fastest in memory: NumPy's order of loops.

    Axes are inserted one by one, from the last to the first, and move inwards past those with a larger stride in every
    operand; operands with stride 0 are ignored.
    """
    order = []  # fastest first
    for axis in reversed(range(len(shape))):
        place = len(order)
        for k in reversed(range(len(order))):
            verdict = _slower(shape, all_strides, order[k], axis)
            if verdict is None:
                continue
            if not verdict:
                break
            place = k
        order.insert(place, axis)
    return tuple(reversed(order))


def _slower(shape, all_strides, other, axis):
    """Whether `other` is looped over outside `axis`: True, False, or None if no operand decides it."""
    verdict = None
    for strides in all_strides:
        a = abs(strides[axis]) if shape[axis] != 1 else 0
        b = abs(strides[other]) if shape[other] != 1 else 0
        if a and b:
            if b <= a:
                return False
            verdict = True
    return verdict


def spell(shape):
    """A shape in the form of NumPy's messages: (2,3), (4,), ()."""
    return f"({','.join(map(str, shape))}{',' if len(shape) == 1 else ''})"
