"""What crosses the pipe between the parse worker and us: lengths, JSON, raw bytes.

The worker reads hostile bytes, so nothing it says is ever executed: no
pickles, only plain values, and each is put where its type belongs.
"""

import base64
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from intake.mail import InboundMail, MailKind, Part, Report
from language.meaning import Forward, NewWords

LENGTH = 8  # bytes, big endian, before each frame


def request_frame(raw: bytes, arrived_at: datetime) -> bytes:
    """Return the frame that asks for one mail; `arrived_at` is aware."""
    stamp = arrived_at.astimezone(UTC).isoformat().encode("ascii").ljust(40)
    return (len(stamp) + len(raw)).to_bytes(LENGTH, "big") + stamp + raw


def read_request(frame: bytes) -> tuple[bytes, datetime]:
    """Return (raw, arrived_at) of a request without its length."""
    return frame[40:], datetime.fromisoformat(frame[:40].decode("ascii").strip())


def answer_frame(mail: InboundMail) -> bytes:
    """Return the frame that carries a parsed mail."""
    plain = asdict(mail)
    plain["parts"] = [
        {**part, "data": base64.b64encode(part["data"]).decode("ascii")} for part in plain["parts"]
    ]
    for name in ("written_at", "away_until"):
        plain[name] = plain[name].isoformat() if plain[name] else None
    octets = json.dumps(plain).encode("utf-8", "replace")
    return len(octets).to_bytes(LENGTH, "big") + octets


def read_answer(frame: bytes) -> InboundMail:
    """Return the mail in an answer without its length.

    Raises ValueError, KeyError or TypeError where the worker did not speak as
    agreed; the caller treats that like a worker that died.
    """
    plain: dict[str, Any] = json.loads(frame)
    words = plain.pop("words")
    forward = Forward(**words.pop("forward")) if words["forward"] else words.pop("forward")
    pairs = tuple((str(question), str(answer)) for question, answer in words.pop("pairs"))
    for name in ("references", "from_addresses", "reply_to", "to", "cc"):
        plain[name] = tuple(plain[name])
    report = plain.pop("report")
    return InboundMail(
        words=NewWords(**words, forward=forward, pairs=pairs),
        parts=tuple(_part(part) for part in plain.pop("parts")),
        headers=tuple((str(name), str(value)) for name, value in plain.pop("headers")),
        kind=MailKind(plain.pop("kind")),
        report=Report(**{**report, "original_ids": tuple(report["original_ids"])}),
        written_at=_moment(plain.pop("written_at")),
        away_until=_moment(plain.pop("away_until")),
        **plain,
    )


def _part(plain: dict[str, Any]) -> Part:
    return Part(**{**plain, "data": base64.b64decode(plain["data"])})


def _moment(stamp: str | None) -> datetime | None:
    return datetime.fromisoformat(stamp) if stamp else None
