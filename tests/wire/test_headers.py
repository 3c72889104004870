"""The header writer: whatever comes in, one field goes out."""

from email import policy
from email.parser import BytesParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.addresses import display
from wire.headers import UnsafeHeader, check_header_bytes, parameter, write_headers
from wire.text import clean

WHOLE = (
    ("From", '"Tasks" <tasks@example.com>'),
    ("To", "joy@example.com"),
    ("Subject", "[T-42] Paint the fence"),
    ("Date", "Mon, 02 Nov 2026 09:00:00 -0800"),
    ("Message-ID", "<t42-joy-1-abcdefghijklmnop.00ff@example.com>"),
)
# Texts an attacker would choose: line ends of every kind, and what parsers decode.
nasty = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            [
                "\r\n",
                "\n",
                "\r",
                "\x85",
                "\u2028",
                "\u2029",
                "\0",
                "\x0b",
                "\x0c",
                "Bcc: evil@example.com",
                " ",
                "\t",
            ]
            + [
                "=?utf-8?q?hi=0D=0ABcc:_x?=",
                "ü",
                "\u202e",
                "a" * 80,
                "😀" * 30,
                ":",
                "<",
                ">",
                '"',
                "\ud800",
                "\\",
            ]
        ),
        max_size=12,
    ).map("".join),
)


def subject_of(block: bytes) -> str:
    return str(BytesParser(policy=policy.default).parsebytes(block + b"\r\n")["Subject"])


def test_a_whole_header() -> None:
    block = write_headers(WHOLE)
    assert block.decode() == (
        'From: "Tasks" <tasks@example.com>\r\n'
        "To: joy@example.com\r\n"
        "Subject: [T-42] Paint the fence\r\n"
        "Date: Mon, 02 Nov 2026 09:00:00 -0800\r\n"
        "Message-ID: <t42-joy-1-abcdefghijklmnop.00ff@example.com>\r\n"
    )
    check_header_bytes(block)
    check_header_bytes(block + b"\r\nbody\nBcc: in the body nobody minds")


@given(nasty)
def test_no_subject_makes_a_second_field(text: str) -> None:
    block = write_headers([("Subject", text), ("To", "joy@example.com")])
    lines = block.split(b"\r\n")
    assert lines[-1] == b"" and lines[-2].startswith(b"To: ")
    assert lines[0].startswith(b"Subject:")
    assert all(line.startswith(b" ") and line.strip() for line in lines[1:-2])
    assert all(len(line) <= 78 for line in lines)
    assert b"\r" not in b"".join(lines) and b"\n" not in b"".join(lines) and block.isascii()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300))
def test_a_subject_arrives_as_it_was(text: str) -> None:
    assert subject_of(write_headers([("Subject", text)])) == clean(text)


@given(nasty)
def test_no_name_makes_a_second_address(name: str) -> None:
    block = write_headers([("From", display(name, "tasks@example.com"))])
    read = BytesParser(policy=policy.default).parsebytes(block + b"\r\n")
    assert list(read.keys()) == ["From"]
    assert [address.addr_spec for address in read["From"].addresses] == ["tasks@example.com"]


@given(st.lists(st.tuples(st.text(max_size=20), nasty), max_size=6))
def test_what_the_writer_lets_out_passes_a_second_look(fields: list[tuple[str, str]]) -> None:
    try:
        block = write_headers([*WHOLE, *fields])
    except UnsafeHeader:
        return
    check_header_bytes(block)


@given(nasty)
def test_foreign_ids_are_written_whole_or_not_at_all(text: str) -> None:
    block = write_headers([("References", f"<a@x> {text} <b@y>")])
    assert block.count(b"\r\n") == len(block.splitlines())
    assert block.startswith(b"References: ") and b"Bcc:" not in block.replace(b"<Bcc:", b"")


