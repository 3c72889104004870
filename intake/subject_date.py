"""A date in the Subject of a mail that opens a task: "Paint the fence by Friday".

It holds where the body names none. Where both do, the body's holds, and the
receipt says so. A Subject that answers or passes on is older than its mail.
"""

from collections.abc import Callable

from language.brief import plain_title
from language.date_lines import all_date
from language.meaning import DueReading, Sure

_DATED = (Sure.SURE, Sure.AMBIGUOUS)
_PHRASE = 60  # characters of it that the receipt repeats
DIFFERS = 'Your Subject says "{}"; the date in your mail holds.'


def with_subject(
    subject: str, body: DueReading, read: Callable[[str], DueReading]
) -> tuple[DueReading, tuple[str, ...]]:
    """The date of a mail whose body was read as `body`, and what the receipt says
    of another one in the Subject. `read` reads a text with the writer's clock."""
    if body.sure not in (Sure.NONE, *_DATED) or plain_title(subject) != subject.strip():
        return body, ()
    if all_date(subject):  # "Friday" asks for nothing by then
        return body, ()
    found = read(subject)
    if found.sure not in _DATED or found.at is None:
        return body, ()
    if body.sure is Sure.NONE:
        return found, ()
    phrase = " ".join(found.phrase.split())[:_PHRASE]
    return body, (DIFFERS.format(phrase),) if found.at != body.at else ()
