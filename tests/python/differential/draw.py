"""What a program is made of, drawn from a seeded source: values, shapes, arrays in every layout, and the program itself."""

import random

FLOATS = {
    "plain": [0.0, 1.0, -1.0, 2.0, 3.0, 0.5, -2.5, 4.0, 10.0, 7.0, 0.25, -3.0],
    "odd": [0.1, 1 / 3, 3.14159, 2.718281828, -0.7, 1e-3, 123456.789, 1e5, 1e-5, 99999.5, 1e16, 0.30000000000000004],
    "special": ["np.nan", "np.inf", "-np.inf", -0.0, 0.0, 1.0, -1.0, 2.0],
    "extreme": [
        1e308,
        -1e308,
        5e-324,
        1e-310,
        1.7976931348623157e308,
        1e200,
        1e-200,
        2.0**53,
        2.0**63,
        -(2.0**63),
        1e22,
    ],
}
INTS = {
    "plain": [0, 1, -1, 2, 3, 4, 5, -7, 10, 12],
    "large": [2**31, 2**32 + 1, -(2**31) - 5, 10**12, 123456789, 2**53 + 1, -(10**15)],
    "extreme": [2**63 - 1, -(2**63), 2**62, -(2**62), 2**63 - 2, 3],
}
KINDS = ("float", "int", "bool")


class Name(str):
    """The name of an array of the program, with what is known of it."""

    shape: tuple
    kind: str

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        size = 1
        for n in self.shape:
            size *= n
        return size


class Draw:
    """Draws a program. Templates call `array` for operands, `do` for statements and `show` for what is compared."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.statements = []
        self.arrays = []

    def one_of(self, *choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    def whole(self, low, high):
        """A whole number from `low` to `high`, both among them."""
        return self.random.randint(low, high)

    # The program

    def do(self, code, **facts):
        """A statement whose warnings, error and prints are compared."""
        self.statements.append({"code": code, **facts})

    show = do

    def array(self, shape=None, kind=None, flavour=None, fresh=False, ndim=None):
        """The name of an array: a new one, or now and then one that the program has already."""
        known = [one for one in self.arrays if _fits(one, shape, kind, ndim)]
        if known and not fresh and flavour is None and self.chance(0.3):
            return self.random.choice(known)
        name = Name("abcdefgh"[len(self.arrays) % 8] + ("" if len(self.arrays) < 8 else str(len(self.arrays))))
        name.shape = self.shape(ndim) if shape is None else tuple(shape)
        name.kind = self.kind() if kind is None else kind
        self.do(f"{name} = {self.layout(name.shape, name.kind, flavour)}")
        self.arrays.append(name)
        return name

    # Values

    def kind(self):
        return self.random.choice(("float", "float", "float", "int", "int", "bool"))

    def shape(self, ndim=None):
        if ndim is None:
            ndim = self.random.choice((0, 1, 1, 1, 1, 2, 2, 2, 3))
        return tuple(self.random.choice((0, 1, 1, 2, 2, 3, 3, 3, 4, 5)) for _ in range(ndim))

    def partner(self, shape):
        """A shape that broadcasts with `shape`, mostly."""
        if self.chance(0.07):
            return self.shape()
        cut = self.whole(0, len(shape)) if self.chance(0.4) else 0
        return tuple(1 if self.chance(0.25) else n for n in shape[cut:])

    def flavour(self, kind):
        if kind == "float":
            return self.one_of("plain", "plain", "odd", "odd", "random", "random", "special", "extreme")
        return self.one_of("plain", "plain", "plain", "plain", "large", "extreme")

    def value(self, kind, flavour="plain"):
        """A number, as Python source."""
        if kind == "bool":
            return str(self.chance(0.5))
        if kind == "int":
            return str(self.random.choice(INTS[flavour if flavour in INTS else "plain"]))
        if flavour == "random" or self.chance(0.1):
            return repr(self.random.gauss(0, 3))
        if flavour == "positive":
            return repr(self.random.choice((0.5, 1.0, 2.0, 3.0, 0.1, 10.0, self.random.expovariate(0.5))))
        number = self.random.choice(FLOATS.get(flavour, FLOATS["odd"]))
        return number if isinstance(number, str) else repr(number)

    def scalar(self, kind=None):
        """A Python or NumPy scalar."""
        kind = kind or self.kind()
        text = self.value(kind, self.one_of("plain", "plain", "plain", self.flavour(kind)))
        boxed = {"float": "np.float64", "int": "np.int64", "bool": "np.bool_"}[kind]
        return f"{boxed}({text})" if self.chance(0.3) else text

    def nested(self, shape, kind, flavour):
        """A nested list."""
        if not shape:
            return self.value(kind, flavour)
        return "[" + ", ".join(self.nested(shape[1:], kind, flavour) for _ in range(shape[0])) + "]"

    def plainly(self, shape, kind, flavour=None):
        """An expression for a new array in plain layout."""
        flavour = flavour or self.flavour(kind)
        if 0 in shape:
            return f"np.{self.one_of('zeros', 'ones')}({shape}, dtype={kind})"
        nested = self.nested(shape, kind, flavour)
        return f"np.array({nested})" if kind != "float" or "." in nested else f"np.array({nested}, dtype=float)"

    def layout(self, shape, kind, flavour=None):
        """An expression for a new array of any layout: contiguous, transposed, strided, reversed, or stretched."""
        if not shape or self.chance(0.5):
            return self.plainly(shape, kind, flavour)
        how = self.one_of("transposed", "strided", "reversed", "part", "tail", "stretched", "column")
        if how == "transposed":
            return self.plainly(shape[::-1], kind, flavour) + ".T"
        if how == "stretched" and self.chance(0.5):
            axis = self.whole(0, len(shape) - 1)
            narrow = tuple(1 if i == axis else n for i, n in enumerate(shape))
            return f"np.broadcast_to({self.plainly(narrow, kind, flavour)}, {shape})"
        axis = self.whole(0, len(shape) - 1)
        n = shape[axis]
        if how == "column":
            return f"{self.plainly((*shape, 2), kind, flavour)}[..., {self.one_of(0, 1)}]"
        larger, part = {
            "strided": (2 * n, "::2"),
            "reversed": (n, "::-1"),
            "part": (n + 2, f"1:{n + 1}"),
            "tail": (n + 1, "1:"),
            "stretched": (n + 1, f":{n}"),
        }[how]
        wide = tuple(larger if i == axis else m for i, m in enumerate(shape))
        return self.plainly(wide, kind, flavour) + "[" + ":, " * axis + part + "]"

    # Arguments

    def axis(self, ndim, wrong=0.06):
        """An axis of an array, now and then one that it has not."""
        if self.chance(wrong):
            return self.one_of(ndim, -ndim - 1, 5, "1.0", "'x'")
        return self.whole(-ndim, ndim - 1) if ndim else 0

    def axes(self, ndim):
        """An axis, several, or none."""
        if ndim > 1 and self.chance(0.2):
            several = self.random.sample(range(ndim), self.whole(1, ndim))
            return repr(tuple(n - ndim if self.chance(0.3) else n for n in several))
        return "None" if self.chance(0.15) else self.axis(ndim)

    def keywords(self, chance=0.3, **texts):
        """`, name=text` for some of the arguments."""
        return "".join(f", {name}={text}" for name, text in texts.items() if self.chance(chance))


def _fits(one, shape, kind, ndim):
    same_shape = shape is None or one.shape == tuple(shape)
    return same_shape and (kind is None or one.kind == kind) and (ndim is None or one.ndim == ndim)
