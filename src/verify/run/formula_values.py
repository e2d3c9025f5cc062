"""Numbers and lists of numbers: how a formula computes with them, and measured derivatives."""

import math
import sys

TOLERANCE = 1e-6


def plain(value):
    """Numbers as floats, arrays as lists of them; anything else, such as a function, as it is."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if callable(value) or isinstance(value, (str, dict, set)) or value is None:
        return value
    return float(value)


def for_run(value):
    """A value as the example's functions take it: a list as an array, if the example uses NumPy."""
    numpy = sys.modules.get("numpy")
    return numpy.array(value) if numpy and isinstance(value, list) else value


def each(function, *values):
    """Apply a function of numbers to lists of the same shape, element by element; a number goes with each element."""
    if not any(isinstance(value, list) for value in values):
        return function(*values)
    size = max(len(value) for value in values if isinstance(value, list))
    if any(isinstance(value, list) and len(value) != size for value in values):
        raise ValueError("the shapes do not match")
    return [each(function, *[value[i] if isinstance(value, list) else value for value in values]) for i in range(size)]


def flat(value):
    """All numbers of a list of lists."""
    return [number for one in value for number in flat(one)] if isinstance(value, list) else [value]


def shape(value):
    """The sizes of a list of lists; none for a number."""
    return [len(value), *shape(value[0])] if isinstance(value, list) and value else []


def add(a, b):
    """The sum, element by element."""
    return each(lambda x, y: x + y, a, b)


def scale(a, factor):
    """The product with a number."""
    return each(lambda x: x * factor, a)


def subtract(a, b):
    """The difference, element by element."""
    return add(a, scale(b, -1.0))


def matrix_product(a, b):
    """The product of a table with a vector or a table; of two vectors their dot product."""
    if not isinstance(a[0], list):
        if len(shape(b)) == 2:
            return [dot(a, column) for column in zip(*b)]
        return dot(a, b)
    columns = [list(column) for column in zip(*b)] if isinstance(b[0], list) else None
    if columns is None:
        return [dot(row, b) for row in a]
    return [[dot(row, column) for column in columns] for row in a]


def dot(a, b):
    """The dot product of two vectors of the same size."""
    if len(a) != len(b):
        raise ValueError("the shapes do not match")
    return sum(x * y for x, y in zip(a, b))


def multiply(a, b):
    """A product as mathematics writes it: with a table a matrix product, else with a number, or element by element."""
    deepest = max(len(shape(a)), len(shape(b)))
    is_table = deepest == 2 and isinstance(a, list) and isinstance(b, list)
    return matrix_product(a, b) if is_table else each(lambda x, y: x * y, a, b)


def dotted(a, b):
    """A product that is written with a dot: of two vectors, their dot product."""
    return matrix_product(a, b) if isinstance(a, list) and isinstance(b, list) else multiply(a, b)


def transpose(a):
    """A table with rows and columns exchanged."""
    if len(shape(a)) != 2:
        raise ValueError("only a table can be transposed")
    return [list(row) for row in zip(*a)]


def norm(a):
    """The length of a vector, or the root of the sum of all squares."""
    return math.sqrt(sum(x * x for x in flat(a)))


def same(a, b, tolerance):
    """Whether two values have the same shape, and numbers that are close to each other."""
    first, second = flat(a), flat(b)
    if len(first) != len(second) or shape(a) != shape(b):
        return False
    size = max([1.0, *map(abs, first), *map(abs, second)])
    return all(abs(x - y) <= tolerance * max(abs(x), abs(y), 1e-3 * size) for x, y in zip(first, second))


def said(value):
    """A value in a message."""
    if isinstance(value, list):
        return f"({', '.join(said(one) for one in value[:6])}{', …' if len(value) > 6 else ''})"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def slope(function, x, step=None):
    """The derivative of a function of one number, by a difference of four values."""
    h = step or 1e-3 * max(1.0, abs(x))
    near = subtract(function(x + h), function(x - h))
    far = subtract(function(x + 2 * h), function(x - 2 * h))
    return scale(subtract(scale(near, 8.0), far), 1 / (12 * h))


def bend(function, x):
    """The second derivative, by a difference of five values."""
    h = 5e-3 * max(1.0, abs(x))
    near = add(function(x + h), function(x - h))
    far = add(function(x + 2 * h), function(x - 2 * h))
    return scale(subtract(subtract(scale(near, 16.0), far), scale(function(x), 30.0)), 1 / (12 * h * h))


def derivative(function, x, order):
    """The derivative of the first, second or third order."""
    if order == 1:
        return slope(function, x)
    if order == 2:
        return bend(function, x)
    return slope(lambda at: bend(function, at), x, 2e-2 * max(1.0, abs(x)))


def gradient(function, p):
    """The gradient of a function of a list of numbers, or of a list of lists."""
    if not isinstance(p, list):
        return slope(function, p)

    def part(i):
        return gradient(lambda inner: function([*p[:i], inner, *p[i + 1 :]]), p[i])

    return [part(i) for i in range(len(p))]
