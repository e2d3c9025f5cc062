"""The functions of arrays, one module for each topic."""
