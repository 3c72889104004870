"""Histories of tasks that were late or nearly, each with the lateness that is the
contractor's own, in minutes of their working time, reckoned by hand.

The rule (conversation.md): lateness counts in the contractor's working hours,
from the date that is agreed, and only while the next step is the contractor's.
While an answer, a look at the finished piece or the owner's `resume` is awaited,
while nothing reaches the contractor, or somebody else is awaited, it stands. A
date that was agreed anew replaces the one before it.

Moments are the contractor's own wall clock. Where nothing else is said: Joy in
Manila, at work Monday to Friday 09:00 to 17:00, has the task since Monday 30
November 09:00, and it is due Wednesday 2 December 17:00.
"""

from dataclasses import dataclass, field

DUE = "Wed 2 Dec 17:00"
HANDED = "Mon 30 Nov 09:00"


@dataclass(frozen=True)
class History:
    """`steps` are (what, when) or (what, when, which date); `now` is when it is
    asked. `owner`: minutes after the due moment that the owner took; `before`:
    those before it; `others`: those of somebody else, after it."""

    name: str
    steps: tuple[tuple[str, ...], ...]
    late: int
    now: str
    who: str = "joy"
    due: str = DUE
    handed: str = HANDED
    owner: int | None = None
    before: int | None = None
    others: int = field(default=0)


def _(name: str, *steps: str, late: int, now: str = "", **more: object) -> History:
    """Steps as "ask Wed 2 Dec 15:00" or "eta Thu 3 Dec 11:00 -> Fri 4 Dec 12:00"."""
    parted = tuple(_step(step) for step in steps)
    return History(name, parted, late, now or parted[-1][1], **more)  # type: ignore[arg-type]


def _step(text: str) -> tuple[str, ...]:
    what, _, rest = text.partition(" ")
    when, arrow, date = rest.partition(" -> ")
    return (what, when, date) if arrow else (what, when)


