"""Only a plain yes confirms; what might be one does not."""

import pytest

from language.yes import yes_or_no

NAME = "Stephanie Miller"
YES = (
    ("yes", "Yes", "YES!", "ok", "Okay.", "Yes, please.", "yes, thanks", "Yes, that was me", "Yes it's mine")
    + ("Yes. It is mine.", "ja", "Ja, danke", "sí", "oui", "Sim.", "Yes, go ahead", "yes, it is")
    + (
        "Yes\n\nStephanie",
        "Yes.\n\nBest,\nStephanie Miller",
        "ok\n\nKind regards\nS.",
        "Yes!\nThanks,\nStephanie",
    )
    + ("\u200byes", "Yes\u00a0", "\n\nYes\n")
    + ("sure", "y", "Confirmed", "Confirmed.", "Correct", "It is mine", "it's mine", "That was me", "yes yes")
    + (
        "yes please do it",
        "Yes, please do it.",
        "Yes yes, go ahead",
        "Yes, confirmed",
        "Sure, go ahead",
        "ok yes",
    )
    + ("Yes, that's me", "of course", "Yes, I sent it. Thanks", "Sure.\n\nBest,\nStephanie", "YES YES YES")
)
NO = (
    "no",
    "No!",
    "Nope",
    "No, that was not me",
    "no, not mine",
    "Nein, danke",
    "No\n\nStephanie",
    "No, drop it",
    "n",
    "no no",
    "Not mine",
    "It is not mine",
    "That wasn't me.",
    "No, please drop it",
    "Drop it",
)
NEITHER = (
    (
        "",
        " ",
        "thanks",
        "great",
        "\N{THUMBS UP SIGN}",
        "will do",
        "noted",
        "got it",
        "fine",
        "on track",
        "2",
        "pass on",
    )
    + (
        "yes?",
        "Not yes",
        "yes but no",
        "Yes, but change the date",
        "no yes",
        "I say yes",
        "always",
        "yesterday",
    )
    + (
        "yes\n\nThis is an automatic reply.",
        "Yes, I am away until Monday.",
        "okay so what is this",
        "ok, who?",
    )
    + ("sure?", "Is it mine", "not sure", "not correct", "it is mine no", "correct it", "confirmed by whom?")
    + (
        "surely not",
        "yes no yes",
        "no yes no",
        "sure thing, but not this one",
        "go ahead and cancel",
        "x",
        "yy",
    )
    + ("please", "I do not know, do it yourself", "it is", "it was", "all good", "y n", "of course not")
    + ("On Mon Tasks wrote:\nyes", "yes" * 40, "yes\nno", "Yes\n\nEve", "nobody", "no idea what this is")
)


@pytest.mark.parametrize("words", YES)
def test_yes(words: str) -> None:
    assert yes_or_no(words, NAME) == "yes"


@pytest.mark.parametrize("words", NO)
def test_no(words: str) -> None:
    assert yes_or_no(words, NAME) == "no"


@pytest.mark.parametrize("words", NEITHER)
def test_neither(words: str) -> None:
    assert yes_or_no(words, NAME) == ""
