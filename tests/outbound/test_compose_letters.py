"""What holds of every letter, whatever its kind: walked over all samples."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest

from outbound.compose import compose, letter_message_id, letter_subject
from outbound.compose_page import page_of
from outbound.compose_reader import reader_of
from outbound.compose_table import KINDS, TO_CONTRACTOR
from tasks.letters import Item, Kind
from tests.letters.cast import DESK, NOW
from tests.letters.samples import SAMPLES
from wire.tokens import read_message_id, read_token, tag_of

# Practices, row 65: plain facts, no blame. Style: never "invalid", "failed" or "error".
BLAME = re.compile(
    r"\b(blame\w*|fault\w*|forgot\w*|neglect\w*|fail(ed|ure|s)?|careless\w*|excuse\w*|unacceptable|disappoint\w*"
    r"|should have|ignored|ignoring|lazy|invalid|errors?|unfortunately|sadly|immediately"
    r"|urgent\w*|must|sorry)\b|!",
    re.IGNORECASE,
)
PERSONAL = {Kind.ASSIGNMENT, Kind.JOINED, Kind.RELAY, Kind.QUESTION, Kind.REVIEW}
every_letter = pytest.mark.parametrize("name", SAMPLES)


class Seen(HTMLParser):
    """What a reader of the HTML sees, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.links = "", list[str]()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [v or "" for n, v in attrs if n in ("href", "src")]


def written(name: str) -> EmailMessage:
    message = message_from_bytes(compose(SAMPLES[name], DESK, NOW), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_every_kind_has_a_sample_and_a_row() -> None:
    assert {letter.kind for letter in SAMPLES.values()} == set(Kind) == set(KINDS)


@every_letter
def test_the_first_three_lines_say_state_ask_and_where_words_go(name: str) -> None:
    lines = body(written(name), "plain").splitlines()[:3]
    letter = SAMPLES[name]
    page = page_of(letter, reader_of(letter, DESK, NOW), "", [], [])
    state, ask, where = lines
    assert all(lines)
    assert letter.task is None or letter.task.tag in state
    assert re.search(r"[Rr]eply|[Nn]othing|write a new mail|speak with|[Bb]egin", ask), ask
    assert where == page["where"]


@every_letter
def test_the_html_says_the_same_three_lines_first(name: str) -> None:
    message = written(name)
    seen = Seen(body(message, "html")).text
    places = [seen.find(line) for line in body(message, "plain").splitlines()[1:3]]
    assert -1 not in places and places == sorted(places)


@every_letter
def test_nothing_blames(name: str) -> None:
    """Said of our words, so people's own words (quoted) and their Subjects are left out."""
    lines = body(written(name), "plain").splitlines()
    ours = "\n".join(line for line in lines if not line.startswith((">", "Subject:")))
    assert BLAME.findall(ours) == []


@every_letter
def test_a_contractor_never_sees_another_contractor_or_our_people(name: str) -> None:
    letter = SAMPLES[name]
    message = written(name)
    everything = str(message) + body(message, "plain") + body(message, "html")
    items = letter.facts.get("items", ())
    owns = isinstance(items, tuple) and any(isinstance(i, Item) and i.task.owner == "george" for i in items)
    if letter.kind in TO_CONTRACTOR or letter.to == "joy":
        for forbidden in ("Maria", "Lopez", "maria", "lopez.example"):
            assert forbidden not in everything
        for other in ("George", "Hale", "george@"):  # but where a task of his is in it
            assert owns or other not in everything


@every_letter
def test_the_owners_real_address_stands_in_a_contractors_letter(name: str) -> None:
    letter = SAMPLES[name]
    if letter.to == "joy" and letter.task:
        assert "stephanie@carter.example" in body(written(name), "plain")
        assert "stephanie@carter.example" in body(written(name), "html")


@every_letter
def test_only_letters_with_a_persons_words_may_draw_automatic_replies(name: str) -> None:
    message, kind = written(name), SAMPLES[name].kind
    automatic = None if kind in PERSONAL else "auto-generated"
    assert message["Auto-Submitted"] == automatic
    assert message["X-Auto-Response-Suppress"] == (automatic and "All")


@every_letter
def test_headers_name_the_letter_its_task_and_one_reader(name: str) -> None:
    message, letter = written(name), SAMPLES[name]
    person = DESK.house.people[letter.to]
    assert message["X-Handoff-Letter"] == letter.kind.value
    assert message["X-Handoff-Task"] == (letter.task.tag if letter.task else None)
    assert message["X-Handoff-Instance"] == "carter-1"
    assert [a.addr_spec for a in message["To"].addresses] == [person.address]
    assert message["Cc"] is message["Bcc"] is message["List-Id"] is None
    assert message["Subject"] == letter_subject(letter, DESK)
    assert message["Message-ID"] == letter_message_id(letter, DESK)


@every_letter
def test_from_is_never_a_bare_persons_name(name: str) -> None:
    sender = written(name)["From"].addresses[0]
    assert sender.addr_spec == "tasks@carter.example"
    assert "tasks" in sender.display_name.lower()
    assert sender.display_name not in {p.name for p in DESK.house.people.values()}


@every_letter
def test_answers_come_back_with_the_readers_token(name: str) -> None:
    letter, message = SAMPLES[name], written(name)
    tag = tag_of(message["Reply-To"].addresses[0].addr_spec, DESK.identity.address)
    token = read_token(tag or "", DESK.ring)
    signed = read_message_id(message["Message-ID"], DESK.ring, DESK.identity.domain)
    assert token and signed
    assert token == signed[0] and signed[1] == letter.key
    assert token.person == letter.to
    held = ("c" if letter.kind is Kind.CONFIRM else "k", letter.held)
    expected = held if letter.held else ("t", letter.task.number) if letter.task else ("d", 0)
    assert (token.purpose.value, token.number) == expected


@every_letter
def test_links_are_web_or_mail_and_buttons_answer_us(name: str) -> None:
    links = Seen(body(written(name), "html")).links
    assert links
    for link in links:
        assert link.startswith(("mailto:", "https://docs.example/")), link
    ours = [link for link in links if link.startswith("mailto:tasks")]
    assert all("subject=Re%3A" in link for link in ours if "?" in link)


@every_letter
def test_every_fact_of_the_html_stands_in_the_text(name: str) -> None:
    """Words that only label a button or a place are the exception."""
    message = written(name)
    text = " ".join(body(message, "plain").replace("\n> ", "\n").split()).lower()
    for value in re.findall(r"<strong>([^<]{9,})</strong>", body(message, "html")):
        plain = value.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
        assert plain.lower() in text, plain


@every_letter
def test_no_line_is_too_long_and_every_line_ends_with_crlf(name: str) -> None:
    raw = compose(SAMPLES[name], DESK, NOW)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


@every_letter
def test_the_same_letter_gives_the_same_bytes(name: str) -> None:
    assert compose(SAMPLES[name], DESK, NOW) == compose(SAMPLES[name], DESK, NOW)
