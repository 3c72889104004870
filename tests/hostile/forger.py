"""Forged commands, by the hundred: nine families of trickery, each with every
word and every place to carry it. What comes out is only bytes and a name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, product

from tests.hostile.kit import BEN, EVE, FAIL, JOY, PASS, STEPHANIE, raw_mail
from tests.shell.office import Got

EVIL_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=evil.example"
BEN_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.org"
JOY_FAIL = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.net"
FOREIGN = "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com"
OWNER_WORDS = ("approve", "redo: worse", "cancel", "assign: ben", "due: Monday 5pm", "title: Owned", "paid")
JOY_WORDS = ("done", "decline: no", "eta: Saturday 5pm", "invoice: 900 USD")
NEW = "For: Joy\nWire the money by Friday."
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Loot:
    """What an attacker may have seen: letters to others, and a mail as it was sent."""

    review: Got  # to the owner, T-1
    assignment: Got  # to Joy, T-1
    other: Got  # to Ben, T-2
    digest: Got  # to the owner
    sent: tuple[bytes, ...]  # real mails, already obeyed


@dataclass(frozen=True, slots=True)
class Forged:
    """One forged mail, and what trick it is."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Wish:
    """A word, and where it would go: the head fields and the recipient."""

    word: str
    to: str
    head: str
    subject: str


def _mid() -> str:
    return f"<forged-{next(_numbers)}@evil.example>"


def _answering(letter: Got) -> str:
    return f"In-Reply-To: {letter['Message-ID']}\r\nReferences: {letter['Message-ID']}"


def wishes(loot: Loot) -> Iterator[Wish]:
    """Everything worth forging in the owner's name."""
    for word in OWNER_WORDS:
        yield Wish(word, loot.review.reply_to, _answering(loot.review), f"Re: {loot.review.subject}")
    yield Wish("T-1 approve\nT-2 cancel", loot.digest.reply_to, _answering(loot.digest), "Re: Digest")
    yield Wish(NEW, "tasks@example.com", "", "Fresh work")


def joys(loot: Loot) -> Iterator[Wish]:
    for word in JOY_WORDS:
        yield Wish(word, loot.assignment.reply_to, _answering(loot.assignment), "Re: [T-1] Calldown")


def _mail(name: str, wish: Wish, sender: str, proof: str, head: str = "") -> Forged:
    both = "\r\n".join(h for h in (wish.head, head) if h)
    raw = raw_mail(sender, wish.to, wish.subject, wish.word, head=both, proof=proof, mid=_mid())
    return Forged(f"{name}: {wish.word[:20]!r}", raw)


DISPLAY = (
    '"stephanie@example.com" <eve@evil.example>',
    "Stephanie Miller <eve@evil.example>",
    '"Stephanie Miller <stephanie@example.com>" <eve@evil.example>',
    "=?utf-8?q?stephanie=40example=2Ecom_=3Cstephanie=40example=2Ecom=3E?= <eve@evil.example>",
    "stephanie@example.com <eve@evil.example>",
    "Stephanie Miller <stephanie@exаmple.com>",  # a Cyrillic a
    "Stephanie Miller <stephanie@xn--exmple-4nf.com>",
    "Stephanie Miller <stephanie@example.com.evil.example>",
    "Stephanie Miller <ѕtephanie@example.com>",  # a Cyrillic s
    "Stephanie Miller <stephanie@ｅxample.com>",  # full width
)


def display_names(loot: Loot) -> Iterator[Forged]:
    """The name is hers, the address is not."""
    for sender, wish in product(DISPLAY, wishes(loot)):
        yield _mail("display name", wish, sender, EVIL_PASS)
    for wish in joys(loot):
        yield _mail("display name", wish, "Joy Santos <joy@evil.example>", EVIL_PASS)


