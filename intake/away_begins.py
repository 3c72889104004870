"""Whether an absence that names its first day has begun: "from today until Monday"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from language.away_said import from_day
from language.folding import fold
from language.meaning import Command, DueReading

_NOW = frozenset({"today", "now", "now on", "this morning", "this afternoon", "heute", "hoy", "hoje"})


def begun(command: Command, written_at: datetime, zone: str, read: Callable[[str], DueReading]) -> Command:
    """The command without its first day, where that is the day on which the mail was
    written (aware UTC), in the writer's `zone`, or lies before it; else as it is."""
    since, arg = from_day(command.arg)
    if not since:
        return command
    today = written_at.astimezone(ZoneInfo(zone))
    first = read(since).at
    over = first is not None and first.astimezone(ZoneInfo(zone)).date() <= today.date()
    named = fold(since).strip() in _NOW or fold(since).strip() in (
        f"{today:%A}".lower(),
        f"{today:%a}".lower(),
    )
    return replace(command, arg=arg) if over or named else command
