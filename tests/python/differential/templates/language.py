"""What needs no function: operators, indexing, assignment, printing, conversion, iteration."""

from .creation import dtype
from .registry import template

OPERATORS = "+ - * / // % ** < <= > >= == != & | ^ << >>".split()
EXACT = [operator for operator in OPERATORS if operator != "**"]


@template("<operators>")
def operators(d, name):
    x = d.array()
    y = d.array(d.partner(x.shape)) if d.chance(0.5) else d.scalar()
    if d.chance(0.04):
        y = d.one_of("'text'", "None", "[1, 2]", "(1,)", "2**63", "2**200", "-2**63 - 1", "1j", "{}")
    left, right = d.random.sample([x, y], 2)
    d.show(f"{left} {d.one_of(*EXACT)} {right}")


@template("<powers>")
def powers(d, name):
    x = d.array() if d.chance(0.7) else d.scalar()
    y = d.one_of(
        "2",
        "2",
        "3",
        "0.5",
        "-1",
        "0",
        "1",
        "2.0",
        "-2",
        "np.float64(0.5)",
        "np.int64(3)",
        d.array(d.partner(getattr(x, "shape", (2,)))),
    )
    d.show(f"{x} ** {y}" if d.chance(0.8) else f"{y} ** {x}")


@template("<unary operators>")
def unary(d, name):
    x = d.one_of(d.array(), d.array(), f"np.float64({d.value('float')})", f"np.int64({d.value('int')})", "np.True_")
    d.show(f"{d.one_of('-', '+', 'abs', '~', 'round')}({x})")


@template("<in-place operators>")
def in_place(d, name):
    x = d.array(fresh=True)
    y = d.one_of(d.scalar(), d.array(d.partner(x.shape)), x, f"{x}[::-1]" if x.ndim else x, f"{x}.T")
    d.do(f"v = {x}[{d.one_of('...', '::2', '1:') if x.ndim else '...'}]")
    if d.chance(0.1):
        d.do(f"{x} **= {d.one_of(2, 3, 0)}")
    d.do(f"{d.one_of(x, x, 'v')} {d.one_of(*EXACT[:6], '&', '|')}= {y}")
    d.show(f"{x}")
    d.show("v")


def index(d, shape):
    """An index, as source: numbers, slices, lists, masks, newaxis, ellipsis, and some that do not fit."""
    if d.chance(0.08):
        return d.one_of(
            "99",
            "-99",
            "1.5",
            "'x'",
            "None, None",
            "..., ...",
            "[0, 99]",
            "True",
            "False",
            "[1.5]",
            "np.float64(1)",
            "(), ()",
            "[]",
            "{}",
        )
    if d.chance(0.15) and shape:
        return d.array(shape if d.chance(0.9) else shape[:1], "bool")
    parts = [part(d, n) for n in shape[: d.whole(0 if not shape else 1, len(shape))]]
    if d.chance(0.15):
        parts.insert(d.whole(0, len(parts)), d.one_of("None", "np.newaxis", "..."))
    return ", ".join(parts) if parts else d.one_of("()", "...")


def part(d, n):
    how = d.one_of("number", "number", "slice", "slice", "slice", "list", "mask", "array")
    if how == "number":
        return str(d.whole(-n, max(n - 1, 0)))
    if how == "slice":
        ends = [d.one_of("", "", str(d.whole(-n - 1, n + 1))) for _ in range(2)]
        return f"{ends[0]}:{ends[1]}{d.one_of('', '', ':2', ':-1', ':-2', ':1', ':3')}"
    places = [d.whole(-n, n - 1) for _ in range(d.whole(0, 3))] if n else []
    if how == "mask":
        return repr([d.chance(0.5) for _ in range(n)])
    if how == "array":
        return f"np.array({places}, dtype=int)" if d.chance(0.7) else f"np.array({[places, places]}, dtype=int)"
    return repr(places)


@template("<indexing>")
def indexing(d, name):
    x = d.array()
    d.show(f"{x}[{index(d, x.shape)}]")


