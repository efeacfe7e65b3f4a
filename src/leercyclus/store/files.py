"""Single files: read as they are, made without overwriting, replaced in one step.

Everything that leercyclus writes goes through here. New content is first made safe on disk under
a temporary name in the same folder, then takes its place in one step, and then the folder is
made safe: whoever reads, and a machine that stops, sees the old file or the new one.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from leercyclus.domain.errors import ChangedUnderneathError, ConflictError, UnsyncedError

#: Where the system has it, opening a link is refused in the same step.
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_ADDED_FLAGS = _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


#: What a file system says that has no hard links, such as that of a memory stick or a network disk.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTSUP}
#: What it says when a folder needs no syncing, or knows none.
_NO_SYNC = {errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP}
#: The name of a temporary file; what a run that was killed leaves behind is known by it.
_TEMPORARY = r"\..+\.[0-9a-f]{8}\.tmp"
#: A temporary file that is so much older than one made now is nobody's any more, in seconds.
_LEFT_BEHIND = 3600
#: What a file is to hold: whole, or piece by piece while it is made.
Content = bytes | Iterable[bytes]


class NotAFileError(OSError):
    """A link, a folder or a device stands where a record should be."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(errno.ENXIO, "not a regular file", str(path))


def read(path: str | Path, *, limit: int) -> bytes:
    """The bytes of a regular file, at most ``limit`` and one more, so that too many shows.

    Links are not followed, and a pipe or device is not waited for. OSError when the system
    refuses; NotAFileError when it is no regular file.
    """
    if not _NO_FOLLOW and os.path.islink(path):
        raise NotAFileError(path)
    try:
        handle = os.open(path, os.O_RDONLY | _ADDED_FLAGS)
    except OSError:
        if os.path.islink(path):
            raise NotAFileError(path) from None
        raise
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(path)
        size = min(status.st_size, limit)
        content = os.read(handle, size + 1)
        if len(content) == size:  # all that the system said there was, and no more
            return content
        with open(handle, "rb", closefd=False) as file:
            return content + file.read(limit + 1 - len(content))
    finally:
        os.close(handle)


def toets_schrijfbaar(folder: Path) -> None:
    """PermissionError when nothing can be made in a folder, or where it would come itself."""
    while not os.path.lexists(folder):
        folder = folder.parent
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def create(
    path: Path, content: Content, *, lock: AbstractContextManager[None], mode: int | None = None
) -> None:
    """Make a new file that is there whole or not at all. ConflictError when the name is taken.

    ``lock`` is taken only where the file system cannot refuse a name that is taken. ``mode`` says who
    may do what with it; the umask does when it is None.
    """
    make_folder(path.parent)
    with _temporary(path, content, mode) as temporary:
        try:
            _move_without_replacing(temporary, path, lock)
        except FileExistsError:
            raise ConflictError(f"{path} bestaat al") from None


def put(path: Path, content: Content) -> None:
    """Write a file that nobody else writes, in one step, whatever was there."""
    with _temporary(path, content, _mode(path)) as temporary:
        os.replace(temporary, path)


