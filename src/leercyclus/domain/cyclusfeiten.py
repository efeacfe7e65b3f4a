"""From the records of a cyclus to the plain facts that progress needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from leercyclus.domain.advies import VRAAGT_ANTWOORD
from leercyclus.domain.feiten import (
    AdviesFeit,
    CyclusFeiten,
    InterviewFeit,
    OpvolgingFeit,
    VerspreidingFeit,
    ZelfanalyseFeit,
)
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.groepsfeiten import GroepFeiten, LeertrajectFeiten, PersoonFeiten
from leercyclus.domain.leertraject import Leertraject, Termijnen
from leercyclus.domain.record import RecordMetStand, Stand, ontbrekend
from leercyclus.domain.soorten import (
    ADVIES,
    CYCLUS,
    GESPREKSNOTITIE,
    INTERVIEW,
    INTERVISIE,
    LES,
    OPVOLGING,
    TERUGKOPPELING,
    VERSPREIDING,
    ZELFANALYSE,
)
from leercyclus.domain.veld import is_gevuld, velden


def leertraject_feiten(groep: Leertraject) -> LeertrajectFeiten:
    """What an overview and progress need to know of the group."""
    return LeertrajectFeiten(
        id=groep.id,
        naam=groep.naam,
        peildatum=groep.peildatum,
        termijnen={name: getattr(groep.termijnen, name) for name in velden(Termijnen)},
        personen=tuple(
            PersoonFeiten(p.id, p.naam, p.e_mail, p.organisatie, p.rol, p.vanaf, p.tot)
            for p in groep.deelnemers
        ),
        themas=tuple(theme.id for theme in groep.themas),
    )


def groep_feiten(groep: Leertraject, today: dt.date) -> GroepFeiten:
    """What progress needs to know of the group on this day."""
    return leertraject_feiten(groep).op(today)


def cyclus_feiten(folder: CyclusMap, groep: GroepFeiten | None = None) -> CyclusFeiten:
    """What progress needs to know of a cyclus; nothing that anybody wrote about the question."""
    cyclus = folder.cyclus
    required = [field for field in velden(type(cyclus)).values() if field.verplicht]
    note, notes = folder.een(GESPREKSNOTITIE), notities(folder)
    day = folder.een(INTERVISIE)
    return CyclusFeiten(
        id=folder.id,
        groep=groep or GroepFeiten(),
        titel=cyclus.titel,
        thema=cyclus.thema,
        vraagstellers=tuple(cyclus.vraagstellers),
        adviseurs=tuple(cyclus.adviseurs),
        deelnemers=tuple(cyclus.deelnemers),
        intervisiedag=cyclus.intervisiedag,
        verloop=cyclus.verloop,
        overgeslagen=frozenset(cyclus.overgeslagen or {}),
        bestaat=folder.een(CYCLUS) is not None,
        definitief=cyclus.is_definitief,
        velden=(len(required) - len(ontbrekend(cyclus)), len(required)),
        zelfanalyses=tuple(
            ZelfanalyseFeit(tuple(item.record.door), item.record.is_definitief)
            for item in folder.van(ZELFANALYSE)
        ),
        interviews=tuple(
            InterviewFeit(item.record.invalshoek, item.record.is_definitief) for item in folder.van(INTERVIEW)
        ),
        gespreksnotitie=_stand(note),
        ervaringen_elders=note is not None and is_gevuld(note.record.ervaringen_elders),
        notities=frozenset(notes),
        verspreidingen=_verspreidingen(folder, notes),
        intervisie=_stand(day),
        aanwezig=tuple(day.record.aanwezig) if day else (),
        zonder_advies=tuple(day.record.zonder_advies or ()) if day else (),
        adviezen=tuple(
            AdviesFeit(item.id, item.record.van, item.record.soort in VRAAGT_ANTWOORD)
            for item in folder.van(ADVIES)
        ),
        opvolgingen=tuple(
            OpvolgingFeit(tuple(item.record.adviezen), item.record.wacht_op_uitkomst)
            for item in folder.van(OPVOLGING)
        ),
        teruggekoppeld=frozenset(item.id for item in folder.van(TERUGKOPPELING)),
        lessen=tuple(item.record.is_definitief for item in folder.van(LES)),
        onleesbaar=folder.onleesbaar,
    )


def notities(folder: CyclusMap) -> dict[str, str]:
    """The definitief notes that go out: path within the cyclus, and fingerprint as it is now."""
    notes = [*folder.van(ZELFANALYSE), *folder.van(GESPREKSNOTITIE)]
    return {note.soort.bestand(note.id): note.vingerafdruk for note in notes if note.record.is_definitief}


def _verspreidingen(folder: CyclusMap, now: Mapping[str, str]) -> tuple[VerspreidingFeit, ...]:
    return tuple(
        VerspreidingFeit(
            item.record.datum,
            tuple(item.record.aan),
            frozenset(
                paper.bestand for paper in item.record.stukken if now.get(paper.bestand) == paper.vingerafdruk
            ),
        )
        for item in folder.van(VERSPREIDING)
    )


def _stand(found: Gelezen[RecordMetStand] | None) -> Stand | None:
    return found.record.stand if found else None