def test_references_keep_the_first_and_the_newest() -> None:
    block = write_headers([("References", " ".join(f"<{n}@example.com>" for n in range(200)))])
    ids = block.split()[1:]
    assert len(ids) == 30
    assert (ids[0], ids[1], ids[-1]) == (b"<0@example.com>", b"<171@example.com>", b"<199@example.com>")


def test_a_field_whose_ids_cannot_be_written_is_left_out() -> None:
    assert (
        write_headers([("In-Reply-To", "<kaputt id@x>"), ("To", "joy@example.com")])
        == b"To: joy@example.com\r\n"
    )


def test_an_empty_subject_stays_a_field() -> None:
    assert write_headers([("Subject", "")]) == b"Subject: \r\n"


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(("Bcc", "evil@example.com"), id="a field no letter bears"),
        pytest.param(("X-Evil\r\nBcc", "x"), id="a break in the name"),
        pytest.param(("Süject", "x"), id="a name beyond ASCII"),
        pytest.param(("To", "joy@example.com, evil@example.com"), id="two addresses"),
        pytest.param(("To", "joy@example.com\r\nBcc: evil@example.com"), id="a break in an address"),
        pytest.param(("From", "Team: joy@example.com;"), id="a group"),
        pytest.param(("Date", "heute, 9 Uhr früh"), id="a structured field beyond ASCII"),
        pytest.param(("Message-ID", "<a@x> <b@x>"), id="two ids"),
        pytest.param(("Message-ID", ""), id="no id"),
        pytest.param(("X-Handoff-Task", "T-" + "4" * 2000), id="a line over 998"),
    ],
)
def test_what_cannot_be_written_safely_is_refused(field: tuple[str, str]) -> None:
    with pytest.raises(UnsafeHeader):
        write_headers([field])


def test_a_field_stands_once() -> None:
    with pytest.raises(UnsafeHeader, match="twice"):
        write_headers([("Subject", "a"), ("subject", "b")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"Subject: ", b"Subject: x\r\nBcc: evil@example.com\r\n y", id="a Bcc"),
        pytest.param(b"Subject: ", b"Subject: x\r\nSubject: ", id="a doubled field"),
        pytest.param(b"Subject: ", b"Subject: x\nBcc: evil", id="a bare LF"),
        pytest.param(b"Subject: ", b"Subject: x\rBcc: evil", id="a bare CR"),
        pytest.param(b"Subject: ", b"Subject: \0", id="NUL"),
        pytest.param(b"Subject: ", b"Subject: \xc3\xbc", id="8-bit"),
        pytest.param(b"Subject: ", b"Subject: x\r\n\r\n", id="an early end"),
        pytest.param(b"Subject: ", b"Subject: x\r\n \r\n y", id="a fold of nothing"),
        pytest.param(b"Subject: ", b"Subject : ", id="space before the colon"),
        pytest.param(b"Subject: ", b"Subject: " + b"x" * 998, id="a long line"),
        pytest.param(b"From: ", b" From: ", id="a continuation of nothing"),
        pytest.param(b"Subject: [T-42] Paint the fence\r\n", b"", id="no Subject"),
    ],
)
def test_the_last_look_at_the_bytes(old: bytes, new: bytes) -> None:
    block = write_headers(WHOLE)
    assert old in block
    with pytest.raises(UnsafeHeader):
        check_header_bytes(block.replace(old, new, 1))


@given(nasty)
def test_a_file_name_stays_in_its_parameter(name: str) -> None:
    written = parameter("filename", name)
    assert written.isascii() and "\r" not in written and "\n" not in written
    block = write_headers([("Content-Disposition", f"attachment; {written}")])
    read = BytesParser(policy=policy.default).parsebytes(block + b"\r\n")
    assert list(read.keys()) == ["Content-Disposition"]


def test_a_file_name_beyond_ascii_is_read_back() -> None:
    block = write_headers([("Content-Disposition", f"attachment; {parameter('filename', 'Maße; neu.pdf')}")])
    read = BytesParser(policy=policy.default).parsebytes(block + b"\r\n")
    assert read.get_filename() == "Maße; neu.pdf"
