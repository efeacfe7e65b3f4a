"""Single files: read as they are, made without overwriting, replaced in one step."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leercyclus.domain.errors import ChangedUnderneathError, ConflictError

_ADDED_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


#: What a file system says that has no hard links, such as that of a memory stick or a network disk.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTSUP}


class NotAFileError(OSError):
    """A link, a folder or a device stands where a record should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ENXIO, "not a regular file", str(path))


def read(path: Path, *, limit: int) -> bytes:
    """The bytes of a regular file, at most ``limit`` and one more, so that too many shows.

    Links are not followed, and a pipe or device is not waited for. OSError when the system
    refuses; NotAFileError when it is no regular file.
    """
    if path.is_symlink():
        raise NotAFileError(path)
    handle = os.open(path, os.O_RDONLY | _ADDED_FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAFileError(path)
    with open(handle, "rb") as file:
        return file.read(limit + 1)


def create(path: Path, content: bytes) -> None:
    """Make a new file that is there whole or not at all. ConflictError when the name is taken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(path, content) as temporary:
        try:
            _move_without_replacing(temporary, path)
        except FileExistsError:
            raise ConflictError(f"{path} bestaat al") from None
    _sync_folder(path.parent)


def put(path: Path, content: bytes) -> None:
    """Write a file that nobody else writes, in one step, whatever was there."""
    with _temporary(path, content) as temporary:
        os.replace(temporary, path)


def replace(path: Path, content: bytes, *, expected: bytes) -> None:
    """Put new content in the place of what was read. ChangedUnderneathError when it is not that any more."""
    try:
        is_same = read(path, limit=len(expected)) == expected
    except FileNotFoundError:
        is_same = False
    if not is_same:
        raise ChangedUnderneathError(
            f"{path} is ondertussen ook ergens anders gewijzigd; er is niets overschreven",
            tip="bekijk het bestand en geef de opdracht opnieuw",
        )
    with _temporary(path, content) as temporary:
        os.chmod(temporary, stat.S_IMODE(path.stat().st_mode))
        os.replace(temporary, path)
    _sync_folder(path.parent)


@contextmanager
def _temporary(path: Path, content: bytes) -> Iterator[Path]:
    """The content, safe on disk under another name in the same folder."""
    import secrets  # here: who only reads needs none

    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        try:
            with open(temporary, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            error.filename = str(path)  # the name that people know
            raise
        yield temporary
    finally:
        with suppress(FileNotFoundError):  # gone when it was moved to its place
            temporary.unlink()


def _move_without_replacing(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        os.rename(temporary, path)  # on Windows this refuses when the name is taken
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))  # keeps the name
        os.replace(temporary, path)


def _sync_folder(folder: Path) -> None:
    """Make the name itself safe too; Windows cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
