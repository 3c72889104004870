"""The one function of the due reader that measuring calls."""

from datetime import datetime

from language.due import read_due as read
from language.meaning import Sure
from language.zones import usual_locale


def read_due(text: str, sent_at: datetime, tz: str) -> datetime | None:
    """Return the due date (aware UTC) that `text` asks for, or None where it would be asked or is none."""
    reading = read(text, sent_at, tz, usual_locale(tz))
    return reading.at if reading.sure in (Sure.SURE, Sure.AMBIGUOUS) else None