@template("<assignment>")
def assignment(d, name):
    x = d.array(fresh=True)
    if d.chance(0.15):
        d.do(f"{x}[{x} {d.one_of('>', '<', '==')} {d.scalar()}] = {d.scalar()}")
    else:
        value = d.one_of(
            d.scalar(),
            d.scalar(),
            d.array(),
            d.array(d.partner(x.shape)),
            "[1, 2]",
            f"{x}[::-1]" if x.ndim else "1",
            "[[1.5], [2.5]]",
            "'x'",
            "np.nan",
        )
        operator = d.one_of("", "", "", "+", "*", "-")
        d.do(f"{x}[{index(d, x.shape)}] {operator}= {value}")
    d.show(f"{x}")


@template("<views>")
def views(d, name):
    x = d.array(ndim=d.whole(1, 3), fresh=True)
    d.do(f"v = {x}[{index(d, x.shape)}]")
    d.do(f"v[...] = {d.scalar()}")
    d.show(f"{x}")
    d.do(f"{x}[...] = {d.scalar()}")
    d.show("v")


@template("<printing>")
def printing(d, name):
    shape = d.one_of(d.shape(), d.shape(), (d.whole(5, 40),), (d.whole(2, 5), d.whole(5, 20)))
    x = d.array(shape)
    d.do(f"print({x})")
    d.show(f"repr({x})")
    d.show(f"str({x})")


@template("<printing>")
def printing_of_floats(d, name):
    """Widths, signs and exponents: numbers of all sizes side by side."""
    digits = [d.random.choice((0, 1, 2, 3, 8, 12, 17)) for _ in range(d.whole(1, 6))]
    numbers = [
        round(d.random.gauss(0, 1) * 10 ** d.random.choice((0, 0, 0, 1, 2, 5, 9, -1, -3, -6, -20, 20)), n)
        for n in digits
    ]
    if d.chance(0.2):
        numbers[0] = d.one_of(float("1e100"), -0.0, 0.0, 1e16, 123456789.125)
    text = repr(numbers) if d.chance(0.8) else f"[{numbers[0]!r}, np.nan, {d.one_of('np.inf', '-np.inf')}]"
    d.do(f"x = np.array({text})")
    d.show("repr(x)")
    d.show("str(x)")
    d.show("repr(x[0]), str(x[0])")
    d.show("repr(np.float64(x[0]) / 3)")


@template("<printing>")
def printing_of_long(d, name):
    """Where the middle is left out, and lines break."""
    shape = d.one_of("1001", "1500", "(40, 30)", "(2, 600)", "(600, 2)", "(3, 20, 20)", "(7, 9, 17)")
    d.do(f"x = np.arange(np.prod({shape})).reshape({shape}){d.one_of('', ' * 0.5', ' % 2 == 0', ' - 3', ' / 7')}")
    d.do("print(x)")
    d.show("repr(x)")


@template("<formats>")
def formats(d, name):
    value = d.one_of(d.scalar("float"), d.scalar(), f"{d.array(())}[()]", d.array(()))
    spec = d.one_of("", ".2f", ".3e", "g", "10.4f", "+.1f", "d", "5d", "%", ".6g", "s", "r", ">8", "b", "x", ",", ".0f")
    d.show(f"f'{{{value}:{spec}}}'" if "'" not in value else "1")
    d.show(f"'%s %r' % ({value}, {value})")


@template("<formats>")
def formats_of_arrays(d, name):
    x = d.array()
    d.show(f"f'{{{x}}}'")
    d.show(f"f'{{{x}:.2f}}'" if d.chance(0.3) else f"f'{{{x}!r}}'")


@template("set_printoptions", "printoptions", "get_printoptions", "array2string", "array_repr", "array_str")
def options(d, name):
    x = d.array(d.one_of(d.shape(), (d.whole(3, 30),)))
    choices = [
        "precision=3",
        "precision=10",
        "suppress=True",
        "threshold=5",
        "edgeitems=1",
        "linewidth=40",
        "floatmode='fixed'",
        "sign='+'",
        "precision=0",
        "linewidth=20",
        "nanstr='NA'",
        "infstr='oo'",
        "formatter={'float': '{:.1f}'.format}",
        "legacy='1.25'",
        "suppress=True, precision=2",
    ]
    option = d.one_of(*choices)
    if name == "array2string":
        d.show(
            f"np.array2string({x}{d.one_of('', f', {option}', ', precision=2', ', separator=' + repr(', '), ', prefix=' + repr('abc '))})"
        )
    elif name in ("array_repr", "array_str"):
        d.show(f"np.{name}({x})")
    elif name == "printoptions":
        d.do(f"with np.printoptions({option}):\n    print({x}, repr({x}))")
        d.do(f"print({x})")
    elif name == "set_printoptions":
        d.do(f"np.set_printoptions({option})")
        d.do(f"print({x}, repr({x}))")
    else:
        d.show(
            f"np.get_printoptions()[{d.one_of(repr('precision'), repr('threshold'), repr('suppress'), repr('linewidth'))}]"
        )


