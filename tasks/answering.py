"""Open questions, and which of them an answer answers.

A mail may ask several things and an answer may answer some. Where it is plain
which, the others stay open and both sides are told; where it is not, one
answer answers all. A promise to answer later answers nothing.
"""

from language.answers_named import named_answers
from language.asked_for import is_request
from language.news import asks_for_news
from language.promises import only_promises, says_nothing
from language.questions import asks_back, puts_off, questions_in
from language.same_question import is_same_question
from language.taken_back import is_taken_back
from tasks import events as e
from tasks.draft import Draft
from tasks.events_agreed import QuestionReturned
from tasks.intents import Arrival
from tasks.letters import Kind, letter_key
from tasks.model import Question, Task
from tasks.talk import ANSWERS
from tasks.turns import asked_of_contractor, asked_of_owner
from tasks.words_go import is_asked

COUNTERED = frozenset({"", Kind.QUESTION, Kind.OWED, Kind.DIGEST})
READ = frozenset({"ok", "thumb", "praise"})  # to a letter that tells something: it was read
ASKING = frozenset({"", Kind.QUESTION, Kind.OWED, Kind.RELAY})  # "": in the person's own thread
AGREED = frozenset({"ok", "thumb", "will do"})  # an offer was made in the question that was asked back
_SURE = 8  # characters; a shorter piece of a question may be any question's


def ask(
    draft: Draft, number: int, by: str, text: str, mail: Arrival, *, blocks: bool = False, back: bool = False
) -> None:
    """Record what is asked, each question for itself."""
    several = questions_in(text if text.count("?") > 1 else mail.words)
    letter, asker = letter_of(draft, number, by), asked_for(by, mail)
    for question in several if len(several) > 1 and not blocks else (text,):
        event = e.QuestionAsked(by, question, mail.message_id, blocks, back, letter, asker)
        draft.record(number, event)


def asked_for(by: str, mail: Arrival) -> str:
    """Who asks for `by` (keys), where somebody stands in; ""."""
    return "" if mail.sender.person == by else mail.sender.person


def letter_of(draft: Draft, number: int, by: str) -> str:
    """The key that the letter will have which asks what `by` asks in this mail."""
    task = draft.task(number)
    to = task.owner if by == task.contractor else task.contractor
    return letter_key(Kind.QUESTION, number, to, 0, draft.cause)


def answer(draft: Draft, number: int, asked_by: str, mail: Arrival, words: str) -> tuple[str, ...]:
    """Record what the words answer; the questions of `asked_by` still open."""
    task = draft.task(number)
    left = left_open(task, asked_by, mail, words)
    mine = [q for q in task.questions if q.by == asked_by]
    done = tuple(q.text for q in mine if q not in left)
    if done:
        draft.record(number, e.QuestionAnswered(asked_by, words, only=done if left else ()))
    return tuple(q.text for q in left)


def is_short_answer(task: Task, mail: Arrival) -> bool:
    """Whether a bare short word of the owner answers an open question."""
    kind = mail.answers.kind if mail.answers else ""
    read = kind == Kind.RELAY and mail.short.word in READ
    return is_asked(task) and kind in ASKING and mail.short.word in ANSWERS and not read


def is_counter(mail: Arrival) -> bool:
    """Whether a question of the owner's stands in place of an answer, and not beside
    one that is owed: "any news?" never does."""
    kind = mail.answers.kind if mail.answers else ""
    return kind in COUNTERED and not asks_for_news(mail.words)


def owner_answers(draft: Draft, number: int, mail: Arrival, words: str) -> tuple[bool, tuple[str, ...]]:
    """Record what the owner's words are: an answer, a question, or one beside the
    other. Whether they ask, and the contractor's questions that are left open."""
    task = draft.task(number)
    asked = tuple(q.text for q in task.questions if q.by == task.contractor)
    back = bool(asked) and asks_back(words)
    left = answer(draft, number, task.contractor, mail, words) if asked and not back else asked
    asks = back or words.rstrip().endswith("?")
    if asks:
        ask(draft, number, task.owner, words, mail, back=back and is_counter(mail))
    return asks, left


def returned(draft: Draft, number: int, mail: Arrival) -> tuple[str, ...]:
    """What the owner asked back is answered: the contractor's questions, which wait
    for the owner again. An "ok" to it was all that they wanted to know."""
    task = draft.task(number)
    mine = asked_of_owner(task)
    if not mine or any(q.back for q in asked_of_contractor(task)):
        return ()
    if mail.short.word in AGREED:
        draft.record(number, e.QuestionAnswered(task.contractor, mail.words.strip()))
        return ()
    draft.record(number, QuestionReturned())
    return tuple(q.text for q in mine)


def take_back(draft: Draft, number: int, mail: Arrival) -> None:
    """The contractor found the answer alone, or had it beside us: nobody owes it
    any more. With several questions open it is not plain which."""
    task = draft.task(number)
    mine = asked_of_owner(task)
    if len(mine) == 1 and not asked_of_contractor(task) and is_taken_back(mail.words):
        draft.record(number, e.QuestionAnswered(task.contractor, mail.words.strip()))


def left_open(task: Task, asked_by: str, mail: Arrival, words: str) -> tuple[Question, ...]:
    """The questions that these words plainly leave unanswered. What the owner only
    promises to send or to do is still awaited."""
    mine = tuple(q for q in task.questions if q.by == asked_by)
    owed = asked_by == task.contractor
    if puts_off(words) or (owed and says_nothing(words)):
        return mine
    left = _unnamed(mine, mail, words)
    if owed and not mail.files and only_promises(words):
        return tuple(q for q in mine if q in left or q.blocks or is_request(q.text))
    return left


def _unnamed(mine: tuple[Question, ...], mail: Arrival, words: str) -> tuple[Question, ...]:
    """Of several questions those that the answer is not about: by what it is written
    under, by number, or by the letter that it answers."""
    if len(mine) < 2:
        return ()
    paired = {q.text for q in mine for quoted, _ in mail.pairs if _is_in(q.text, quoted)}
    if paired:
        return tuple(q for q in mine if q.text not in paired)
    numbers = named_answers(words, [q.text for q in mine])
    if numbers:
        return tuple(q for at, q in enumerate(mine, 1) if at not in numbers)
    letter = mail.answers.key if mail.answers and not mail.fresh else ""
    if letter and any(q.letter == letter for q in mine):
        answered = [q.text for q in mine if q.letter == letter]
        return tuple(q for q in mine if not any(is_same_question(q.text, text) for text in answered))
    return ()


def _is_in(question: str, quoted: str) -> bool:
    asked, cited = (" ".join(text.casefold().split()) for text in (question, quoted))
    return asked in cited or (len(cited) >= _SURE and cited in asked)
