"""leercyclus keeps the peer-consultation cycles of a group of public directors as TOML in git."""

__version__ = "0.1.0"
