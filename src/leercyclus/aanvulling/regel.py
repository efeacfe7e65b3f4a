"""A command line up to the cursor: what was given, and what the word that is being typed can be."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any, NamedTuple

_CURSOR = "\x1f"
OPDRACHT, OPTIE = "opdracht", "optie"


def woorden(text: str) -> list[str]:
    """The words of a line as a shell takes them; the last is the one under the cursor, perhaps empty."""
    lexer = shlex.shlex(text + _CURSOR, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words = []
    try:
        while (word := lexer.get_token()) is not None:
            words.append(word)
    except ValueError:  # a quotation mark that was not closed yet
        words.append(lexer.token)
    return [word.replace(_CURSOR, "") for word in words]


class Gevraagd(NamedTuple):
    """What the word under the cursor can be."""

    staat: str  #: the part of the word that stands, such as ``--thema=``
    begin: str  #: the part to go by
    wat: str | list[str]  #: a kind of ``opdrachten.json``, or a list to choose from
    vergeven: list[str]  #: what was given already, and has no use twice


class Regel:
    """How far a command line has come. ``opdrachten`` says what each command takes; '' is leercyclus."""

    def __init__(self, opdrachten: Mapping[str, Any], words: list[str]) -> None:
        self.opdrachten = opdrachten
        self.opdracht = ""
        self.opties: dict[str, list[str]] = {}
        self.argumenten: list[str] = []
        self._wacht_op = ""  # the option whose value comes next
        self._alleen_argumenten = False  # after --
        *before, self.woord = words
        for word in before:
            self._neem(word)

    @property
    def _kent(self) -> Mapping[str, Any]:
        return self.opdrachten.get(self.opdracht) or {"argumenten": [], "opties": {}}

    def _neem(self, word: str) -> None:
        name, has_value, value = word.partition("=")
        if self._wacht_op:
            self.opties.setdefault(self._wacht_op, []).append(word)
            self._wacht_op = ""
        elif word == "--":
            self._alleen_argumenten = True
        elif word.startswith("-") and not self._alleen_argumenten:
            self.opties.setdefault(name, []).extend([value] if has_value else [])
            if not has_value and "waarde" in self._kent["opties"].get(name, {}):
                self._wacht_op = name
        elif self.opdracht:
            self.argumenten.append(word)
        else:
            self.opdracht = word

    def gevraagd(self) -> Gevraagd:
        """What is being typed."""
        if self._wacht_op:
            return self._waarde(self._wacht_op, "", self.woord)
        if self.woord.startswith("-") and not self._alleen_argumenten:
            option, is_value, begin = self.woord.partition("=")
            if is_value:
                return self._waarde(option, f"{option}=", begin)
            return Gevraagd("", self.woord, OPTIE, self._eenmalig())
        if not self.opdracht:
            return Gevraagd("", self.woord, OPDRACHT, [])
        return self._argument()

    def _waarde(self, option: str, stands: str, begin: str) -> Gevraagd:
        what = self._kent["opties"].get(option, {}).get("waarde", "")
        return Gevraagd(stands, begin, what, self.opties.get(option, []))

    def _argument(self) -> Gevraagd:
        """The argument whose turn it is; when there is none, the options are all that is left."""
        declared = self._kent["argumenten"]
        at = len(self.argumenten)
        if at < len(declared) or (declared and declared[-1]["vaker"]):
            what = declared[min(at, len(declared) - 1)]["waarde"]
            return Gevraagd("", self.woord, what, self.argumenten)
        return Gevraagd("", self.woord, "" if self.woord else OPTIE, self._eenmalig())

    def _eenmalig(self) -> list[str]:
        """The options that were given and may be given once."""
        return [name for name in self.opties if not self._kent["opties"].get(name, {}).get("vaker")]

    def argument(self, kind: str) -> str:
        """The value of the first argument of a kind; empty when it is not there."""
        pairs = zip(self._kent["argumenten"], self.argumenten, strict=False)
        return next((value for declared, value in pairs if declared["waarde"] == kind), "")
