"""Classes that Python's own messages call `numpy.ndarray` and `numpy.float64`, as they do for NumPy's."""

from types import FunctionType


class Named(type):
    """A class whose full name Python uses in messages, and whose `__name__` is short all the same."""

    @property
    def __name__(cls):
        return cls.__qualname__


def name_fully(cls, name=None):
    """Makes a class known as numpy's, under its own or another name."""
    cls.__module__, cls.__qualname__ = "numpy", name or cls.__qualname__
    type.__dict__["__name__"].__set__(cls, f"numpy.{cls.__qualname__}")


def bind(cls, **methods):
    """Makes functions methods of a class, called in messages as if they had been written in it."""
    for name, method in methods.items():
        function = method.__func__ if isinstance(method, staticmethod) else method
        function.__name__, function.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)


def name_publicly(namespace, module, names):
    """Makes the functions and classes of a public module known as its own, as NumPy does: no private module is seen.

    An object that already has another public name keeps it.
    """
    for name in names:
        found = namespace[name]
        if isinstance(found, (FunctionType, type)) and found.__module__.startswith("numpy._"):
            found.__module__ = module
