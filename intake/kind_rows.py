"""The signs by which machines give themselves away, one row each.

A row is (kind, why, place, pattern): where to look, and what must be found
there, in lower case. The first row that fits decides, so the order matters:
what is certain stands above what is likely. A sign of a new mailer is one
more row.

Places: a header field; `subject`; `sender`, the local part of From; `type`,
the Content-Type of the mail; `types`, those of all its parts; `text`, the
first 4 000 characters; `returned`, text and types together; `status`, the
machine-readable report of a bounce.
Several places joined by " & " must all fit, each with its own pattern.
"""

import re
from dataclasses import dataclass

from intake.kind_words import (
    AWAY_PREFIX,
    AWAY_SUBJECT,
    AWAY_TEXT,
    DAEMON,
    DELAYED,
    FAILED,
    MASTER,
    NOBODY,
    REFUSED,
    RETURNED,
    SERVANT,
    SERVER_WORDS,
)
from intake.mail import MailKind


@dataclass(frozen=True, slots=True)
class KindRow:
    """One sign: all of `signs` (place, pattern) must be found."""

    kind: MailKind
    why: str
    signs: tuple[tuple[str, re.Pattern[str]], ...]


def _row(kind: MailKind, why: str, *signs: tuple[str, str]) -> KindRow:
    return KindRow(kind, why, tuple((place, re.compile(pattern)) for place, pattern in signs))


_FAILED_FIRST = rf"^\W*(?:auto\w*:? )?(?:mail |your message |message |e-?mail )?(?:{FAILED})"

