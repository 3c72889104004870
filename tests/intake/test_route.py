"""Which task: signed tokens first, then what the store knows, words for people last."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail import InboundMail
from intake.route import Routed, our_addresses, route
from tasks.intents import Evidence, LetterRef, Sender
from tests.intake.house import BOSS, EVIL, JOY, KEY, RING, SAM, US, letter_id, mail, token_address
from wire.tokens import Keyring, Purpose

ASSIGNMENT = LetterRef(KEY, "assignment", "joy", 42, "accept")
RELAY = LetterRef("ff" * 10, "relay", "joy", 42)
DIGEST = LetterRef("dd" * 10, "digest", "stephanie")
KNOCK = LetterRef("aa" * 10, "knock", "stephanie", 0, "held:7")
T42, T43 = (token_address(Purpose.TASK, "joy", number) for number in (42, 43))
ID42 = letter_id(Purpose.TASK, "joy", 42)
RELAY42 = letter_id(Purpose.TASK, "joy", 42, RELAY.key)
ID43 = letter_id(Purpose.TASK, "joy", 43, "ee" * 10)
OWNERS_MAIL = "<owner-1@client.example>"


@dataclass
class Shelf:
    """A store that keeps what it is given."""

    letters: dict[str, LetterRef] = field(default_factory=dict)
    mails: dict[str, tuple[int, str]] = field(default_factory=dict)
    last: dict[tuple[str, int], LetterRef] = field(default_factory=dict)

    def letter(self, key: str) -> LetterRef | None:
        return self.letters.get(key)

    def task_of_mail(self, message_id: str) -> tuple[int, str] | None:
        return self.mails.get(message_id)

    def last_letter(self, person: str, task: int) -> LetterRef | None:
        return self.last.get((person, task))


SHELF = Shelf(
    letters={letter.key: letter for letter in (ASSIGNMENT, RELAY, DIGEST, KNOCK)},
    mails={ID42: (42, "joy"), RELAY42: (42, "joy"), OWNERS_MAIL: (42, "stephanie")},
    last={("joy", 42): RELAY, ("stephanie", 0): DIGEST},
)
FROM_JOY = Sender(JOY, "", "joy", Evidence.T_A)
FROM_BOSS = Sender(BOSS, "", "stephanie", Evidence.A)


def routed(parsed: InboundMail, sender: Sender = FROM_JOY, ring: Keyring = RING) -> Routed:
    return route(parsed, sender, SHELF, ring, US)


@pytest.mark.parametrize(
    ("parsed", "how", "letter"),
    [
        pytest.param(
            mail(JOY, to=(T42,), in_reply_to=ID42), "token address", ASSIGNMENT, id="an ordinary reply"
        ),
        pytest.param(mail(JOY, to=(T42,)), "token address", RELAY, id="no ids at all: the last letter"),
        pytest.param(
            mail(JOY, to=(T42,), in_reply_to="<rewritten@relay.example>"),
            "token address",
            RELAY,
            id="ids rewritten",
        ),
        pytest.param(
            mail(JOY, to=(T42,), in_reply_to=OWNERS_MAIL),
            "token address",
            None,
            id="an answer to a mail, no letter",
        ),
        pytest.param(
            mail(JOY, to=(T42,), in_reply_to=OWNERS_MAIL, references=(ID42, OWNERS_MAIL)),
            "token address",
            ASSIGNMENT,
            id="the newest letter above a mail",
        ),
        pytest.param(mail(JOY, in_reply_to=ID42), "signed Message-ID", ASSIGNMENT, id="the plus was dropped"),
        pytest.param(
            mail(JOY, references=(ID42, RELAY42)), "References", RELAY, id="In-Reply-To was dropped"
        ),
        pytest.param(
            mail(JOY, in_reply_to=ID42, references=(ID42, RELAY42)),
            "signed Message-ID",
            ASSIGNMENT,
            id="older answered",
        ),
        pytest.param(mail(JOY, in_reply_to=OWNERS_MAIL), "stored id", None, id="the owner's mail"),
        pytest.param(
            mail(JOY, references=(OWNERS_MAIL, "<x@y>")), "stored id", None, id="the owner's mail, deeper"
        ),
        pytest.param(
            mail(JOY, to=(T42,), subject="Something else"), "token address", RELAY, id="other subject"
        ),
    ],
)
def test_every_way_leads_to_the_task(parsed: InboundMail, how: str, letter: LetterRef | None) -> None:
    found = routed(parsed)
    assert (found.task, found.how, found.letter, found.conflict) == (42, how, letter, False)


def test_the_key_is_gone_but_the_store_remembers() -> None:
    found = routed(mail(JOY, in_reply_to=ID42), ring=Keyring({2: b"n" * 32}, current=2))
    assert (found.task, found.how, found.letter, found.thread_of) == (42, "stored id", ASSIGNMENT, "joy")


def test_the_subject_tag_places_nothing_by_itself() -> None:
    found = routed(mail(EVIL, subject="[T-1] hello"), Sender(EVIL))
    assert (found.task, found.tag, found.how) == (0, 1, "subject tag")


def test_a_token_beats_the_tag() -> None:
    found = routed(mail(JOY, to=(T42,), subject="[T-2] hello"))
    assert (found.task, found.tag, found.conflict) == (42, 2, False)


@pytest.mark.parametrize(
    "parsed",
    [
        pytest.param(mail(JOY, to=(T42, T43)), id="two token addresses"),
        pytest.param(mail(JOY, to=(T42,), in_reply_to=ID43), id="address against the letter answered"),
        pytest.param(mail(JOY, to=(T42,), headers=(("delivered-to", T43),)), id="address against delivery"),
    ],
)
def test_proofs_that_differ_are_a_conflict(parsed: InboundMail) -> None:
    assert routed(parsed).conflict


@pytest.mark.parametrize(
    "parsed",
    [
        pytest.param(
            mail(JOY, to=(T42,), references=(ID43, ID42)), id="a mail that was split into two tasks"
        ),
        pytest.param(
            mail(JOY, to=(T42, token_address(Purpose.TASK, "sam", 43))), id="another person's token"
        ),
    ],
)
def test_what_is_no_conflict(parsed: InboundMail) -> None:
    found = routed(parsed)
    assert (found.task, found.conflict) == (42, False)


def test_digest_and_knock() -> None:
    digest = mail(BOSS, in_reply_to=letter_id(Purpose.DIGEST, "stephanie", 0, DIGEST.key))
    found = routed(digest, FROM_BOSS)
    assert (found.purpose, found.task, found.number, found.letter) == (Purpose.DIGEST, 0, 0, DIGEST)
    knock = mail(BOSS, to=(token_address(Purpose.KNOCK, "stephanie", 7),), in_reply_to="<x@y>")
    found = routed(knock, FROM_BOSS)
    assert (found.purpose, found.task, found.number) == (Purpose.KNOCK, 0, 7)
    signed = mail(BOSS, in_reply_to=letter_id(Purpose.KNOCK, "stephanie", 7, KNOCK.key))
    assert routed(signed, FROM_BOSS).letter == KNOCK


def test_a_token_counts_for_its_person_only() -> None:
    sam = Sender(SAM, "", "sam", Evidence.A)
    found = routed(mail(SAM, to=(T42,), in_reply_to="<x@y>"), sam)
    assert (found.task, found.letter, found.tag, found.how) == (0, None, 42, "none")
    found = routed(mail(SAM, in_reply_to=ID42), sam)
    assert (found.task, found.how, found.thread_of, found.letter) == (42, "stored id", "joy", None)


def test_another_from_is_routed_as_what_it_would_have_been() -> None:
    evil = Sender(EVIL, "", "", Evidence.T_OTHER, token_person="joy")
    found = routed(mail(EVIL, to=(T42,), in_reply_to=ID42), evil)
    assert (found.task, found.letter) == (42, ASSIGNMENT)


def test_the_owner_answers_all_in_the_contractor_s_thread() -> None:
    found = routed(mail(BOSS, to=(JOY,), cc=(T42,), in_reply_to=OWNERS_MAIL), FROM_BOSS)
    assert (found.task, found.how, found.thread_of) == (42, "stored id", "stephanie")
    found = routed(mail(BOSS, to=(JOY,), cc=(T42,)), FROM_BOSS)
    assert (found.task, found.tag) == (0, 42)


def test_the_secret_address_asks_for_a_new_task_whatever_it_quotes() -> None:
    secret = token_address(Purpose.OWNER, "stephanie")
    boss = Sender(BOSS, "", "stephanie", Evidence.T_A)
    fresh = mail(BOSS, to=(secret,), in_reply_to=OWNERS_MAIL, subject="[T-42] approve")
    assert routed(fresh, boss) == Routed(purpose=Purpose.OWNER, how="token address")
    for_joy = mail(BOSS, to=(secret, "tasks+joy@example.com"))
    assert routed(for_joy, boss).for_hint == "joy"
    seen = mail(BOSS, to=(secret, EVIL), in_reply_to=OWNERS_MAIL)
    assert (routed(seen, boss).purpose, routed(seen, boss).task) == (None, 42)


@pytest.mark.parametrize(
    ("to", "hint", "bad"),
    [
        (("tasks@example.com",), "", False),
        (("Tasks+Joy@Example.com",), "joy", False),
        (("tasks@example.com", "tasks+sam@example.com"), "sam", False),
        (("tasks+t42-joy-1-aaaaaaaaaaaaaaaa@example.com",), "", True),
        (("tasks+t42-joy-9-aaaaaaaaaaaaaaaa@example.com", "tasks+joy@example.com"), "joy", True),
        (("tasks+joy@example.org",), "", False),
    ],
)
def test_the_tag_of_our_address(to: tuple[str, ...], hint: str, bad: bool) -> None:
    found = routed(mail(BOSS, to=to), FROM_BOSS)
    assert (found.for_hint, found.bad_token, found.task) == (hint, bad, 0)


def test_our_addresses_in_their_order() -> None:
    parsed = mail(
        JOY,
        to=("x@example.org", "tasks+a@example.com"),
        cc=("TASKS@example.com",),
        headers=(("delivered-to", "<tasks+b@example.com>"), ("delivered-to", "tasks+c@example.com")),
    )
    assert our_addresses(parsed, US) == ("tasks+b@example.com", "tasks+a@example.com", "tasks@example.com")


texts = st.lists(st.text(max_size=60), max_size=4).map(tuple)


@given(texts, texts, st.text(max_size=60))
def test_no_mail_makes_it_raise(to: tuple[str, ...], ids: tuple[str, ...], subject: str) -> None:
    parsed = InboundMail(to=to, cc=ids, references=ids, in_reply_to=" ".join(ids), subject=subject)
    assert routed(parsed, Sender("x@y")).task == 0
