"""Which leertraject somebody stands in."""

from __future__ import annotations

from pathlib import Path

from leercyclus.domain.errors import NotFoundError
from leercyclus.store import layout
from leercyclus.store.afgeleid import AFGELEID, ONDERBROKEN


def vind(start: Path) -> Path:
    """The leertraject at or above a folder, nothing in it half done. NotFoundError when there is none."""
    root = layout.find_root(start)
    if root is None:
        raise NotFoundError("hier is nog geen leertraject", tip="begin er een met: leercyclus begin")
    if (root / AFGELEID / ONDERBROKEN).exists():
        from leercyclus.store import omzetting  # here: it hardly ever happens

        omzetting.maak_af(root)
    return root
