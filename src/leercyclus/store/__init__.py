"""The only part that touches disk: layout, reading and writing."""
