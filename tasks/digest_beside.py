"""What stands beside the words of an answer to a digest: none of it gets lost.

A word about all tasks (`away`, `stop`) in a line without a tag acts as in any mail; words
above or below a command in a tagged line are read as if they stood alone.
"""

from dataclasses import replace

from language.meaning import How
from language.short import is_praise, is_thanks
from language.words_lines import bare_line
from tasks.draft import Draft
from tasks.events import NoteKept
from tasks.intents import Arrival, Short
from tasks.own_words import OWN_WORDS, PROVEN
from tasks.talk import carries_the_rest, is_small_talk, plain_words, with_undo

# A contractor's words that take no others along.
ALONE = frozenset({"accept", "progress", "hours", "invoice", "check", "uncheck", "step", "status", "snooze"})
Told = tuple[tuple[str, str], ...]


def own_beside(draft: Draft, mail: Arrival) -> Told:
    """Carry out the words about all tasks that stand in no tagged line."""
    told: list[tuple[str, str]] = []
    if mail.sender.evidence.value not in PROVEN:
        return ()
    done = {bare_line(c.line) for line in mail.lines for c in line.commands}
    for command in mail.commands:
        mine = command.word in OWN_WORDS and command.how is How.EXPLICIT
        if mine and bare_line(command.line) not in done:
            outcome = OWN_WORDS[command.word](draft, 0, mail, command)
            told.append((command.line or command.word, with_undo(command.word, outcome)))
    return tuple(told)


def words_beside(part: Arrival, done: tuple[str, ...], role: str) -> Arrival | None:
    """The words of a tagged line beside the words that were `done`, as a mail of their own;
    None where these took them along, or nothing is left."""
    explicit = all(c.how is How.EXPLICIT for c in part.commands)
    rest = plain_words(part)
    carried = carries_the_rest(part, done) if role == "owner" else not ALONE.issuperset(done)
    if not rest or not explicit or carried:
        return None
    left = replace(part, words=rest, own=rest, body=rest, commands=(), short=Short())
    return None if is_thanks(rest) or is_small_talk(left) else left


def with_reason(part: Arrival) -> Arrival:
    """A tagged line that sends work back, its other words the reason: "T-1 redo", and below
    it what is missing. They are for the contractor, and no private note."""
    if len(part.commands) != 1 or part.commands[0].word != "redo":
        return part
    redo = part.commands[0]
    reason = "\n".join(words for words in (redo.arg, plain_words(part)) if words)
    words = redo.line if redo.how is How.EXPLICIT else ""
    return replace(part, words=words, own=words, body=words, commands=(replace(redo, arg=reason),))


def tell_notes(draft: Draft, number: int, before: int) -> None:
    """Say of the words beside a word that they stay here: those of the task's events from
    `before` on. Where no word was told they are read as plain words, and told as such."""
    for event in draft.done_to(number)[before:] if draft.lines else ():
        if not isinstance(event, NoteKept) or event.aside or is_thanks(event.text) or is_praise(event.text):
            continue
        if any(f'"{event.text}"' in said for _, said in draft.lines):
            continue  # told with its word
        draft.say(event.text, "kept as your private note, and passed on to nobody")
