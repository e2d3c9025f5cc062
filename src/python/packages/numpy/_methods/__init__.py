"""Methods and operators, bound to arrays, scalars and elementwise functions when this package is imported."""

from . import array_methods, operators, scalar_methods, ufunc_methods

__all__ = ["array_methods", "operators", "scalar_methods", "ufunc_methods"]
