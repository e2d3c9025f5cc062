"""The handling of floating-point errors: ignore them, warn at the caller's line, or raise."""

import sys
import warnings

from .._refusal import refuse

DIVIDE, OVER, UNDER, INVALID = 1, 2, 4, 8

_CAUSES = (
    (DIVIDE, "divide", "divide by zero"),
    (OVER, "over", "overflow"),
    (UNDER, "under", "underflow"),
    (INVALID, "invalid", "invalid value"),
)
_MODES = ("ignore", "warn", "raise", "print")
_DEFAULTS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_settings = dict(_DEFAULTS)


def warn(message, category=RuntimeWarning):
    """Warns at the innermost line of the call stack outside this package."""
    level, frame = 1, sys._getframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "numpy":
        level, frame = level + 1, frame.f_back
    warnings.warn(message, category, stacklevel=level)


def report(flags, where):
    """Handles the error flags of an operation; `where` is its name, as in "encountered in add"."""
    for flag, cause, words in _CAUSES:
        if flags & flag:
            _act(_settings[cause], f"{words} encountered in {where}")


def _act(mode, message):
    if mode == "warn":
        warn(message)
    elif mode == "raise":
        raise FloatingPointError(message)
    elif mode == "print":
        print(f"Warning: {message}")


def geterr():
    """The handling of each kind of floating-point error, as a dict."""
    return dict(_settings)


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Sets the handling of each kind of floating-point error, and returns the previous settings."""
    before = geterr()
    given = {"divide": divide, "over": over, "under": under, "invalid": invalid}
    given = {cause: all if mode is None else mode for cause, mode in given.items()}
    _settings.update({cause: _checked(cause, mode) for cause, mode in given.items() if mode is not None})
    return before


def _checked(cause, mode):
    if mode in ("call", "log"):
        raise refuse(f"The error handling {mode!r}", "Write 'ignore', 'warn', 'raise' or 'print'.")
    if mode not in _MODES:
        raise ValueError(f"invalid error mode {mode!r}")
    if cause == "under" and mode != "ignore":
        raise refuse(
            "Detecting underflow", f"Write divide={mode!r}, over={mode!r}, invalid={mode!r} instead of all={mode!r}."
        )
    return mode


class errstate:
    """A context manager, or decorator, inside which `seterr` has other settings."""

    def __init__(self, **settings):
        self._given = settings

    def __enter__(self):
        self._before = seterr(**self._given)

    def __exit__(self, *exception):
        _settings.update(self._before)

    def __call__(self, function):
        """The function with these settings during each call."""

        def within(*args, **kwargs):
            with errstate(**self._given):
                return function(*args, **kwargs)

        within.__name__ = function.__name__
        return within
