"""What an array is: its dtypes, its layout in a flat list, its scalars, and how it is made, read and written."""
