"""NumPy's own errors."""


class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""

    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis, self.ndim = axis, ndim
        text = axis if ndim is None else f"axis {axis} is out of bounds for array of dimension {ndim}"
        super().__init__(f"{msg_prefix}: {text}" if msg_prefix else text)

    def __str__(self):
        return self.args[0]


class UFuncTypeError(TypeError):
    """Operands of a dtype that an elementwise function does not accept."""


class _UFuncNoLoopError(UFuncTypeError):
    """Operands for which there is no loop."""


class _UFuncOutputCastingError(UFuncTypeError):
    """A result that must not be cast to the dtype of its output array."""


class LinAlgError(ValueError):
    """A matrix for which the result does not exist or cannot be computed."""


class VisibleDeprecationWarning(UserWarning):
    """A feature that will be removed."""


class RankWarning(RuntimeWarning):
    """A least-squares fit whose matrix does not have full rank."""


LinAlgError.__module__ = "numpy.linalg"
for _class in (UFuncTypeError, _UFuncNoLoopError, _UFuncOutputCastingError):
    _class.__name__, _class.__module__ = "UFuncTypeError", "numpy._core._exceptions"
