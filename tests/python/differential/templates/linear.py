"""Products, linear algebra and polynomials."""

from .registry import template

NUMERIC = ("float", "float", "float", "int", "bool")


def numeric(d, shape):
    kind = d.one_of(*NUMERIC)
    return d.array(shape, kind, d.one_of("plain", "plain", "odd", "random", None) if kind == "float" else None)


@template("dot", "matmul", "inner", "linalg.matmul")
def product(d, name):
    n, m, k = (d.one_of(0, 1, 2, 3, 4, 9) for _ in range(3))
    forms = [((n,), (n,)), ((m, n), (n,)), ((n,), (n, k)), ((m, n), (n, k)), ((m, n), (n, k))]
    left, right = d.one_of(*forms)
    if name == "inner":
        right = right[::-1]
    if d.chance(0.05):
        right = d.shape()
    x, y = numeric(d, left), numeric(d, right)
    columns = y if name != "inner" or len(right) == 1 else f"{y}.T"
    code = f"{x} @ {y}" if name == "matmul" and d.chance(0.5) else f"np.{name}({x}, {y})"
    d.show(code, judged="sum of products", operands=[x, columns])


@template("matmul", "dot", "linalg.matmul")
def stacked(d, name):
    n, m = d.whole(0, 3), d.whole(1, 3)
    left, right = d.one_of(
        ((2, m, n), (n, 2)), ((m, n), (2, n, 1)), ((2, m, n), (2, n, 2)), ((2, m, n), (1, n, 2)), ((), (2,)), ((2,), ())
    )
    x, y = d.array(left, "int"), d.array(right, d.one_of("int", "int", "bool"))
    d.show(f"np.{name}({x}, {y})")


@template("vdot", "vecdot", "linalg.vecdot")
def vdot(d, name):
    shape = d.shape(d.whole(1, 2)) if name == "vdot" else d.shape(1)
    x, y = numeric(d, shape), numeric(d, shape if d.chance(0.95) else d.shape(1))
    flat = [f"{x}.ravel()", f"{y}.ravel()"] if name == "vdot" else [x, y]
    d.show(f"np.{name}({x}, {y})", judged="sum of products", operands=flat)


@template("outer", "kron", "cross", "linalg.outer", "linalg.cross")
def outer(d, name):
    if name.endswith("cross"):
        x, y = d.array((3,) if d.chance(0.7) else (2, 3)), d.array((3,) if d.chance(0.9) else (2,))
    else:
        x, y = d.array(ndim=d.whole(0, 2)), d.array(ndim=d.whole(0, 2))
    d.show(f"np.{name}({x}, {y})")


@template("tensordot", "linalg.tensordot")
def tensordot(d, name):
    x, y = d.array((2, 3), "int"), d.array((3, 2), "int")
    d.show(f"np.{name}({x}, {y}, axes={d.one_of(1, 0, 2, ([1], [0]), ([0], [1]), (0, 1))})")


@template("trace", "diagonal", "linalg.trace")
def diagonal(d, name):
    x = d.array(ndim=d.one_of(1, 2, 2, 2, 3))
    axes = {} if name.startswith("linalg") else {"axis1": d.axis(x.ndim) if d.chance(0.2) else 1, "axis2": 0}
    d.show(f"np.{name}({x}{d.keywords(offset=d.whole(-2, 2), **axes)})")


@template("convolve", "correlate")
def convolve(d, name):
    x, y = d.array(ndim=1, kind=d.one_of("int", "bool")), d.array(ndim=1, kind="int")
    d.show(f"np.{name}({x}, {y}{d.keywords(0.4, mode=repr(d.one_of('full', 'same', 'valid', 'none')))})")


@template("linalg.matrix_power")
def matrix_power(d, name):
    x = d.array((2, 2) if d.chance(0.9) else (2, 3), "int", "plain")
    d.show(f"np.linalg.matrix_power({x}, {d.one_of(0, 1, 2, 3, 5, 1.5)})")


@template("linalg.norm", "linalg.vector_norm", "linalg.matrix_norm")
def norm(d, name):
    matrix = name != "linalg.vector_norm" and d.chance(0.5) or name == "linalg.matrix_norm"
    x = d.array(
        ndim=2 if matrix else d.one_of(1, 1, 1, 2, 0, 3),
        kind=d.one_of("float", "float", "int"),
        flavour=d.one_of("plain", "odd", "random", None),
    )
    axis = d.axis(x.ndim, wrong=0.03) if x.ndim else 0
    order = d.one_of("", "", "2", "1", "np.inf", "-np.inf", "0", "3", "'fro'", "-1", "2.5", "'bad'", "-2", "'nuc'")
    if name == "linalg.matrix_norm" or x.ndim == 2 and d.chance(0.5):
        axis = None
    text = (
        f", {order}"
        if order and name != "linalg.vector_norm"
        else f", ord={order}"
        if order and name != "linalg.norm"
        else ""
    )
    if name == "linalg.matrix_norm":
        text = f", ord={order}" if order else ""
    text += "" if axis is None or d.chance(0.4) else f", axis={axis}"
    judged = "eigenvalues" if order in ("2", "-2", "'nuc'") else "length"  # a matrix's are made of singular values
    d.show(f"np.{name}({x}{text}{d.keywords(0.15, keepdims='True')})", judged=judged, operands=[x])


