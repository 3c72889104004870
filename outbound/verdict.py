"""What an SMTP reply means for a letter, and for all others.

Pure rows: the stage at which the server spoke, and its codes. A refusal that is
about us (login, sender, quota) must hold the outbox; counting it against the
letter would kill letters that nobody refused.
"""

import re
from enum import StrEnum

from outbound.posted import Posted, Result


class Stage(StrEnum):
    """Where a transaction stood when the server spoke."""

    GREETING = "the greeting"
    LOGIN = "the login"
    MAIL = "MAIL FROM"
    RCPT = "the recipient"
    DATA = "DATA"
    DOT = "the mail"


ENHANCED = re.compile(r"^\s*([245]\.\d{1,3}\.\d{1,3})\b")
# Replies about the account, at any stage: RFC 4954, section 6; 421 closes the line
# whatever was asked (RFC 5321, section 3.8).
ACCOUNT_CODES = frozenset({421, 454, 530, 534, 535, 538})
# Gmail 5.4.5 (daily quota), 5.7.8, 5.7.9, 5.7.14 (login); Microsoft 5.1.8, 5.2.252, 5.7.60 (sender).
ACCOUNT_ENHANCED = frozenset({"5.4.5", "5.7.8", "5.7.9", "5.7.14", "5.1.8", "5.2.252", "5.7.60"})
# Where the code is a recipient's or a spam filter's, the words may yet be about us: no
# relaying for us (to anybody), our sender, our machine, our rate.
ABOUT_US = re.compile(
    r"(?i)\brelay(?:ing)?\b|sender address rejected|client host rejected|not owned by user"
    r"|\btoo many (?:messages|mails|emails|connections|logins|login attempts)\b"
    r"|\b(?:sending|daily|hourly) (?:\w+ )?(?:limit|quota)\b"
)
# At MAIL FROM the sender is judged, which is ours in every letter; but these are the letter's:
# too large (552, 5.3.4; RFC 1870), or addressed in a way the server does not speak (5.6.7; RFC 6531).
LETTERS_OWN = frozenset({"5.3.4", "5.2.3", "5.6.7"})


def judge(stage: Stage, code: int, words: str) -> Posted:
    """The verdict on a reply that is not a success. `code` -1 or 0: no reply
    could be read. Silence after the final dot is UNCERTAIN: the mail may have
    been taken (RFC 5321, section 4.5.3.2.6)."""
    said = f"The server answered {stage} with {code} {one_line(words)}" if code > 0 else one_line(words)
    return Posted(_result(stage, code, words), max(code, 0), said)


def _result(stage: Stage, code: int, words: str) -> Result:
    found = ENHANCED.match(words)
    enhanced = found.group(1) if found else ""
    if not 400 <= code < 600:  # nothing that refuses
        return Result.UNCERTAIN if stage is Stage.DOT else Result.RETRY
    if stage is Stage.GREETING or (stage is Stage.LOGIN and code < 500 and not ABOUT_US.search(words)):
        return Result.RETRY
    if code in ACCOUNT_CODES or enhanced in ACCOUNT_ENHANCED or ABOUT_US.search(words):
        return Result.ACCOUNT
    if code < 500:
        return Result.RETRY
    if stage is Stage.LOGIN:
        return Result.ACCOUNT
    if stage is Stage.MAIL and code != 552 and enhanced not in LETTERS_OWN:
        return Result.ACCOUNT
    return Result.DEAD


def one_line(words: str) -> str:
    """A server's words on one line, of at most 300 characters, without controls."""
    return "".join(c if c.isprintable() else " " for c in words)[:300].strip()
