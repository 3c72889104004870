"""What became of one letter at the SMTP server."""

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """SENT: the server took it. RETRY: it was not taken, and later may be. DEAD:
    it never will be. UNCERTAIN: the server fell silent after the final dot, so
    it may have been taken. ACCOUNT: nothing goes out at all now (login refused,
    quota used up, no safe connection): hold the whole outbox."""

    SENT = "sent"
    RETRY = "retry"
    DEAD = "dead"
    UNCERTAIN = "uncertain"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Posted:
    """One try. `code` is the SMTP reply code (0: none came); `detail` a sentence
    for `outbox` and the log, with the server's words and no password. `offered`
    False: there was no line, so the server never heard of this letter."""

    result: Result
    code: int
    detail: str
    offered: bool = True
