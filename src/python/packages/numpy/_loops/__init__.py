"""Loops over the elements of arrays: elementwise functions, and folds along axes."""
