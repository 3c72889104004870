"""An answer to a letter about several tasks that names none of them.

A contractor's words are not lost for want of a tag: with one open task they are
about that; with several they are kept, and the contractor is asked which.
"""

from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Task
from tasks.people import Person
from tasks.talk import is_small_talk

TOLD = frozenset({Kind.AWAY, Kind.WEEK})  # letters that ask nothing of their reader


def for_one_of(draft: Draft, mail: Arrival, person: Person) -> list[Task]:
    """The contractor's open tasks of which such words may mean one; none where they
    are not a contractor's answer to a letter that only tells something."""
    kind = mail.answers.kind if mail.answers else ""
    if mail.lines or kind not in TOLD or is_small_talk(mail):
        return []
    mine = {task.number: task for task in draft.view.doing(person.key)}
    told = mail.answers.about if mail.answers else ()
    if "owner" in person.roles and not (told and all(number in mine for number in told)):
        return []  # told as an owner: there the words are a private note
    return [mine[number] for number in sorted(mine)]


def asks_nothing(mail: Arrival) -> bool:
    """Whether it is a thank-you for a letter that only tells something."""
    answered = mail.answers is not None and mail.answers.kind in TOLD
    return answered and not mail.lines and is_small_talk(mail)
