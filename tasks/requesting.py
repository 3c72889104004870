"""A contractor's request without a question mark: it waits for the owner like a question."""

from language.asked_for import request_in
from tasks.answering import ask
from tasks.contractor_acts import to_owner
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Stage
from tasks.talk import plain_words

ASKED = frozenset({"question", "blocked", "done", "decline"})  # words whose own letter asks


def see_request(draft: Draft, number: int, mail: Arrival, done: tuple[str, ...]) -> None:
    """ "Please send me the login." goes to the owner at once, and stays open."""
    task = draft.task(number)
    if ASKED & set(done) or not task.is_open or task.stage is Stage.IN_REVIEW or not task.contractor:
        return
    if request := request_in(plain_words(mail)):
        ask(draft, number, task.contractor, request, mail)
        to_owner(draft, number, mail, Kind.QUESTION, asked="question", blocks=False)
