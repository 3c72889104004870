"""What was left out of an owner's words to a contractor, as it may tell the owner's own
date: told with the way to send it all the same, and sent once by `send as is`."""

from tasks.draft import Draft
from tasks.events_follow import LeftOut
from tasks.letters import Kind
from tasks.model import File, Task
from tasks.talk import name_of


def keep_left(draft: Draft, number: int, sentences: tuple[str, ...], files: tuple[File, ...] = ()) -> None:
    """Keep what was left out of one mail; what a former one left out is over by it."""
    if sentences or files:
        draft.record(number, LeftOut("\n".join(sentences), files))


def left_to_send(task: Task) -> bool:
    """Whether something is kept that `send as is` would send."""
    return bool(task.left_out or task.left_files)


def send_left(draft: Draft, number: int) -> str:
    """Send it, once; what the transcript says of it."""
    task = draft.task(number)
    who = send_unchanged(draft, task, task.left_out, "words", files=task.left_files)
    draft.record(number, LeftOut("", ()))
    return f"sent to {who} once, with your own date; a letter cannot be taken back"


def send_unchanged(draft: Draft, task: Task, words: str, about: str, *, files: tuple[File, ...] = ()) -> str:
    """The owner's words as they are, to whoever has the task: that one's first name."""
    draft.post(
        Kind.RELAY,
        task.contractor,
        task.number,
        as_is=True,
        writer=name_of(draft, task.owner),
        words=words,
        about=about,
        pairs=(),
        files=files,
    )
    return name_of(draft, task.contractor)