def leg_neer(path: Path, content: bytes) -> None:
    """Write what can be made again: in one step, but not made safe on disk; for nobody else's eyes."""
    import secrets  # here: who only reads needs none

    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ADDED_FLAGS, 0o660)
        with open(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def klok(folder: Path) -> int:
    """The time now in nanoseconds, as the disk on which a folder lies tells it."""
    import tempfile  # here: who only reads needs none

    with tempfile.TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def replace(path: Path, content: bytes, *, expected: bytes, lock: AbstractContextManager[None]) -> None:
    """Put new content in the place of what was read. ChangedUnderneathError when it is not that any more.

    ``lock`` is held from the comparison until the new content is in its place.
    """
    with lock:
        _must_hold(path, expected)
        put(path, content)


def move(source: Path, path: Path) -> None:
    """Put a file that is safe on disk in its place, whatever was there. OSError, UnsyncedError."""
    make_folder(path.parent)
    with _opened(path.parent) as folder:
        os.replace(source, path)
        _settle(folder, path)


def remove(path: Path) -> None:
    """Take a file away. FileNotFoundError when it is not there."""
    with _opened(path.parent) as folder:
        path.unlink()
        _settle(folder, path)


def make_safe(path: Path, *, expected: bytes) -> None:
    """Make safe on disk what was read there: whoever put it there may have been stopped before that.

    ChangedUnderneathError when it is not that any more, UnsyncedError when it cannot be made safe.
    """
    _must_hold(path, expected)
    with _opened(path.parent) as folder:
        _settle(folder, path)


def _must_hold(path: Path, expected: bytes) -> None:
    if not holds(path, expected):
        raise ChangedUnderneathError(
            f"{path} is ondertussen ook ergens anders gewijzigd; er is niets overschreven",
            tip="bekijk het bestand en geef de opdracht opnieuw",
        )


def holds(path: Path, content: bytes) -> bool:
    """Whether this is what stands there."""
    try:
        return read(path, limit=len(content)) == content
    except FileNotFoundError:
        return False


def is_left_behind(name: str) -> bool:
    """Whether a file with this name is one that a run that was killed left, or is still writing."""
    return re.fullmatch(_TEMPORARY, name) is not None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each safe on disk before something is put in it.

    An empty one counts as not made yet: whoever made it may have been killed, or be at it still.
    """
    for step in reversed(list(takewhile(_is_unsafe, (folder, *folder.parents)))):
        step.mkdir(exist_ok=True)
        with _opened(step.parent) as above:
            _sync(above)


@contextmanager
def _temporary(path: Path, content: Content, mode: int | None = None) -> Iterator[Path]:
    """The content, safe on disk under another name in the same folder; the folder is made safe after.

    OSError, with the name that people know, when nothing changed; UnsyncedError when it did. What goes
    wrong with another file, of which the content is made, keeps its own name.
    """
    import secrets  # here: who only reads needs none

    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with _opened(path.parent) as folder:
            try:
                now = _write(temporary, content, mode)
                yield temporary
            finally:
                with suppress(OSError):  # gone when it was moved to its place; else it is tidied later
                    temporary.unlink()
            _settle(folder, path)
            _tidy(path.parent, now)
    except OSError as error:
        if error.filename is None or str(error.filename) in map(str, (path, temporary, path.parent)):
            error.filename, error.filename2 = str(path), None
        raise


def _mode(path: Path) -> int | None:
    """Who may do what with a file; None for one that is not there yet, as the umask decides that."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _write(path: Path, content: Content, mode: int | None) -> float:
    """Make a file that is safe on disk; when that was by the clock of the file system."""
    with open(path, "xb") as file:
        if mode is not None:
            os.chmod(path, mode)
        file.writelines((content,) if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
        return os.fstat(file.fileno()).st_mtime


def _move_without_replacing(temporary: Path, path: Path, lock: AbstractContextManager[None]) -> None:
    if os.name == "nt":
        os.rename(temporary, path)  # on Windows this refuses when the name is taken
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with lock:
            if _is_taken(path):
                raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
            os.replace(temporary, path)


def _is_taken(path: Path) -> bool:
    """Whether something has this name. OSError when that cannot be known, unlike ``os.path.lexists``."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _tidy(folder: Path, now: float) -> None:
    """Take away what runs that were killed left here. What cannot be taken away is in nobody's way."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_left_behind(entry.name) and now - entry.stat().st_mtime > _LEFT_BEHIND:
                os.unlink(entry.path)


def _is_unsafe(folder: Path) -> bool:
    """Whether a folder may be gone after a power cut."""
    if not folder.is_dir():
        return True
    with os.scandir(folder) as entries:
        return next(entries, None) is None


@contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    """A folder, opened before anything in it changes; Windows cannot, and has nothing to sync."""
    if os.name == "nt":
        yield None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        with suppress(OSError):  # what counts was said when it was synced
            os.close(handle)


def _settle(folder: int | None, path: Path) -> None:
    """Make safe what has just changed in a folder. UnsyncedError when that fails."""
    try:
        _sync(folder)
    except OSError as error:
        raise UnsyncedError(error.errno, "not synced", str(path)) from None


def _sync(folder: int | None) -> None:
    """Make the names in a folder safe on disk."""
    try:
        if folder is not None:
            os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
