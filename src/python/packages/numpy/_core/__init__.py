"""Arrays: dtypes, layout in a flat list, scalars, conversion, indexing and assignment."""
