"""leercyclus keeps the peer-consultation cycles of a group of public directors as TOML in git."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leercyclus.openen import open_leertraject

__all__ = ["__version__", "open_leertraject"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """``open_leertraject``, loaded when it is asked for: the command line starts without it."""
    if name == "open_leertraject":
        from leercyclus.openen import open_leertraject

        return open_leertraject
    raise AttributeError(name)
