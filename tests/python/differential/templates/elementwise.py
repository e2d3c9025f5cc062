"""Functions of each element."""

from .registry import template

UNARY = """abs absolute fabs negative positive sign sqrt square cbrt reciprocal exp exp2 expm1 log log2 log10 log1p
sin cos tan arcsin arccos arctan asin acos atan sinh cosh tanh arcsinh arccosh arctanh asinh acosh atanh
floor ceil trunc rint fix isnan isinf isfinite isneginf isposinf signbit deg2rad rad2deg degrees radians
logical_not invert bitwise_not bitwise_invert conj conjugate spacing sinc real nan_to_num""".split()

BINARY = """add subtract multiply divide true_divide floor_divide mod remainder fmod power pow float_power
maximum minimum fmax fmin arctan2 atan2 hypot copysign nextafter heaviside logaddexp
equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor
bitwise_and bitwise_or bitwise_xor left_shift right_shift bitwise_left_shift bitwise_right_shift gcd lcm
divmod""".split()


def operand(d, kind=None):
    """An array, a scalar, a list, or an array without axes."""
    how = d.one_of("array", "array", "array", "array", "scalar", "list", "0-d")
    if how == "array":
        return d.array(kind=kind)
    kind = kind or d.kind()
    if how == "scalar":
        return d.scalar(kind)
    if how == "list":
        return d.nested(d.shape(1), kind, d.flavour(kind))
    return d.array((), kind)


@template(*UNARY)
def unary(d, name):
    x = operand(d)
    if d.chance(0.05):
        x = d.one_of("None", "'text'", "[[1, 2], [3]]", "np.array([0.1, 0.5, 0.9, 1.0, 2.0])", "[]", "10**30", "2**63")
    d.show(f"np.{name}({x})")


@template(*[name for name in UNARY if name not in ("sinc", "real", "nan_to_num")])
def unary_into(d, name):
    x = d.array()
    if d.chance(0.5):
        out = d.array(x.shape if d.chance(0.9) else None, d.one_of(x.kind, "float"), fresh=True)
        d.do(f"r = np.{name}({x}, out={out})")
        d.arrays.remove(out)
    else:
        x = d.array(x.shape, "float")  # NumPy warns of what lies in its buffers when it casts under a mask.
        out = d.array(x.shape, "float", fresh=True)
        mask = d.array(d.partner(x.shape) if d.chance(0.5) else x.shape, "bool")
        d.do(f"r = np.{name}({x}, out={out}, where={mask})")
        d.arrays.remove(out)
    d.show(f"{out}")
    d.show(f"r is {out}")


@template(*BINARY)
def binary(d, name):
    d.show(f"np.{name}({pair(d)})")


def pair(d):
    """Two operands, mostly arrays that broadcast with each other."""
    x = operand(d)
    if not hasattr(x, "shape"):
        return ", ".join(d.random.sample([x, operand(d)], 2))
    if d.chance(0.35):
        return ", ".join(d.random.sample([x, d.scalar()], 2))
    return ", ".join(d.random.sample([x, d.array(d.partner(x.shape))], 2))


@template(*BINARY)
def binary_whole(d, name):
    """Of whole numbers, whose corner cases differ: division by zero, negative powers, wrapping."""
    x = d.array(kind="int")
    y = d.array(d.partner(x.shape), d.one_of("int", "int", "bool")) if d.chance(0.5) else d.scalar("int")
    d.show(f"np.{name}({x}, {y})")


@template(*[name for name in BINARY if name != "divmod"])
def binary_into(d, name):
    x = d.array()
    y = d.array(d.partner(x.shape)) if d.chance(0.6) else d.scalar()
    out = d.array(x.shape if d.chance(0.9) else None, d.one_of(x.kind, "float", "float"), fresh=True)
    where = ""
    if d.chance(0.3):
        x, y, out = d.array(x.shape, "float"), d.scalar("float"), d.array(x.shape, "float", fresh=True)
        where = f", where={d.array(x.shape, 'bool')}"
    d.do(f"r = np.{name}({x}, {y}, out={out}{where})")
    d.arrays.remove(out)
    d.show(f"{out}")


@template("clip")
def clip(d, name):
    x = operand(d)
    low, high = d.scalar(), d.scalar()
    if hasattr(x, "shape") and d.chance(0.3):
        low = d.array(d.partner(x.shape))
    form = d.one_of(f"{x}, {low}, {high}", f"{x}, {low}, {high}", f"{x}, None, {high}", f"{x}, {low}, None")
    form = d.one_of(form, form, f"{x}, a_min={low}, a_max={high}", f"{x}, min={low}", f"{x}, None, None", f"{x}")
    d.show(f"np.clip({form})")


@template("where")
def where(d, name):
    mask = d.array(kind=d.one_of("bool", "bool", "bool", "float", "int"))
    if d.chance(0.3):
        d.show(f"np.where({mask})")
    else:
        x = d.array(d.partner(mask.shape)) if d.chance(0.6) else d.scalar()
        y = d.array(d.partner(mask.shape)) if d.chance(0.6) else d.scalar()
        d.show(f"np.where({mask}, {x}, {y})")


