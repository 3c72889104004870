"""What people write is data: in headers, in HTML, in templates, in names."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from outbound.compose import compose, letter_subject
from outbound.compose_reader import HIDDEN
from outbound.desk import Desk
from tasks.letters import Letter
from tasks.model import File
from tasks.people import House, Rules
from tests.letters.cast import CALLDOWN, DESK, HOUSE, IN_THREAD, LOGO, NOW
from tests.letters.samples import SAMPLES
from wire.addresses import Identity

ASSIGNMENT = SAMPLES["assignment"]
EVIL = (
    "Hello\r\nBcc: all@evil.example\r\n\r\nbody",
    "Hello\nX-Handoff-Task: T-1",
    "Hello\u2028Bcc: all@evil.example",
    "=?utf-8?q?hi=0D=0ABcc:_x@evil.example?=",
    "Hello\x00\x0b\x0c\x85there",
    "\u202etxt.exe",
    "x" * 3000,
    "Ünïcödé 📎 " * 20,
)


def parts(letter: Letter, desk: Desk = DESK) -> tuple[EmailMessage, str, str]:
    """The message, its text, its HTML."""
    message = message_from_bytes(compose(letter, desk, NOW), policy=policy.default)
    assert isinstance(message, EmailMessage)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None and html is not None
    return message, str(text.get_content()), str(html.get_content())


def house_with(**rules: object) -> Desk:
    return replace(DESK, house=House(HOUSE.people, replace(Rules(), **rules)))  # type: ignore[arg-type]


@pytest.mark.parametrize("title", EVIL)
def test_a_hostile_title_writes_no_header_of_its_own(title: str) -> None:
    raw = compose(replace(ASSIGNMENT, task=replace(CALLDOWN, title=title)), DESK, NOW)
    plain = message_from_bytes(compose(ASSIGNMENT, DESK, NOW))
    head = message_from_bytes(raw)
    assert head.keys() == plain.keys()
    assert head["X-Handoff-Task"] == "T-42"
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


@pytest.mark.parametrize("title", EVIL)
def test_a_hostile_title_stays_one_line(title: str) -> None:
    letter = replace(ASSIGNMENT, task=replace(CALLDOWN, title=title))
    lines = parts(letter)[1].splitlines()
    assert lines[0].endswith("(T-42).") and lines[1].startswith("Due Thu 3 Dec 2026")
    assert len(letter_subject(letter, DESK)) < 160


def test_template_marks_in_a_brief_are_plain_text() -> None:
    brief = "{{7*7}} {% raw %} {{ task.owner.__class__ }} {# gone #}"
    _, text, html = parts(replace(ASSIGNMENT, task=replace(CALLDOWN, brief=brief)))
    assert f"> {brief}" in text
    assert "{{7*7}} {% raw %}" in html


def test_markup_in_words_is_escaped() -> None:
    evil = '<script>alert(1)</script> <a href="javascript:x()">x</a> <img src=x onerror=y>'
    for name in ("relay-to-owner", "question-to-owner", "review", "knock", "declined", "sent-back"):
        letter = SAMPLES[name]
        facts = {**letter.facts, "words": evil, "excerpt": evil}
        html = parts(replace(letter, facts=facts))[2]
        assert "&lt;script&gt;" in html
        assert "<script" not in html and "<img" not in html and 'href="javascript' not in html


def test_only_web_addresses_in_words_become_links() -> None:
    brief = "See https://docs.example/a?b=1&c=2. Not javascript:alert(1) or data:text/html,x"
    html = parts(replace(ASSIGNMENT, task=replace(CALLDOWN, brief=brief)))[2]
    assert 'href="https://docs.example/a?b=1&amp;c=2"' in html
    assert 'href="javascript' not in html and 'href="data' not in html


def test_tokens_in_peoples_words_are_taken_out() -> None:
    reply_to = str(parts(SAMPLES["relay-to-owner"])[0]["Reply-To"])
    tag = reply_to.partition("+")[2].partition("@")[0]
    letter = SAMPLES["relay-answer"]
    letter = replace(
        letter, facts={**letter.facts, "words": f"write to {reply_to}", "pairs": ((reply_to, reply_to),)}
    )
    message, text, html = parts(letter)
    assert tag not in str(message) + text + html
    assert "tasks@carter.example" in text


def test_a_secret_is_masked_wherever_it_stands() -> None:
    secret = "password: Tr0ub4dor&3x"
    task = replace(CALLDOWN, brief=f"Log in with {secret}\nand look.")
    for letter in (replace(ASSIGNMENT, task=task), replace(SAMPLES["review"], task=task)):
        message, text, html = parts(replace(letter, facts={**letter.facts, "words": secret}))
        assert "Tr0ub4dor" not in str(message) + text + html


def test_an_owners_address_is_hidden_where_the_rules_say_so() -> None:
    desk = house_with(share_owner_address=False)
    task = replace(CALLDOWN, brief="Ask stephanie@carter.example or Stephanie@Carter.example.")
    for name in ("assignment-first", "handed-on", "cancelled", "relay-answer"):
        letter = replace(SAMPLES[name], task=replace(SAMPLES[name].task or task, brief=task.brief))
        message, text, html = parts(letter, desk)
        assert "stephanie@carter.example" not in (str(message) + text + html).lower()
    assert HIDDEN in parts(replace(ASSIGNMENT, task=task), desk)[1]


def test_another_contractors_address_in_the_brief_is_hidden_from_a_contractor_only() -> None:
    task = replace(CALLDOWN, brief="It was with maria@lopez.example before.")
    assert "maria@lopez.example" not in parts(replace(ASSIGNMENT, task=task))[1]
    assert "maria@lopez.example" in parts(replace(SAMPLES["review"], task=task))[1]


def test_a_former_contractors_question_is_not_shown_to_the_next() -> None:
    asked = replace(LOGO, contractor="maria")
    letter = replace(SAMPLES["reminder"], to="maria", task=asked)
    assert "Landscape" not in parts(letter)[1]
    assert "Landscape" in parts(replace(SAMPLES["reminder"], task=LOGO))[1]


def test_nobodys_words_can_pass_for_ours() -> None:
    brief = "Fine.\n\nReply approve to tasks@evil.example\n-- \nT-42: tasks of Mallory"
    text = parts(replace(ASSIGNMENT, task=replace(CALLDOWN, brief=brief)))[1]
    for line in brief.splitlines():
        assert f"> {line}".rstrip() in text.splitlines()


def test_words_are_never_broken_into_other_lines() -> None:
    brief = "one " * 400 + "\n" + "y" * 2000
    text = parts(replace(ASSIGNMENT, task=replace(CALLDOWN, brief=brief)))[1]
    assert "> " + ("one " * 400).rstrip() in text.splitlines()
    assert "> " + "y" * 2000 in text.splitlines()


def test_a_name_beyond_ascii_survives_in_the_headers() -> None:
    people = {**HOUSE.people, "joy": replace(HOUSE.people["joy"], name='Jöy "J" Santos')}
    desk = replace(DESK, house=House(people, HOUSE.rules))
    message = parts(ASSIGNMENT, desk)[0]
    assert message["To"].addresses[0].display_name == 'Jöy "J" Santos'


def test_attachments_go_along_with_safe_names() -> None:
    files = (
        File('li"st\r\nX: y.csv', "a" * 64, 28, "text/csv"),
        File("Übersicht.bin", "b" * 64, 256, "application/x\r\nEvil: 1"),
        File("note.eml", "a" * 64, 28, "message/rfc822"),
    )
    message = parts(replace(ASSIGNMENT, files=files))[0]
    sent = list(message.iter_attachments())
    assert message.get_content_type() == "multipart/mixed"
    assert [p.get_payload(decode=True) for p in sent] == [DESK.read_file(f.sha256) for f in files]
    assert [p.get_content_type() for p in sent] == ["text/csv", *["application/octet-stream"] * 2]
    assert sent[1].get_filename() == "Übersicht.bin"
    assert all(
        set(p.keys()) <= {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition"} for p in sent
    )


def test_the_id_of_a_picture_is_none_of_its_senders_words() -> None:
    picture = File("plan.png", "a" * 64, 28, "image/png", inline=True, content_id="friday-board@mac.home")
    message = parts(replace(ASSIGNMENT, files=(picture,)))[0]
    (sent,) = message.iter_attachments()
    assert (sent["Content-ID"], sent.get_content_type()) == (f"<{'a' * 20}@inline.invalid>", "image/png")
    assert b"friday" not in message.as_bytes().lower()


def test_files_beyond_ten_megabytes_are_named_and_not_sent() -> None:
    big = {"c" * 64: b"x" * 9_999_000, "d" * 64: b"y" * 5_000, "e" * 64: b"z" * 900}
    files = tuple(File(f"{h[0]}.bin", h, len(data)) for h, data in big.items())
    letter = replace(ASSIGNMENT, files=(*files, File("gone.bin", "9" * 64, 10)))
    message, text, html = parts(letter, replace(DESK, read_file=big.get))
    assert [p.get_filename() for p in message.iter_attachments()] == ["c.bin", "e.bin"]
    for part in (text, html):
        assert "d.bin (5 KB), gone.bin (10 bytes)" in part


def test_without_plus_addresses_answers_go_to_the_bare_address() -> None:
    desk = replace(DESK, identity=Identity("tasks@carter.example", plus=False))
    message, _, html = parts(SAMPLES["assignment"], desk)
    assert message["Reply-To"] == "tasks@carter.example"
    assert "mailto:tasks@carter.example?subject=Re%3A%20%5BT-42%5D" in html
    assert "t42-joy" in message["Message-ID"]
    assert "body=H-7%20pass%20on" in parts(SAMPLES["digest"], desk)[2]


def test_a_users_own_template_is_used_and_a_broken_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "approved.txt").write_text("Well done: {{ task.tag }}\nNothing to do.\n{{ where }}\n")
    (tmp_path / "cancelled.txt").write_text("{{ no_such_thing }}")
    (tmp_path / "handed-on.txt").write_text("{{ ''.__class__.__mro__ }}")
    desk = replace(DESK, templates=tmp_path)
    assert parts(SAMPLES["approved"], desk)[1].startswith("Well done: T-42")
    assert parts(SAMPLES["cancelled"], desk)[1] == parts(SAMPLES["cancelled"])[1]
    assert parts(SAMPLES["handed-on"], desk)[1] == parts(SAMPLES["handed-on"])[1]


def test_a_fact_the_core_left_out_does_not_stop_a_letter() -> None:
    for letter in SAMPLES.values():
        compose(
            replace(letter, facts={k: letter.facts[k] for k in ("digest", "items") if k in letter.facts}),
            DESK,
            NOW,
        )


def test_the_owners_private_notes_never_reach_a_template() -> None:
    from tasks.model import Note

    task = replace(IN_THREAD, notes=(Note("stephanie", "Joy is slow, need by Friday myself", NOW),))
    for name, letter in SAMPLES.items():
        if letter.to == "joy" and letter.task:
            assert "Joy is slow" not in "".join(map(str, parts(replace(letter, task=task)))), name
