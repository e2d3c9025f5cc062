"""Assertions about arrays."""

from . import _ufuncs as u
from ._array import values_of
from ._comparing import isclose
from ._creation import asarray
from ._layout import joint_shape
from ._refusal import default_only

__all__ = ["assert_", "assert_allclose", "assert_almost_equal", "assert_array_almost_equal", "assert_array_equal",
           "assert_array_less", "assert_equal"]  # fmt: skip


def assert_(val, msg=""):
    """Raises AssertionError unless the value is true."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    """Raises AssertionError unless |actual - desired| <= atol + rtol·|desired| everywhere."""
    default_only("assert_allclose", strict=strict or None)
    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _compare(actual, desired, lambda x, y: isclose(x, y, rtol, atol, equal_nan), header, err_msg, verbose)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Raises AssertionError unless two arrays have the same shape and elements."""
    default_only("assert_array_equal", strict=strict or None)
    _compare(actual, desired, _equal, "Arrays are not equal", err_msg, verbose)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """As `assert_array_equal`; also for Python's own objects."""
    default_only("assert_equal", strict=strict or None)
    if isinstance(actual, (str, dict)) or isinstance(desired, (str, dict)) or desired is None:
        if actual != desired:
            raise AssertionError(f"\nItems are not equal:{err_msg}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")
        return
    _compare(actual, desired, _equal, "Arrays are not equal", err_msg, verbose)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """Raises AssertionError unless arrays differ by less than 1.5 units of a decimal."""
    header = f"Arrays are not almost equal to {decimal} decimals"
    limit = 1.5 * 10.0 ** (-decimal)
    _compare(actual, desired, lambda x, y: u.logical_or(u.absolute(x - y) < limit, _equal(x, y)), header, err_msg, verbose)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Raises AssertionError unless numbers or arrays differ by less than 1.5 units of a decimal."""
    assert_array_almost_equal(actual, desired, decimal, err_msg, verbose)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    """Raises AssertionError unless each element of x is smaller than that of y."""
    default_only("assert_array_less", strict=strict or None)
    _compare(x, y, u.less, "Arrays are not strictly ordered `x < y`", err_msg, verbose)


def _equal(x, y):
    return u.logical_or(u.equal(x, y), u.logical_and(u.isnan(x), u.isnan(y)))


def _compare(actual, desired, test, header, err_msg, verbose):
    x, y = asarray(actual) * 1, asarray(desired) * 1
    if joint_shape([x._shape, y._shape]) is None or (x._shape and y._shape and x._shape != y._shape):
        _fail(header, f"(shapes {x._shape}, {y._shape} mismatch)", x, y, err_msg, verbose)
    good = asarray(test(x, y))
    bad = [not ok for ok in values_of(good)]
    if any(bad):
        share = 100 * sum(bad) / len(bad)
        _fail(header, f"Mismatched elements: {sum(bad)} / {len(bad)} ({share:.3g}%)", x, y, err_msg, verbose)


def _fail(header, what, x, y, err_msg, verbose):
    lines = ["", header + (f"\n{err_msg}" if err_msg else ""), "", what]
    if verbose:
        lines += [f" ACTUAL: {x!r}", f" DESIRED: {y!r}"]
    raise AssertionError("\n".join(lines))


def __getattr__(name):
    from ._coverage import refused_name

    raise refused_name("testing", name)
