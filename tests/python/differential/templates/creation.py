"""Making arrays."""

from .registry import template


def dtype(d):
    return d.one_of("float", "int", "bool", "np.float64", "np.int64", "np.bool_", "'float64'", "'int64'", "'bool'")


def shape_text(d):
    shape = d.shape()
    if len(shape) == 1:
        return d.one_of(f"{shape[0]}", f"({shape[0]},)", f"[{shape[0]}]", "-1", "2.0", f"np.int64({shape[0]})")
    return d.one_of(repr(shape), repr(shape), repr(shape), repr(list(shape)))


@template("zeros", "ones")
def filled(d, name):
    d.show(f"np.{name}({shape_text(d)}{d.keywords(dtype=dtype(d))})")


@template("empty")
def empty(d, name):
    d.do(f"x = np.empty({shape_text(d)}{d.keywords(dtype=dtype(d))})")
    d.show("x.shape, x.dtype")


@template("full")
def full(d, name):
    d.show(f"np.full({shape_text(d)}, {d.scalar()}{d.keywords(dtype=dtype(d))})")


@template("zeros_like", "ones_like", "full_like", "empty_like")
def like(d, name):
    x = d.array()
    value = f", {d.scalar()}" if name == "full_like" else ""
    text = f"np.{name}({x}{value}{d.keywords(dtype=dtype(d), shape=repr(d.shape()) if d.chance(0.4) else 3)})"
    d.show(f"({text}).shape, ({text}).dtype" if name == "empty_like" else text)


@template("array", "asarray", "ascontiguousarray", "asanyarray", "atleast_1d", "atleast_2d", "copy")
def converted(d, name):
    kind = d.kind()
    keywords = d.keywords(0.25, dtype=dtype(d)) if not name.startswith("atleast") and name != "copy" else ""
    x = d.one_of(
        d.nested(d.shape(), kind, d.flavour(kind)),
        d.array(),
        d.scalar(),
        f"[{d.scalar()}, {d.scalar()}, {d.scalar()}]",
        f"({d.scalar()}, {d.scalar()})",
        f"[{d.array((2,))}, {d.array((2,))}]",
        "range(5)",
        "[[1, 2], [3]]",
        "[[1, 2], 3]",
        "[]",
        "[[], []]",
        f"[[{d.scalar()}], [{d.scalar()}]]",
        "[1, 2.5, True]",
        "[True, 2]",
        "2**63",
        "[2**62, 1.5]",
        "[[1, 2], (3, 4)]",
        "map(int, '123')" if d.chance(0.2) else "[0.1, 0.2]",
        "None" if d.chance(0.2) else "[1, 2, 3]",
        "'word'" if d.chance(0.2) else "[-0.0, 0.0]",
        "[1, 'a']" if d.chance(0.2) else "np.float64(2.5)",
    )
    if name == "array" and d.chance(0.15):
        keywords += d.one_of(", ndmin=2", ", copy=True", ", ndmin=3", ", order='C'")
    d.show(f"np.{name}({x}{keywords})")


@template(
    "asarray", "array", "ascontiguousarray", "ravel", "squeeze", "transpose", "reshape", "atleast_1d", "atleast_2d"
)
def shared(d, name):
    """Whether the result is a view."""
    x = d.array(fresh=True)
    rest = f", {x.size}" if name == "reshape" else ""
    d.do(f"v = np.{name}({x}{rest})")
    d.show(f"probe({x}, v)" if x.size else "v.shape")
    d.show("v")


@template("arange")
def arange(d, name):
    number = d.one_of(d.whole(-5, 10), d.whole(0, 6), round(d.random.uniform(-3, 8), d.whole(0, 3)))
    stop = d.one_of(d.whole(-3, 12), round(d.random.uniform(-2, 9), 2))
    step = d.one_of(1, 2, -1, 0.5, 0.1, -0.25, 0.3, 3, 1e-1, d.one_of(0, 2))
    form = d.one_of(f"{stop}", f"{number}, {stop}", f"{number}, {stop}, {step}", f"0, {stop}, {step}")
    form = d.one_of(form, form, form, form, f"{number}, stop={stop}", f"start={number}, stop={stop}", f"float({stop})")
    if d.chance(0.05):
        form = d.one_of(
            "", "np.nan", "0, np.inf", "None", "'3'", "1e30", "True", "np.int64(4)", "np.float64(2.5)", "2**63"
        )
    d.show(f"np.arange({form}{d.keywords(0.15, dtype=dtype(d))})")


