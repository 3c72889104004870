"""Whether a text tells a hidden day by its distance in another language than `named_distance` knows,
or by the end of its week: "in vier Tagen", "przed weekendem", "J+4".
"""

from collections.abc import Callable, Iterator
from datetime import date

from language.day_spans import Span, day_spans, weeks_end
from tasks.named_distance import Apart
from tasks.no_date import is_no_date
from tasks.time_frames import framed

_WEEKS_ENDS = ("the end of the week", "the weekend", "this weekend")
Day = Callable[[str], date | None]


def told_ahead(
    text: str, hidden: frozenset[date], day: Day, apart: Apart | None
) -> Iterator[tuple[int, int]]:
    """Where one of the `hidden` days is told; `day` is the one that an English phrase begins with."""
    for span in day_spans(text):
        if _fits(span, hidden, day, apart) and not is_no_date(text, span.start):
            yield span.start, span.end
    places = list(weeks_end(text))
    if places:
        frames = list(framed(text))  # "Have a good weekend!"
        places = [place for place in places if not any(a <= place[0] < b for a, b in frames)]
    if places and any(day(phrase) in hidden for phrase in _WEEKS_ENDS):
        yield from places


def _fits(span: Span, hidden: frozenset[date], day: Day, apart: Apart | None) -> bool:
    if span.apart:
        return apart is not None and apart.fits(str(span.days), "day")
    return day(f"in {span.days} days" if span.days else f"in {span.hours} hours") in hidden
