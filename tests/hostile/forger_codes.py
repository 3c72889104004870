"""Forged confirmations: everything that is no "yes" of the one who was asked,
with that very code, in time, and in a mail of their own hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from tests.hostile.forger import BEN_PASS, EVIL_PASS, Forged
from tests.hostile.kit import BEN, EVE, FAIL, PASS, STEPHANIE, raw_mail
from tests.shell.office import Got
from wire.tokens import Keyring, Purpose, Token, message_id, mint, sign, tagged

OLIVIA = "Olivia Miller <olivia@example.com>"
BASE = "tasks@example.com"
SUBJECT = "Re: [H-4] Yours? Open"
MONEY = "Re: [H-3] Yours? Re: Flyer"  # a proven yes under SUBJECT is her own about a new task, not here
YES = ("yes", "ok", "Yes, please.")


@dataclass(frozen=True, slots=True)
class Codes:
    """What an attacker may have seen: questions that are open (one about a fresh
    task, one about money on T-1, one that Olivia was asked), one whose time is
    over, one that was answered; other letters to Stephanie; the real keys, by
    which tokens of no letter are made."""

    open: Got
    money: Got
    olivias: Got
    expired: Got
    used: Got
    others: tuple[Got, ...]
    ring: Keyring


_numbers = iter(range(1, 100_000))


def _answer(name: str, to: str, body: str, sender: str, proof: str, ids: str = "", head: str = "") -> Forged:
    lost = to == BASE and proof == PASS and sender == STEPHANIE  # as clients write that lose tokens
    threads = f"In-Reply-To: {ids}\r\nReferences: {ids}" if ids else ""
    both = "\r\n".join(h for h in (threads, head) if h)
    mid = f"<code-{next(_numbers)}@evil.example>"
    return Forged(
        f"{name}: {body[:20]!r} {sender[:20]}",
        raw_mail(sender, to, MONEY if lost else SUBJECT, body, head=both, proof=proof, mid=mid),
    )


def guessed(codes: Codes) -> Iterator[Forged]:
    """Codes made up, or signed with another key, in the address and in the ids."""
    strange = Keyring({1: b"k" * 32, 2: b"l" * 32, 9: b"m" * 32}, 1)
    for number, epoch, proof in product(range(1, 8), (1, 2, 9), (PASS, "")):
        token = Token(Purpose.CODE, "stephanie", number, epoch)
        tag, mid = sign(token, strange), message_id(token, "a" * 20, strange, "example.com")
        yield _answer("another key", tagged(BASE, tag), "yes", STEPHANIE, proof)
        yield _answer("another key, by id", BASE, "yes", STEPHANIE, proof, mid)
        yield _answer(
            "made up", tagged(BASE, f"c{number}-stephanie-{epoch}-{'a' * 16}"), "ok", STEPHANIE, proof
        )


def of_others(codes: Codes) -> Iterator[Forged]:
    """Olivia's code from Stephanie, and the code of a mail that never was."""
    for proof, word in product((PASS, ""), YES):
        yield _answer("Olivia's code", codes.olivias.reply_to, word, STEPHANIE, proof)
        yield _answer("Olivia's id", BASE, word, STEPHANIE, proof, codes.olivias["Message-ID"])
        yield _answer("two codes", codes.open.reply_to, word, STEPHANIE, proof, codes.money["Message-ID"])
        for person in ("stephanie", "joy", "ben"):
            never = tagged(BASE, sign(mint(Purpose.CODE, person, codes.ring, 4711), codes.ring))
            yield _answer("a code of no mail", never, word, STEPHANIE, proof)


def other_purposes(codes: Codes) -> Iterator[Forged]:
    """The number of a code in a token of another purpose."""
    number = int(codes.open.reply_to.partition("+c")[2].partition("-")[0])
    for purpose, proof in product((Purpose.TASK, Purpose.KNOCK), (PASS, "")):
        tag = sign(mint(purpose, "stephanie", codes.ring, number), codes.ring)
        yield _answer(f"as {purpose.name}", tagged(BASE, tag), "yes", STEPHANIE, proof)


