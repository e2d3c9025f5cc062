"""Whether results of linear algebra are as good as their class promises, computed in exact rational arithmetic.

Each function takes our result, NumPy's, and the operands, as `run_programs.describe` writes them down, and returns the
error as a part of what is allowed: at most 1 is good. The bounds are those of the textbooks (Higham, Accuracy and
Stability of Numerical Algorithms): a small constant times the size of the problem times the unit roundoff.
"""

from fractions import Fraction
from math import isqrt

UNIT = Fraction(1, 2**52)
SLACK = 8


class Incomparable(Exception):
    """The results are not finite in the same places."""


def value(text):
    if text in ("nan", "inf", "-inf"):
        raise Incomparable(text)
    if text in ("True", "False"):
        return Fraction(text == "True")
    return Fraction(float.fromhex(text)) if "0x" in text else Fraction(int(text))


def vector(described):
    return [value(text) for text in described["data"]]


def matrix(described):
    """The rows of a described array of two axes; one axis is a single row."""
    numbers, shape = vector(described), described["shape"]
    width = shape[-1] if shape else 1
    return [numbers[k : k + width] for k in range(0, len(numbers), width)] if width else [[] for _ in range(shape[0])]


def transposed(rows, columns=None):
    return [list(column) for column in zip(*rows)] if rows else [[] for _ in range(columns or 0)]


