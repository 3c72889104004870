"""The mails of tests/mails, read."""

from datetime import UTC, datetime
from pathlib import Path

from intake.mail import InboundMail
from intake.parse import parse

ARRIVED = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)  # a Monday
FOLDER = Path(__file__).parent.parent / "mails"


def raw(name: str) -> bytes:
    """The bytes of tests/mails/<name>.eml."""
    return (FOLDER / f"{name}.eml").read_bytes()


def read(name: str) -> InboundMail:
    """tests/mails/<name>.eml as parsed on arrival."""
    return parse(raw(name), ARRIVED)
