"""An absence that an owner says in a sentence of its own, and what looks like one.

Written by hand: it is read only where a whole sentence of the writer's names a day and who
answers; where it is not sure it stays words (replies 2 holds that without `ask` it is words).
"""

import pytest

from language.meaning import How
from language.words import read_words

SAID = [
    ("Hi, I am away until Monday, ask Ben if anything burns.", "until Monday, ask Ben"),
    ("I am away until Monday, ask Ben if anything burns", "until Monday, ask Ben"),
    ("Hi Joy,\n\nI'm away until 7 Dec, please ask Ben.\n\nThanks\nStephanie", "until 7 Dec, ask Ben"),
    ("The flyer looks good. I am away for 3 days, ask Ben Okafor meanwhile.", "for 3 days, ask Ben Okafor"),
    (
        "Please use blue. I am away until Monday, so please ask Ben if you need anything.",
        "until Monday, ask Ben",
    ),
    ("Just so you know, I am away until Monday; ask Ben in the meantime.", "until Monday, ask Ben"),
    ("Please note that I\u2019m away till Friday, ask Ben if it is urgent.", "till Friday, ask Ben"),
    ("FYI: i am away until monday, ask ben if something comes up", "until monday, ask ben"),
    ("I am away until Monday, ask Ben if you have any questions.", "until Monday, ask Ben"),
    ("I am away until Monday, ask ben@example.org for anything urgent.", "until Monday, ask ben@example.org"),
]
WORDS = [
    "Hi, I am away until Monday.",
    "I am away until Monday, ask Ben about the key.",
    "I am away until Monday, ask Ben for the key.",
    "I am away until Monday, ask Ben if he has the key.",
    "I am away until Monday, ask Ben whether the key fits.",
    "I am away until Monday, ask him if anything burns.",
    "I am away until Monday, ask me if anything burns.",
    "I am away until Monday, ask if anything burns.",
    "I am away until Monday, do not ask Ben.",
    "I am away until Monday, ask Ben if anything burns?",
    "I am away until the paint is dry, ask Ben if anything burns.",
    "I am away on Monday, ask Ben if anything burns.",
    "I was away until Monday, ask Ben if anything burns.",
    "I am not away until Monday, ask Ben if anything burns.",
    "If I am away until Monday, ask Ben if anything burns.",
    "Joy is away until Monday, ask Ben if anything burns.",
    "Joy said: I am away until Monday, ask Ben if anything burns.",
    'She wrote "I am away until Monday, ask Ben if anything burns."',
    'Put this up: "I am away until Monday, ask Ben if anything burns."',
    '"I am away until Monday, ask Ben if anything burns."',
    "\u201cI am away until Monday, ask Ben if anything burns.\u201d",
    "Write on the sign:\nI am away until Monday, ask Ben if anything burns.",
    "Write on the sign:\n\nI am away until Monday, ask Ben if anything burns.",
    "Write on the sign: I am away until Monday, ask Ben if anything burns.",
    "> I am away until Monday, ask Ben if anything burns.",
    "Thanks.\n\nOn Mon, Nov 30, 2026 at 9:12 AM Joy <joy@example.net> wrote:\n"
    "> I am away until Monday, ask Ben if anything burns.",
    "The client told me on the phone, and I wrote down word for word what she told me,\n"
    "I am away until Monday, ask Ben if anything burns.",
]


@pytest.mark.parametrize(("text", "arg"), SAID)
def test_an_owner_says_it(text: str, arg: str) -> None:
    found = [c for c in read_words(text, "owner", ["joy", "ben"]) if c.word == "away"]
    assert [(c.arg, c.how) for c in found] == [(arg, How.EXPLICIT)]


@pytest.mark.parametrize("text", WORDS)
def test_what_is_not_sure_stays_words(text: str) -> None:
    assert "away" not in [c.word for c in read_words(text, "owner", ["joy", "ben"])]


def test_a_contractors_sentence_stays_words() -> None:
    """Whom they name is only named to the owner, who reads the words."""
    text = "Hi, I am away until Monday, ask Ben if anything burns."
    assert "away" not in [c.word for c in read_words(text, "contractor")]


def test_the_words_beside_it_are_read_as_ever() -> None:
    text = "Due: Friday 5pm\n\nI am away until Monday, ask Ben if anything burns. Please use blue."
    assert [c.word for c in read_words(text, "owner")] == ["due", "away"]
