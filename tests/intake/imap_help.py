"""Small words for the tests of the IMAP source."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from intake.imap import ImapSettings, ImapSource
from intake.mail import RawMail
from intake.source import Known, Move, Spot

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def settings(
    port: int, user: str = "tasks@shop.test", password: str = "secret", **more: object
) -> ImapSettings:
    """A mailbox on this machine without TLS, and a short time limit."""
    known: dict[str, object] = {"timeout": 5.0, "account": "box", **more}
    return ImapSettings("127.0.0.1", port, "none", user, lambda: password, **known)  # type: ignore[arg-type]


class Ledger:
    """Keeps the places it was told of, as the store does."""

    def __init__(self) -> None:
        self.spots: set[Spot] = set()

    def uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        return frozenset(
            s.uid
            for s in self.spots
            if (s.account, s.folder, s.uidvalidity) == (account, folder, uidvalidity)
        )

    def learn(self, mails: Iterable[RawMail]) -> None:
        self.spots |= {spot_of(m) for m in mails}

    def known(self, since: datetime = LONG_AGO, wanted: Callable[[bytes], bool] | None = None) -> Known:
        return Known(self.uids, since, wanted)


def spot_of(mail: RawMail) -> Spot:
    return Spot(mail.account, mail.folder, mail.uidvalidity, mail.uid)


def fetch_all(source: ImapSource, known: Known, limit: int = 1000) -> list[RawMail]:
    return list(source.fetch(known, limit))


def moves(mails: Iterable[RawMail], to_folder: str) -> list[Move]:
    return [Move(spot_of(m), to_folder) for m in mails]


def mail(number: int, to: str = "tasks@shop.test", body: str = "x") -> bytes:
    """A small mail, different for each number."""
    lines = [
        "From: Ann <ann@owner.test>",
        f"To: {to}",
        f"Subject: mail {number}",
        f"Message-ID: <{number}@o.test>",
    ]
    return "\r\n".join([*lines, "", body, ""]).encode()
