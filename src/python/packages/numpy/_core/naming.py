"""Gives classes and functions the public names of NumPy, which appear in Python's own messages."""

from types import FunctionType


class Named(type):
    """A metaclass: Python's messages contain the full name, such as `numpy.ndarray`; `__name__` is the short one."""

    @property
    def __name__(cls):
        return cls.__qualname__


def name_fully(cls, name=None):
    """Makes a class appear as a class of `numpy`, under its own or another name."""
    cls.__module__, cls.__qualname__ = "numpy", name or cls.__qualname__
    type.__dict__["__name__"].__set__(cls, f"numpy.{cls.__qualname__}")


def bind(cls, **methods):
    """Makes functions methods of a class; in messages they have the names of methods."""
    for name, method in methods.items():
        function = method.__func__ if isinstance(method, staticmethod) else method
        function.__name__, function.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)


def name_publicly(namespace, module, names):
    """Sets the public module as the `__module__` of its functions and classes, so that no private module is visible.

    An object that already has a public name keeps it.
    """
    for name in names:
        found = namespace[name]
        if isinstance(found, (FunctionType, type)) and found.__module__.startswith("numpy._"):
            found.__module__ = module
