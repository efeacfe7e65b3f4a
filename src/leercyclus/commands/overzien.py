"""Where all cycles stand: from the index, and from the records that changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from leercyclus.commands import statusindex
from leercyclus.commands.dag import gegeven_dag
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.statusindex import Stand
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.groepsfeiten import LeertrajectFeiten
from leercyclus.render.balk import Balk
from leercyclus.store import layout, toegang
from leercyclus.store.boom import Schijf
from leercyclus.store.index import Index

if TYPE_CHECKING:  # a warm index tells it all without the models
    from leercyclus.domain.gelezen import CyclusMap


class Overzicht(NamedTuple):
    """A whole leertraject, as an overview tells of it; files as seen from the working directory."""

    groep: LeertrajectFeiten
    vandaag: dt.date
    cycli: Sequence[Stand]
    problemen: Sequence[Bevinding]


def overzie(omgeving: Omgeving) -> Overzicht:
    """Every cyclus on this day, and what could not be read."""
    root = omgeving.root
    group = Index(root, "groep", statusindex.Groepslezer()).rijen([""])[""]
    groep, problems = statusindex.groep_van(group.bron)
    vandaag = gegeven_dag() or groep.peildatum or dt.date.today()
    disk = Schijf(root)
    there = disk.namen()
    folders = layout.cyclus_mappen(there)
    progress = statusindex.Voortgang(groep.op(vandaag), vandaag)
    with Balk("Cycli lezen") as balk:
        lezer = statusindex.Cycluslezer(omgeving.elders)
        rijen = Index(root, "status", lezer, progress).rijen(folders, balk)
    problems += [*toegang.in_hoofdmap(disk, there), *statusindex.problemen(rijen)]
    return Overzicht(groep, vandaag, statusindex.standen(rijen), _gezien(omgeving, problems))


def overzie_een(omgeving: Omgeving, folder: CyclusMap) -> Overzicht:
    """The same of one cyclus, with what could not be read of it and of the group."""
    from leercyclus.domain.cyclusfeiten import cyclus_feiten, leertraject_feiten
    from leercyclus.domain.fasen import progress
    from leercyclus.domain.voortgang import CyclusStatus

    group, vandaag = leertraject_feiten(omgeving.groep), omgeving.vandaag
    facts = cyclus_feiten(folder, group.op(vandaag))
    stand = Stand.van(CyclusStatus.van(facts, progress(facts, vandaag)))
    return Overzicht(group, vandaag, [stand], _gezien(omgeving, [*omgeving.problemen, *folder.problemen]))


def _gezien(omgeving: Omgeving, problems: Iterable[Bevinding]) -> list[Bevinding]:
    """Problems with their files as seen from the working directory, in order."""
    shown = [problem.in_file(omgeving.toon_pad(problem.bestand)) for problem in problems]
    return sorted(shown, key=lambda problem: problem.order)
