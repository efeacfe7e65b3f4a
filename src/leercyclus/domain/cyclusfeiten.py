"""From the records of a cyclus to the plain facts that progress needs."""

from __future__ import annotations

import datetime as dt

from leercyclus.domain.advies import VRAAGT_ANTWOORD
from leercyclus.domain.feiten import (
    AdviesFeit,
    CyclusFeiten,
    GroepFeiten,
    InterviewFeit,
    OpvolgingFeit,
    VerspreidingFeit,
    ZelfanalyseFeit,
)
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.leertraject import Leertraject
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
from leercyclus.domain.vingerafdruk import vingerafdruk


def groep_feiten(groep: Leertraject, today: dt.date) -> GroepFeiten:
    """What progress needs to know of the group on this day."""
    return GroepFeiten(
        termijnen=groep.termijnen.model_dump(),
        organisatie={p.id: p.organisatie for p in groep.deelnemers if p.organisatie},
        coordinatoren=tuple(groep.met_rol("coordinator", today)),
        geven_geen_advies=frozenset(p.id for p in groep.deelnemers if p.rol in ("coordinator", "gast")),
    )


def cyclus_feiten(folder: CyclusMap, groep: GroepFeiten) -> CyclusFeiten:
    """What progress needs to know of a cyclus; nothing that anybody wrote about the question."""
    cyclus = folder.cyclus
    required = [field for field in velden(type(cyclus)).values() if field.verplicht]
    note = folder.een(GESPREKSNOTITIE)
    day = folder.een(INTERVISIE)
    return CyclusFeiten(
        id=folder.id,
        groep=groep,
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
        notities=frozenset(notities(folder)),
        verspreidingen=_verspreidingen(folder),
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
    return {
        note.soort.bestand(note.id): vingerafdruk(note.document.data)
        for note in notes
        if note.record.is_definitief
    }


def _verspreidingen(folder: CyclusMap) -> tuple[VerspreidingFeit, ...]:
    now = notities(folder)
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
