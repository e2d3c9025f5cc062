"""Sums, means, extremes, and running ones."""

from .registry import template

REDUCTIONS = "sum prod mean min max amin amax std var all any ptp median nansum nanmean nanmin nanmax nanstd nanvar nanmedian nanprod".split()


@template(*REDUCTIONS)
def reduction(d, name):
    x = d.one_of(d.array(), d.array(), d.array(), d.array(), d.scalar(), d.nested(d.shape(2), "float", "odd"))
    axis = d.axes(x.ndim) if hasattr(x, "ndim") else d.one_of("None", "0", "1")
    d.show(f"np.{name}({x}{arguments(d, name, axis)})")


def arguments(d, name, axis):
    keywords = d.one_of(
        "", "", f", axis={axis}", f", axis={axis}", f", {axis}", f", axis={axis}, keepdims=True", ", keepdims=True"
    )
    if name in ("std", "var", "nanstd", "nanvar"):
        keywords += d.keywords(0.3, ddof=d.one_of(0, 1, 1, 2, 0.5))
    if name in ("sum", "prod", "min", "max", "amin", "amax"):
        keywords += d.keywords(0.15, initial=d.scalar())
    if name in ("sum", "prod", "mean") and d.chance(0.1):
        keywords += d.one_of(", dtype=float", ", dtype=int", ", dtype=bool")
    return keywords


@template(*REDUCTIONS)
def long_reduction(d, name):
    """Long enough for the order of the additions to show."""
    n = d.one_of(7, 8, 9, 15, 16, 17, 31, 64, 127, 128, 129, 130, 200, 257, 300, 1000, d.one_of(1000, 5000, 9001))
    shape = d.one_of((n,), (n,), (n, 2), (3, n), (2, n, 2))
    flat = f"(np.arange({_size(shape)}.0) * 0.1 + 0.3) % {d.one_of(1.7, 0.9, 3.1)}"
    d.do(f"x = ({flat}).reshape({shape}){d.one_of('', '', '.T', '[::-1]', '[::2]', '[..., ::-1]')}")
    axis = d.axis(len(shape)) if d.chance(0.6) else "None"
    d.show(f"np.{name}(x{arguments(d, name, axis)})")


def _size(shape):
    size = 1
    for n in shape:
        size *= n
    return size


@template(*[name for name in REDUCTIONS if not name.startswith("nan") and name not in ("ptp", "median", "std", "var")])
def reduction_into(d, name):
    x = d.array(ndim=2, kind=d.one_of("float", "int"), flavour=d.one_of("plain", "odd", "random", "large"))
    out = d.array(x.shape[1:], d.one_of("float", x.kind), fresh=True)
    d.do(f"r = np.{name}({x}, axis=0, out={out})")
    d.show(f"{out}")
    if name in ("sum", "min", "max", "mean", "prod", "all", "any") and d.chance(0.5):
        mask = d.array(x.shape, "bool")
        initial = ", initial=0" if name in ("min", "max") else ""
        d.show(f"np.{name}({x}, axis={d.axes(2)}, where={mask}{initial})")


@template("cumsum", "cumprod", "nancumsum", "nancumprod")
def running(d, name):
    x = d.array()
    d.show(
        f"np.{name}({x}{d.keywords(0.6, axis=d.axes(x.ndim) if d.chance(0.1) else d.axis(x.ndim))}{d.keywords(0.1, dtype=d.one_of('float', 'int'))})"
    )


@template("diff", "ediff1d")
def diff(d, name):
    x = d.array(ndim=1 if name == "ediff1d" else d.one_of(0, 1, 1, 1, 2, 2, 3))
    extra = d.keywords(n=d.one_of(0, 1, 2, 3, -1), axis=d.axis(x.ndim)) if name == "diff" else ""
    extra += d.keywords(0.15, prepend=d.scalar(), append=d.scalar()) if name == "diff" else ""
    d.show(f"np.{name}({x}{extra})")


@template("gradient")
def gradient(d, name):
    x = d.array(tuple(d.whole(1, 5) for _ in range(d.whole(1, 2))))
    spacing = d.one_of("", "", ", 0.5", ", 2", f", np.array([0.0, 1.0, 3.0, 3.5, 7.0])[:{x.shape[0]}]")
    extra = d.keywords(0.3, axis=d.axis(x.ndim), edge_order=d.one_of(1, 2, 3))
    d.show(f"np.gradient({x}{spacing}{extra})")