ROWS: tuple[KindRow, ...] = (
    _row(
        MailKind.BOUNCE, "an automatic reply that rejects (RFC 5429)", ("auto-submitted", r"^auto-.*reject")
    ),
    _row(MailKind.RECEIPT, "a read receipt (RFC 8098)", ("type", r"disposition-notification")),
    _row(MailKind.RECEIPT, "a read receipt (RFC 8098)", ("types", r"message/disposition-notification")),
    _row(
        MailKind.AUTOMATIC,
        "a spam complaint report (RFC 5965)",
        ("types", r"message/feedback-report|report-type=.?feedback"),
    ),
    _row(MailKind.AUTOMATIC, "a spam complaint report", ("subject", r"^complaint about message from")),
    _row(
        MailKind.DELAY,
        "a delivery report that says delayed (RFC 3464)",
        ("status", r"^action: *delayed"),
        ("subject", DELAYED),
    ),
    _row(
        MailKind.BOUNCE,
        "a delivery report that says failed (RFC 3464)",
        ("status", r"action: *(?:failed|failure|expired|deliverable)"),
    ),
    _row(MailKind.DELAY, "a delivery report that says delayed (RFC 3464)", ("status", r"action: *delayed")),
    _row(
        MailKind.AUTOMATIC,
        "a delivery report of success (RFC 3464)",
        ("status", r"action: *(?:delivered|relayed|expanded)"),
    ),
    _row(MailKind.DELAY, "a mail server says the mail waits", ("sender", DAEMON), ("subject", DELAYED)),
    _row(MailKind.BOUNCE, "a delivery report (RFC 3464)", ("type", r"report-type=\W*delivery-status")),
    _row(MailKind.BOUNCE, "a delivery report (RFC 3464)", ("types", r"message/(?:global-)?delivery-status")),
    _row(MailKind.BOUNCE, "it names failed recipients", ("x-failed-recipients", r"@")),
    _row(MailKind.BOUNCE, "a mail server wrote it", ("sender", DAEMON)),
    _row(MailKind.DELAY, "a postmaster says the mail waits", ("sender", MASTER), ("subject", DELAYED)),
    _row(
        MailKind.BOUNCE,
        "a postmaster says it could not be delivered",
        ("sender", MASTER),
        ("subject", FAILED),
    ),
    _row(MailKind.BOUNCE, "a postmaster says it was refused", ("sender", MASTER), ("text", REFUSED)),
    _row(
        MailKind.BOUNCE,
        "a mail program says it was refused",
        ("sender", SERVANT),
        ("subject", FAILED),
        ("text", REFUSED),
    ),
    _row(
        MailKind.BOUNCE,
        "nobody's address, and the subject of a bounce",
        ("sender", r"^$"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "null return path, and the subject of a bounce",
        ("return-path", r"^<>$"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "null return path, and words of a bounce",
        ("return-path", r"^<(?:mailer-daemon\b.*)?>$"),
        ("text", REFUSED),
        ("auto-submitted", r"^(?!auto-)"),
    ),
    _row(
        MailKind.AUTOMATIC,
        "a service reports a delivery",
        ("text", r'type(?:(?<=notificationtype)|(?<=eventtype))\\?"\s*:\s*\\?"(?:delivery|send|complaint)'),
    ),
    _row(
        MailKind.BOUNCE,
        "a service reports a bounce",
        ("text", r'type(?:(?<=notificationtype)|(?<=eventtype))\\?"\s*:\s*\\?"bounce'),
    ),
    _row(
        MailKind.BOUNCE,
        "the return path of a bounce",
        ("return-path", r"^<mailer-daemon"),
        ("subject", FAILED),
    ),
    _row(
        MailKind.BOUNCE,
        "a mailing list refused it",
        ("subject", r"^you .{0,100} are not (?:a )?member"),
        ("sender", r"-admin$|list"),
    ),
    _row(
        MailKind.BOUNCE,
        "the subject and the words of a bounce, from nobody",
        ("sender", NOBODY),
        ("subject", _FAILED_FIRST),
        ("text", REFUSED),
        ("text", SERVER_WORDS),
        ("in-reply-to", r"^$"),
    ),
    _row(
        MailKind.BOUNCE,
        "the subject and the words of a bounce, and the letter that came back",
        ("subject", _FAILED_FIRST),
        ("text", REFUSED),
        ("returned", RETURNED),
        ("in-reply-to", r"^$"),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply of Exchange",
        ("x-auto-response-suppress", r"all"),
        ("subject", AWAY_PREFIX),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply (RFC 3834) that says away",
        ("auto-submitted", r"^auto-"),
        ("subject", f"{AWAY_PREFIX}|{AWAY_SUBJECT}"),
    ),
    _row(
        MailKind.AWAY,
        "an automatic reply (RFC 3834) that says away",
        ("auto-submitted", r"^auto-(?!gen)"),
        ("text", AWAY_TEXT),
    ),
    _row(MailKind.AWAY, "a vacation program wrote it", ("precedence", r"auto[-_]?reply"), ("text", "")),
    _row(MailKind.AWAY, "an automatic reply that says away", ("x-autoreply", r"."), ("text", AWAY_TEXT)),
    _row(
        MailKind.AWAY, "null return path, and words of absence", ("return-path", r"^<>$"), ("text", AWAY_TEXT)
    ),
    _row(
        MailKind.BOUNCE,
        "a postmaster without a return path",
        ("sender", MASTER),
        ("return-path", r"^<>$"),
        ("auto-submitted", r"^(?!auto-rep)"),
    ),
    _row(MailKind.AUTOMATIC, "automatic mail (RFC 3834)", ("auto-submitted", r"^auto-")),
    _row(MailKind.AUTOMATIC, "an automatic reply of its mail server", ("autoreply", r".")),
    _row(MailKind.AUTOMATIC, "null return path", ("return-path", r"^<(?:null)?>$")),
    _row(MailKind.AWAY, "the subject of an automatic reply", ("subject", AWAY_PREFIX)),
    _row(
        MailKind.AWAY,
        "subject and words of absence, and bulk",
        ("precedence", r"bulk|junk"),
        ("subject", AWAY_SUBJECT),
        ("text", AWAY_TEXT),
    ),
    _row(MailKind.LIST, "a mailing list (RFC 2919)", ("list-id", r".")),
    _row(MailKind.LIST, "a mailing list (RFC 2369)", ("list-post", r"@"), ("list-unsubscribe", r".")),
    _row(MailKind.LIST, "precedence of a list", ("precedence", r"list")),
    _row(MailKind.AUTOMATIC, "bulk mail", ("precedence", r"bulk|junk")),
    _row(MailKind.AUTOMATIC, "bulk mail", ("list-unsubscribe", r"."), ("feedback-id", r".")),
)

# Fields by which mail servers mark an automatic reply; they are read as one place, `autoreply`.
AUTOREPLY_FIELDS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-vacation",
    "x-ms-exchange-inbox-rules-loop",
)
