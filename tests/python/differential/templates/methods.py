"""Methods and attributes of arrays, and of NumPy's scalars."""

from .creation import dtype
from .reductions import arguments
from .registry import template
from .shaping import new_shape

PLAIN = "copy flatten ravel tolist nonzero squeeze transpose conj conjugate round sort argsort all any sum prod mean min max std var cumsum cumprod argmax argmin ptp trace diagonal".split()


def methods(*names):
    return template(*[f"ndarray.{name}" for name in names])


def of(name):
    return name.partition(".")[2]


@methods(*PLAIN)
def plain(d, name):
    x = d.array()
    if of(name) == "argsort":
        d.show(f"{x}.argsort(kind='stable')")
    elif of(name) == "sort":
        d.do(f"{x}.sort({d.one_of('', '', f'axis={d.axis(x.ndim)}', '0', 'axis=None')})")
        d.show(f"{x}")
    else:
        d.show(f"{x}.{of(name)}()")


@methods("sum", "prod", "mean", "min", "max", "std", "var", "all", "any")
def reduction(d, name):
    x = d.array()
    text = arguments(d, of(name), d.axes(x.ndim)).lstrip(", ")
    d.show(f"{x}.{of(name)}({text})")


@methods("cumsum", "cumprod", "argmax", "argmin")
def along(d, name):
    x = d.array()
    d.show(f"{x}.{of(name)}({d.one_of(d.axis(x.ndim), f'axis={d.axis(x.ndim)}', '')})")


@methods("reshape")
def reshape(d, name):
    x = d.array(fresh=True)
    shape = new_shape(d, x.size)
    if shape.startswith("(") and len(shape) > 4 and d.chance(0.6):
        shape = shape[1:-1].rstrip(",")
    d.do(f"v = {x}.reshape({shape}{d.keywords(0.1, order=repr(d.one_of('C', 'F')))})")
    d.show("v")
    if x.size:
        d.show(f"probe({x}, v)")


@methods("ravel", "flatten", "transpose", "squeeze", "swapaxes", "view", "diagonal", "copy", "T", "mT", "real", "flat")
def viewed(d, name):
    x = d.array(ndim=2, fresh=True)
    call = {
        "swapaxes": "(0, 1)",
        "T": "",
        "mT": "",
        "real": "",
        "flat": "",
        "copy": d.one_of("()", "('C')", "(order='F')"),
    }.get(of(name), "()")
    if of(name) == "flat":
        d.show(f"list({x}.flat)")
        d.show(f"{x}.flat[{d.one_of(0, -1, '1:3', '::2', 99)}]")
        d.do(f"{x}.flat[{d.one_of(0, '1:3', '...')}] = {d.scalar()}")
        d.show(f"{x}")
        return
    d.do(f"v = {x}.{of(name)}{call}")
    d.show("v")
    if x.size:
        d.show(f"probe({x}, v)")


@methods("transpose")
def transpose(d, name):
    x = d.array()
    axes = d.random.sample(range(x.ndim), x.ndim)
    d.show(f"{x}.transpose({d.one_of(', '.join(map(str, axes)), repr(tuple(axes)), '', 'None', '0, 0')})")


@methods("swapaxes")
def swapaxes(d, name):
    x = d.array()
    d.show(f"{x}.swapaxes({d.axis(x.ndim)}, {d.axis(x.ndim)})")


@methods("squeeze")
def squeeze(d, name):
    x = d.array()
    d.show(f"{x}.squeeze({d.one_of('', 'axis=0', d.axes(x.ndim))})")


@methods("astype")
def astype(d, name):
    x = d.array()
    d.show(
        f"{x}.astype({dtype(d)}{d.keywords(0.15, copy='False', casting=repr(d.one_of('safe', 'unsafe', 'same_kind')))})"
    )


