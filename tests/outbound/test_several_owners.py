"""A letter about tasks of several owners is signed with all of them."""

from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path

from shell.letters_known import text_of

LETTERS = Path(__file__).parent.parent / "letters"


def _text(name: str) -> tuple[str, str]:
    message = message_from_bytes((LETTERS / f"{name}.eml").read_bytes())
    return str(make_header(decode_header(str(message["From"])))), " ".join(text_of(message).split())


def test_a_contractors_letter_names_them_all() -> None:
    sender, text = _text("week-asks")
    assert "Stephanie and George's tasks" in sender
    assert (
        "Tasks of Stephanie Carter and George Hale, who can always be reached at "
        "stephanie@carter.example and george@carter.example." in text
    )


def test_a_letter_of_one_owner_is_signed_as_ever() -> None:
    sender, text = _text("reminder-several")
    assert "Stephanie's tasks" in sender
    assert "Tasks of Stephanie Carter, who can always be reached at stephanie@carter.example." in text