HISTORIES: tuple[History, ...] = (
    # nothing but the clock
    _("before the date", "done Wed 2 Dec 16:00", late=0),
    _("at the date", "done Wed 2 Dec 17:00", late=0),
    _("a minute later, after work", "done Wed 2 Dec 17:01", late=0),  # the day is over: no working time
    _("a minute of the next day", "done Thu 3 Dec 09:01", late=1),
    _("the next day", "done Thu 3 Dec 12:30", late=210),  # Thu 9:00-12:30
    _("two days", "done Fri 4 Dec 10:00", late=540),  # Thu 480 + Fri 60
    _("over a weekend", "done Mon 7 Dec 11:00", due="Fri 4 Dec 17:00", late=120),  # Mon 9-11
    _("from Friday noon", "done Mon 7 Dec 10:00", due="Fri 4 Dec 12:00", late=360),  # Fri 300 + Mon 60
    _("due in the night", "done Mon 7 Dec 09:45", due="Sat 5 Dec 03:00", late=45),
    _("not done yet", late=479, now="Thu 3 Dec 16:59"),  # Thu 9:00-16:59
    _("finished at night", "done Thu 3 Dec 23:00", late=480),  # all of Thursday, and no more
    # questions
    _(
        "asked before the date and answered after it",
        "ask Wed 2 Dec 15:00",
        "answer Thu 3 Dec 11:00",
        "done Thu 3 Dec 15:00",
        late=240,  # Thu 11-15
        owner=120,  # Thu 9-11
        before=120,  # Wed 15-17
    ),
    _(
        "asked after the date",
        "ask Thu 3 Dec 10:00",
        "answer Fri 4 Dec 10:00",
        "done Fri 4 Dec 12:30",
        late=210,  # Thu 9-10 = 60, Fri 10-12:30 = 150
        owner=480,  # Thu 10-17 = 420, Fri 9-10 = 60
    ),
    _(
        "answered out of hours",
        "ask Wed 2 Dec 16:00",
        "answer Thu 3 Dec 22:00",
        "done Fri 4 Dec 11:00",
        late=120,  # Fri 9-11
        owner=480,  # all of Thursday
        before=60,
    ),
    _(
        "answered in the morning before work",
        "ask Thu 3 Dec 13:00",
        "answer Fri 4 Dec 06:00",
        "done Fri 4 Dec 09:30",
        late=270,  # Thu 9-13 = 240, Fri 9-9:30 = 30
        owner=240,  # Thu 13-17
    ),
    _(
        "two questions that overlap",
        "ask Thu 3 Dec 10:00",
        "ask2 Thu 3 Dec 11:00",
        "answer Thu 3 Dec 13:00",
        "answer2 Thu 3 Dec 15:00",
        "done Thu 3 Dec 16:00",
        late=120,  # Thu 9-10 = 60, 15-16 = 60
        owner=300,  # Thu 10-15, once
    ),
    _(
        "two questions and the second answered first",
        "ask Wed 2 Dec 16:00",
        "ask2 Thu 3 Dec 12:00",
        "answer2 Thu 3 Dec 13:00",
        "answer Thu 3 Dec 16:00",
        "done Fri 4 Dec 09:20",
        late=80,  # Thu 16-17 = 60, Fri 20
        owner=420,  # Thu 9-16
        before=60,
    ),
    _("a question open still", "ask Thu 3 Dec 10:00", late=60, now="Fri 4 Dec 16:00", owner=840),  # 420 + 420
    _(
        "asked and answered before the date",
        "ask Tue 1 Dec 10:00",
        "answer Wed 2 Dec 16:00",
        "done Thu 3 Dec 11:00",
        late=120,  # the date stayed; Thu 9-11
        owner=0,
        before=840,  # Tue 10-17 = 420, Wed 9-16 = 420
    ),
    _(
        "a question over the weekend",
        "ask Fri 4 Dec 14:00",
        "answer Mon 7 Dec 10:00",
        "done Mon 7 Dec 12:00",
        due="Fri 4 Dec 12:00",
        late=240,  # Fri 12-14 = 120, Mon 10-12 = 120
        owner=240,  # Fri 14-17 = 180, Mon 9-10 = 60
    ),
    # blocks
    _(
        "blocked over the date",
        "block Wed 2 Dec 12:00",
        "answer Thu 3 Dec 14:00",
        "done Thu 3 Dec 17:00",
        late=180,  # Thu 14-17
        owner=300,  # Thu 9-14
        before=300,  # Wed 12-17
    ),
    _(
        "the contractor gets on alone",
        "block Wed 2 Dec 12:00",
        "unblock Thu 3 Dec 10:30",
        "done Thu 3 Dec 12:00",
        late=90,  # Thu 10:30-12
    ),
    _(
        "somebody else is awaited",
        "others Thu 3 Dec 10:00",
        "unblock Fri 4 Dec 10:00",
        "done Fri 4 Dec 12:00",
        late=180,  # Thu 9-10 = 60, Fri 10-12 = 120
        owner=0,
        others=480,  # Thu 10-17 = 420, Fri 9-10 = 60
    ),
    _(
        "somebody else and then the owner",
        "others Thu 3 Dec 09:00",
        "ask Thu 3 Dec 11:00",
        "answer Thu 3 Dec 13:00",
        "unblock Thu 3 Dec 14:00",
        "done Thu 3 Dec 15:00",
        late=60,  # Thu 14-15
        owner=120,  # Thu 11-13
        others=180,  # Thu 9-11 and 13-14
    ),
    # the finished piece
    _(
        "sent back after the date",
        "done Wed 2 Dec 16:00",
        "redo Fri 4 Dec 11:00",
        "done Fri 4 Dec 15:00",
        late=240,  # Fri 11-15
        owner=600,  # Thu 480, Fri 9-11 = 120
    ),
    _(
        "late and sent back",
        "done Thu 3 Dec 11:00",
        "redo Fri 4 Dec 12:00",
        "done Mon 7 Dec 10:00",
        late=480,  # Thu 9-11 = 120, Fri 12-17 = 300, Mon 9-10 = 60
    ),
    _("waits for a look", "done Thu 3 Dec 11:00", late=120, now="Mon 7 Dec 16:00"),
    _(
        "approved and sent back after all",
        "done Wed 2 Dec 15:00",
        "approve Thu 3 Dec 10:00",
        "redo Fri 4 Dec 10:00",
        "done Fri 4 Dec 12:00",
        late=120,  # Fri 10-12
    ),
    _("taken back", "done Wed 2 Dec 16:00", "undone Thu 3 Dec 10:00", "done Thu 3 Dec 11:00", late=60),
    # on hold, out of reach
    _(
        "on hold over the date",
        "hold Wed 2 Dec 10:00",
        "resume Fri 4 Dec 13:00",
        "done Fri 4 Dec 16:30",
        late=210,
    ),
    _(
        "on hold after the date",
        "hold Thu 3 Dec 11:00",
        "resume Mon 7 Dec 09:00",
        "done Mon 7 Dec 11:00",
        late=240,  # Thu 9-11 = 120, Mon 9-11 = 120
    ),
    _(
        "never reached until the address was mended",
        "bounce Mon 30 Nov 09:05",
        "mend Fri 4 Dec 10:00",
        "done Fri 4 Dec 15:00",
        late=300,  # Fri 10-15
    ),
    _(
        "out of reach for some hours",
        "bounce Thu 3 Dec 10:00",
        "report Thu 3 Dec 15:00",
        "done Thu 3 Dec 16:00",
        late=120,  # Thu 9-10 and 15-16
    ),
    # dates
    _(
        "a new date agreed after the old one",
        "eta Thu 3 Dec 11:00 -> Fri 4 Dec 12:00",
        "agree Thu 3 Dec 14:00 -> Fri 4 Dec 12:00",
        "done Fri 4 Dec 15:00",
        late=180,  # Fri 12-15
    ),
    _(
        "a date proposed and not agreed",
        "eta Wed 2 Dec 15:00 -> Fri 4 Dec 12:00",
        "done Thu 3 Dec 12:00",
        late=180,
    ),
    _("a later date of the owner", "set Thu 3 Dec 10:00 -> Mon 7 Dec 12:00", "done Mon 7 Dec 12:00", late=0),
    _(
        "an earlier date that was not accepted",
        "accept Mon 30 Nov 10:00",
        "earlier Tue 1 Dec 10:00 -> Wed 2 Dec 12:00",
        "done Thu 3 Dec 10:00",
        late=60,  # from Wed 17:00, which was agreed: Thu 9-10
    ),
    _(
        "an earlier date that was accepted",
        "accept Mon 30 Nov 10:00",
        "earlier Tue 1 Dec 10:00 -> Wed 2 Dec 12:00",
        "accept Tue 1 Dec 11:00",
        "done Wed 2 Dec 17:00",
        late=300,  # Wed 12-17
    ),
    _("fine forgives nothing", "fine Thu 3 Dec 10:00", "done Thu 3 Dec 12:00", late=180),
    _(
        "a date that had passed when it was set",
        "set Thu 3 Dec 11:00 -> Thu 3 Dec 10:00",
        "done Thu 3 Dec 12:00",
        late=60,
    ),
    # people
    _(
        "handed on after the date", "assign Thu 3 Dec 12:00", "done Fri 4 Dec 10:00", late=360
    ),  # Thu 300, Fri 60
    _(
        "a date in another zone",  # Wed 17:00 in Los Angeles is Wed 20:00 in New York, after Ben's day
        "done Thu 3 Dec 09:30",
        who="ben",
        due="Wed 2 Dec 20:00",
        late=30,
    ),
    _(
        "over a holiday",  # Thursday 26 November is Ben's
        "done Fri 27 Nov 10:15",
        who="ben",
        handed="Mon 23 Nov 09:00",
        due="Wed 25 Nov 17:00",
        late=75,
    ),
    _(
        "over the end of summer time",  # 1 November, between Ben's Friday and Monday
        "done Mon 2 Nov 09:30",
        who="ben",
        handed="Mon 26 Oct 09:00",
        due="Fri 30 Oct 16:00",
        late=90,  # Fri 16-17 = 60, Mon 30
    ),
    _(
        "other hours",  # Kim in Berlin works 08:30 to 16:30
        "ask Fri 23 Oct 10:00",
        "answer Mon 26 Oct 09:00",
        "done Mon 26 Oct 12:00",
        who="kim",
        handed="Mon 19 Oct 09:00",
        due="Thu 22 Oct 16:30",
        late=270,  # Fri 8:30-10 = 90, Mon 9-12 = 180
        owner=420,  # Fri 10-16:30 = 390, Mon 8:30-9 = 30
    ),
    _(
        "a week from Sunday to Thursday",  # Nepa works Sun-Thu 10:00 to 18:00
        "done Sun 6 Dec 11:30",
        who="nepa",
        due="Thu 3 Dec 18:00",
        late=90,
    ),
    _(
        "the night that has an hour twice",  # Ned works 00:00 to 08:00, Sundays too: nine hours on 1 November
        "done Sun 1 Nov 08:00",
        who="ned",
        handed="Mon 26 Oct 01:00",
        due="Sun 1 Nov 00:00",
        late=540,
    ),
)
