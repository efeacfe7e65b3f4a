"""Failures. Each class carries its exit code; only ``cli.main`` turns one into text.

Problems in the data of users are not failures but values: see ``bevinding``.
"""

from __future__ import annotations

import errno

TYPE_CHECKING = False  # see leercyclus/__init__.py
if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def __init__(self, wat: str, extra: str) -> None:
        super().__init__(
            f"voor {wat} is een extra onderdeel nodig",
            tip=f"installeer dat met: pip install 'leercyclus[{extra}]'",
        )


class ContentError(LeercyclusError):
    """A file, or what was handed over with ``--lees``, does not hold."""

    exit_code = 3

    @classmethod
    def van(cls, bevinding: Bevinding, tip: str | None) -> ContentError:
        """The finding that stands in the way; ``tip`` where it has none of its own."""
        place = f"{bevinding.bestand}:{bevinding.regel}:{bevinding.kolom}"
        return cls(f"{place}  {bevinding.melding}", tip=bevinding.tip or tip)


class TooLargeError(ContentError):
    """A record would become larger than can be read back."""


class NotFoundError(LeercyclusError):
    """The name given names nothing."""

    exit_code = 4


class ConflictError(LeercyclusError):
    """It exists already, was changed underneath, or is an example."""

    exit_code = 5


class ChangedUnderneathError(ConflictError):
    """A file is not what it was when it was read: somebody else wrote it meanwhile."""


_ERRNO = {
    errno.ENOSPC: "de schijf is vol",
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.EROFS: "hier kan alleen gelezen worden",
    errno.ENOENT: "bestaat niet",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.EIO: "lezen of schrijven mislukte",
    errno.ENAMETOOLONG: "deze naam is te lang",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.ENXIO: "dit is geen gewoon bestand",
    errno.EFBIG: "het bestand mag hier niet zo groot worden",
    errno.EEXIST: "hier staat al iets anders",
    errno.EINTR: "het systeem onderbrak dit",
    errno.ELOOP: "deze koppeling verwijst naar zichzelf",
}


class UnsyncedError(OSError):
    """What was written is in its place, but the system could not promise that it survives a power cut."""


class BusyError(ConflictError):
    """Another run holds on to something for too long."""


class SystemRefusedError(LeercyclusError):
    """The operating system refused: disk full, no permission, a closed output."""

    exit_code = 6

    @classmethod
    def van(cls, error: OSError) -> SystemRefusedError:
        """What it said, in Dutch where we know it."""
        where = f"{error.filename}: " if error.filename else ""
        said = _ERRNO.get(error.errno or 0, f"het besturingssysteem weigerde (code {error.errno})")
        if isinstance(error, UnsyncedError):
            return cls(
                f"{where}opgeslagen, maar niet zeker op schijf: {said}",
                tip="kijk of de schijf in orde is, en maak een kopie van dit bestand op een andere",
            )
        return cls(
            f"{where}{said}", tip="wat al bewaard was, staat er nog; verhelp dit en probeer het opnieuw"
        )


class Signaal(BaseException):
    """The system asked to stop while somebody was typing; ``nummer`` is the signal."""

    def __init__(self, nummer: int) -> None:
        super().__init__(nummer)
        self.nummer = nummer


class StoppedError(LeercyclusError):
    """The user stopped (Ctrl-C), or the system did (``door``); what was saved stays saved."""

    exit_code = 128 + 2  # SIGINT, on every system; to load "signal" takes longer than all the rest here

    def __init__(
        self,
        message: str,
        *,
        tip: str | None = None,
        details: Sequence[str] = (),
        door: BaseException | None = None,
    ) -> None:
        super().__init__(message, tip=tip, details=details)
        if isinstance(door, Signaal):
            self.exit_code = 128 + door.nummer