@template("linspace", "geomspace", "logspace")
def spaced(d, name):
    if name == "linspace":
        start, stop = d.scalar(d.one_of("float", "int")), d.scalar(d.one_of("float", "int"))
    else:
        start, stop = d.one_of(1, 2, 0.5, 10, -1, 0, 100), d.one_of(1, 3, 1000, 0.25, -8, 5, 1e5)
    n = d.one_of(0, 1, 2, 3, 5, 11, 50, -1, 4.0, 7)
    number = d.one_of("", f", {n}", f", num={n}", f", {n}")
    extra = d.keywords(0.2, endpoint="False", dtype=dtype(d))
    if name == "linspace":
        extra += d.keywords(0.15, retstep="True")
    if name == "logspace":
        extra += d.keywords(0.2, base=d.one_of(2, 2.0, 0.5, "np.e"))
    d.show(f"np.{name}({start}, {stop}{number}{extra})")


@template("linspace")
def spaced_arrays(d, name):
    x = d.array(ndim=d.whole(1, 2), kind=d.one_of("float", "int"))
    d.show(f"np.linspace({x}, {d.scalar()}, {d.whole(0, 4)}{d.keywords(axis=d.axis(x.ndim + 1))})")


@template("eye", "identity", "tri")
def eye(d, name):
    n = d.whole(0, 4)
    more = (
        ""
        if name == "identity"
        else d.one_of("", f", {d.whole(0, 4)}", f", k={d.whole(-2, 2)}", f", {n}, {d.whole(-3, 3)}")
    )
    d.show(f"np.{name}({n}{more}{d.keywords(0.3, dtype=dtype(d))})")


@template("diag")
def diag(d, name):
    x = d.array(ndim=d.one_of(1, 2, 2, 0, 3) if d.chance(0.3) else d.whole(1, 2))
    d.show(f"np.{name}({x}{d.one_of('', f', {d.whole(-2, 2)}', f', k={d.whole(-3, 3)}')})")


@template("tril", "triu")
def triangle(d, name):
    x = d.array(ndim=d.one_of(1, 2, 2, 2, 3))
    d.show(f"np.{name}({x}{d.one_of('', f', {d.whole(-2, 2)}', f', k={d.whole(-3, 3)}')})")


@template("vander")
def vander(d, name):
    d.show(f"np.vander({d.array(ndim=1)}{d.one_of('', ', 3', ', N=2', ', increasing=True', ', 4, True', ', 0')})")


@template("meshgrid")
def meshgrid(d, name):
    parts = [d.one_of(d.array(ndim=1), d.array(ndim=1), d.scalar()) for _ in range(d.whole(1, 3))]
    d.show(f"np.meshgrid({', '.join(parts)}{d.keywords(indexing=repr(d.one_of('ij', 'xy', 'ab')), sparse='True')})")


@template("indices")
def indices(d, name):
    d.show(f"np.indices({d.shape(d.whole(1, 3))}{d.keywords(0.2, dtype='float', sparse='True')})")


@template("fromfunction")
def fromfunction(d, name):
    function = d.one_of("lambda i, j: i + j", "lambda i, j: i == j", "lambda i, j: i * 2.5 - j")
    d.show(f"np.fromfunction({function}, {d.shape(2)}{d.keywords(dtype='int')})")


@template("fromiter")
def fromiter(d, name):
    d.show(f"np.fromiter({d.one_of('range(4)', '(x * x for x in range(3))', '[]', '[1.5, 2]')}, {dtype(d)})")


