"""Checks the answer to an exercise, and for the proof of its check also mutants of the answer and made-up answers.

Like `checking`, it runs in the interpreter of the answer, which may change whatever it can import: built-in names are a
copy of our own, and all modules are imported before.
"""

import builtins
import copy
import io
import sys
import types

import harness
from answer_limits import Limited, Steps
from checking import MOST_STEPS, Check
from made_up import DISTORTIONS, distort
from mutants import make_mutants

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))

# A mutant may take this many times the steps of the answer that it was made from.
MUTANT_STEPS = 20


def prepare_check(request):
    """The check of a block, from `{"code", "mutants", "before"}` or `None`; it begins to listen."""
    if request is None:
        return None
    check = Check(request["code"], request.get("mutants", False), request.get("before", ()))
    check.listen()
    return check


def finish_check(check, code, namespace, error, figures):
    """The result of the check, as JSON `{"record", "mutants"}`: `mutants` only where they were requested."""
    told = {"record": check.judge(namespace, error, figures)}
    if check.mutants and not isinstance(error, SyntaxError):
        told["mutants"] = _try_mutants(check, code)
    return harness.encode(told)


def _try_mutants(check, code):
    """The verdicts of the check on mutants of the answer, and on answers that return something made up."""

    def judged(changed, most):
        with _Answer(check, changed) as answer:
            answer.run(most)
            return answer.judge()

    most = MUTANT_STEPS * judged(code, MOST_STEPS)["steps"] + 10_000
    mutants = make_mutants(code, check.asked, check.asks_figures)
    told = [_told(one["what"], one["line"], judged(one["code"], most)) for one in mutants]
    # A check that asks for no name judges what was printed or drawn, which made-up values do not change.
    distortions = DISTORTIONS if check.asked else ()
    with _Answer(check, code) as answer:
        records = answer.judge_distorted(most, distortions)
        return told + [_told(one.__name__, 0, record) for one, record in zip(distortions, records)]


def _told(what, line, record):
    # Results are compared with those of a catalogued answer only.
    return {"what": what, "line": line, "record": record if "mistake" in record else {**record, "results": []}}


class _Answer:
    """An answer that runs and is judged here, with all its steps counted.

    Where it is judged several times, its variables become again what they were at its end: that is quicker than a run.
    """

    def __init__(self, check, code):
        self._check = Check(check.code)
        self._check.asked = check.asked
        self._before = [_compiled(one, "<example 0>") for one in check.before]
        self._program = _compiled(code, "<example 1>")

    def __enter__(self):
        self._main, self._stdout = sys.modules["__main__"], sys.stdout
        sys.stdout = io.StringIO()
        self._namespace = harness.new_namespace()
        return self

    def __exit__(self, *_):
        self._check.sources.leave()
        sys.modules["__main__"], sys.stdout = self._main, self._stdout

    def run(self, most_steps):
        """Run it, after the answers before it."""
        for one in self._before:
            exec(one, self._namespace)
        harness.take_figures()
        self._steps = Steps(most_steps, [*self._before, self._program])
        self._check.listen()
        with self._steps:
            self._error = _run(self._program, self._namespace)
        self._taken, self._figures = self._steps.taken, harness.take_figures()

    def judge(self, distortion=None):
        """The record of what it has left, perhaps distorted."""
        if isinstance(self._error, Limited):
            return {"verdict": "failed", "problem": {"kind": "too long"}, "steps": self._taken}
        if distortion:
            given = {name: self._namespace[name] for name in self._check.asked if name in self._namespace}
            self._namespace.update({name: distort(value, distortion) for name, value in given.items()})
        # Entered once for the whole check: to begin and to end the count takes longer than most calls.
        with self._steps:
            return self._check.judge(self._namespace, self._error, self._figures, self._steps)

    def judge_distorted(self, most_steps, distortions):
        """The record for each distortion of what it has left, for which a run and the check may take `most_steps`."""
        self.run(most_steps)
        left = _copied(self._namespace)
        for distortion in distortions:
            if left is None:
                self.run(most_steps)
            else:
                self._namespace.clear()
                self._namespace.update(_copied(left))
                self._steps.taken = self._taken
            yield self.judge(distortion)


def _copied(variables):
    """Variables with copies of their values; `None` if one cannot be copied. Functions, classes and modules stay."""
    modules = {id(one): one for one in variables.values() if isinstance(one, types.ModuleType)}
    try:
        return copy.deepcopy(variables, modules)
    except Exception:
        return None


def _compiled(code, filename):
    return compile(code, filename, "exec", dont_inherit=True)


def _run(program, namespace):
    """The exception with which a program ends, or `None`."""
    try:
        exec(program, namespace)
    except BaseException as error:
        return error
    return None
