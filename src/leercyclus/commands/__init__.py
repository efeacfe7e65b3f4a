"""The commands: each loads, decides and renders, and returns its exit code."""
