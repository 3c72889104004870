"""What is read in a mail, mail by mail; and that no mail makes the reader raise."""

from datetime import UTC, datetime
from email.utils import getaddresses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mailparser.utils import get_addresses

from intake.parse import parse
from intake.parse_addresses import plain_address
from intake.parse_head import written_at
from tests.intake.mails import ARRIVED, FOLDER, raw, read

WRITTEN = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("plain-task", "New sign for the shop window"),
        ("subject-undeclared-latin1", "Bücher für die Tür"),
        ("subject-cut-inside-a-character", "Größe"),
        ("subject-with-line-break-inside", "Paint Bcc: victim@example.org"),
        ("two-subjects", "The first"),
    ],
)
def test_subject_is_one_decoded_line(name: str, subject: str) -> None:
    assert read(name).subject == subject


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain-task", "Please draw a sign, 60 by 40 cm.\nDue: Friday 5 pm"),
        ("subject-undeclared-latin1", "Drei Stück."),
        ("unknown-charset", "Twenty € for paint"),
        ("latin1-label-on-utf8", "Twenty € for paint"),
        ("two-versions", "The plain words."),
        ("plain-version-empty", "Only here."),
        ("apple-text-picture-text", "Before the picture.\n\nAfter the picture."),
        ("attached-mail", "My own words."),
        ("uuencoded", "Here is the list."),
        ("broken-boundary", "Words in a broken mail."),
        ("loose-text-beyond-ascii", "Größe 日本語 for the sign.\nSchöne Grüße"),
    ],
)
def test_body_is_what_the_sender_wrote(name: str, text: str) -> None:
    assert read(name).text.strip() == text


def test_html_becomes_readable_text() -> None:
    text = read("html-only").text
    assert "- paint\n- brushes" in text
    assert "Paint | 20 USD\nBrush | 4 USD" in text
    assert "the page <https://lopez-studio.example/p>" in text
    assert not {"alert", "color", "hidden", "no\n"} & set(text.split())


def test_attached_mail_is_a_file_with_its_subject() -> None:
    assert [part.name for part in read("attached-mail").parts] == ["Roof_ leaks-again.eml"]


def test_file_names_are_labels_without_path_or_controls() -> None:
    names = [part.name for part in read("hostile-names").parts]
    assert names == ["passwd", "file-2.pdf", "r oof_gnp.exe", "file-4.ics"]


def test_uuencoded_file_is_an_attachment() -> None:
    (part,) = read("uuencoded").parts
    assert (part.name, part.data) == ("list.txt", b"paint\nbrush\n")


def test_a_package_of_outlooks_is_an_attachment_with_its_usual_name() -> None:
    raw = (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nSee the file.\n'
        b"--b\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n--b--\n"
    )
    mail = parse(raw, ARRIVED)
    assert (mail.text.strip(), [part.name for part in mail.parts]) == ("See the file.", ["winmail.dat"])


def test_inline_picture_is_marked_so() -> None:
    (part,) = read("apple-text-picture-text").parts
    assert (part.name, part.inline) == ("window.jpg", True)


@pytest.mark.parametrize(
    ("name", "addresses", "agrees"),
    [
        ("plain-task", ("maria@lopez-studio.example",), True),
        ("from-two-readings", ("evil@evil.example",), False),
        ("from-two-fields", ("stephanie@harbour-books.example", "evil@evil.example"), False),
        ("from-missing", (), False),
    ],
)
def test_from_counts_only_where_readers_agree(name: str, addresses: tuple[str, ...], agrees: bool) -> None:
    mail = read(name)
    assert (mail.from_addresses, mail.from_agrees) == (addresses, agrees)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("Mon, 2 Mar 2026 08:30:00 -0800", WRITTEN, id="pacific"),
        pytest.param("Mon, 2 Mar 2026 16:30:00 -0000", WRITTEN, id="no place"),
        pytest.param("Tue, 2 Mar 2027 16:30:00 +0000", ARRIVED, id="a year ahead"),
        pytest.param("Thu, 1 Jan 1970 00:00:00 +0000", ARRIVED, id="flat battery"),
        pytest.param("next Tuesday", ARRIVED, id="not a date"),
        pytest.param("", ARRIVED, id="none"),
        pytest.param("Mon, 99 Mar 99999999999 16:30:00 +9999", ARRIVED, id="numbers out of range"),
    ],
)
def test_written_at(header: str, expected: datetime) -> None:
    assert written_at(header, ARRIVED) == expected


