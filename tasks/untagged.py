"""What stands behind no tag in an answer to a digest: it is told back, and kept of an owner.

A line without a tag is for no task, and obeying it would be a guess. It is no loss either,
for its writer reads that it was not used, and how to hand it in.
"""

from language.masking import mask
from language.meaning import How
from language.short import is_praise, is_thanks
from language.words_lines import bare_line
from language.words_text import is_greeting
from language.yes import only_signs
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.own_words import OWN_WORDS
from tasks.people import Person

KEPT, SHOWN = 300, 200  # characters of them in the digest, and in the answer
OF_OWNER = (
    "not used, for it stands behind no tag; kept as your private note. For a task, begin the line"
    " with its tag: T-12 ...; a new task is a mail of its own"
)
OF_CONTRACTOR = "not passed on: which task? Begin the line with its tag: T-12 ..."


def tell_untagged(
    draft: Draft, mail: Arrival, person: Person, used: frozenset[str]
) -> tuple[str, str] | None:
    """The words behind no tag and what became of them; None where there are none but a
    courtesy. `used`: words that were taken as the answer to a quoted question."""
    spent = {bare_line(line) for words in used for line in words.splitlines()}
    left = [line for line in _without_words(mail).splitlines() if line.strip()]
    left = [line for line in left if bare_line(line) not in spent and not _is_courtesy(line, person)]
    words = mask(" ".join(" ".join(left).split())).text
    if not words:
        return None
    if "owner" not in person.roles:
        return words[:SHOWN], OF_CONTRACTOR
    draft.remark(person.key, f"Your note: {words[:KEPT]}")
    return words[:SHOWN], OF_OWNER


def _without_words(mail: Arrival) -> str:
    """Without the words about all tasks, which act from any line."""
    left = mail.untagged
    for command in mail.commands:
        if command.word in OWN_WORDS and command.how is How.EXPLICIT:
            left = left.replace(command.line, "", 1)
    return left


def _is_courtesy(line: str, person: Person) -> bool:
    said = line.strip()
    return is_greeting(said) or is_thanks(said) or is_praise(said) or only_signs(said, person.name)
