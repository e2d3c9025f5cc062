"""Runs the check of an exercise after an answer, and says as plain data what came of it.

A check is Python of ours that runs beside the answer: it gets at the answer only through `function`, `variable`,
`printed` and `figures`, so that what is missing or of the wrong kind becomes a verdict and not an exception. Whatever
it finds leaves as data (`verdict`, `mistake`, `problem`), never as text of the check itself.

An answer shares this interpreter, and may change whatever it can import. So built-in names are a copy of our own, all
modules are imported before the answer runs, and values are compared by what they are and not by their own `__eq__`.
"""

import builtins
import math as _math
import sys
import types
from math import isfinite

import harness
from answer_limits import Limited, Steps
from answer_seeds import SeededSources, seed_generators
from answer_values import arity_problem, as_float, is_number, kind_problem, make_plain, same, show, show_pair

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))

FILENAME = "<check>"
# Jumps back and calls that the answer may make while it is checked.
MOST_STEPS = 3_000_000
# Numbers that are kept of what the answer returned.
MOST_RESULTS = 500

# How near an answer is to what a known mistake gives, relative to that.
ALIKE = 1e-3
TINY = 1e-300

harness.OWN_FOLDERS.append(FILENAME)


def _of_each(function):
    """A function of `math` that also takes an array, as NumPy's do: an answer may pass one to a function of a check."""

    def of(*arguments):
        try:
            return function(*arguments)
        except TypeError:
            numpy = sys.modules.get("numpy")
            if len(arguments) != 1 or numpy is None or not isinstance(arguments[0], numpy.ndarray):
                raise
            (array,) = arguments
            return numpy.array([function(one) for one in array.ravel().tolist()]).reshape(array.shape)

    return of


math = types.ModuleType("math")
math.__dict__.update({name: _of_each(one) if callable(one) else one for name, one in vars(_math).items()})


class Verdict(BaseException):
    """Ends a check: the answer is wrong, and this is how."""

    def __init__(self, **found):
        super().__init__()
        self.found = found


class Named:
    """A function that is passed to an answer, under the name by which feedback calls it."""

    def __init__(self, text, function):
        self.text = text
        self.function = function

    def __call__(self, *arguments):
        """Calls the function."""
        return self.function(*arguments)


class Answers(list):
    """The values of a function for several inputs, with its calls."""

    def __init__(self, values, calls):
        super().__init__(values)
        self.calls = calls


