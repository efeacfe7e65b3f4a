"""A real pseudo-terminal in which a command runs, and somebody who types at it."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pexpect
import pyte

#: What a field sends when it is ready for keys.
_READY = "\x1b[?2004h"
CTRL_C, CTRL_D, ENTER, ESC = "\x03", "\x04", "\r", "\x1b"
UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
#: What is asked for one cell, or another short text, in plain lines.
_CEL = r"\n(?! *(?:Les|Waarom|Eerst kijken))[ ]*[\w ]+: "
EENVOUDIG = {"LEERCYCLUS_EENVOUDIG": "1"}


def _patroon(text: str) -> str:
    """A text as it may be broken over lines, with what sets its colour in between."""
    return r"(?:\s|\x1b\[[?0-9;]*[a-zA-Z])+".join(map(re.escape, text.split(" ")))


def plak(text: str) -> str:
    """What a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


class Terminal:
    """Fields that are redrawn, as in most terminals; what is in ``omgeving`` may make it another."""

    def __init__(
        self, folder: Path, rows: int = 40, columns: int = 80, omgeving: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.size = (rows, columns)
        self.omgeving = omgeving or {}

    def start(self, *arguments: str, **settings: str) -> None:
        env = {
            **os.environ,
            "TERM": "xterm",
            "LEERCYCLUS_VANDAAG": "2027-01-04",
            **self.omgeving,
            **settings,
        }
        self.spawn(sys.executable, ["-m", "leercyclus", *arguments], env)

    def spawn(self, program: str, arguments: list[str], env: Mapping[str, str]) -> None:
        """Run a program in it; a setting that is empty is not there."""
        self.child = pexpect.spawn(
            program,
            arguments,
            cwd=str(self.folder),
            env={name: value for name, value in env.items() if value},
            dimensions=self.size,
            encoding="utf-8",
            timeout=10,
            preexec_fn=partial(signal.signal, signal.SIGHUP, signal.SIG_DFL),  # also under nohup
        )
        self.child.delaybeforesend = None
        self._said = io.StringIO()
        self.child.logfile_read = self._said

    def sluit(self) -> None:
        """Whatever it was doing, it ends."""
        if hasattr(self, "child"):
            self.child.close(force=True)

    # waiting

    def veld(self, question: str) -> None:
        """Wait for a question, and for the field below it."""
        asked, ready = _patroon(question), re.escape(_READY)
        self.child.expect(re.compile(f"{asked}.*?{ready}|{ready}.*?{asked}", re.DOTALL))

    def zegt(self, text: str) -> None:
        """Wait until this is said."""
        self.child.expect(_patroon(text))

    def ziet(self, text: str) -> None:
        """Wait until this is to be seen on the screen, in a field that is drawn again and again."""
        while text not in " ".join(self.alles().split()):
            self.child.expect(re.compile(".+", re.DOTALL))

    def einde(self, code: int = 0) -> str:
        """Wait until the command ends; everything it said."""
        self.child.expect(pexpect.EOF)
        self.child.wait()
        said = self.alles()
        assert self.child.exitstatus == code, said
        return said

    def ruw(self) -> str:
        """Every character it sent."""
        return self._said.getvalue()

    def alles(self) -> str:
        """Everything that was to be seen, with lines that were too long for the window made whole."""
        rows, columns = self.size
        screen = pyte.HistoryScreen(columns, rows, history=10_000)
        pyte.Stream(screen).feed(self._said.getvalue())
        above = ["".join(line[at].data for at in range(columns)).rstrip() for line in screen.history.top]
        return "\n".join([*above, *(line.rstrip() for line in screen.display)]).rstrip()

    # typing

    def typ(self, keys: str) -> None:
        self.child.send(keys)

    def regel(self, question: str, answer: str) -> None:
        """One line."""
        self.veld(question)
        self.typ(answer + ENTER)

    def proza(self, question: str, text: str) -> None:
        """Several lines."""
        self.veld(question)
        self.typ(text.replace("\n", ENTER) + CTRL_D)

    def kies(self, question: str, *numbers: int) -> None:
        """Options, by number; none keeps what is chosen already."""
        self.veld(question)
        self.typ("".join(map(str, numbers)) + ENTER)

    def sla_over_tot(self, question: str) -> None:
        """Leave every question open until this one, and stay there."""
        while True:
            self.child.expect_exact(_READY)
            if re.search(_patroon(question), str(self.child.before)):
                return
            self.typ(CTRL_D)


class Regelterminal(Terminal):
    """The same in plain lines, where nothing is redrawn."""

    def veld(self, question: str) -> None:
        self.zegt(question)
        self.child.expect(r"\| |[:?] ")

    def proza(self, question: str, text: str) -> None:
        self.zegt(question)
        for line in (*text.split("\n"), "."):
            self.child.expect_exact("| ")
            self.child.sendline(line)

    def regel(self, question: str, answer: str) -> None:
        self.zegt(question)
        self.child.expect("[:?] ")
        self.child.sendline(answer)

    def kies(self, question: str, *numbers: int) -> None:
        self.zegt(question)
        self.child.expect(r"(naam|ertussen)[^\n]*\)[^\n]*: ")
        self.child.sendline(", ".join(map(str, numbers)))

    def sla_over_tot(self, question: str) -> None:
        kinds = (r"\n\| ", r"(naam|ertussen)[^\n]*\)[^\n]*: ", _CEL)
        while (found := self.child.expect([_patroon(question), *kinds])) != 0:
            self.child.sendline("." if found == 1 else "")
