"""Methods and operators, which the import of this package binds to arrays, scalars and elementwise functions."""

from . import array_methods, operators, scalar_methods, ufunc_methods

__all__ = ["array_methods", "operators", "scalar_methods", "ufunc_methods"]
