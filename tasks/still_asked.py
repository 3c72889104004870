"""Questions shown to whoever answers for an owner by the very mail that answers some of them.

Its words are read after the word that names who answers: what is answered by them is
asked of nobody.
"""

from tasks.letters import Kind, Letter
from tasks.model import Task
from tasks.replacing import replace


def still_asked(letter: Letter, task: Task) -> Letter | None:
    """The letter with the contractor's questions that `task` leaves open; None where it
    would ask nothing. Only for a letter that an owner's own mail brings to somebody else."""
    if letter.kind is not Kind.QUESTION or letter.to in (task.owner, task.contractor):
        return letter
    shown = str(letter.facts.get("words", ""))
    left = [q for q in task.questions if q.by == task.contractor and q.text in shown]
    if not left:
        return None
    words, blocks = "\n".join(q.text for q in left), any(q.blocks for q in left)
    return replace(letter, facts={**letter.facts, "words": words, "blocks": blocks})
