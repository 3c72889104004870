"""Short answers, told apart from sentences. Rows in cases/words_short.txt."""

from pathlib import Path

import pytest

from language.short import is_praise, is_thanks, reaction, read_short

CASES = Path(__file__).parent / "cases" / "words_short.txt"


def rows() -> list[object]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = [tuple(part.strip() for part in line.rpartition("=>")[::2]) for line in lines if "=>" in line]
    return [pytest.param(text, wanted, id=text or "empty") for text, wanted in pairs]


@pytest.mark.parametrize(("text", "wanted"), rows())
def test_read_short(text: str, wanted: str) -> None:
    found = read_short(text)
    kind, _, number = wanted.partition(" ")
    assert (found.kind.value if found else "") == kind
    assert not number or (found and found.number == int(number))


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Thanks!", True),
        ("Thank you so much Joy, have a great weekend!", True),
        ("Thanks for the quick update.", True),
        ("Vielen Dank, schönes Wochenende", False),  # a word we do not know: passed on
        ("Many thanks 🙏", True),
        ("thanks, will do", False),
        ("Thanks, but the second page is missing", False),
        ("Thanks for the update, when can I see it?", False),
        ("", False),
    ],
)
def test_is_thanks(text: str, thanks: bool) -> None:
    assert is_thanks(text) is thanks


@pytest.mark.parametrize(
    ("text", "praise"),
    [
        ("Great!", True),
        ("Perfect, thanks so much!", True),
        ("Looks good 👍", True),
        ("great job Joy, thank you", True),
        ("thanks", False),
        ("Great, but change the title", False),
        ("Is it good?", False),
        ("great idea", False),
    ],
)
def test_is_praise(text: str, praise: bool) -> None:
    assert is_praise(text) is praise


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("👍 Joy Santos reacted to your message: 👍", "👍"),
        ("Joy reacted via Gmail ❤️", "❤"),
        ("The catalyst reacted violently 👍", ""),
        ("ok 👍", ""),
    ],
)
def test_reaction(text: str, picture: str) -> None:
    assert reaction(text) == picture
