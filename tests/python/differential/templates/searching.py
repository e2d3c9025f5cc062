"""Sorting, searching, sets, and taking elements."""

from .registry import template


@template("sort")
def sort(d, name):
    x = d.array()
    axis = d.one_of("", "", f", axis={d.axis(x.ndim)}", ", axis=None", f", {d.axis(x.ndim)}")
    d.show(f"np.sort({x}{axis}{d.keywords(0.1, kind=repr(d.one_of('stable', 'quicksort', 'mergesort', 'bubble')))})")


@template("argsort", "lexsort")
def argsort(d, name):
    x = d.array()
    if name == "lexsort":
        d.show(f"np.lexsort(({x}, {d.array(x.shape)}))")
    else:
        d.show(f"np.argsort({x}{d.keywords(0.5, axis=d.axis(x.ndim))}, kind='stable')")


@template("argsort")
def argsort_of_different(d, name):
    """Without a kind the order of equal elements is open, so there are none."""
    n = d.whole(0, 40)
    values = d.random.sample(range(-100, 100), n)
    d.show(f"np.argsort(np.array({values}{', dtype=int' if not n else ''}){d.one_of('', ' * 0.25')})")


@template("searchsorted")
def searchsorted(d, name):
    x = d.array(ndim=1, kind=d.one_of("float", "int"), flavour=d.one_of("plain", "odd", "random"))
    d.show(
        f"np.searchsorted(np.sort({x}), {d.one_of(d.scalar(), d.array(), '[0, 1.5]')}{d.keywords(side=repr(d.one_of('left', 'right', 'middle')))})"
    )


@template("nonzero", "flatnonzero", "argwhere")
def nonzero(d, name):
    d.show(f"np.{name}({d.array()})")


@template("unique")
def unique(d, name):
    x = d.array(flavour=d.one_of("plain", None))
    extra = d.keywords(0.25, return_index="True", return_inverse="True", return_counts="True")
    extra += d.keywords(0.1, axis=d.axis(x.ndim), equal_nan="False")
    d.show(f"np.{name}({x}{extra})")


@template("union1d", "intersect1d", "setdiff1d", "isin")
def sets(d, name):
    x, y = d.array(flavour="plain"), d.array(flavour="plain")
    extra = d.keywords(0.2, invert="True") if name == "isin" else ""
    extra += d.keywords(0.2, return_indices="True") if name == "intersect1d" else ""
    d.show(f"np.{name}({x}, {y}{extra})")


@template("take", "compress", "extract")
def take(d, name):
    x = d.array()
    if name == "take":
        places = d.one_of(0, -1, [0, 0], [0, -1, 1], 9, [[0], [-1]], [], "np.array([0, 1])", 1.5, [True, False])
        d.show(
            f"np.take({x}, {places}{d.keywords(0.5, axis=d.axis(x.ndim))}{d.keywords(0.15, mode=repr(d.one_of('clip', 'wrap', 'raise')))})"
        )
    elif name == "compress":
        d.show(
            f"np.compress({[d.chance(0.5) for _ in range(d.whole(0, 3))]}, {x}{d.keywords(0.5, axis=d.axis(x.ndim))})"
        )
    else:
        d.show(f"np.extract({d.array(x.shape, 'bool')}, {x})")


@template("unravel_index")
def index(d, name):
    shape = d.shape(d.whole(1, 3))
    d.show(f"np.unravel_index({d.one_of(0, 3, -1, [0, 1], 99, 'np.int64(2)')}, {shape})")


@template("ix_")
def ix(d, name):
    x = d.array((3, 4))
    d.show(f"{x}[np.ix_({d.one_of([0, 2], [1], [0, 0, 1])}, {d.one_of([1, 3], [0], [-1, 2])})]")


@template("ndenumerate", "ndindex")
def walked(d, name):
    x = d.array(ndim=d.whole(0, 2))
    d.show(f"list(np.{name}({x}))" if name == "ndenumerate" else f"list(np.ndindex({x.shape}))")