@methods(
    "T",
    "mT",
    "shape",
    "ndim",
    "size",
    "dtype",
    "itemsize",
    "nbytes",
    "strides",
    "base",
    "real",
    "imag",
    "flags",
    "data",
)
def attribute(d, name):
    x = d.array()
    if of(name) == "base":
        d.do(f"v = {x}[...]")
        d.show("v.base is None")
        d.show(f"{x}.copy().base is None")
    elif of(name) == "flags":
        d.show(f"{x}.flags.{d.one_of('writeable', 'c_contiguous', 'f_contiguous', 'owndata')}")
        d.show(f"{x}.flags[{d.one_of(repr('C_CONTIGUOUS'), repr('WRITEABLE'), repr('NONSENSE'))}]")
    elif of(name) == "strides":
        d.show(f"{x}.strides if {x}.size else None")
        d.show(f"({x} + 1).strides if {x}.size else None")
    else:
        d.show(f"{x}.{of(name)}")
        if of(name) not in ("T", "mT") and d.chance(0.2):
            d.do(f"{x}.copy().{of(name)} = {d.one_of('(2, 3)', '(-1,)', '5', d.scalar())}")


@methods("shape")
def set_shape(d, name):
    x = d.array(fresh=True)
    d.arrays.remove(x)
    d.do(f"{x}.shape = {new_shape(d, x.size)}")
    d.show(f"{x}")


@methods("item", "tolist")
def item(d, name):
    x = d.array()
    if of(name) == "tolist":
        d.show(f"{x}.tolist()")
    else:
        d.show(f"{x}.item({d.one_of('', '', 0, -1, 1, ', '.join('0' * x.ndim), 99, '(0,)')})")


@methods("fill")
def fill(d, name):
    x = d.array()
    d.do(f"{x}.fill({d.scalar()})")
    d.show(f"{x}")


@methods(
    "repeat",
    "take",
    "compress",
    "searchsorted",
    "put",
    "clip",
    "round",
    "dot",
    "trace",
    "diagonal",
    "choose",
    "partition",
    "argpartition",
    "resize",
    "tobytes",
    "byteswap",
)
def others(d, name):
    x = d.array(ndim=d.whole(1, 2), kind=None)
    call = of(name)
    if call == "repeat":
        d.show(f"{x}.repeat({d.one_of(0, 1, 2, [1, 2])}{d.keywords(axis=d.axis(x.ndim))})")
    elif call == "take":
        d.show(f"{x}.take({d.one_of(0, [0, -1], [[0]], 99)}{d.keywords(axis=d.axis(x.ndim))})")
    elif call == "compress":
        d.show(f"{x}.compress([True, False]{d.keywords(axis=d.axis(x.ndim))})")
    elif call == "searchsorted":
        d.show(f"np.sort({x}.ravel()).searchsorted({d.scalar('float')}{d.keywords(side=repr('right'))})")
    elif call == "put":
        d.do(f"{x}.put({d.one_of(0, [0, 1], 99)}, {d.scalar()})")
        d.show(f"{x}")
    elif call == "clip":
        d.show(
            f"{x}.clip({d.one_of(f'{d.scalar()}, {d.scalar()}', f'min={d.scalar()}', f'max={d.scalar()}', f'None, {d.scalar()}', '')})"
        )
    elif call == "round":
        d.show(f"{x}.round({d.one_of('', 1, 2, 'decimals=1', -1)})")
    elif call == "dot":
        y = d.array((x.shape[-1],), "int")
        d.show(f"{x}.astype(int).dot({y})")
    elif call in ("trace", "diagonal"):
        d.show(f"{x}.{call}({d.one_of('', 1, 'offset=-1')})")
    else:
        d.show(f"{x}.{call}({d.one_of(0, 1)})")


ATTRIBUTES = "dtype ndim shape size itemsize nbytes real imag T".split()
OTHERS = """item tolist conjugate is_integer as_integer_ratio hex bit_count sum mean min max std all any round astype
reshape copy fromhex nonsense""".split()


@template("<attributes of scalars>")
def scalar(d, name):
    kind = d.kind()
    text = d.value(kind, d.one_of("plain", "odd", "special") if kind == "float" else "plain")
    boxed = {"int": f"np.int64({text})", "bool": f"np.bool_({text})", "float": f"np.float64({text})"}[kind]
    attribute = d.one_of(*ATTRIBUTES, *OTHERS)
    call = {"fromhex": "('0x1.8p+1')", "astype": f"({dtype(d)})", "reshape": "(1, 1)"}.get(attribute, "()")
    d.show(f"{boxed}.{attribute}{'' if attribute in ATTRIBUTES else call}")
