"""Changing shape, joining, splitting, repeating."""

from .registry import template


def new_shape(d, size):
    """A shape of a given size, perhaps with an open length, now and then wrong."""
    if d.chance(0.07):
        return d.one_of("(7, 3)", "(-1, -1)", "(2, -1, 0)", "-2", "(1.5,)", "'x'", "()")
    shapes = [(size,), (1, size), (size, 1), (-1,)]
    shapes += [(n, size // n) for n in range(1, size + 1) if size % n == 0]
    shapes += [(n, -1) for n in range(1, size + 1) if size % n == 0]
    shape = d.random.choice(shapes)
    return d.one_of(repr(shape), repr(list(shape))) if len(shape) > 1 else d.one_of(str(shape[0]), repr(shape))


@template("reshape")
def reshape(d, name):
    x = d.array()
    d.show(f"np.reshape({x}, {new_shape(d, x.size)}{d.keywords(0.1, order=repr(d.one_of('C', 'F', 'A')))})")


@template("ravel", "squeeze", "transpose", "flip", "matrix_transpose", "permute_dims")
def simple(d, name):
    x = d.one_of(d.array(), d.array(), d.nested(d.shape(2), "int", "plain"))
    ndim = getattr(x, "ndim", 2)
    extra = ""
    if name in ("squeeze", "flip"):
        extra = d.keywords(0.5, axis=d.axes(ndim))
    if name in ("transpose", "permute_dims") and d.chance(0.5):
        axes = d.random.sample(range(ndim), ndim)
        extra = f", {d.one_of(tuple(axes), axes, (0, 0), tuple(a - ndim for a in axes))}"
    if name == "ravel":
        extra = d.keywords(0.15, order=repr(d.one_of("C", "F", "K", "A")))
    d.show(f"np.{name}({x}{extra})")


@template("fliplr", "flipud", "rot90")
def turned(d, name):
    x = d.array(ndim=d.one_of(1, 2, 2, 2, 3))
    d.show(f"np.{name}({x}{d.keywords(k=d.whole(-5, 5)) if name == 'rot90' else ''})")


@template("expand_dims")
def expand_dims(d, name):
    x = d.array()
    d.show(f"np.expand_dims({x}, {d.one_of(0, 1, -1, x.ndim, -x.ndim - 1, (0, 1), x.ndim + 1, (0, 0))})")


@template("swapaxes", "moveaxis")
def moved(d, name):
    x = d.array(ndim=d.whole(1, 3))
    if name == "moveaxis" and x.ndim > 1 and d.chance(0.3):
        d.show(f"np.moveaxis({x}, {d.one_of([0, 1], (0, -1), [0])}, {d.one_of([1, 0], (-1, 0), [-1])})")
    else:
        d.show(f"np.{name}({x}, {d.axis(x.ndim)}, {d.axis(x.ndim)})")


@template("roll")
def roll(d, name):
    x = d.array()
    shift = d.one_of(0, 1, -1, 2, 5, -7, (1, 2))
    d.show(f"np.roll({x}, {shift}{d.keywords(0.5, axis=d.axes(x.ndim))})")


@template("broadcast_to")
def broadcast_to(d, name):
    x = d.array()
    shape = d.one_of((2, *x.shape), tuple(3 if n == 1 else n for n in x.shape), x.shape, d.shape(), 4)
    d.do(f"v = np.broadcast_to({x}, {shape})")
    d.show("v")
    d.do("v[...] = 1")


@template("broadcast_arrays", "broadcast_shapes")
def broadcast(d, name):
    x = d.array()
    y = d.array(d.partner(x.shape))
    if name == "broadcast_shapes":
        d.show(f"np.broadcast_shapes({x.shape}, {y.shape}{d.one_of('', ', 1', ', (2, 1)', ', 3')})")
    else:
        d.show(f"np.broadcast_arrays({x}, {y})")


def family(d, axis, ndim):
    """Arrays that can be joined along an axis, mostly."""
    first = d.array(ndim=ndim)
    parts = [first]
    for _ in range(d.whole(0, 2)):
        shape = list(first.shape)
        if shape and axis is not None:
            shape[axis] = d.whole(0, 3)
        if d.chance(0.05):
            shape = list(d.shape())
        parts.append(d.array(tuple(shape), d.one_of(first.kind, d.kind())))
    if d.chance(0.1):
        parts.append(d.one_of("[1, 2]", "5", "[[1.5]]"))
    return d.one_of("({},)", "[{}]").format(", ".join(parts))


@template("concatenate", "concat")
def concatenate(d, name):
    ndim = d.whole(1, 3)
    axis = d.whole(-ndim, ndim - 1)
    text = f", axis={axis}" if axis or d.chance(0.3) else ""
    if d.chance(0.08):
        text = d.one_of(", axis=None", ", axis=5", ", 1")
    d.show(f"np.{name}({family(d, axis, ndim)}{text}{d.keywords(0.05, dtype='float')})")


@template("stack", "vstack", "hstack", "dstack", "column_stack")
def stack(d, name):
    ndim = d.one_of(0, 1, 1, 1, 2, 2)
    axis = {"hstack": 1 if ndim > 1 else 0, "vstack": 0, "column_stack": 1}.get(name)
    if name == "vstack" and ndim < 2 or name == "column_stack" and ndim < 2 or ndim == 0:
        axis = None
    extra = d.keywords(0.5, axis=d.axis(ndim + 1)) if name == "stack" else ""
    d.show(f"np.{name}({family(d, axis, ndim)}{extra})")


@template("append", "insert", "delete")
def edited(d, name):
    x = d.array(ndim=d.one_of(1, 1, 1, 2, 2, 0))
    axis = d.axis(x.ndim) if x.ndim > 1 and d.chance(0.6) else None
    keyword = "" if axis is None else f", axis={axis}"
    if name == "append":
        value = d.one_of(d.scalar(), d.array(x.shape), d.array(x.shape), "[1, 2]", "[[1.5]]")
        d.show(f"np.append({x}, {value}{keyword})")
        return
    place = d.one_of(0, 1, -1, 2, 7, "[0, 1]", "[-1]", "slice(0, 2)", "[0, 0]", "[]", "1.5")
    if name == "delete":
        d.show(f"np.delete({x}, {place}{keyword})")
    else:
        d.show(f"np.insert({x}, {place}, {d.one_of(d.scalar(), d.scalar(), '[1, 2]', d.array(ndim=1))}{keyword})")


@template("split", "array_split", "hsplit", "vsplit")
def split(d, name):
    x = d.array(ndim=d.one_of(1, 1, 2, 2, 3, 0) if name in ("split", "array_split") else d.one_of(1, 2, 2, 3))
    parts = d.one_of(1, 2, 3, 0, [1], [1, 3], [0, 2, 9], -1, "np.array([1, 2])", 2.5)
    extra = d.keywords(axis=d.axis(x.ndim)) if name in ("split", "array_split") else ""
    d.show(f"np.{name}({x}, {parts}{extra})")


@template("repeat", "tile")
def repeated(d, name):
    x = d.one_of(d.array(), d.array(), d.scalar(), "[1, 2]")
    if name == "tile":
        d.show(f"np.tile({x}, {d.one_of(0, 1, 2, 3, (2, 1), (1, 2), (2, 2, 1), [2], ())})")
    else:
        ndim = getattr(x, "ndim", 1)
        length = x.size if hasattr(x, "size") and x.size < 6 else 2
        counts = d.one_of(0, 1, 2, 3, -1, [d.whole(0, 2) for _ in range(length)], "[2, 0, 1]", 1.5)
        d.show(f"np.repeat({x}, {counts}{d.keywords(0.4, axis=d.axis(ndim))})")


@template("pad")
def pad(d, name):
    x = d.array(ndim=d.whole(1, 2))
    width = d.one_of(0, 1, 2, (1, 2), ((1, 0), (0, 2)), -1, [1], 1.5)
    mode = d.one_of(
        "",
        "",
        ", 'constant'",
        ", mode='edge'",
        ", 'reflect'",
        ", 'wrap'",
        ", constant_values=5",
        ", 'constant', constant_values=(1, 2)",
        ", 'symmetric'",
        ", 'mean'",
        ", 'nonsense'",
    )
    d.show(f"np.pad({x}, {width}{mode})")


@template("resize")
def resize(d, name):
    d.show(f"np.resize({d.array()}, {d.one_of(d.shape(), 5, (2, 3), -1, 0)})")


@template("shares_memory", "may_share_memory")
def sharing(d, name):
    x = d.array(ndim=d.whole(1, 2), fresh=True)
    y = d.one_of(x, f"{x}[::-1]", f"{x}.copy()", f"{x}.T", f"{x} + 0", f"{x}.ravel()")
    d.show(f"np.{name}({x}, {y})")


@template(
    "reshape",
    "ravel",
    "transpose",
    "swapaxes",
    "expand_dims",
    "squeeze",
    "flip",
    "moveaxis",
    "flipud",
    "diagonal",
    "split",
)
def viewed(d, name):
    """Whether the result is a view, and how the strides of a copy lie."""
    x = d.array(ndim=2, fresh=True)
    rest = {
        "reshape": f", {new_shape(d, x.size)}",
        "swapaxes": ", 0, 1",
        "expand_dims": ", 0",
        "moveaxis": ", 0, 1",
        "split": ", 1",
    }
    d.do(f"v = np.{name}({x}{rest.get(name, '')}){'[0]' if name == 'split' else ''}")
    d.show("v")
    if x.size:
        d.show(f"probe({x}, v)")


@template("copyto")
def written(d, name):
    x = d.array(ndim=d.whole(1, 2), fresh=True)
    value = d.one_of(d.scalar(), d.array(d.partner(x.shape)))
    where = d.keywords(0.3, where=d.array(x.shape, "bool"), casting=repr(d.one_of("unsafe", "safe")))
    d.do(f"np.copyto({x}, {value}{where})")
    d.show(f"{x}")
