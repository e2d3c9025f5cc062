"""The names that a table of derivative rules may use, and `check`: a row compared with a central difference."""

from math import cos, exp, isclose, log, pi, sin, sqrt, tan, tanh  # noqa: F401  (a row may name them)

n, c, a = 3, 5, 2

POINTS = (-1.3, -0.6, 0.4, 0.7, 1.9)
STEP = 1e-5
TOLERANCE = 1e-7


def f(x):
    """An inner function of the rules."""
    return sin(x)


def df(x):
    """The derivative of `f`."""
    return cos(x)


def g(x):
    """Another function of the rules."""
    return x**2 + 1


def dg(x):
    """The derivative of `g`."""
    return 2 * x


def check(function, derivative):
    """Return the empty string if the rule is right at every point of the domain, else the first failure in words."""
    slopes = {}
    for x in POINTS:
        try:
            slopes[x] = (value(function, x + STEP) - value(function, x - STEP)) / (2 * STEP)
        except ValueError:
            continue  # Outside the domain, as for the logarithm of a negative number.
    if len(slopes) < 3:
        return "the function is defined at too few points to compare"
    for x, slope in slopes.items():
        stated = value(derivative, x)
        if not isclose(stated, slope, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
            return f"at x = {x} the slope is {slope:.6f}, and this gives {stated:.6f}"
    return ""


def value(expression, x):
    """The value of an expression in x. Raises ValueError where it is not a real number."""
    result = eval(expression, {**globals(), "x": x})
    if isinstance(result, complex):
        raise ValueError("not a real number")
    return float(result)