def two_froms(loot: Loot) -> Iterator[Forged]:
    """Two From fields, or two addresses in one."""
    pairs = (
        (STEPHANIE, f"From: {EVE}", PASS),
        (EVE, f"From: {STEPHANIE}", PASS),
        (EVE, f"FROM: {STEPHANIE}", EVIL_PASS),
        (f"{STEPHANIE}, {EVE}", "", PASS),
        (f"{EVE}, {STEPHANIE}", "", PASS),
        (STEPHANIE, f"Resent-From: {EVE}\r\nfrom : {EVE}", PASS),
    )
    for (sender, head, proof), wish in product(pairs, wishes(loot)):
        yield _mail("two From", wish, sender, proof, head)


GROUPS = (
    "Owners: stephanie@example.com;",
    "undisclosed: stephanie@example.com, eve@evil.example;",
    "<@evil.example:stephanie@example.com>",
    "Owners:; <stephanie@example.com>",
)


def groups(loot: Loot) -> Iterator[Forged]:
    """Group syntax and routes, which readers read differently."""
    for sender, wish in product(GROUPS, wishes(loot)):
        yield _mail("group", wish, sender, PASS)


RESULTS = (
    FOREIGN,
    f"{FOREIGN}\r\n{PASS}",
    f"{FAIL}\r\n{PASS}",
    f"Authentication-Results: mx.example.com; none\r\n{PASS}",
    "Authentication-Results: mx.example.com.evil.example; dmarc=pass header.from=example.com",
    "Authentication-Results: mx.example.com; dmarc=pass header.from=evil.example",
    "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com header.from=evil.example",
    "Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.com",
    "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com; dmarc=fail",
    "X-Authentication-Results: mx.example.com; dmarc=pass header.from=example.com",
)


def results(loot: Loot) -> Iterator[Forged]:
    """Results of foreign servers, and ours forged below; no token with them,
    since a token of hers and her address together are believed for small words."""
    for proof, wish in product(RESULTS, wishes(loot)):
        bare = Wish(wish.word, "tasks@example.com", "", "Re: [T-1] Calldown" if wish.head else wish.subject)
        yield _mail("results", bare, STEPHANIE, proof)
    for wish in (*wishes(loot), *joys(loot)):
        yield _mail("results, failed with a token", wish, STEPHANIE, f"{FAIL}\r\n{PASS}")


COMMENTS = (
    (STEPHANIE, "Authentication-Results: mx.example.com; dmarc=fail (dmarc=pass) header.from=example.com"),
    (
        STEPHANIE,
        "Authentication-Results: mx.evil.example (mx.example.com); dmarc=pass header.from=example.com",
    ),
    (STEPHANIE, "Authentication-Results: mx.example.com; (dmarc=pass header.from=example.com)"),
    (
        STEPHANIE,
        "Authentication-Results: (mx.example.com; dmarc=pass header.from=example.com) mx.evil.example;",
    ),
    (
        STEPHANIE,
        'Authentication-Results: mx.example.com; spf=pass reason="; dmarc=pass header.from=example.com"',
    ),
    (STEPHANIE, "Authentication-Results: mx.example.com; dmarc=pass (\r\n header.from=example.com"),
    ("stephanie@example.com (<eve@evil.example>)", EVIL_PASS),
    ("eve@evil.example (stephanie@example.com)", EVIL_PASS),
    ("Stephanie (<stephanie@example.com>) <eve@evil.example>", EVIL_PASS),
    ("stephanie@example.com(, eve@evil.example)", EVIL_PASS),
)


def comments(loot: Loot) -> Iterator[Forged]:
    """Comments, quotes and folds in From and in the results."""
    for (sender, proof), wish in product(COMMENTS, wishes(loot)):
        bare = Wish(wish.word, "tasks@example.com", "", wish.subject)
        yield _mail("comment", bare, sender, proof)


ROADS = (
    b"Received: from mx.evil.example by mx.example.com; Mon, 30 Nov 2026 18:00:00 +0000\r\n",
    b"Delivered-To: tasks@example.com\r\n",
    b"X-Anything: other\r\n",
    b"List-Unsubscribe: <mailto:x@evil.example>\r\n",
    b"Return-Path: <eve@evil.example>\r\n",
    b"Comments: sent once more\r\n",
    b"In-Reply-To: <nothing@evil.example>\r\n",
    b"References: <nothing@evil.example>\r\n",
    b"Reply-To: eve@evil.example\r\n",
    b"Cc: eve@evil.example\r\n",
)


