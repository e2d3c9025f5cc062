"""NumPy's own errors."""


class AxisError(ValueError, IndexError):
    """An axis that the array has not."""

    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis, self.ndim = axis, ndim
        text = axis if ndim is None else f"axis {axis} is out of bounds for array of dimension {ndim}"
        super().__init__(f"{msg_prefix}: {text}" if msg_prefix else text)

    def __str__(self):
        return self.args[0]


class UFuncTypeError(TypeError):
    """Operands of a dtype that an elementwise function does not take."""


class _UFuncNoLoopError(UFuncTypeError):
    pass


class _UFuncOutputCastingError(UFuncTypeError):
    pass


class VisibleDeprecationWarning(UserWarning):
    """Something that will go."""


class RankWarning(RuntimeWarning):
    """A least-squares fit whose matrix has too small a rank."""