class Check:
    """The check of one exercise, ready before the answer runs."""

    def __init__(self, code, mutants=False, before=()):
        self.code = code
        self.mutants, self.before = mutants, before
        self.kept, self.asked, self.asks_figures = [], set(), False
        self.sources = SeededSources()
        self.compiled, self.broken = None, None
        try:
            self.compiled = compile(code, FILENAME, "exec", dont_inherit=True)
        except SyntaxError as error:
            self.broken = error

    def listen(self):
        """Note from now on what the answer prints, and let no seed be a matter of chance."""
        self.sources.enter()
        self.stdout = sys.stdout
        sys.stdout = _Tee(sys.stdout, self.kept)

    def judge(self, namespace, error, figures, steps=None):
        """Run the check against what the answer has left; return the record, plain data.

        `error` is the exception with which the answer ended, or `None`; `figures` are what it has drawn; `steps` goes
        on counting where the answer's own run has been counted.
        """
        sys.stdout = self.stdout
        self.namespace = namespace
        self.figure_list = figures
        self.steps = steps or Steps(MOST_STEPS)
        self.tried, self.results, self.remarks, self.last, self.changed = 0, [], [], None, None
        found = self._run()
        self.sources.leave()
        if found["verdict"] == "passed" and error is not None:
            found = {"verdict": "failed", "problem": {"kind": "stopped"}}
        steps = self.steps.taken
        told = {"tried": self.tried, "remarks": self.remarks, "results": self.results, "changed": self.changed}
        return {**told, "steps": steps, **found}

    def _run(self):
        if self.broken is not None:
            return {"verdict": "broken", "problem": self._describe(self.broken)}
        scope = {"__builtins__": __builtins__, "__name__": "check", "math": math}
        scope.update({name: getattr(self, name) for name in OFFERED})
        seed_generators()
        # Once more: the answer may have imported NumPy, and it has drawn numbers.
        self.sources.enter()
        try:
            exec(self.compiled, scope)
        except Verdict as verdict:
            return {"verdict": "failed", **verdict.found}
        except BaseException as error:
            return {"verdict": "broken", "problem": self._describe(error)}
        return {"verdict": "passed"}

    def _describe(self, error):
        return {"kind": "check", "exception": harness.describe_end(error, FILENAME, 10_000)["exception"]}

    # The names that a check may call.

    def function(self, name, signature, gives="any", raising=None):
        """The answer's function `name`, to be called with the arguments that `signature` lists ("f, x").

        `gives` is the kind of value that it must return: "number", "numbers", "numbers:3", "table", "table:2" (with 2
        numbers in each row), "text", "any".
        `raising` names the mistake that an exception shows: `{"caret": ("TypeError", "^")}`.
        """
        self.asked.add(name)
        value = self._look_up(name, signature)
        if not callable(value):
            raise Verdict(problem={"kind": "not callable", "name": name, "signature": signature})
        wrong = arity_problem(value, len(signature.split(",")) if signature else 0)
        if wrong:
            raise Verdict(problem={"kind": "arguments", "name": name, "signature": signature, **wrong})
        return Asked(self, name, value, gives, raising or {})

    def variable(self, name, gives="any"):
        """The value of the answer's variable `name`, which must be of the kind `gives`."""
        self.asked.add(name)
        value = make_plain(self._look_up(name, None))
        problem = kind_problem(value, gives)
        if problem:
            raise Verdict(problem={"kind": "wrong kind", "call": name, **problem})
        self._keep(value)
        self.last = (value, name)
        return value

    def expect(self, got, want, tolerance=1e-9, of=None, scale=1.0, instead=None):
        """End the check unless `got` is `want`: numbers within `tolerance` of the larger of `want` and `scale`.

        `of` says what the value is, to finish the sentence "For …"; a call says that by itself. `instead` has the
        values that known mistakes would give, by name (`None` where a mistake cannot be): a mistake is named when all
        of `got` is what it gives, and its sentence may show `call`, `got` and `expected`.
        """
        calls = got.calls if isinstance(got, Answers) else None
        if not calls:
            self.tried += 1
        # By its identity, which a plain copy does not have.
        last = self._last_call(got)
        got, want = make_plain(got), make_plain(want)
        if same(got, want, tolerance, scale):
            return
        rows = list(zip(got, want, calls, strict=True)) if calls else [(got, want, last)]
        one, other, call = next(row for row in rows if not same(row[0], row[1], tolerance, scale))
        shown_got, shown_want = show_pair(one, other)
        found = {"call": None if of else call, "of": of, "got": shown_got, "expected": shown_want}
        for name, values in (instead or {}).items():
            if values is not None and same(got, make_plain(values), ALIKE, TINY):
                raise Verdict(mistake=name, numbers={key: text for key, text in found.items() if text})
        raise Verdict(problem={"kind": "differs", **found})

    def mistake(self, name, when, **numbers):
        """End the check with a mistake of the catalogue if `when` holds; `numbers` go into its sentence."""
        if when:
            raise Verdict(mistake=name, numbers={key: show(make_plain(value)) for key, value in numbers.items()})

    def remark(self, name, when, **numbers):
        """Note something that is right all the same, if `when` holds."""
        if when:
            shown = {key: show(make_plain(value)) for key, value in numbers.items()}
            self.remarks.append({"name": name, "numbers": shown})

    def same(self, got, want, tolerance=1e-9, scale=1.0):
        """Whether two values are the same, as `expect` compares them."""
        return same(make_plain(got), make_plain(want), tolerance, scale)

    def named(self, text, function):
        """A function to be passed to an answer, with the text by which feedback calls it: `named("x³", cube)`."""
        return Named(text, function)

    def printed(self):
        """Everything that the answer printed."""
        return "".join(self.kept)

    def figures(self):
        """The figures of the answer, as the recorder of Matplotlib describes them."""
        self.asks_figures = True
        return self.figure_list

    # Shared by the calls above.

    def _look_up(self, name, signature):
        if name in self.namespace:
            return self.namespace[name]
        near = [one for one in self.namespace if one.lower().replace("_", "") == name.lower().replace("_", "")]
        found = {"kind": "missing", "name": name, "signature": signature, "near": near[0] if near else None}
        raise Verdict(problem=found)

    def _keep(self, value):
        if len(self.results) < MOST_RESULTS:
            self.results.append(_told(value))

    def _last_call(self, got):
        return self.last[1] if self.last and self.last[0] is got else None

    def _call(self, asked, arguments):
        call = f"{asked.name}({', '.join(map(_show_argument, arguments))})"
        self.tried += 1
        passed = [(one, plain) for one in arguments if isinstance(plain := make_plain(one), (list, dict))]
        try:
            with self.steps:
                value = asked.function(*arguments)
        except Limited:
            raise Verdict(problem={"kind": "too long", "call": call}) from None
        except Verdict:
            raise
        except BaseException as error:
            raise self._raised(asked, call, error) from None
        # A number that was nudged and put back may differ in its last digits.
        if not all(same(make_plain(one), plain, 1e-9, 1.0) for one, plain in passed):
            self.changed = self.changed or asked.name
        value = make_plain(value)
        problem = kind_problem(value, asked.gives)
        if problem:
            raise Verdict(problem={"kind": "wrong kind", "call": call, **problem})
        self._keep(value)
        self.last = (value, call)
        return value, call

    def _raised(self, asked, call, error):
        exception = harness.describe_end(error, _answer_file(error), 10_000)["exception"]
        for name, (kind, part) in asked.raising.items():
            if kind in exception["types"] and part in exception["summary"]:
                return Verdict(mistake=name, numbers={})
        return Verdict(problem={"kind": "raised", "call": call, "exception": exception})