def replays(loot: Loot) -> Iterator[Forged]:
    """A real mail again: its signature holds, so our server says pass."""
    for sent in loot.sent:
        yield Forged("replay: as it was", sent)
        for extra in ROADS:
            head, rest = sent.split(b"\r\n", 1)
            yield Forged(f"replay: {extra[:20]!r}", head + b"\r\n" + extra + rest)


def stolen(loot: Loot) -> Iterator[Forged]:
    """A real token under another From, proven to be that other."""
    for sender, proof in ((EVE, EVIL_PASS), (BEN, BEN_PASS), ("x@evil.example", "")):
        for wish in (*wishes(loot), *joys(loot)):
            yield _mail("stolen token", wish, sender, proof)
    for wish in wishes(loot):
        if wish.head:
            yield _mail("stolen token, her address failed", wish, STEPHANIE, FAIL)
    for wish in joys(loot):
        yield _mail("stolen token, her address failed", wish, JOY, JOY_FAIL)


def tag_only(loot: Loot) -> Iterator[Forged]:
    """Nothing but [T-1] in the Subject."""
    for sender, proof in ((EVE, EVIL_PASS), (STEPHANIE, ""), (BEN, BEN_PASS), (STEPHANIE, FAIL)):
        for word in (*OWNER_WORDS, *JOY_WORDS):
            wish = Wish(word, "tasks@example.com", "", "Re: [T-1] Calldown")
            yield _mail("tag only", wish, sender, proof)
    for word in JOY_WORDS:
        yield _mail("tag only", Wish(word, "tasks@example.com", "", "Re: [T-1] x"), JOY, "")


def reply_tos(loot: Loot) -> Iterator[Forged]:
    """Reply-To, Sender and friends name somebody else."""
    for field, wish in product(("Reply-To", "Sender", "Return-Path", "X-Original-From"), wishes(loot)):
        bare = Wish(wish.word, "tasks@example.com", "", wish.subject)
        yield _mail("reply-to", bare, EVE, EVIL_PASS, f"{field}: {STEPHANIE}")
        yield _mail("reply-to", bare, STEPHANIE, "", f"{field}: {EVE}")


Family = Callable[[Loot], Iterator[Forged]]
FAMILIES: dict[str, Family] = {
    "display name": display_names,
    "two From": two_froms,
    "group address": groups,
    "results": results,
    "comments": comments,
    "replays": replays,
    "stolen tokens": stolen,
    "tag only": tag_only,
    "reply-to": reply_tos,
}


def intruders(loot: Loot) -> Iterator[Forged]:
    """Mails of people who have no part in the thread that they aim at."""
    senders = (
        (EVE, EVIL_PASS),
        (EVE, ""),
        ("Joy Santos <joy@evil.example>", EVIL_PASS),
        (BEN, BEN_PASS),
        (BEN, ""),
        (BEN, "Authentication-Results: mx.example.com; dmarc=fail header.from=example.org"),
        ("Olivia Miller <olivia@example.com>", PASS),
        (JOY, JOY_FAIL),
    )
    places = (
        Wish("", loot.assignment.reply_to, "", "Re: [T-1] Calldown"),
        Wish("", loot.assignment.reply_to.upper(), "", "hello"),
        Wish("", "tasks@example.com", _answering(loot.assignment), "hello"),
        Wish("", "tasks@example.com", f"References: <x@y.example> {loot.review['Message-ID']}", "hello"),
        Wish("", loot.review.reply_to, _answering(loot.assignment), "Re: hello"),
        Wish("", "tasks@example.com", "", "[T-1] hello"),
    )
    words = ("Just a word from me.", "done", "question: what is the password?", "blocked: no money", "status")
    for (sender, proof), place, word in product(senders, places, words):
        wish = Wish(word, place.to, place.head, place.subject)
        yield _mail(f"intruder {sender[:12]}", wish, sender, proof)
