"""Judges the numbers that an explorable shows by a model of its own, written from the mathematics with NumPy.

    python judge.py MODEL < STATES

STATES holds one JSON object a line: the state of the controls, the last step of the run, and what was shown at some
steps. MODEL is a module of the folder `models` with a class `Model`. What comes out is one JSON object: how many
numbers were compared, how many of them a float cannot tell to their last digit, and what is wrong.

A shown number is right if the true value lies within half a unit of its last digit, and within the error of the true
value. So a digit that could be rounded either way passes only if the true value lies within its error of the half. An
error is that of double arithmetic, in one of these classes; equality of bits is asked for nowhere.

- `rounded`: a few operations; some units in the last place of their largest operand.
- `measured`: a long run. It is run again from starts and rates that differ by 1e-13, and what comes out differently,
  ten times, is its error. So a chaotic run is judged as far as a float can follow it.
"""

import importlib
import json
import math
import re
import sys
from pathlib import Path

EPSILON = 2.0**-52
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NUMBER = re.compile(r"(−?\d+(?:\.(\d+))?)(?:\s×\s10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")


class Number:
    """A true value, its error, and the decimals or the unit that are shown of it where the text drops its zeros."""

    def __init__(self, value, error=0.0, decimals=None, unit=None):
        self.value = float(value)
        self.error = float(error)
        self.unit = 10.0**-decimals if decimals is not None else unit

    def fault(self, text, unit):
        """What is wrong with a shown number, or None."""
        # Below the smallest normal float no number has all its digits.
        if not abs(text - self.value) <= 0.5 * unit + self.error + 4 * EPSILON * abs(self.value) + 1e-300:
            return f"the true value is {self.value!r}, with an error of at most {self.error:.1e}"
        return None


def rounded(value, operands=(), decimals=None, unit=None):
    """A value of a few operations on numbers of these sizes."""
    size = max([abs(float(value)), *(abs(float(one)) for one in operands)])
    return Number(value, 16 * EPSILON * size, decimals, unit)


def measured(values, noise=0.0):
    """The first of several runs, with the error by which the others differ from it, and what cancels in a sum."""
    first, *others = (float(value) for value in values)
    off = max((abs(other - first) for other in others), default=0.0)
    return Number(first, 10 * off + 64 * EPSILON * abs(first) + float(noise))


def numbers_in(text):
    """The numbers of a text with the units of their last digits."""
    text = text.replace("\u00a0", " ").replace("− ", "−")
    for match in NUMBER.finditer(text):
        mantissa, decimals, power = match.groups()
        exponent = int(power.translate(RAISED)) if power else 0
        value = float(f"{mantissa.replace('−', '-')}e{exponent}")
        yield value, 10.0 ** (exponent - len(decimals or "")), power is not None


class Tally:
    """What was compared, and what is wrong."""

    def __init__(self):
        self.states = self.numbers = self.undecided = 0
        self.faults = []

    def compare(self, text, wanted, where):
        """One shown text with a word, a number, or several numbers."""
        if isinstance(wanted, str):
            self.numbers += 1
            if text.replace("\u00a0", " ") != wanted:
                self.faults.append(f"{where}: shown “{text}”, should be “{wanted}”")
            return
        wanted = wanted if isinstance(wanted, list) else [wanted]
        shown = list(numbers_in(text))
        if any(not math.isfinite(one.value) for one in wanted):
            self.numbers += 1
            if shown:
                self.faults.append(f"{where}: shown “{text}”, and there is no such number")
            return
        if len(shown) != len(wanted):
            self.faults.append(f"{where}: “{text}” shows {len(shown)} numbers instead of {len(wanted)}")
            return
        for (value, unit, in_powers), number in zip(shown, wanted):
            counts = number.unit if number.unit is not None and not in_powers else unit
            self.numbers += 1
            self.undecided += int(number.error > counts)
            fault = number.fault(value, counts)
            if fault:
                self.faults.append(f"{where}: shown “{text}”, {fault}")

    def judge(self, model_of, record):
        """All that was shown of one state."""
        self.states += 1
        model = model_of(record["state"], record["lastStep"])
        told = json.dumps(record["state"], ensure_ascii=False)
        for fault in getattr(model, "faults", []):
            self.faults.append(f"{told}: {fault}")
        for shown in record["shown"]:
            step = shown["step"]
            pairs = list(zip(shown["readouts"], model.readouts(step), strict=True))
            if shown["row"] is not None:
                pairs += zip([["ledger", cell] for cell in shown["row"]], model.row(shown["index"]), strict=True)
            for (label, text), wanted in pairs:
                if wanted is not None:
                    self.compare(text, wanted, f"{told} at step {step}, {label}")


def main(name):
    """Reads the states, and writes the verdict."""
    sys.path.insert(0, str(Path(__file__).parent))
    model_of = importlib.import_module(f"models.{name.replace('-', '_')}").Model
    tally = Tally()
    for line in sys.stdin:
        tally.judge(model_of, json.loads(line))
    print(json.dumps({**vars(tally), "faults": tally.faults[:20], "wrong": len(tally.faults)}, ensure_ascii=False))


if __name__ == "__main__":
    # The models import from this file, which must not be loaded twice.
    sys.modules["judge"] = sys.modules["__main__"]
    main(sys.argv[1])