def product(a, b):
    columns = transposed(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def largest(rows):
    return max((abs(x) for row in rows for x in row), default=Fraction(0))


def norm(rows):
    """The greatest sum of magnitudes of a row."""
    return max((sum(map(abs, row)) for row in rows), default=Fraction(0))


def ratio(error, bound):
    if error == 0:
        return 0.0
    return float(error / bound) if bound else float("inf")


def root(x):
    """The square root of a fraction, to about 30 digits."""
    scaled = x.numerator * x.denominator
    return Fraction(isqrt(scaled << 200), x.denominator << 100)


def same_trouble(mine, real):
    """Whether results that are not all finite have nan and inf in the same places, and are else near."""
    pairs = list(zip(mine["data"], real["data"]))
    trouble = ("nan", "inf", "-inf")
    if not any(text in trouble for pair in pairs for text in pair):
        return None
    return all((a == b) if a in trouble or b in trouble else near(a, b) for a, b in pairs)


def near(a, b):
    x, y = value(a), value(b)
    return abs(x - y) <= SLACK * 16 * UNIT * max(abs(x), abs(y))


def sum_of_products(mine, real, left, right):
    """dot and matmul: each element within n units of the sum of the magnitudes of its products (any order of adding)."""
    a, b = rows_of(left), columns_of(right)
    worst = 0.0
    results = iter(mine["data"])
    theirs = iter(real["data"])
    for row in a:
        for column in b:
            worst = max(worst, one_sum(next(results), next(theirs), row, column))
    return worst


def one_sum(result, other, row, column):
    trouble = ("nan", "inf", "-inf")
    if any(text in trouble for text in row + column) or result in trouble or other in trouble:
        return overflowing(result, other, row, column)
    terms = [value(x) * value(y) for x, y in zip(row, column)]
    smallest = Fraction(1, 2**1074) * len(terms)
    return ratio(abs(value(result) - sum(terms)), len(terms) * UNIT * sum(map(abs, terms)) + smallest)


def overflowing(result, other, row, column):
    """A sum in which something is not finite: the same on both sides, unless partial sums may overflow."""
    if result == other:
        return 0.0
    if any(text in ("nan", "inf", "-inf") for text in row + column):
        raise Incomparable(f"{result} and {other}")
    total = sum(abs(value(x) * value(y)) for x, y in zip(row, column))
    if total < Fraction(2) ** 1023:
        raise Incomparable(f"{result} and {other}")
    return 0.0


def rows_of(described):
    width = described["shape"][-1] if described["shape"] else 1
    data = described["data"]
    count = len(data) // width if width else 0
    return [data[k * width : (k + 1) * width] for k in range(count)]


def columns_of(described):
    rows = rows_of(described)
    return rows if len(described["shape"]) == 1 else [list(column) for column in zip(*rows)]


def solved(mine, real, a, b):
    """solve: the residual against the size of the matrix times that of the solution."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    rows, right, x = matrix(a), vector(b), vector(mine)
    n = len(rows)
    right = [right[k : k + len(right) // n] for k in range(0, len(right), len(right) // n)] if right else []
    x = [x[k : k + len(x) // n] for k in range(0, len(x), len(x) // n)] if x else []
    residual = [[p - q for p, q in zip(*pair)] for pair in zip(product(rows, x), right)]
    return ratio(largest(residual), SLACK * n * UNIT * (norm(rows) * largest(x) + largest(right)))


def inverted(mine, real, a):
    """inv: how far the product with the matrix is from the identity."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    rows, x = matrix(a), matrix(mine)
    n = len(rows)
    residual = [[p - (i == j) for j, p in enumerate(row)] for i, row in enumerate(product(rows, x))]
    return ratio(largest(residual), SLACK * n * UNIT * norm(rows) * norm(x))


def determinant(mine, real, a):
    """det: that of a matrix as near to this one as elimination with partial pivoting promises (Higham, 9.3 and 14.6)."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    rows = matrix(a)
    exact = exact_determinant(rows)
    grown = eliminated_sizes(rows)
    moved = sum(
        (abs(cofactor(rows, i, j)) * grown[i][j] for i in range(len(rows)) for j in range(len(rows))), abs(exact)
    )
    # The logarithm of the size, of which it is the exponential, has an error of its own.
    logarithm = 1 + max(0, exact.numerator.bit_length() - exact.denominator.bit_length())
    bound = SLACK * UNIT * (len(rows) * moved + len(rows) * logarithm * abs(exact))
    return ratio(abs(vector(mine)[0] - exact), bound)


def cofactor(rows, i, j):
    return exact_determinant([row[:j] + row[j + 1 :] for k, row in enumerate(map(list, rows)) if k != i])


def eliminated_sizes(rows):
    """|L| · |U| of elimination with partial pivoting, computed exactly, its rows in the order of the matrix."""
    left = [list(row) for row in rows]
    sizes = [[abs(v) for v in row] for row in rows]
    order = list(range(len(rows)))
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda i: abs(left[i][k]))
        for some in (left, sizes, order):
            some[k], some[pivot] = some[pivot], some[k]
        if left[k][k] == 0:
            continue
        for i in range(k + 1, len(rows)):
            factor = left[i][k] / left[k][k]
            left[i] = [p - factor * q for p, q in zip(left[i], left[k])]
            # What was subtracted has been rounded, and what it was subtracted from.
            sizes[i] = [s + abs(factor * q) + abs(p) for s, q, p in zip(sizes[i], left[k], left[i])]
    restored = [[]] * len(rows)
    for k, i in enumerate(order):
        restored[i] = sizes[k]
    return restored


def is_nearly_singular(a):
    """Whether the determinant of a matrix is no more than the error with which it can be computed."""
    rows = matrix(a)
    bound = Fraction(1)
    for row in rows:
        bound *= root(sum(x * x for x in row))
    return abs(exact_determinant(rows)) <= SLACK * len(rows) ** 2 * UNIT * bound


def exact_determinant(rows):
    rows = [list(row) for row in rows]
    result = Fraction(1)
    for k in range(len(rows)):
        pivot = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if pivot is None:
            return Fraction(0)
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            result = -result
        result *= rows[k][k]
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[k])]
    return result


def length(mine, real, a):
    """norm: relative error within n units of NumPy's, which is as near to the truth."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    count = max(len(a["data"]), 2)
    errors = [ratio(abs(x - y), SLACK * count * UNIT * abs(y)) for x, y in zip(vector(mine), vector(real))]
    return max(errors, default=0.0)


def eigenvalues(mine, real, a):
    """eigvalsh, singular values: each within n units of the size of the matrix of NumPy's (both are exact for a matrix near by)."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    size = root(sum(x * x for x in vector(a)))
    error = max((abs(x - y) for x, y in zip(vector(mine), vector(real))), default=Fraction(0))
    return ratio(error, SLACK * 4 * max(len(a["data"]), 1) * UNIT * size)


def least_squares(mine, real, a, b):
    """lstsq: the residual is orthogonal to the columns, and the solution not longer than NumPy's; the squares are those
    of the solution, exactly computed: NumPy's own may be further off; the singular values are near."""
    (x, residuals, rank, singular), theirs = mine["items"], real["items"]
    rows = matrix(a)
    if rank != theirs[2]:
        return 0.0 if noise_counts(singular, rank, theirs[2], a) else float("inf")
    if len(residuals["data"]) != len(theirs[1]["data"]):
        return float("inf")
    columns = transposed(rows)
    size = root(sum(v * v for row in rows for v in row))
    worst = eigenvalues(singular, theirs[3], a)
    wide = max(len(rows), len(columns))
    for xs, ys, bs in zip(split(x), split(theirs[0]), split(b)):
        slope, their_slope = (steepest(rows, columns, some, bs) for some in (xs, ys))
        scale = size * root(sum(v * v for v in xs)) + root(sum(v * v for v in bs))
        # Small singular values that `rcond` leaves out leave a slope, in NumPy's solution as well.
        worst = max(worst, ratio(slope, SLACK * 4 * wide * UNIT * size * scale + 2 * their_slope))
        longer = root(sum(v * v for v in xs)) - root(sum(v * v for v in ys))
        worst = max(worst, ratio(max(longer, Fraction(0)), Fraction(1, 2**20) * root(sum(v * v for v in ys))))
    for p, xs, bs in zip(vector(residuals), split(x), split(b)):
        exact = sum(v * v for v in residual(rows, xs, bs))
        moved = root(exact) * size * root(sum(v * v for v in xs))
        worst = max(worst, ratio(abs(p - exact), SLACK * 16 * wide * UNIT * (exact + sum(v * v for v in bs) + moved)))
    return worst


def steepest(rows, columns, x, b):
    """The largest element of the gradient of the squares of the residuals, halved."""
    left = residual(rows, x, b)
    return max((abs(sum(p * q for p, q in zip(column, left))) for column in columns), default=Fraction(0))


def residual(rows, x, b):
    """b − a · x."""
    return [r - sum(p * q for p, q in zip(row, x)) for row, r in zip(rows, b)]


def noise_counts(singular, rank, their_rank, a):
    """Whether two ranks differ only in singular values that are all rounding error."""
    first = min(int(rank["data"][0]), int(their_rank["data"][0]))
    sizes = vector(singular)
    return sizes[first] <= SLACK * max(a["shape"]) * UNIT * sizes[0]


def split(described):
    """The columns of a vector or a matrix."""
    rows = matrix(described)
    return rows if len(described["shape"]) == 1 else transposed(rows)


def fitted(mine, real, x, y, degree):
    """polyfit: the sum of squares of the residuals is not greater than that of NumPy's fit, but for rounding."""
    xs, ys = vector(x), vector(y)

    def squares(fit):
        total = Fraction(0)
        for p, q in zip(xs, ys):
            at = Fraction(0)
            for c in vector(fit):
                at = at * p + c
            total += (at - q) ** 2
        return total

    allowed = Fraction(1, 2**40) * (sum(q * q for q in ys) + 1)
    return ratio(max(squares(mine) - squares(real), Fraction(0)), allowed)


def close(mine, real, *operands):
    """Sums of products inside a longer formula (cov, corrcoef, polynomials): relative to the largest operand."""
    if (trouble := same_trouble(mine, real)) is not None:
        return 0.0 if trouble else float("inf")
    pairs = list(zip(vector(mine), vector(real)))
    scale = max([abs(q) for _, q in pairs] + [abs(v) for one in operands for v in vector(one)], default=Fraction(1))
    count = max((len(one["data"]) for one in operands), default=1)
    return max((ratio(abs(p - q), SLACK * 4 * count * UNIT * max(scale, scale * scale)) for p, q in pairs), default=0.0)


def log_of_determinant(mine, real, a):
    """slogdet: the sign, and a logarithm that is off by no more than the relative error that `det` may have."""
    (sign, log), (their_sign, their_log) = mine["items"], real["items"]
    rows = matrix(a)
    exact = exact_determinant(rows)
    bound = Fraction(1)
    for row in rows:
        bound *= root(sum(x * x for x in row))
    allowed = SLACK * len(rows) ** 2 * UNIT * bound
    if abs(exact) <= allowed:
        return 0.0
    if sign["data"] != their_sign["data"]:
        return float("inf")
    size = abs(value(their_log["data"][0])) + 1
    return ratio(abs(value(log["data"][0]) - value(their_log["data"][0])), allowed / abs(exact) + 4 * UNIT * size)


def conditioned(mine, real, a):
    """cond: off by no more than a part that grows with itself; all is one when it is beyond 1 / unit."""
    largest_known = Fraction(2) ** 44
    sizes = [Fraction(2) ** 1024 if text == "inf" else value(text) for text in (mine["data"][0], real["data"][0])]
    if min(sizes) >= largest_known:
        return 0.0
    return ratio(abs(sizes[0] - sizes[1]), SLACK * 16 * UNIT * sizes[1] * sizes[1])


def pseudoinverse(mine, real, a):
    """pinv: P with A P A = A and P A P = P, as far as the sizes of the two allow."""
    rows, inverse = matrix(a), matrix(mine)
    n = max(len(rows), len(inverse))
    worst = 0.0
    for left, right in ((rows, inverse), (inverse, rows)):
        again = product(product(left, right), left)
        error = largest([[x - y for x, y in zip(*pair)] for pair in zip(again, left)])
        worst = max(worst, ratio(error, SLACK * 16 * n * UNIT * norm(left) ** 2 * norm(right)))
    return worst


BACKWARD = {
    "log of determinant": log_of_determinant,
    "conditioned": conditioned,
    "pseudoinverse": pseudoinverse,
    "sum of products": sum_of_products,
    "solved": solved,
    "inverted": inverted,
    "determinant": determinant,
    "length": length,
    "eigenvalues": eigenvalues,
    "least squares": least_squares,
    "fitted": fitted,
    "close": close,
}