@template("trapezoid")
def trapezoid(d, name):
    n = d.whole(1, 5)
    y = d.array((n,) if d.chance(0.7) else (2, n))
    x = d.one_of("", "", f", {d.array((n,), 'float')}", ", dx=0.5", f", x={d.array((n,), 'float')}")
    d.show(f"np.{name}({y}{x}{d.keywords(0.2, axis=d.axis(y.ndim))})")


@template("average")
def average(d, name):
    x = d.array()
    axis = d.axis(x.ndim) if d.chance(0.5) else None
    if d.chance(0.7):
        shape = (
            x.shape
            if axis is None or not isinstance(axis, int) or not x.shape
            else (x.shape[axis % x.ndim],)
            if d.chance(0.7) and -x.ndim <= axis < x.ndim
            else x.shape
        )
        weights = f", weights={d.array(shape, d.one_of('float', 'int'))}"
    else:
        weights = ""
    d.show(
        f"np.average({x}{'' if axis is None else f', axis={axis}'}{weights}{d.keywords(0.15, returned='True', keepdims='True')})"
    )


@template("percentile", "quantile")
def quantile(d, name):
    x = d.array()
    scale = 100 if "percentile" in name else 1
    q = d.one_of(
        *(str(part * scale) for part in (0.25, 0.5, 0.9, 0, 1, 0.333)),
        f"[{0.1 * scale}, {0.5 * scale}, {0.75 * scale}]",
        f"{1.5 * scale}",
    )
    d.show(
        f"np.{name}({x}, {q}{d.keywords(0.3, axis=d.axis(x.ndim), keepdims='True')}{d.keywords(0.1, method=repr(d.one_of('lower', 'higher', 'nearest', 'midpoint', 'linear')))})"
    )


@template("count_nonzero")
def count_nonzero(d, name):
    x = d.array()
    d.show(f"np.count_nonzero({x}{d.keywords(0.5, axis=d.axes(x.ndim), keepdims='True')})")


@template("cov", "corrcoef")
def covariance(d, name):
    x = d.array((d.whole(1, 3), d.whole(2, 5)), "float", d.one_of("plain", "random"))
    extra = d.keywords(0.2, rowvar="False") + (
        d.keywords(0.2, ddof=d.whole(0, 1), bias="True") if name == "cov" else ""
    )
    d.show(f"np.{name}({x}{extra})", judged="close", operands=[x])


@template("histogram", "histogram_bin_edges")
def histogram(d, name):
    x = d.array(ndim=d.whole(0, 2), kind=d.one_of("float", "float", "int"), flavour=d.one_of(None, "plain", "random"))
    bins = d.one_of(
        "",
        "",
        f", {d.whole(0, 6)}",
        f", bins={d.whole(1, 8)}",
        ", [0, 1, 2, 5]",
        ", bins=[-1.0, 0.5, 4]",
        ", [2, 1]",
        ", 'auto'",
        ", 2.5",
    )
    extra = d.keywords(0.2, range=d.one_of("(0, 5)", "(-2, 2)", "(3, 1)", "(0, np.inf)"))
    extra += d.keywords(0.15, density="True", weights=d.array(x.shape, "float")) if name == "histogram" else ""
    d.show(f"np.{name}({x}{bins}{extra})")


@template("bincount")
def bincount(d, name):
    n = d.whole(0, 6)
    x = (
        f"np.array({[d.whole(0, 5) for _ in range(n)]}, dtype=int)"
        if d.chance(0.8)
        else d.array(ndim=1, kind="int", flavour="plain")
    )
    weights = d.array((n,), d.one_of("float", "int"))
    d.show(f"np.bincount({x}{d.keywords(0.3, weights=weights, minlength=d.one_of(0, 3, 8, -1))})")


@template("digitize")
def digitize(d, name):
    bins = d.one_of("[0, 1, 2]", "[3.0, 1.0, -1.0]", "[1]", "[]", "[0, 2, 1]", "[0.0, 0.0, 1.0]")
    d.show(f"np.digitize({d.one_of(d.array(), d.scalar())}, {bins}{d.keywords(right='True')})")


@template("argmax", "argmin", "nanargmax", "nanargmin")
def arg_extreme(d, name):
    x = d.one_of(d.array(), d.array(), d.array(), d.nested(d.shape(1), "int", "plain"))
    d.show(f"np.{name}({x}{d.keywords(0.5, axis=d.axis(getattr(x, 'ndim', 1)))}{d.keywords(0.15, keepdims='True')})")
