"""Evaluates the tree of a formula (`src/formulas/formula-tree.ts`) at one point of a run."""

import math
from types import SimpleNamespace

from formula_steps import names_in
from formula_values import (
    TOLERANCE,
    add,
    derivative,
    dotted,
    each,
    for_run,
    gradient,
    multiply,
    norm,
    plain,
    said,
    same,
    scale,
    shape,
    slope,
    subtract,
    transpose,
)

FUNCTIONS = {name: getattr(math, name) for name in ("sin", "cos", "tan", "tanh", "sinh", "cosh", "exp")}
FUNCTIONS.update(ln=math.log, log=math.log, max=max, min=min)


class Point:
    """A place at which a formula is evaluated: the values of its free names, and the names of the run."""

    def __init__(self, names, bindings, run, before=None, after=None):
        self.names = names  # The values of free names, and of names that are being changed.
        self.bindings = bindings
        self.run = run
        self.before = before  # The values of all bindings before and after a step of the run.
        self.after = after
        self.measures = False  # Whether a derivative was measured, which is less exact than one of the run.

    def with_names(self, **names):
        """The same point with other values of some names."""
        return Point({**self.names, **names}, self.bindings, self.run, self.before, self.after)

    def has(self, name):
        """Whether a name, or a derivative, has a value."""
        return name in self.names or name in self.bindings or (self.before is not None and name in self.before)

    def value(self, name):
        """The value of a name."""
        if name in self.names:
            return self.names[name]
        if self.before is not None and name in self.before:
            return self.before[name]
        if name not in self.bindings:
            return self.element_named(name)
        return plain(self.evaluated(name))

    def element_named(self, name):
        """`x_2` is the second element of `x`, unless it has a binding of its own."""
        base, _, digits = name.rpartition("_")
        if not (digits.isdigit() and self.has(base)):
            raise NameError(f"`{name}` is not bound: say in `where` what it is in the example")
        value = self.value(base)
        for digit in digits if len(shape(value)) == len(digits) else [digits]:
            value = value[int(digit) - 1]
        return value

    def evaluated(self, name):
        """The value of the expression of a binding."""
        code = self.bindings[name]
        if self.before is None:
            known = {**self.names, **dict.fromkeys(self.bindings)}
            used = [one for one in names_in(code) if one in known and one != name]
            given = {one: for_run(self.value(one)) for one in used}
            return eval(code, {**self.run, **given, "example": SimpleNamespace(**self.run)})
        raise NameError(f"the run has no `{name}` at this step")

    def of(self, tree):
        """The value of a tree."""
        return getattr(self, f"_{tree[0]}")(*tree[1:])

    def call(self, function, arguments):
        """The result of a function of the run."""
        return plain(function(*[for_run(one) for one in arguments]))

    def _number(self, number):
        return float(number)

    def _name(self, name):
        return self.value(name)

    def _index(self, name, index):
        if self.before is not None:
            where = self.after if index[0] == "add" else self.before
            if name in where:
                return where[name]
            return self.value(name)
        joined = f"{name}_{index[1]}" if index[0] == "name" else name
        if self.has(joined):
            return self.value(joined)
        return self.value(name)[int(self.of(index)) - 1]

    def _add(self, a, b):
        return add(self.of(a), self.of(b))

    def _subtract(self, a, b):
        return subtract(self.of(a), self.of(b))

    def _multiply(self, a, b):
        return multiply(self.of(a), self.of(b))

    def _dot(self, a, b):
        return dotted(self.of(a), self.of(b))

    def _divide(self, a, b):
        return each(lambda x, y: x / y, self.of(a), self.of(b))

    def _power(self, a, b):
        return each(lambda x, y: x**y, self.of(a), self.of(b))

    def _negate(self, a):
        return scale(self.of(a), -1.0)

    def _transpose(self, a):
        return transpose(self.of(a))

    def _norm(self, a):
        return norm(self.of(a))

    def _abs(self, a):
        return each(abs, self.of(a))

    def _floor(self, a):
        return each(math.floor, self.of(a))

    def _root(self, a, degree):
        return each(lambda x, n: x ** (1 / n), self.of(a), self.of(degree))

    def _tuple(self, parts):
        return [self.of(part) for part in parts]

    def _function(self, name, arguments):
        return each(FUNCTIONS[name], *[self.of(one) for one in arguments])

    def _apply(self, name, arguments):
        value, given = self.value(name), [self.of(one) for one in arguments]
        if callable(value):
            return self.call(value, given)
        if len(given) != 1:
            raise TypeError(f"`{name}` is no function")
        return multiply(value, given[0])

    def _sum(self, name, first, last, body):
        index = name or next(iter(indices(body)), None)
        if index is None:
            raise ValueError("a sum without limits needs an index")
        low = 1 if first is None else int(self.of(first))
        high = self.length(index, body) if last is None else int(self.of(last))
        total = 0.0
        for i in range(low, high + 1):
            total = add(total, self.with_names(**{index: float(i)}).of(body))
        return total

    def length(self, index, body):
        """The number of elements over which a sum without limits goes."""
        return min(len(self.value(name)) for name in indexed_by(index, body))

    def _limit(self, name, target, body):
        """From both sides, so that the part that shrinks with the distance cancels."""
        end, h = self.of(target), 1e-4
        above, below = [self.with_names(**{name: end + step}).of(body) for step in (h, -h)]
        if not same(above, below, 0.01):
            raise ValueError(f"there is no limit: near it the values are {said(above)} and {said(below)}")
        return scale(add(above, below), 0.5)

    def free(self):
        """The free names that are numbers, in the order of the bindings."""
        return [name for name, value in self.names.items() if not isinstance(value, list) and name != "k"]

    def _prime(self, name, order, arguments):
        own = name + "'" * order
        if arguments is None:
            return self.agreeing(own, lambda: self.primed(name, order), has_parts=self.has(name) and not self.before)
        given = self.of(arguments[0])
        return self.agreeing(own, lambda: self.measured(name, given, order), [given], self.has(name))

    def primed(self, name, order):
        """The derivative of a name for the one free name."""
        return self._primed(["name", name], order)

    def _primed(self, tree, order):
        """A derivative for the one free name."""
        free = self.free()
        if len(free) != 1:
            raise ValueError("without arguments, a prime needs exactly one free name")
        function = lambda x: self.with_names(**{free[0]: x}).of(tree)  # noqa: E731
        return derivative(function, self.names[free[0]], order)

    def measured(self, name, x, order):
        """The derivative of a function of the run, measured."""
        function = self.value(name)
        if not callable(function):
            raise TypeError(f"`{name}` is no function")
        return derivative(lambda at: self.call(function, [at]), x, order)

    def _derivative(self, tree, name):
        of = tree[1] if tree[0] == "name" else ""
        if not self.has(name):
            raise NameError(f"`{name}` is not bound: say in `where` what it is in the example")
        function = lambda x: self.with_names(**{name: x}).of(tree)  # noqa: E731
        return self.agreeing(f"d{of}/d{name}", lambda: slope(function, self.value(name)), has_parts=self.has(of))

    def _nabla(self, name, argument, wrt):
        own = f"nabla {name}" if wrt is None else f"nabla_{wrt} {name}"
        if argument is not None:
            p = self.of(argument)
            return self.agreeing(own, lambda: self.gradient_at(name, p), [p], self.has(name))
        return self.agreeing(own, lambda: self.gradient_for(name, wrt), has_parts=self.has(name))

    def gradient_at(self, name, p):
        """The gradient of a function of the run at a place."""
        function = self.value(name)
        return gradient(lambda at: self.call(function, [at]), p)

    def gradient_for(self, name, wrt):
        """The gradient of an expression for one name, or for all free names."""
        if wrt is not None:
            return gradient(lambda at: self.with_names(**{wrt: at}).value(name), self.value(wrt))
        free = self.free()
        point = [self.names[one] for one in free]
        return gradient(lambda at: self.with_names(**dict(zip(free, at))).value(name), point)

    def _directional(self, direction, name, argument):
        p, u = self.of(argument), self.value(direction)
        function = self.value(name)
        return slope(lambda t: self.call(function, [add(p, scale(u, t))]), 0.0)

    def agreeing(self, own, measure, arguments=None, has_parts=True):
        """A derivative of the run, or else a measured one. Where there are both, they must agree."""
        if not self.has(own):
            self.measures = True
            return measure()
        value = self.before[own] if self.before is not None else self.value(own)
        if callable(value):
            value = self.call(value, arguments or [])
        if has_parts:
            seen = measure()
            if not same(seen, value, TOLERANCE):
                raise ValueError(f"`{own}` of the run is {said(value)}, and measured it is {said(seen)}")
        return value


def parts_of(tree):
    """The lists in a tree: its parts, and lists of parts."""
    return [part for part in tree if isinstance(part, list)]


def indices(tree):
    """The letters that are indices in a tree, the first first."""
    if tree and tree[0] == "index" and tree[2][0] == "name":
        return [tree[2][1]]
    return [name for part in parts_of(tree) for name in indices(part)]


def indexed_by(index, tree):
    """The names that have an index in a tree."""
    if tree and tree[0] == "index":
        return [tree[1]] if tree[2] == ["name", index] else []
    return [name for part in parts_of(tree) for name in indexed_by(index, part)]
