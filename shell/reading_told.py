"""`read`: all that is read from a mail file, for a person, or as JSON."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from config import Config
from language.zones import zone_of
from shell.printing import err
from shell.printing import tell as out
from shell.printing import tell_json as as_json
from shell.reading import Row, reader, row_of
from shell.workshop import Clock

BAD_MAIL = 65
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Mail", ("subject", "from", "from_name", "written_at", "message_id", "trouble")),
    ("Sender", ("person", "role", "proof", "proof_why")),
    ("Kind", ("kind", "kind_why", "away_until")),
    ("Task", ("task", "matched")),
    ("Words", ("body", "new_words", "left_out", "pairs", "forward", "short_answer")),
    ("Commands", ("commands",)),
    ("Due", ("due",)),
    ("Brief", ("brief",)),
    ("Said in the receipt", ("notes",)),
    ("Attachments", ("attachments",)),
)
_ALWAYS = {"from", "proof", "kind", "matched", "body"}
_WIDE = 16  # columns for the names


def read_file(
    config: Config | None, clock: Clock, path: Path, *, at: datetime | None = None, json: bool = False
) -> int:
    """Show what is read from any mail, and do nothing. Without a config as for
    a house in which nobody is registered. `at` (aware) is when it came, if not
    when it says so itself. The exit code is 65 for no file."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        err(f"{path} could not be read: {trouble.strerror}.")
        return BAD_MAIL
    with reader(config, clock, at) as read:
        row = row_of(read(raw))
    if json:
        as_json(row)
    else:
        for line in told(row):
            out(line)
    return 0


def told(row: Row) -> Iterator[str]:
    """The rows of a reading in groups, for people; what is empty is left out."""
    for title, names in _GROUPS:
        lines = [line for name in names for line in _lines(name, row[name])]
        yield from (title, *(f"  {line}" for line in lines or ("-",)), "")


def _lines(name: str, value: object) -> list[str]:
    if name == "due" and isinstance(value, Mapping):
        return _due(value)
    if name == "commands" and isinstance(value, list):
        return [_command(command) for command in value]
    if name == "left_out" and isinstance(value, Mapping):
        return _left_out(value)
    if name == "attachments" and isinstance(value, list):
        return [f"{f['name']}, {f['size']} bytes, {f['type']}{', inline' * f['inline']}" for f in value]
    if name == "brief" and isinstance(value, Mapping):
        return [line for key, each in value.items() for line in _plain(key, _joined(each))]
    if isinstance(value, Mapping):
        shown = {key: each for key, each in value.items() if key != "text"}  # it stands in the new words
        return [line for key, each in shown.items() for line in _lines(f"{name} {key}", each)]
    if isinstance(value, list):
        return [line for each in value for line in _lines(name, each)]
    return _plain(name, value)


def _joined(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def _plain(name: str, value: object) -> list[str]:
    if value in (None, "") and name not in _ALWAYS:
        return []
    shown = _moment(value, "UTC") if isinstance(value, datetime) else str(value or "-")
    first, *more = shown.splitlines() or ["-"]
    label = name.replace("_", " ").ljust(_WIDE)
    return [f"{label} {first}", *(f"{'':{_WIDE}} {line}" for line in more)]


def _command(command: Mapping[str, object]) -> str:
    arg = f": {command['arg']}" if command["arg"] else ""
    due = command["due"]
    read = f", read as {_short_due(due)}" if isinstance(due, Mapping) else ""
    return f'{command["word"]}{arg} ({command["how"]}, in "{str(command["line"])[:80]}"{read})'


def _short_due(due: Mapping[str, object]) -> str:
    return f"{_moment(due['at'], str(due['zone'])) if due['at'] else due['outcome']}, rule {due['rule']}"


def _due(due: Mapping[str, object]) -> list[str]:
    zone, found = str(due["zone"]), []
    for name in ("outcome", "at", "other", "phrase", "rule", "question"):
        value = due[name]
        shown = _moment(value, zone) if isinstance(value, datetime) else value
        found += _plain(name, shown) if shown else []
    found += _plain("urgent", "yes") if due["urgent"] else []
    points = due["checkpoints"]
    assert isinstance(points, list)
    return found + [f'checkpoint {_moment(c["at"], zone)} ("{c["phrase"]}")' for c in points]


def _left_out(cut: Mapping[str, object]) -> list[str]:
    quoted = ", quoted" if cut["quoted"] else ""
    lines = _plain("left out", f"{cut['lines']} lines{quoted}") if cut["lines"] else []
    return lines + _plain("signature", cut["signature"])


def _moment(at: object, zone: str) -> str:
    assert isinstance(at, datetime)
    return f"{at.astimezone(zone_of(zone)):%a %Y-%m-%d %H:%M} {zone}"
