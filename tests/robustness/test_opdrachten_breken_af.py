"""Every command that writes breaks off somewhere: what it says is true, and it can be given again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path

import pytest

from leercyclus.store import files
from tests.conftest import inhoud
from tests.robustness import strace
from tests.robustness.opdrachten import MEER, OPDRACHTEN, bevindingen, geef, maak_leertraject, opdracht
from tests.robustness.strace import ALLES, FOUTEN, KILL, TELLING, Aanroep, Afgebroken, Programma
from tests.test_geen_engels import ENGLISH

#: Of a command that does the same over and over only so many calls are tried, at the begin and the end.
_HOOGSTENS = 60
_MADE_UP = re.compile(r"-[a-z0-9]{6}\b")
_ONZEKER = "opgeslagen, maar niet zeker op schijf"
Stand = dict[str, bytes]


@pytest.fixture(scope="module")
def leertraject(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begin") / "leertraject"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERCYCLUS_VANDAAG", "2027-01-04")
        patch.delenv("LEERCYCLUS_MAP", raising=False)
        maak_leertraject(folder)
    return folder


def _schrijft(call: Aanroep) -> bool:
    """Whether a call has to do with writing in the folder, or with a line that says what was done."""
    if call.plaats is None:
        return call.naam == "write" and call.tekst.startswith(("1<", "2<")) and '"\\n"' not in call.tekst
    match call.naam:
        case "newfstatat" | "fstat" | "getdents64":
            return False
        case "openat":
            writes = any(flag in call.tekst for flag in ("O_WRONLY", "O_RDWR", "O_CREAT"))
            return writes or "O_RDONLY|O_CLOEXEC)" in call.tekst
        case "close":
            return call.plaats.endswith((".tmp", ".lock"))
    return True


def _chosen(calls: Sequence[Aanroep]) -> list[tuple[Aanroep, str]]:
    """Each call is the last one, and fails for three reasons; in an ordinary run three of all those.

    That each fails for every reason is shown for the helper that all of them write with.
    """
    if len(calls) > 2 * _HOOGSTENS:
        calls = [*calls[:_HOOGSTENS], *calls[-_HOOGSTENS:]]
    everything = [
        (call, fault) for number, call in enumerate(calls) for fault in (KILL, *FOUTEN[number % 2 :: 2])
    ]
    if ALLES:
        return everything
    return [everything[len(everything) * part // 8] for part in (2, 5, 7)]


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_a_command_that_breaks_off_tells_the_truth_and_can_be_given_again(
    name: str, leertraject: Path, tmp_path: Path
) -> None:
    strace.nodig()
    command = opdracht(name, leertraject)
    program = Programma("-m", "leercyclus", *command, start_git=name == "haak")
    reference = shutil.copytree(leertraject, tmp_path / "voorbeeld")
    calls = [call for call in program.volg(reference, tmp_path / "log") if _schrijft(call)]
    judge = _Oordeel(name, command, leertraject, reference)

    def run(number: int, call: Aanroep, fault: str) -> tuple[Path, Afgebroken]:
        folder = shutil.copytree(leertraject, tmp_path / str(number))
        return folder, program.breek(folder, tmp_path / f"{number}.log", call, fault)

    with strace.tegelijk() as pool:
        jobs = [pool.submit(run, number, *item) for number, item in enumerate(_chosen(calls))]
        results = [job.result() for job in jobs]
    wrong = [f"{result}: {found}" for folder, result in results for found in judge.fouten(folder, result)]
    TELLING.neem(name, [result for _, result in results], wrong)
    assert not wrong, "\n".join(wrong)


class _Oordeel:
    """What may stand in the folder after a command, and what may be said of it."""

    def __init__(self, name: str, command: Sequence[str], before: Path, after: Path) -> None:
        self._command, self._several = command, name in MEER
        self._before, self._after = _stand(before), _stand(after)
        self._new = {_norm(path, item) for path, item in self._after.items()}
        self._new -= {_norm(path, item) for path, item in self._before.items()}
        assert self._new, "deze opdracht schrijft niets"
        self._known = {_norm_finding(item) for folder in (before, after) for item in bevindingen(folder)}

    def fouten(self, folder: Path, result: Afgebroken) -> Iterator[str]:
        """What is wrong after a run that broke off, and after the same command once more."""
        if not result.raak:
            yield "een andere aanroep dan bedoeld werd geraakt"
        done, there = self._gedaan(folder), _stand(folder)
        yield from self._is_whole(there)
        yield from self._is_true(result, done, begun=there != self._before)
        found = {_norm_finding(item) for item in bevindingen(folder)}
        if not found <= self._known:
            yield f"controleer vindt er {sorted(found - self._known)} bij"
        with chdir(folder):
            code, _ = geef(*self._command)
        if code != 0 and not (code == 5 and done):
            yield f"opnieuw gaf {code}"
        if not self._records() <= {_norm(path, item) for path, item in _stand(folder).items()}:
            yield "opnieuw bracht het nieuwe niet"

    def _gedaan(self, folder: Path) -> bool:
        return self._new <= {_norm(path, item) for path, item in _stand(folder).items()}

    def _records(self) -> set[tuple[str, str]]:
        """What is new; but a guide, which names every talk that is planned by then."""
        return {item for item in self._new if not item[0].endswith(".md")}

    def _is_whole(self, there: Stand) -> Iterator[str]:
        for path in self._before.keys() - there.keys():
            yield f"{path} is weg"
        for path, item in there.items():
            if item != self._before.get(path) and _norm(path, item) not in self._new:
                yield f"in {path} staat iets anders"

    def _is_true(self, result: Afgebroken, done: bool, *, begun: bool) -> Iterator[str]:
        said = result.melding
        if result.code not in ((137,) if result.fout == KILL else (0, 5, 6)):
            yield f"gaf {result.code}: {said}"
        if ENGLISH.search(said) or "Traceback" in said:
            yield f"zei: {said}"
        if result.fout == KILL:
            return
        about_output = result.aanroep.plaats is None
        if result.code == 0 and not done:
            yield "gaf 0, maar het nieuwe staat er niet"
        if _ONZEKER in said and not (begun if self._several else done):
            yield f"zei {_ONZEKER!r}, maar het staat er niet"
        if result.code and done and not (about_output or _ONZEKER in said):
            yield f"gaf {result.code}, maar het nieuwe staat er: {said}"


def _stand(folder: Path) -> Stand:
    """Every file that is somebody's, and whether it can be run."""
    return {
        name: content + (b" x" if (folder / name).stat().st_mode & 0o100 else b"")
        for name, content in inhoud(folder).items()
        if _counts(name)
    }


def _counts(name: str) -> bool:
    is_derived = ".leercyclus" in Path(name).parts or files.is_left_behind(Path(name).name)
    return not is_derived and (not name.startswith(".git/") or name == ".git/hooks/pre-commit")


def _norm(path: str, content: bytes) -> tuple[str, str]:
    """The same in every run: without the ids that the program makes up."""
    text = content.decode("utf-8")
    return _MADE_UP.sub("-*", path), _MADE_UP.sub("-*", text)


def _norm_finding(item: tuple[str, str]) -> tuple[str, str]:
    return item[0], _MADE_UP.sub("-*", item[1])
