"""The fingerprint of a record: what it said when it was sent."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

#: A change of format or of the person who holds the pen is no change of what was said.
_NOT_COUNTED = {"versie", "door"}


def vingerafdruk(data: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the parsed content in canonical JSON.

    Line endings, comments, order of keys, ``versie`` and ``door`` do not count.
    """
    counted = {key: value for key, value in data.items() if key not in _NOT_COUNTED}
    canonical = _CANONICAL.encode(counted)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value))


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
