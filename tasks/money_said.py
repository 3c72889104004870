"""A sum that is named after the brief: by the owner, or in a question that the owner answers.

It is no price that Handoff knows, so nothing is billed by it; but silence approves nothing then.
"""

from language.masking import mask
from language.sums import sum_in
from tasks.draft import Draft
from tasks.events_follow import MoneyNamed
from tasks.intents import Arrival
from tasks.turns import asked_of_owner


def note_money(draft: Draft, number: int, mail: Arrival) -> None:
    """Record the sum in these words of the owner's, if it is the first of an open task."""
    task = draft.task(number)
    if not task.is_open or task.priced:
        return
    asked = (question.text for question in asked_of_owner(task))
    if said := sum_in("\n".join((mail.words, *asked))):
        draft.record(number, MoneyNamed(mask(said).text))
