"""Which day it is, when the environment says so."""

from __future__ import annotations

import datetime as dt
import os

from leercyclus.domain import datum
from leercyclus.domain.errors import UsageError


def gegeven_dag() -> dt.date | None:
    """The day that ``LEERCYCLUS_VANDAAG`` gives, if it does. UsageError when it is none."""
    given = os.environ.get("LEERCYCLUS_VANDAAG")
    try:
        return datum.from_iso(given) if given else None
    except ValueError:
        raise UsageError(
            f"LEERCYCLUS_VANDAAG: '{given}' is geen datum", tip="schrijf JJJJ-MM-DD, zoals 2027-03-12"
        ) from None