@template("mgrid", "ogrid")
def grid(d, name):
    part = d.one_of("0:3", "1:6:2", "0:1:5j", "-1:1:3j", "0:1:0.25")
    d.show(f"np.{name}[{part}]" if d.chance(0.5) else f"np.{name}[{part}, {d.one_of('0:2', '0:1:2j')}]")


@template("r_", "c_")
def glued(d, name):
    d.show(f"np.{name}[{d.array(ndim=1)}, {d.one_of('0', '1:4', '0:1:3j', d.array(ndim=1))}]")


@template("dtype")
def dtypes(d, name):
    d.show(f"np.dtype({dtype(d)})")
    d.show(f"np.dtype({dtype(d)}) == {dtype(d)}")
    d.show(f"np.dtype({dtype(d)}).{d.one_of('name', 'kind', 'itemsize', 'char', 'type', 'str', 'num', 'alignment')}")
    if d.chance(0.1):
        d.show(f"np.dtype({d.one_of(repr('floot'), '3', 'None', 'list')})")


@template("float64", "int64", "bool_", "int_", "double", "intp", "bool", "False_", "True_")
def scalars(d, name):
    if name.endswith("e_"):
        d.show(f"np.{name}")
        d.show(f"np.{name} {d.one_of('+', '&', '|', '==', '*')} {d.scalar()}")
        return
    argument = d.one_of(
        d.scalar(), d.scalar(), d.array(), "", "'2.5'", "'3'", "'x'", "[1, 2]", "None", "1e400", "2**64"
    )
    d.do(f"s = np.{name}({argument})")
    d.show("s")
    d.show(f"s {d.one_of('+', '-', '*', '/', '//', '%', '**', '<', '==', '>=', '&')} {d.scalar()}")


@template("generic", "number", "integer", "floating", "inexact", "signedinteger", "ndarray")
def classes(d, name):
    x = d.one_of(d.array(), d.scalar(), "np.float64(1)", "np.int64(1)", "np.True_", "1.0", "1")
    d.show(f"isinstance({x}, np.{name})")


@template("pi", "e", "inf", "nan", "newaxis", "euler_gamma")
def constants(d, name):
    d.show(f"np.{name}")
    d.show(f"type(np.{name})")


@template("result_type", "promote_types", "can_cast", "issubdtype")
def promotion(d, name):
    if name == "issubdtype":
        d.show(
            f"np.issubdtype({dtype(d)}, {d.one_of('np.floating', 'np.integer', 'np.number', 'np.generic', dtype(d))})"
        )
    elif name == "result_type":
        parts = [d.one_of(d.array(), d.scalar(), dtype(d)) for _ in range(d.whole(1, 3))]
        d.show(f"np.result_type({', '.join(parts)})")
    else:
        casting = d.keywords(casting=repr(d.one_of("safe", "same_kind", "unsafe", "no"))) if name == "can_cast" else ""
        d.show(f"np.{name}({dtype(d)}, {dtype(d)}{casting})")


@template("finfo", "iinfo")
def limits(d, name):
    attributes = (
        "eps max min tiny bits dtype resolution precision smallest_normal".split()
        if name == "finfo"
        else "max min bits dtype".split()
    )
    d.show(
        f"np.{name}({d.one_of('float', 'np.float64', '1.0') if name == 'finfo' else d.one_of('int', 'np.int64', '5')}).{d.one_of(*attributes)}"
    )


@template("isscalar", "iterable", "ndim", "shape", "size")
def facts(d, name):
    x = d.one_of(d.array(), d.array(), d.scalar(), "[1, 2]", "[[1, 2], [3, 4]]", "3", "2.5", "True", "range(3)")
    d.show(f"np.{name}({x}{d.keywords(0.2, axis=d.one_of(0, 1, -1)) if name == 'size' else ''})")


@template("linalg", "random", "exceptions", "testing")
def module(d, name):
    d.show(f"np.{name}.__name__")
    if name == "exceptions":
        d.do(
            "try:\n    np.zeros(3).sum(axis=2)\nexcept np.exceptions.AxisError as error:\n    print(error.axis, error.ndim, error)"
        )