@template("select")
def select(d, name):
    shape = d.shape()
    masks = [d.array(shape, "bool") for _ in range(d.whole(1, 3))]
    values = [d.array(shape) if d.chance(0.6) else d.scalar() for _ in masks]
    d.show(f"np.select([{', '.join(masks)}], [{', '.join(values)}]{d.keywords(default=d.scalar())})")


@template("round", "around")
def rounded(d, name):
    x = operand(d)
    decimals = d.one_of("", "", ", 1", ", 2", ", decimals=3", ", -1", ", -2", ", 0", ", 10", ", decimals=1.5", ", 20")
    d.show(f"np.{name}({x}{decimals})")


@template("isclose", "allclose")
def near(d, name):
    x = d.array(kind=d.one_of("float", "float", "int"))
    y = d.one_of(f"{x} + 1e-9", f"{x} * (1 + 1e-6)", d.array(d.partner(x.shape)), d.scalar(), f"{x} + 1e-4")
    keywords = d.keywords(rtol=d.one_of("0", "1e-3", "0.1"), atol=d.one_of("0", "1e-6", "1"), equal_nan="True")
    d.show(f"np.{name}({x}, {y}{keywords})")


@template("array_equal", "array_equiv")
def equal(d, name):
    x = d.array()
    y = d.one_of(x, f"{x}.copy()", d.array(x.shape, x.kind), d.array(d.partner(x.shape)), d.scalar())
    d.show(f"np.{name}({x}, {y}{d.keywords(0.2, equal_nan='True') if name == 'array_equal' else ''})")


@template("interp")
def interp(d, name):
    n = d.whole(1, 5)
    d.do(f"xp = np.sort({d.plainly((n,), 'float', d.one_of('plain', 'random', 'odd'))})")
    d.do(f"fp = {d.plainly((n if d.chance(0.95) else n + 1,), 'float')}")
    keywords = d.keywords(0.2, left=d.scalar("float"), right=d.scalar("float"))
    d.show(f"np.interp({d.one_of(d.scalar('float'), d.array(kind='float'), 'xp', '[0.5, 1.5]')}, xp, fp{keywords})")


@template("modf")
def parts(d, name):
    d.show(f"np.{name}({operand(d, 'float')})")


@template("vectorize")
def vectorize(d, name):
    x = d.array()
    d.show(f"np.vectorize(lambda v: {d.one_of('v * 2', 'v > 0', 'float(v) / 2', '1 if v > 0 else 0.5')})({x})")


@template("apply_along_axis")
def apply_along_axis(d, name):
    x = d.array(ndim=d.whole(1, 3))
    function = d.one_of("np.sum", "np.max", "lambda v: v[::-1]", "lambda v: v.sum()", "np.sort", "lambda v: v[:1]")
    d.show(f"np.apply_along_axis({function}, {d.axis(x.ndim)}, {x})")


@template("ufunc")
def reduce(d, name):
    x = d.array()
    function = d.one_of("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")
    d.show(f"np.{function}.reduce({x}{d.keywords(axis=d.axes(x.ndim), keepdims='True')})")


@template("ufunc")
def accumulate(d, name):
    x = d.array(ndim=d.whole(1, 2))
    d.show(
        f"np.{d.one_of('add', 'multiply', 'maximum', 'minimum', 'subtract')}.accumulate({x}{d.keywords(axis=d.axis(x.ndim))})"
    )


@template("ufunc")
def outer(d, name):
    d.show(
        f"np.{d.one_of('add', 'subtract', 'multiply', 'divide', 'less', 'equal', 'maximum')}.outer({d.array(ndim=d.whole(0, 2))}, {d.array(ndim=1)})"
    )


@template("ufunc")
def at(d, name):
    x = d.array((d.whole(2, 5),), d.one_of("float", "int"))
    d.do(
        f"np.{d.one_of('add', 'subtract', 'multiply')}.at({x}, {d.one_of([0, 0, 1], [1], [-1, 0, 0])}, {d.scalar('int')})"
    )
    d.show(f"{x}")


@template("ufunc")
def facts(d, name):
    function = f"np.{d.one_of('add', 'sqrt', 'maximum', 'logical_not')}"
    d.show(f"{function}.{d.one_of('nin', 'nout', 'nargs', '__name__', 'identity', 'types', 'nonsense')}")
    d.show(f"isinstance({function}, np.ufunc), repr({function})")
    d.show(f"{function}({d.one_of('', '1', '1, 2', '1, 2, 3', '1, 2, 3, 4', '1, bogus=2')})")


@template("isrealobj", "iscomplexobj")
def about(d, name):
    d.show(f"np.{name}({d.one_of(d.array(), d.scalar(), '1.5', '[1, 2]')})")
