"""The generators of random numbers."""