def square(d, n=None, kind=None):
    """A square matrix: mostly regular, sometimes singular, symmetric or with extreme elements."""
    n = d.one_of(1, 2, 2, 3, 3, 4, 0) if n is None else n
    kind = kind or d.one_of("float", "float", "float", "int")
    x = d.array(
        (n, n),
        kind,
        (
            d.one_of("plain", "odd", "random", "random", "special" if d.chance(0.2) else "random")
            if kind == "float"
            else "plain"
        ),
        fresh=True,
    )
    return x


@template("linalg.solve")
def solve(d, name):
    a = square(d)
    n = a.shape[0]
    b = d.array(
        d.one_of((n,), (n,), (n, 2), (n, 1)) if d.chance(0.95) else (n + 1,),
        d.one_of("float", "int"),
        d.one_of("plain", "random", None),
        fresh=True,
    )
    d.show(f"np.linalg.solve({a}, {b})", judged="solved", operands=[a, b])


@template("linalg.inv")
def inverse(d, name):
    a = square(d) if d.chance(0.95) else d.array(ndim=d.whole(1, 2))
    d.show(f"np.linalg.inv({a})", judged="inverted", operands=[a])


@template("linalg.det", "linalg.slogdet")
def determinant(d, name):
    a = square(d) if d.chance(0.95) else d.array(ndim=d.whole(0, 2))
    d.show(f"np.{name}({a})", judged="determinant" if name == "linalg.det" else "log of determinant", operands=[a])


@template("linalg.eigvalsh")
def eigenvalues(d, name):
    a = square(d)
    d.do(f"s = {a} + {a}.T" if d.chance(0.8) else f"s = {a}")
    extra = d.keywords(0.2, UPLO=repr(d.one_of("L", "U", "X")))
    d.show(f"np.{name}(s{extra})", judged="eigenvalues", operands=["s"])


@template("linalg.svdvals", "linalg.cond", "linalg.matrix_rank", "linalg.pinv")
def decomposed(d, name):
    a = d.array((d.whole(1, 3), d.whole(1, 3)), "float", d.one_of("plain", "random"), fresh=True)
    d.show(
        f"np.{name}({a})",
        judged={"linalg.svdvals": "eigenvalues", "linalg.cond": "conditioned", "linalg.pinv": "pseudoinverse"}.get(
            name, "exact"
        ),
        operands=[a],
    )


@template("linalg.matrix_transpose")
def matrix_transpose(d, name):
    d.show(f"np.linalg.matrix_transpose({d.array()})")


@template("linalg.lstsq")
def least_squares(d, name):
    n, m = d.whole(1, 5), d.whole(1, 3)
    a = d.array((n, m), d.one_of("float", "float", "int"), d.one_of("plain", "random", "odd"), fresh=True)
    b = d.array(
        d.one_of((n,), (n,), (n, 2)) if d.chance(0.96) else (n + 1,), d.one_of("float", "int"), "plain", fresh=True
    )
    d.show(
        f"np.linalg.lstsq({a}, {b}{d.one_of(', rcond=None', ', rcond=None', '', ', rcond=-1', ', 1e-10')})",
        judged="least squares",
        operands=[a, b],
    )


@template("linalg.LinAlgError")
def linalg_error(d, name):
    d.do(
        "try:\n    np.linalg.inv(np.zeros((2, 2)))\nexcept np.linalg.LinAlgError as error:\n    print('caught', error)"
    )


@template("polyfit")
def polyfit(d, name):
    n = d.whole(1, 7)
    x = f"np.array({sorted(d.random.sample(range(-6, 9), n))}, dtype=float)"
    y = d.array((n if d.chance(0.96) else n + 1,), d.one_of("float", "int"), d.one_of("plain", "random"))
    degree = d.one_of(0, 1, 1, 2, 3, -1, n + 1)
    d.do(f"x = {x}")
    d.show(f"np.polyfit(x, {y}, {degree})", judged="fitted", operands=["x", y, f"{degree}"])


@template("polyval", "polyder", "polyint", "polyadd", "polysub", "polymul")
def polynomial(d, name):
    p = d.array(ndim=1, flavour="plain")
    if name == "polyval":
        d.show(f"np.polyval({d.one_of(p, '[1, 2, 3]')}, {d.one_of(d.array(), d.scalar(), '[1, 2]')})")
    elif name in ("polyadd", "polysub", "polymul"):
        d.show(f"np.{name}({p}, {d.array(ndim=1, flavour='plain')})", judged="close", operands=[p])
    else:
        d.show(f"np.{name}({p}{d.keywords(m=d.whole(0, 2))})")
