"""The door for notebooks and scripts: a leertraject as typed records, to read and not to write.

>>> from leercyclus import open_leertraject
>>> from leercyclus.domain.soorten import ADVIES
>>> traject = open_leertraject("cycles")
>>> [cyclus.titel for cyclus in traject.cycli][:2]
['Bezuinigingsdialoog', 'Lef en geduld']
>>> [stuk.record.kern for stuk in traject.cyclus("2016-lef-en-geduld").van(ADVIES)][0]
'Meewegen door iemand die de regio niet kent.'
>>> traject.voortgang("2017-stroomlijn").volgende_stap.fase
'intervisie'
"""

from __future__ import annotations

import datetime as dt
import os
from functools import cached_property
from pathlib import Path

from leercyclus.checks.controle import controleer
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.cyclusfeiten import cyclus_feiten, groep_feiten
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.fasen import progress
from leercyclus.domain.gelezen import CyclusMap, Inhoud
from leercyclus.domain.ids import suggestion
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.voortgang import Voortgang
from leercyclus.store.werkmap import Werkmap


class OpenLeertraject:
    """A leertraject as it was when it was opened. Records are frozen; nothing here writes.

    What could not be read is no exception but a finding in ``problemen``.
    """

    def __init__(self, werkmap: Werkmap) -> None:
        self._werkmap = werkmap
        self.map: Path = werkmap.root
        self.inhoud: Inhoud = werkmap.inhoud()

    @property
    def groep(self) -> Leertraject:
        """The group; an empty one when ``leertraject.toml`` cannot be read."""
        return self.inhoud.naast.leertraject

    @property
    def cycli(self) -> tuple[CyclusMap, ...]:
        """Every cyclus, in order of id; ``cyclus.van(ADVIES)`` gives the records of a kind."""
        return self.inhoud.cycli

    @property
    def problemen(self) -> tuple[Bevinding, ...]:
        """What could not be read."""
        return self.inhoud.problemen

    def cyclus(self, id: str) -> CyclusMap:
        """One cyclus. NotFoundError, with the nearest names, when there is none."""
        for cyclus in self.cycli:
            if cyclus.id == id:
                return cyclus
        known = [cyclus.id for cyclus in self.cycli]
        raise NotFoundError(f"er is geen cyclus '{id}'", tip=suggestion(id, known))

    @cached_property
    def lessen(self) -> tuple[Bibliotheekles, ...]:
        """Every lesson that can be asked, built in and of the group."""
        return tuple(self._werkmap.bibliotheek())

    def voortgang(self, id: str, vandaag: dt.date | None = None) -> Voortgang:
        """Where a cyclus stands on that day; without one on the peildatum, or today."""
        day = vandaag or self._vandaag
        return progress(cyclus_feiten(self.cyclus(id), groep_feiten(self.groep, day)), day)

    def bevindingen(self, vandaag: dt.date | None = None) -> list[Bevinding]:
        """Everything that ``controleer`` finds; files relative to the leertraject."""
        return controleer(self.inhoud, vandaag or self._vandaag)

    @property
    def _vandaag(self) -> dt.date:
        return self.groep.peildatum or dt.date.today()


def open_leertraject(map: str | os.PathLike[str] = ".") -> OpenLeertraject:
    """The leertraject in a folder, or above it. NotFoundError when there is none."""
    return OpenLeertraject(Werkmap.find(Path(map).absolute()))
