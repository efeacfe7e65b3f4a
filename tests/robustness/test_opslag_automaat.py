"""Random work on the store, with writes that fail anywhere: what is on disk is what was promised."""

from __future__ import annotations

import errno
import itertools
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from leercyclus.domain.errors import ChangedUnderneathError, ConflictError, UnsyncedError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.soorten import ADVIES
from leercyclus.domain.tekst import is_refused
from leercyclus.store import schrijven
from leercyclus.store.werkmap import Werkmap
from tests.conftest import GROEP

CYCLUS = "2027-zwembad"
#: The calls of the system by which something is written.
_STAPPEN = ("open", "fsync", "link", "replace", "unlink", "chmod", "mkdir")
TEKST = st.text().filter(lambda text: not any(map(is_refused, text)) and "\r" not in text)
#: At which of these calls the system refuses, and how; None when it does not.
STORING = st.none() | st.tuples(
    st.integers(0, 14), st.sampled_from([errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
)


@contextmanager
def storing(when: tuple[int, int] | None) -> Iterator[None]:
    """Once, at the given step, the system refuses."""
    if when is None:
        yield
        return
    at, number = when
    count = itertools.count()

    def refusing(step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            if next(count) == at:
                raise OSError(number, os.strerror(number))
            return step(*arguments, **options)

        return run

    patches = [patch.object(os, name, refusing(getattr(os, name))) for name in _STAPPEN]
    for item in patches:
        item.start()
    try:
        yield
    finally:
        for item in patches:
            item.stop()


class Opslag(RuleBasedStateMachine):
    """Advices are made, changed and edited by hand; ``beloofd`` is what each file must hold."""

    gelezen: Bundle[Gelezen[Any]] = Bundle("gelezen")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        (self.root / "leertraject.toml").write_text(GROEP, "utf-8")
        (self.root / CYCLUS).mkdir()
        (self.root / CYCLUS / "cyclus.toml").write_text('stand = "concept"\ntitel = "Zwembad"\n', "utf-8")
        self.werkmap = Werkmap(self.root)
        self.beloofd: dict[str, str] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(target=gelezen, id=st.sampled_from("abc"), tekst=TEKST, wanneer=STORING)
    def maak(self, id: str, tekst: str, wanneer: tuple[int, int] | None) -> Any:
        try:
            with storing(wanneer):
                made = schrijven.create(self.werkmap, ADVIES, CYCLUS, id, {"tekst": tekst})
        except ConflictError:
            assert id in self.beloofd
            return multiple()
        except UnsyncedError:
            self.beloofd[id] = tekst
            return multiple()
        except OSError:
            assert wanneer is not None
            return multiple()
        assert id not in self.beloofd
        self.beloofd[id] = tekst
        return made

    @rule(target=gelezen, was=gelezen, tekst=TEKST, wanneer=STORING)
    def wijzig(self, was: Gelezen[Any], tekst: str, wanneer: tuple[int, int] | None) -> Any:
        is_as_read = (self.root / was.bestand).read_bytes() == was.bytes
        try:
            with storing(wanneer):
                changed = schrijven.change(self.werkmap, was, {"tekst": tekst})
        except ChangedUnderneathError:
            assert not is_as_read
            return multiple()
        except UnsyncedError:
            self.beloofd[was.id] = tekst
            return multiple()
        except OSError:
            assert wanneer is not None
            return multiple()
        assert is_as_read
        self.beloofd[was.id] = tekst
        return changed

    @rule(was=gelezen, einde=st.sampled_from(["\n", "\r\n"]))
    def schrijf_met_de_hand(self, was: Gelezen[Any], einde: str) -> None:
        path = self.root / was.bestand
        text = f'versie = 1{einde}# met de hand{einde}tekst = "van iemand anders"{einde}'
        path.write_bytes(text.encode("utf-8"))
        self.beloofd[was.id] = "van iemand anders"

    @rule(target=gelezen, id=st.sampled_from("abc"))
    def lees(self, id: str) -> Any:
        found = self.werkmap.cyclus(CYCLUS).een(ADVIES, id)
        return multiple() if found is None else found

    @invariant()
    def op_schijf_staat_wat_beloofd_is(self) -> None:
        content = self.werkmap.inhoud()
        assert content.problemen == ()
        (cyclus,) = content.cycli
        assert {item.id: item.record.tekst for item in cyclus.van(ADVIES)} == self.beloofd

    @invariant()
    def er_blijft_niets_liggen_dat_op_een_stuk_lijkt(self) -> None:
        files = {path.name for path in self.root.rglob("*") if path.is_file()}
        left = files - {"leertraject.toml", "cyclus.toml", *(f"{id}.toml" for id in self.beloofd)}
        assert all(
            name in ("schrijven.lock", ".gitignore") or re.fullmatch(r"\..+\.[0-9a-f]{8}\.tmp", name)
            for name in left
        )


TestOpslag = Opslag.TestCase
TestOpslag.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
