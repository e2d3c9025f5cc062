"""numpy.random: each program seeds its generator."""

from .registry import template

LEGACY = "seed rand randn random random_sample uniform normal standard_normal exponential standard_exponential randint permutation shuffle choice".split()
NEWER = "random uniform normal standard_normal integers permutation shuffle choice".split()


def size(d):
    return d.one_of(
        "",
        "",
        ", size=3",
        ", size=(2, 3)",
        ", size=0",
        ", size=(2, 0)",
        ", size=()",
        ", size=50",
        ", size=-1",
        ", size=2.5",
        ", size=[2, 2]",
        ", size=np.int64(4)",
    )


def join(text):
    return text.removeprefix(", ")


def seed(d):
    return d.one_of(0, 1, 42, 123, d.whole(0, 2**32 - 1), 2**32 - 1)


def call(d, name):
    """The arguments of a call that draws numbers."""
    shape = size(d)
    positive = d.one_of("0.5", "1", "2.5", "0", "-1", "-0.0", "[1, 2]", "np.nan")
    place = d.one_of("0", "-1.5", "[0, 1]", "10", "np.array([1.0, 2.0])", "np.inf")
    if name in ("rand", "randn"):
        return d.one_of("", "3", "2, 3", "0", "-1", "1.5", "(2,)", "2, 0")
    if name in ("random", "random_sample", "standard_normal", "standard_exponential"):
        return join(shape)
    if name == "uniform":
        return d.one_of(
            join(shape),
            f"-1, 1{shape}",
            f"{place}, 5{shape}",
            f"low=2, high=1{shape}",
            f"0, np.inf{shape}",
            f"1e308, -1e308{shape}",
            f"[[0], [1]], [5, 6]{shape}",
        )
    if name == "normal":
        return d.one_of(
            join(shape),
            f"{place}, {positive}{shape}",
            f"loc={place}{shape}",
            f"0, {positive}{shape}",
            f"scale={positive}{shape}",
        )
    if name == "exponential":
        return d.one_of(join(shape), f"{positive}{shape}", f"scale=2{shape}")
    if name in ("randint", "integers"):
        bounds = d.one_of(
            "10",
            "0",
            "5, 5",
            "-3, 4",
            "0, 2**32",
            "0, 2**32 - 1",
            "2**40",
            "-2**63, 2**63",
            "2**63 + 1",
            "[1, 2, 3]",
            "[1, 2], [5, 4]",
            "[[0], [10]], [20, 30]",
            "1.5, 7.9",
            "1",
            "2, high=9",
            "low=4",
            "-1",
            "np.int64(7)",
            "2**31 + 5",
        )
        extra = d.keywords(0.1, dtype=d.one_of("int", "np.int64", "float")) + (
            d.keywords(0.2, endpoint="True") if name == "integers" else ""
        )
        return f"{bounds}{shape}{extra}"
    if name == "permutation":
        return d.one_of(
            "10",
            "0",
            "1",
            "[3, 1, 2]",
            "np.arange(6.0).reshape(3, 2)",
            "3.5",
            "np.array([1.5, 2.5, 3.5])[::-1]",
            "np.ones((0, 2))",
            "-3",
            "np.int64(4)",
            "True",
        )
    population = d.one_of("5", "[1.5, 2.5, 3.5]", "0", "[]", "[[1, 2], [3, 4]]", "np.arange(10)", "2.5", "-1")
    forms = (
        f"{population}{shape}",
        "5, 3, False",
        "5, (2, 2), replace=False",
        "5, 6, replace=False",
        f"3{shape}, p=[0.5, 0.25, 0.25]",
        "4, 4, False, [0.1, 0.2, 0.3, 0.4]",
        "3, 2, p=[0.5, 0.5]",
        "3, 2, p=[0.5, 0.6, 0.1]",
        "3, 2, p=[-0.5, 0.5, 1]",
        "3, p=[np.nan, 0.5, 1]",
        "3, 3, False, [0.5, 0.5, 0]",
        "200, 20, replace=False",
    )
    return d.one_of(*forms)


@template("random.seed")
def seeding(d, name):
    d.do(
        f"np.random.seed({d.one_of(seed(d), '[1, 2, 3]', -1, 2**32, '[]', '3.5', 'np.int64(5)', 'np.array([7])', '[[1]]', '[1.5, 2]', 'range(3)', 'True', 'np.array(3)')})"
    )
    d.show("np.random.random(2)")


@template(*[f"random.{name}" for name in LEGACY if name not in ("seed", "shuffle")])
def legacy(d, name):
    function = name.partition(".")[2]
    if d.chance(0.8):
        d.do(f"np.random.seed({seed(d)})")
        generator = "np.random"
    else:
        d.do(f"rng = np.random.RandomState({seed(d)})")
        generator = "rng"
    for _ in range(d.whole(1, 2)):
        d.show(f"{generator}.{function}({call(d, function)})")
    other = d.one_of("random", "normal", "randint")
    d.show(f"{generator}.{other}({'9' if other == 'randint' else ''})")


@template("random.RandomState")
def random_state(d, name):
    d.do(f"rng = np.random.RandomState({d.one_of(seed(d), '[1, 2]', -1, '2.5')})")
    d.show("str(rng)")
    function = d.one_of(*[one for one in LEGACY if one not in ("seed", "shuffle")])
    d.show(f"rng.{function}({call(d, function)})")


@template("random.shuffle", "random.Generator")
def shuffle(d, name):
    d.do(f"rng = np.random.{'default_rng' if 'Generator' in name else 'RandomState'}({seed(d)})")
    d.do(
        f"x = {d.one_of('[1, 2, 3, 4, 5]', 'np.arange(7)', 'np.arange(12.0).reshape(4, 3)', 'np.arange(12).reshape(4, 3)[:, ::-1]', 'np.ones((0, 2))', 'np.arange(10)[::-2]', '(1, 2, 3)', '5', 'np.array(3)', 'np.broadcast_to(1, 3)')}"
    )
    d.do("rng.shuffle(x)")
    d.show("x")
    d.show("rng.random()")


@template("random.default_rng", "random.default_rng", "random.Generator", "random.Generator", "random.PCG64")
def newer(d, name):
    function = d.one_of(*[one for one in NEWER if one != "shuffle"])
    start = d.one_of(
        seed(d),
        seed(d),
        2**200 + 12345,
        "[1, 2]",
        "[2**40, 3]",
        "np.int64(5)",
        "3.5" if d.chance(0.2) else 7,
        "[]",
        -1 if d.chance(0.2) else 8,
    )
    d.do(
        f"rng = np.random.default_rng({start})"
        if name != "random.PCG64"
        else f"rng = np.random.Generator(np.random.PCG64({start}))"
    )
    d.show("str(rng)")
    for _ in range(d.whole(1, 2)):
        extra = d.one_of("", "", ", axis=1") if function in ("permutation", "choice") and d.chance(0.1) else ""
        d.show(f"rng.{function}({call(d, function)}{extra})")
    d.show("rng.normal(), rng.integers(100)")