def test_ids_keep_their_brackets_and_order() -> None:
    head = b"References: <one@x>\n <two@x> junk <three@x>\nIn-Reply-To: <three@x> (yesterday)\n"
    mail = parse(head + b"Message-ID: no-brackets@x\n\nbody", ARRIVED)
    assert mail.references == ("<one@x>", "<two@x>", "<three@x>")
    assert (mail.in_reply_to, mail.message_id) == ("<three@x>", "<no-brackets@x>")


def test_kept_headers_are_in_order_and_received_only_the_topmost() -> None:
    head = b"".join(b"Received: from host%d\n" % number for number in range(9))
    mail = parse(head + b"Delivered-To: first@x\nDelivered-To: second@x\nX-Junk: y\n\nbody", ARRIVED)
    assert mail.fields("delivered-to") == ("first@x", "second@x")
    assert mail.fields("received") == tuple(f"from host{number}" for number in range(5))
    assert mail.fields("x-junk") == ()


def test_a_mail_over_a_cap_keeps_who_and_what() -> None:
    mail = parse(b"From: a@b.example\nSubject: big\nX: " + b"y" * 20_000 + b"\n\nbody", ARRIVED)
    assert (mail.from_addresses, mail.subject) == (("a@b.example",), "big")
    assert mail.trouble == "The header field x is longer than 16 KB."


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.eml")), ids=lambda path: str(path.stem))
def test_every_mail_of_ours_cut_anywhere_is_read_without_trouble(path: object) -> None:
    octets = raw(getattr(path, "stem", ""))
    for end in range(0, len(octets), 97):
        assert parse(octets[:end], ARRIVED).trouble == ""


PIECES = [
    *(
        b"From: ",
        b"Subject: ",
        b"Content-Type: ",
        b"multipart/mixed; boundary=b",
        b"text/html",
        b"message/rfc822",
    ),
    *(b"\n", b"\n\n", b"--b\n", b"--b--\n", b"=?utf-8?q?", b"?=", b"\xff\xfe", b"<a@b>", b'"', b"(", b"<div"),
    *(
        b"Content-Transfer-Encoding: base64\n",
        b"charset=utf-16",
        b"> ",
        b"begin 644 x\n",
        b"message/delivery-status",
    ),
    b"On 1 Jan 2026 at 10:00 X <a@b> wrote:\n",
    b"Content-Disposition: attachment; filename*=x''%00\n",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_never_raises(pieces: list[bytes]) -> None:
    parse(b"".join(pieces), ARRIVED)


def test_a_broken_field_beside_it_does_not_unprove_the_sender() -> None:
    head = b"From: Ann <ann@example.com>\nTo: =?utf-8?b?AAAAA?= <t@x.example>\n\nbody"
    mail = parse(head, ARRIVED)
    assert (mail.from_agrees, mail.text) == (True, "body")


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_what_no_line_can_show_is_left_out(kind: str) -> None:
    body = b"a\x00b\x1b[31m\x07 c&#27;&#x85;\td" if kind == "text/html" else b"a\x00b\x1b[31m\x07 c\td"
    mail = parse(b"From: a@b.example\nContent-Type: " + kind.encode() + b"\n\n" + body, ARRIVED)
    assert not [c for c in mail.text if ord(c) < 32 and c not in "\t\n" or 127 <= ord(c) < 160]
    assert "ab[31m" in mail.text


@settings(max_examples=300, deadline=None)
@given(
    st.from_regex(
        r'(?:(?:[A-Za-z0-9_-]{1,9}(?: [A-Za-z0-9_-]{1,9}){0,3}|"[A-Za-z0-9_-]{1,9}( [A-Za-z0-9_-]{1,9})?") )?'
        r"<?[A-Za-z0-9_+.-]{1,9}@[A-Za-z0-9.-]{1,12}>?",
        fullmatch=True,
    )
)
def test_a_plain_sender_is_what_every_reader_sees(field: str) -> None:
    """Such a field is read once; so the others must never see anything else in it."""
    plain = plain_address(field.encode())
    if plain:
        assert [found.lower() for _, found in getaddresses([field])] == [plain]
        assert [found.lower() for _, found in get_addresses(field, decode_names=True)] == [plain]