OFFERED = ("function", "variable", "expect", "mistake", "remark", "same", "named", "printed", "figures")


class Asked:
    """A function of the answer. Calling it counts as a try."""

    def __init__(self, check, name, function, gives, raising):
        self.check, self.name, self.function, self.gives, self.raising = check, name, function, gives, raising

    def __call__(self, *arguments):
        """Its value, as plain numbers, texts and lists."""
        return self.check._call(self, arguments)[0]

    def over(self, rows):
        """Its value for each row of arguments, to be compared as a whole."""
        both = [self.check._call(self, row if isinstance(row, tuple) else (row,)) for row in rows]
        return Answers([value for value, _ in both], [call for _, call in both])


class _Tee:
    """A stream that keeps what is written to it."""

    def __init__(self, stream, kept):
        self._stream, self._kept = stream, kept

    def write(self, text):
        """Writes to the stream, and keeps the text."""
        self._kept.append(text)
        return self._stream.write(text)

    def __getattr__(self, name):
        return getattr(self._stream, name)


def _answer_file(error):
    """The answer's file among the frames of an exception; it is the innermost that is an example."""
    names, trace = [], error.__traceback__
    while trace:
        names.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    return next((name for name in reversed(names) if name.startswith("<example ")), "<example>")


def _show_argument(value):
    if isinstance(value, Named):
        return value.text
    if callable(value):
        return getattr(value, "__name__", "a function")
    return show(make_plain(value))


def _told(value):
    """A plain value as JSON has it: what is no finite number is told as text."""
    if isinstance(value, list):
        return [_told(one) for one in value[:100]]
    return value if is_number(value) and isfinite(as_float(value)) else show(value)