@template("format_float_positional", "format_float_scientific")
def format_float(d, name):
    d.show(
        f"np.{name}({d.scalar('float')}{d.keywords(precision=d.one_of(0, 2, 5), trim=repr(d.one_of('k', '-', '0', '.')), unique='True')})"
    )


@template("errstate", "seterr", "geterr")
def errors(d, name):
    how = d.one_of(
        "divide='ignore'",
        "all='ignore'",
        "divide='raise'",
        "invalid='raise'",
        "over='raise'",
        "all='raise'",
        "all='warn'",
        "invalid='ignore'",
        "divide='nonsense'",
    )
    x, y = d.array(kind="float"), d.array((), "float")
    if name == "errstate":
        d.do(f"with np.errstate({how}):\n    r = {x} {d.one_of('/', '*', '-', '//', '%')} {y}\n    print(r)")
    elif name == "seterr":
        d.show(f"np.seterr({how})")
        d.show(f"{x} / {y}")
        d.do("np.seterr(all='warn', under='ignore')")
    d.show("np.geterr()")


@template("<conversion>")
def conversion(d, name):
    x = d.array(d.one_of((), (1,), (1, 1), d.shape()))
    d.show(
        f"{d.one_of('float', 'int', 'bool', 'len', 'list', 'str', 'repr', 'complex', 'tuple', 'sum', 'min', 'max', 'sorted', 'round')}({x})"
    )
    d.show(f"if {x}:\n    print('true')" if False else f"'yes' if {x} else 'no'")
    d.show(f"[10, 20, 30][{x}]")


@template("<iteration>")
def iteration(d, name):
    x = d.array()
    d.show(f"[row for row in {x}]")
    d.show(f"{d.scalar()} in {x}")
    d.do(f"for i, row in enumerate({x}):\n    print(i, row, type(row).__name__)")


@template("<scalars>")
def scalars(d, name):
    x, y = d.scalar(), d.scalar()
    x = (
        x
        if x.startswith("np.")
        else {"True": "np.True_", "False": "np.False_"}.get(
            x, f"np.{'float64' if '.' in x or 'e' in x else 'int64'}({x})"
        )
    )
    d.show(f"{x} {d.one_of(*EXACT)} {y}")
    d.show(f"{y} {d.one_of(*EXACT)} {x}")
    function = d.one_of("hash", "int", "float", "bool", "repr", "str", "abs", "-", "round", "type")
    # How a hash looks depends on how wide Python's integers are; that equal numbers have one and the same does not.
    d.show(f"{function}({x})" if function != "hash" else f"hash({x}) == hash({x}.item())")


@template("<scalars>")
def unpacked(d, name):
    x = d.array((d.whole(1, 3),))
    d.do(f"first, *rest = {x}")
    d.show("first")
    d.show("rest")
    d.show(f"sum({x}), max({x})")


@template("<unhashable>")
def hashes(d, name):
    x = d.array()
    d.show(f"hash({x})")
    d.show(f"{x} is {x}")
    d.show(f"{x}.nonsense")
    d.show("np.nonsense" if d.chance(0.5) else "np.linalg.nonsense")


@template("<several steps>")
def several(d, name):
    """A few statements one after the other, as a learner writes them."""
    x = d.array(ndim=2, kind="float", flavour=d.one_of("plain", "odd", "random"))
    y = d.array((x.shape[1],), "float", d.one_of("plain", "random"))
    d.do(f"m = {x} - {x}.mean(axis=0)")
    d.show("m")
    d.do(f"s = (m ** 2).sum(axis={d.one_of(0, 1, 'None')})")
    d.show("s")
    d.show(f"({x} * {y} + {d.scalar()}).max(axis=1, initial=0.0)")
    d.do("print(f'{m.sum():.4f} {m.shape} {m[:1]}')")
    d.do(f"z = m.astype({dtype(d)})")
    d.show("z")
    d.show("np.where(m > 0, m, 0.0)")
