"""The errors for features of NumPy that this package lacks; each message names an alternative."""


class Refused(Exception):
    """A feature of NumPy that this package lacks."""


def _shown_as(known):
    """Gives a class of ours the name of the built-in class that readers know and catch."""

    def show(cls):
        cls.__name__, cls.__qualname__, cls.__module__ = known.__name__, known.__qualname__, known.__module__
        return cls

    return show


@_shown_as(AttributeError)
class RefusedName(Refused, AttributeError):
    """A name of NumPy that this package lacks."""

    def __init__(self, message):
        # Without a `name`, Python does not add a guess to the message.
        super().__init__(message, obj=message)


@_shown_as(NotImplementedError)
class RefusedUse(Refused, NotImplementedError):
    """A use of a function that is not supported: a keyword, a dtype, a mode."""


@_shown_as(TypeError)
class RefusedArgument(Refused, TypeError):
    """A wrong argument, for which NumPy's message is different."""


def refuse(what, way_out):
    """The error to raise for a use that is not supported; `what` starts the sentence."""
    return RefusedUse(f"{what} is not part of the NumPy that runs in this page. {way_out}")


def refuse_keywords(function, keywords):
    """Raises for keyword arguments of a call that are not supported."""
    for name in keywords:
        raise refuse(f"The argument `{name}` of {function}", "Remove it, or write its effect in another way.")


def default_only(function, **given):
    """Raises unless every argument is None, which means "not given"."""
    refuse_keywords(function, [name for name, value in given.items() if value is not None])