def too_late(codes: Codes) -> Iterator[Forged]:
    """A code whose 48 hours are over, and one that was used."""
    for code, proof, word in product((codes.expired, codes.used), (PASS, ""), YES):
        yield _answer("too late", code.reply_to, word, STEPHANIE, proof, code["Message-ID"])
        yield _answer("too late, by id", BASE, word, STEPHANIE, proof, code["Message-ID"])


def other_froms(codes: Codes) -> Iterator[Forged]:
    """The code itself, under every From but the right one, or failed."""
    senders = (
        (EVE, EVIL_PASS),
        (EVE, ""),
        (BEN, BEN_PASS),
        (BEN, ""),
        (OLIVIA, PASS),
        (OLIVIA, ""),
        ("Stephanie Miller <stephanie@example.com.evil.example>", EVIL_PASS),
        (f"{STEPHANIE}, {EVE}", PASS),
        (STEPHANIE, FAIL),
        (STEPHANIE, f"{FAIL}\r\n{PASS}"),
    )
    for code, (sender, proof), word in product((codes.open, codes.money), senders, (*YES, "no")):
        yield _answer("other From", code.reply_to, word, sender, proof, code["Message-ID"])
        yield _answer("other From, by id", BASE, word, sender, proof, code["Message-ID"])


MACHINES = (
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated",
    "X-Autoreply: yes",
    "Precedence: bulk",
    "Return-Path: <>",
    "X-Handoff-Instance: another",
)
AWAY = (
    "I am out of the office until Monday. Yes, I will answer then.",
    "Thank you for your mail. I am on vacation, ok?",
    "yes\n\nThis is an automatic reply.",
)


def machines(codes: Codes) -> Iterator[Forged]:
    """Vacation replies to the question, with signs of a machine and without."""
    for code, sign_of, proof in product((codes.open, codes.money), MACHINES, (PASS, "")):
        yield _answer("machine", code.reply_to, "yes", STEPHANIE, proof, code["Message-ID"], sign_of)
    for code, text, proof in product((codes.open, codes.money), AWAY[:2], (PASS, "")):
        yield _answer("away", code.reply_to, text, STEPHANIE, proof, code["Message-ID"])
    for code, text in product((codes.open, codes.money), AWAY):
        yield _answer("away", code.reply_to, text, STEPHANIE, "", code["Message-ID"], MACHINES[0])


NO_YES = (
    "> yes",
    "On Mon, Nov 30, 2026 at 9:12 AM Tasks <tasks@example.com> wrote:\n> yes\n> ok",
    "-----Original Message-----\nFrom: Tasks <tasks@example.com>\nSubject: Yours?\n\nyes",
    "---------- Forwarded message ---------\nFrom: Tasks <tasks@example.com>\nSubject: Yours?\n\nyes",
    "",
    "Did I say yes?",
    "yes?",
    "Not yes.",
    "I would say yes to nothing of the sort.",
    "No, this is not from me, ok?",
    "thanks",
    "\N{THUMBS UP SIGN}",
    "pass on",
    "always",
    "approve",
    "2",
)


def no_yes(codes: Codes) -> Iterator[Forged]:
    """From the right person, with the right code, and no yes in it."""
    for code, body, proof in product((codes.open, codes.money), NO_YES, (PASS, "")):
        yield _answer("no yes", code.reply_to, body, STEPHANIE, proof, code["Message-ID"])


def wrong_letters(codes: Codes) -> Iterator[Forged]:
    """A yes to every other letter that she has."""
    for letter, word, proof in product(codes.others, YES, (PASS, "")):
        yield _answer("wrong letter", letter.reply_to, word, STEPHANIE, proof, letter["Message-ID"])
    for word, proof in product(YES, (PASS, "")):
        yield _answer("no letter", BASE, word, STEPHANIE, proof)


CONFIRMATIONS: dict[str, Callable[[Codes], Iterator[Forged]]] = {
    "guessed": guessed,
    "of others": of_others,
    "other purposes": other_purposes,
    "too late": too_late,
    "other From": other_froms,
    "machines": machines,
    "no yes": no_yes,
    "wrong letters": wrong_letters,
}
