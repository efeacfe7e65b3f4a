"""A leertraject as rows for an export: read one cyclus at a time, and never whole in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.commands.lezer import zeg_onleesbaar
from leercyclus.commands.melden import zeg_niet_te_lezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.kring import Kring
from leercyclus.domain.projectie import Deur
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.export import Export
from leercyclus.render.uitvoer import Exportrij

#: Of so many that cannot be read it is said which they are.
_GENOEMD = 10


class Rijen:
    """The rows, to go through once; afterwards it is known how many there were, and what is missing."""

    def __init__(self, omgeving: Omgeving, door: Deur) -> None:
        self._omgeving = omgeving
        self._werkmap = omgeving.werkmap  # now: without one nothing has to be begun
        self._door = door
        self.aantal = 0
        self._onleesbaar = 0
        self._eerste: list[Bevinding] = []

    def __iter__(self) -> Iterator[Exportrij]:
        for row in self._lees():
            self.aantal += 1
            yield row

    def _lees(self) -> Iterator[Exportrij]:
        beside = self._werkmap.naast_cycli()
        self._tel(beside.problemen)
        seen = self._door.naast_de_cycli(beside.records)
        export = Export.van(self._door.kring, seen)
        yield from export.naast_de_cycli(seen)
        self._tel(self._werkmap.niet_gelezen())
        for id in self._werkmap.cyclus_ids():
            folder = self._werkmap.cyclus(id)
            self._tel(folder.problemen)
            yield from export.cyclus(self._door.cyclus(folder))

    def _tel(self, problems: Iterable[Bevinding]) -> None:
        for problem in problems:
            self._onleesbaar += 1
            if len(self._eerste) < _GENOEMD:
                self._eerste.append(problem)

    def zeg_wat_ontbreekt(self) -> None:
        """What could not be read, as far as the readers of the export may know: what is said ends up in logs."""
        kring = self._door.kring
        if kring is Kring.VERTROUWELIJK:
            for problem in self._eerste:
                zeg_niet_te_lezen(self._omgeving, problem)
        if kring.ziet(Kring.GROEP):
            zeg_onleesbaar(self._onleesbaar)
        else:  # always the same, so that it tells nothing
            zeg("of alles te lezen was, ziet u met: leercyclus controleer")
