"""A rule of ``controleer`` as data: everything that is said about it, in one place.

``leercyclus uitleg CODE`` and docs/bevindingen.md are made of this, and every finding that breaks
the rule takes its code, its seriousness and its message from it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from leercyclus.domain.bevinding import Bevinding, Ernst

Path = tuple[str | int, ...]


class Voorschrift(NamedTuple):
    """One rule.

    ``melding`` is the message of a finding, with ``{names}`` for what differs. ``bestand`` is the
    file of which ``fout`` and ``goed`` are a piece; without it they are names of files.
    ``negeerbaar`` is False where ignoring it would hide what cannot be read or should stay among us.
    """

    code: str
    titel: str
    melding: str
    waarom: str
    herstel: str
    fout: str
    goed: str
    ernst: Ernst = "fout"
    bestand: str = ""
    negeerbaar: bool = True

    def bevinding(
        self,
        bestand: str,
        *,
        plek: tuple[int, int] = (1, 1),
        sleutel: str | None = None,
        tip: str | None = None,
        **waarden: Any,
    ) -> Bevinding:
        """That the rule is broken at this line and column of a file."""
        return Bevinding(
            code=self.code,
            ernst=self.ernst,
            bestand=bestand,
            regel=plek[0],
            kolom=plek[1],
            sleutel=sleutel,
            melding=self.melding.format(**waarden),
            tip=tip,
        )

    def gebrek(
        self, *pad: str | int, tip: str | None = None, sleutel: bool = False, **waarden: Any
    ) -> Gebrek:
        """That the rule is broken by the value at a path, or with ``sleutel`` by the key itself."""
        return Gebrek(self, pad, self.melding.format(**waarden), tip, sleutel)


class Gebrek(NamedTuple):
    """What is wrong with the value (or the name) of one key, before it is known where that stands."""

    voorschrift: Voorschrift
    pad: Path
    melding: str
    tip: str | None = None
    wijst_naar_sleutel: bool = False

    @property
    def sleutel(self) -> str:
        """The key as the user sees it: rows counted from 1."""
        return sleutel(self.pad)


def sleutel(path: Path) -> str:
    """``('antwoorden', 0, 'les')`` as ``antwoorden[1].les``."""
    shown = ""
    for part in path:
        if isinstance(part, int):
            shown += f"[{part + 1}]"
        else:
            shown += f".{part}" if shown else part
    return shown
