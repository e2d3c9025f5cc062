"""The functions of arrays, by what they do."""
