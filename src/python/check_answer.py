"""Checks the answer to an exercise, and for the proof of its check also mutants of the answer and made-up answers.

Like `checking`, it runs in the interpreter of the answer, which may change whatever it can import: built-in names are a
copy of our own, and all modules are imported before.
"""

import builtins
import io
import sys

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
    steps = _judge_again(check, code, MOST_STEPS)["steps"]
    most = MUTANT_STEPS * steps + 10_000
    all_of_them = [{**one, "change": None} for one in make_mutants(code, check.asked, check.asks_figures)]
    # A check that asks for no name judges what was printed or drawn, which made-up values do not change.
    for change in DISTORTIONS if check.asked else ():
        all_of_them.append({"what": change.__name__.strip("_"), "line": 0, "code": code, "change": change})
    tried = []
    for one in all_of_them:
        record = _judge_again(check, one["code"], most, one["change"])
        if "mistake" not in record:
            # They are compared with those of a catalogued answer only.
            record["results"] = []
        tried.append({"what": one["what"], "line": one["line"], "record": record})
    return tried


def _judge_again(check, code, most_steps, distortion=None):
    """The record of an answer that runs here, with all its steps counted, and perhaps what it gives distorted."""
    again = Check(check.code)
    main, stdout = sys.modules["__main__"], sys.stdout
    sys.stdout = io.StringIO()
    namespace = harness.new_namespace()
    earlier = [_compiled(one, "<example 0>") for one in check.before]
    for one in earlier:
        exec(one, namespace)
    harness.take_figures()
    program = _compiled(code, "<example 1>")
    steps = Steps(most_steps, [*earlier, program])
    try:
        again.listen()
        # Entered once for the run and the check: to begin and to end the count takes longer than most calls.
        with steps:
            error = _run(program, namespace)
            if isinstance(error, Limited):
                return {"verdict": "failed", "problem": {"kind": "too long"}, "steps": steps.taken}
            if distortion:
                given = {name: namespace[name] for name in check.asked if name in namespace}
                namespace.update({name: distort(value, distortion) for name, value in given.items()})
            return again.judge(namespace, error, harness.take_figures(), steps)
    finally:
        again.sources.leave()
        sys.modules["__main__"], sys.stdout = main, stdout


def _compiled(code, filename):
    return compile(code, filename, "exec", dont_inherit=True)


def _run(program, namespace):
    """The exception with which a program ends, or `None`."""
    try:
        exec(program, namespace)
    except BaseException as error:
        return error
    return None
