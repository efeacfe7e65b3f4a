"""The way in: arguments to exit code, and the one place where errors become text."""

from __future__ import annotations

import gc
import os
import sys

from leercyclus import __version__
from leercyclus.domain.errors import LeercyclusError, Signaal, StoppedError, SystemRefusedError
from leercyclus.uitgang import uitgang

TYPE_CHECKING = False  # see leercyclus/__init__.py
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

_BUG = 70
#: How many objects more before Python looks for what nobody uses: far more than a short command makes.
_OPRUIMEN_NA = 100_000
#: Holds the command line up to the cursor when the script of a shell calls; see ``leercyclus.aanvulling``.
_AANVULLING = "_LEERCYCLUS_AANVULLING"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code (see the table in the README)."""
    gc.set_threshold(_OPRUIMEN_NA)
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_what_was_closed()
    sys.stdout, sys.stderr = uitgang(sys.stdout), uitgang(sys.stderr)
    _make_readable(sys.stdin)
    if not arguments and _AANVULLING in os.environ:
        return _vul_aan(os.environ[_AANVULLING])
    try:
        return _run(arguments)
    except LeercyclusError as error:
        return _report(error)
    except KeyboardInterrupt:
        return _report(StoppedError("gestopt"))
    except Signaal as stop:
        return _report(StoppedError("gestopt", door=stop))
    except BrokenPipeError:
        return _reader_went_away()
    except OSError as error:
        code = _report(SystemRefusedError.van(error))
        _forget_output()
        return code
    except Exception as error:  # the last resort: a bug, told without a traceback
        return _report_bug(error)


def _vul_aan(text: str) -> int:
    """What can follow on a command line. Whatever goes wrong, somebody who is typing is not disturbed."""
    try:
        from leercyclus.aanvulling.antwoord import antwoord

        print("".join(f"{line}\n" for line in antwoord(text)), end="", flush=True)
    except (Exception, KeyboardInterrupt):
        if os.environ.get("LEERCYCLUS_TRACEBACK"):
            raise
        return _reader_went_away()
    return 0


def _run(arguments: list[str]) -> int:
    code = 0
    if arguments == ["--versie"]:  # answered before anything is loaded
        print(__version__)
    elif not _helpt(arguments):
        from leercyclus.app import run

        code = run(arguments)
    sys.stdout.flush()
    return code


def _helpt(arguments: list[str]) -> bool:
    """Show the page of a command, when no more than that is asked."""
    if arguments[-1:] != ["--help"]:
        return False
    from leercyclus.hulp import bewaarde_pagina, toon

    page = bewaarde_pagina(arguments[:-1])
    if page is not None:
        toon(page)
        print()  # as Typer ends it
    return page is not None


def _open_what_was_closed() -> None:
    """``leercyclus … 2>&-``: a stream that was closed takes and gives nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # open until exit


def _make_readable(stream: TextIO) -> None:
    """What a keyboard sends that is no text in the encoding of the terminal is no crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None and stream.isatty():
        reconfigure(errors="surrogateescape")


def _report(error: LeercyclusError) -> int:
    start = "\n" if isinstance(error, StoppedError) else "fout: "
    _say(f"{start}{error.message}")
    for detail in error.details:
        _say(detail, indent="      ")
    if error.tip:
        _say(f"tip:  {error.tip}")
    return error.exit_code


def _say(text: str, *, indent: str = "") -> None:
    """A line on stderr, unless the terminal went away: then nobody is there to read it."""
    from leercyclus.gesprek.zeggen import zeg  # here: only what goes wrong needs it

    try:
        zeg(text, indent=indent)
    except OSError:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open until exit


def _reader_went_away() -> int:
    """``leercyclus … | head -1``: whoever read our output has seen enough."""
    _forget_output()
    return 0


def _forget_output() -> None:
    """What could not be written is not tried again when Python ends: that would change the exit code."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open until exit


def _report_bug(error: Exception) -> int:
    if os.environ.get("LEERCYCLUS_TRACEBACK"):
        raise error
    _say(f"fout: leercyclus deed iets verkeerd ({type(error).__name__}: {error})")
    _say("tip:  meld dit, met de uitvoer van dezelfde opdracht onder LEERCYCLUS_TRACEBACK=1")
    return _BUG
