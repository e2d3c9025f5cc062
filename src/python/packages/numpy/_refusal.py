"""What this NumPy does not have, it refuses by name, with a way out."""


class Refused(Exception):
    """Something that NumPy has and this package has not."""


def _shown_as(known):
    """Lets a class of ours have the name of the one that a reader knows and catches."""

    def show(cls):
        cls.__name__, cls.__qualname__, cls.__module__ = known.__name__, known.__qualname__, known.__module__
        return cls

    return show


@_shown_as(AttributeError)
class RefusedName(Refused, AttributeError):
    """A name of NumPy's that is not here."""

    def __init__(self, message):
        # An object without a name: Python adds no guess of its own to the way out.
        super().__init__(message, obj=message)


@_shown_as(NotImplementedError)
class RefusedUse(Refused, NotImplementedError):
    """A use of a function that is not supported: a keyword, a dtype, a mode."""


@_shown_as(TypeError)
class RefusedArgument(Refused, TypeError):
    """An argument that NumPy complains about in other words."""


def refuse(what, way_out):
    """The error to raise for a use that is not supported; `what` starts the sentence."""
    return RefusedUse(f"{what} is not part of the NumPy that runs in this page. {way_out}")


def refuse_keywords(function, keywords):
    """Raises for the keyword arguments of a call that are given and not supported."""
    for name in keywords:
        raise refuse(f"The argument `{name}` of {function}", "Leave it out, or write what it does in other words.")


def default_only(function, **given):
    """Raises unless every given argument is None, the default that stands for "not given"."""
    refuse_keywords(function, [name for name, value in given.items() if value is not None])
