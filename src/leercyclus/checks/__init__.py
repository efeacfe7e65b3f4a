"""The rules of ``controleer``: each with its code, what is said of it, and what it looks at."""
