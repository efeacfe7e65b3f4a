"""leercyclus keeps the peer-consultation cycles of a group of public directors as TOML in git."""

from __future__ import annotations

#: As ``typing`` has it. To load that takes as long as all of ``--versie``, so what that needs does without.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from leercyclus.openen import open_leertraject

__all__ = ["__version__", "open_leertraject"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """``open_leertraject``, loaded when it is asked for: the command line starts without it."""
    if name == "open_leertraject":
        from leercyclus.openen import open_leertraject

        return open_leertraject
    raise AttributeError(name)
