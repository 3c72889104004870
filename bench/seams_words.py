"""What measuring calls of the readers of words and briefs, in plain values."""

from language.brief import lint
from language.vocabulary import Argument, word
from language.words import read_words

_NUMBERS = (Argument.NUMBER, Argument.HOURS)


def read_commands(text: str, role: str) -> list[dict[str, object]]:
    """Each command as cmd, arg (a number, a list, a string or None) and how."""
    return [
        {"cmd": found.word, "arg": _plain(word(found.word).argument, found.arg), "how": found.how.value}
        for found in read_words(text, role)
    ]


def lint_brief(subject: str, body: str) -> dict[str, object]:
    """The verdict on a brief and its issues."""
    found = lint(subject, body)
    return {"verdict": found.verdict, "issues": list(found.issues)}


def _plain(kind: Argument, arg: str) -> object:
    if not arg:
        return None
    if kind in _NUMBERS:
        return float(arg)
    if kind is Argument.LIST:
        numbers = arg.split(",")
        return [int(n) for n in numbers] if all(n.isdigit() for n in numbers) else arg.split(";")
    return arg
