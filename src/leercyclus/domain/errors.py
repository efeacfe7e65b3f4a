"""Failures. Each class carries its exit code; only ``cli.main`` turns one into text.

Problems in the data of users are not failures but values: see ``bevinding``.
"""

from __future__ import annotations

import signal
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leercyclus.domain.bevinding import Bevinding


class LeercyclusError(Exception):
    """Something the user asked cannot be done.

    ``message`` is Dutch and names the file or option; ``tip`` says what to do next;
    ``details`` are lines shown between the two.
    """

    exit_code: int = 70

    def __init__(self, message: str, *, tip: str | None = None, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip
        self.details = tuple(details)


class UsageError(LeercyclusError):
    """The command line is wrong: an unknown option, a malformed value, something missing."""

    exit_code = 2


class MissingExtraError(UsageError):
    """What is asked needs an optional part of the program that is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "voor Word is een aanvulling nodig", tip="installeer die met: pip install 'leercyclus[word]'"
        )


class ContentError(LeercyclusError):
    """A file, or what was handed over with ``--lees``, does not hold."""

    exit_code = 3

    @classmethod
    def van(cls, bevinding: Bevinding, tip: str | None) -> ContentError:
        """The finding that stands in the way; ``tip`` where it has none of its own."""
        place = f"{bevinding.bestand}:{bevinding.regel}:{bevinding.kolom}"
        return cls(f"{place}  {bevinding.melding}", tip=bevinding.tip or tip)


class NotFoundError(LeercyclusError):
    """The name given names nothing."""

    exit_code = 4


class ConflictError(LeercyclusError):
    """It exists already, was changed underneath, or is an example."""

    exit_code = 5


class ChangedUnderneathError(ConflictError):
    """A file is not what it was when it was read: somebody else wrote it meanwhile."""


class SystemRefusedError(LeercyclusError):
    """The operating system refused: disk full, no permission, a closed output."""

    exit_code = 6


class Signaal(KeyboardInterrupt):
    """The system asked to stop while somebody was typing, as Ctrl-C does; ``nummer`` is the signal."""

    def __init__(self, nummer: int) -> None:
        super().__init__(nummer)
        self.nummer = nummer


class StoppedError(LeercyclusError):
    """The user stopped (Ctrl-C), or the system did; what was saved stays saved."""

    exit_code = 130

    def __init__(self, message: str, *, tip: str | None = None, signaal: int = signal.SIGINT) -> None:
        super().__init__(message, tip=tip)
        self.exit_code = 128 + signaal
