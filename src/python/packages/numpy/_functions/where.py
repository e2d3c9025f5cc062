"""Elements chosen from several arrays by conditions."""

from .._core.array import make_ordered
from .._core.conversion import asarray
from .._core.dtypes import BOOL, cast, promoted
from .._core.indexing import nonzero
from .._loops.ufunc import aligned, operand


def where(condition, x=None, y=None, /):
    """Elements of x where the condition is true, of y elsewhere; without them, the indices where it is true.

    The broadcast shape; the dtype is the promoted one. Raises ValueError for one of x and y alone, or shapes that do
    not match.
    """
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    condition, x, y = asarray(condition), operand(x), operand(y)
    dtype = promoted([x._dtype, y._dtype])
    lists, shape, order = aligned([condition, x, y])
    yes, no = cast(lists[1], x._dtype, dtype), cast(lists[2], y._dtype, dtype)
    return make_ordered([p if c else q for c, p, q in zip(lists[0], yes, no)], shape, dtype, order)


def select(condlist, choicelist, default=0):
    """For each element, the choice of the first condition that is true.

    Raises ValueError for empty lists or lists of different lengths, TypeError for a condition that is not boolean.
    """
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    found = operand(default)
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        condition = asarray(condition)
        if condition._dtype is not BOOL:
            raise TypeError("invalid entry 0 in condlist: should be boolean ndarray")
        found = where(condition, choice, found)
    return found
