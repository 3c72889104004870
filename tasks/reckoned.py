"""Whether a span of time could lead to a hidden day: from today, from the contractor's date, or from
the date beside it. What cannot be reckoned could.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from language.day_lookup import plain
from language.feast_days import feasts
from language.time_said import Role, Said
from language.time_units import compares
from tasks.model import Due
from tasks.spans import HOURS, in_days, in_hours, is_worked, month_at, on, same_period, worked_days

_SHORT = 12  # hours that lie within one day
_SLOP = 2  # hours
_SHARE = 0.15  # of a distance in hours
_COMPARES = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?P<word>later than|earlier than|sooner than|more than|less than|ahead of|prior"
    r" to|after|before|from"
    r"|past|beyond|following|since|until|till|between|than|behind|to|on from|on top of"
    r"|preceding)\b\W*(?:the )?(?P<rest>.*)",
    re.DOTALL,
)
_BACK = frozenset(("before", "earlier than", "sooner than", "ahead of", "prior to", "preceding", "less than"))
_OPEN = frozenset(("until", "till", "than", "more than", "less than", "to"))
_YOURS = re.compile(
    r"(?:that of |of )?(?:yours\b|your (?:due |dead|time|cut|own )?(?:date|line|limit"
    r"|day|off|deadline|term|one|time)s?\b)"
)
_DAYISH = re.compile(r"(?:\w+ ){0,2}(?:weekend|midnight|day|week|month|date|deadline|yours)")
_PERIOD = re.compile(
    r"(?:^|\b)(next|coming|upcoming|following|this|current)(?: (?:calendar|working"
    r"|business|full|whole))? ?$"
)
_UP_TO = re.compile(
    r"\b(?:before|by|until|till?|ahead of|prior to|not later than)(?: the)? ?$|^before"
    r" next"
)
_AGAIN = re.compile(
    r"\b(?:day|morning|night|evening)s? (?:after|before|following|past) (?:the )?(?:day"
    r"|morning|night|evening)"
)
_PLUS = re.compile(r"(?P<rest>[^.;!?\n]{2,40}?)\W*(?:plus|minus|\+|and)\W*$")
_TOLD = 60
_WORDS = 2  # words before a day that may begin its date
_NEXT = re.compile(r"\b(?:after|before|following|next|previous)\b")
_LEAD = 5  # characters before a name that is reckoned from
_HAVE = re.compile(r"\b(?:you|we)(?:'ve| have| get| got)+(?: only| just| about| still| now)? $")
_OF = re.compile(r"\W*(?:of|in|de|des|im|del|di|do)\W+(?=\w)")
_READ = 6  # words before a span among which a date may begin


@dataclass(frozen=True)
class Secret:
    """The hidden `days` and moments, those that the reader knows, the date that a text begins with, and
    whether the text is of another time than its mail (then there is no `today`)."""

    days: frozenset[date]
    dues: tuple[Due, ...]
    shown: tuple[Due, ...]
    shown_days: frozenset[date]
    day: Callable[[str], date | None]
    read: Callable[[str], Due | None]
    adrift: bool = False

    @cached_property
    def today(self) -> date | None:
        """The day on which the text was written."""
        return None if self.adrift else self.day("today")

    def may_be(self, said: Said, near: frozenset[date] = frozenset()) -> bool:
        """Whether a place that speaks of time could mean a hidden day; `near` are days that are named
        in its sentence."""
        if not self.days:
            return said.unit in HOURS and said.role in (Role.APART, Role.FROM) and self._hours_apart(said)
        if said.unit == "weekend":
            return any(day.weekday() in (4, 5, 6, 0) for day in self.days)
        if (
            said.part
            and (not said.counted or said.numbered)
            and (self._in_part(said) or said.role is Role.FROM)
        ):
            return True
        if not said.counted:
            return not said.part and self._compared(said)
        if said.numbered:
            return said.role is Role.FROM or not said.low or self._numbered(said)
        if not said.low:
            return True
        if said.role is not Role.AGO and any(
            self._meets(day, said, sign) for day in near for sign in (1, -1)
        ):
            return True
        return self._hours(said) if said.unit in HOURS else self._days(said)

    def _in_part(self, said: Said) -> bool:
        if said.unit == "week":
            days = {"begin": (6, 0, 1), "mid": (1, 2, 3), "end": (3, 4, 5, 6)}[said.part]
            return any(day.weekday() in days for day in self.days)
        low, high = {"begin": (1, 11), "mid": (8, 23), "end": (20, 31)}[said.part]
        return any(low <= day.day <= high or (day.day <= 2 and high == 31) for day in self.days)

    def _compared(self, said: Said) -> bool:
        """Without a number: "the next week", "the day after Thursday", "hours later"."""
        if said.unit in HOURS or said.role is not Role.FROM:
            return False
        if (period := _PERIOD.search(said.before[-30:])) and said.unit in ("week", "month"):
            ahead = int(period[1] not in ("this", "current"))
            if _UP_TO.search(said.before[: period.start()] if period.start() else said.before[-30:]):
                return any(self._ends_before(day, said.unit, ahead) for day in self.days)
            return self._in_period(said.unit, ahead)
        if _AGAIN.search(said.before + said.text + said.behind):
            return True
        return said.unit != "day" or self._read_beside(said)

    def _read_beside(self, said: Said) -> bool:
        """Whether the words around a day are no date that is read, or the date of a hidden day."""
        before = said.before.split()[-_WORDS:]
        if before and compares(before[-1], english=True):
            return True  # "the penultimate day before Sunday"
        for at in range(len(before) + 1):
            words = " ".join((*before[at:], said.text, said.behind.strip()))[:_TOLD]
            found = self.read(words)
            if found is not None and _NEXT.search(plain(found.phrase)) and said.text in plain(found.phrase):
                return self.day(words) in self.days
        return True

    def _ends_before(self, day: date, unit: str, ahead: int) -> bool:
        """Whether a day is one of the last before such a week or month begins."""
        today, ahead_by = self.today, range(1, 5)
        return today is None or any(
            same_period(day + timedelta(days=n), today, unit, ahead) for n in ahead_by
        )

    def _in_period(self, unit: str, ahead: int) -> bool:
        today = self.today
        if today is None:
            return True
        near = [same_period(day, today, unit, ahead) for day in self.days]
        known = (same_period(day, today, unit, ahead) for day in self.shown_days)
        return any(near) and not any(known)

    def _numbered(self, said: Said) -> bool:
        """ "The fifth day", "week 49", "month twelve": whether some way to count makes it a hidden one."""
        of = _OF.match(said.behind)
        months = month_at(said.behind[of.end() :]) if of else frozenset()
        if months and not any(day.month in months for day in self.days):
            return False
        return any(said.low <= n <= said.high for day in self.days for n in self._numbers(said.unit, day))

    def _numbers(self, unit: str, day: date) -> Iterator[int]:
        if unit in HOURS:
            return
        if unit == "month":
            yield day.month
        elif unit == "week":
            yield from (day.isocalendar().week, int(day.strftime("%U")) + 1, (day.day + 6) // 7)
            yield (day.day + date(day.year, day.month, 1).weekday() + 6) // 7
        else:
            yield from (day.day, day.timetuple().tm_yday, day.isoweekday(), day.isoweekday() % 7 + 1)
            yield worked_days(day.replace(day=1) - timedelta(days=1), day)
        for anchor in self._anchors():
            apart = (day - anchor).days
            yield from (
                (apart, apart + 1, worked_days(anchor, day))
                if unit == "day"
                else (apart // 7, apart // 7 + 1)
            )

    def _anchors(self) -> tuple[date, ...]:
        return (*self.shown_days, *((self.today,) if self.today else ()))

    def _hours(self, said: Said) -> bool:
        low, high = in_hours(said)
        if said.role is Role.FROM:
            return self._from_hours(said, low, high)
        if said.role is Role.AGO:
            return False
        if self.today is None and high >= _SHORT:
            return True
        return self._hours_ahead(low, high) or (said.role is not Role.AHEAD and self._hours_apart(said))

    def _from_hours(self, said: Said, low: float, high: float) -> bool:
        compared = _COMPARES.match(said.behind)
        if compared is None:
            return high >= _SHORT or self._hours_apart(said)
        rest = compared["rest"][:_TOLD]
        if (day := self.day(rest)) is not None:
            sign = -1 if compared["word"] in _BACK else 1
            reached = {day + sign * timedelta(hours=h) for h in (0, low - 12, low + 12, high + 12, high)}
            return bool(reached & self.days) or high >= _SHORT and low != high
        if compared["word"] in _OPEN or _YOURS.match(rest):
            return self._hours_ahead(low, high) or self._hours_apart(said)
        return high >= _SHORT or _DAYISH.match(rest) is not None

    def _hours_ahead(self, low: float, high: float) -> bool:
        """Whether so many hours from some time of today are a hidden moment."""
        if self.today is None:
            return False
        for due in self.dues:
            wall = due.at.astimezone(ZoneInfo(due.zone))
            most = (wall.date() - self.today).days * 24 + wall.hour + _SLOP
            if low <= most and high >= max(most - 24 - 2 * _SLOP, _SHORT):
                return True
        return False

    def _hours_apart(self, said: Said) -> bool:
        low, high = in_hours(said)
        for due in self.dues:
            for known in self.shown:
                apart = abs((due.at - known.at) / timedelta(hours=1))
                slop = max(min(_SLOP, apart / 2), apart * _SHARE)
                if low - slop <= apart <= high + slop:
                    return True
        return False

    def _days(self, said: Said) -> bool:
        if said.role is Role.AGO:
            return self.today is not None and self._meets(self.today, said, sign=-1)
        if said.role is Role.FROM:
            return self._from_days(said)
        if self.today is None:
            return True
        ahead = said.role is Role.AHEAD or _HAVE.search(said.before)
        anchors = (self.today,) if ahead else self._anchors()
        return any(self._meets(anchor, said) for anchor in anchors)

    def _from_days(self, said: Said) -> bool:
        compared = _COMPARES.match(said.behind)
        if compared is None:
            return self._plus(said)
        rest, word = compared["rest"][:_TOLD], compared["word"]
        day = self.day(rest)
        if day is not None:
            sign = -1 if word in _BACK else 1
            return any(self._meets(anchor, said, sign=sign) for anchor in self._meant(day, rest))
        if word in _OPEN or _YOURS.match(rest):
            anchors = {*self.shown_days} if _YOURS.match(rest) else {*self._anchors()}
            return self.today is None or any(self._meets(anchor, said) for anchor in anchors)
        return True

    def _meant(self, day: date, words: str) -> Iterator[date]:
        """What a date that was read may mean, too: the last Saturday, the 20th of the last month, the
        feast of this year."""
        yield from (day + timedelta(days=n) for n in (0, -7, 7))
        month = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
        yield from (
            at for at in (on(month, day.day), on(day.replace(day=1, year=day.year - 1), day.day)) if at
        )
        for year in {hidden.year for hidden in self.days}:
            yield from (feast for start, _, feast in feasts(words, year) if start <= _LEAD)

    def _plus(self, said: Said) -> bool:
        """ "Thursday plus two days": the date stands before the number."""
        before = _PLUS.search(said.before)
        words = before["rest"].split()[-_READ:] if before else []
        days = (self.day(" ".join(words[at:])) for at in range(len(words)))
        day = next((day for day in days if day), None)
        return day is None or self._meets(day, said)

    def _meets(self, anchor: date, said: Said, sign: int = 1) -> bool:
        """Whether so many days from this one, all counted or only weekdays, are a hidden one."""
        low, high = in_days(said)
        for day in self.days:
            apart = (day - anchor).days * sign
            worked = worked_days(min(day, anchor), max(day, anchor)) if apart > 0 else 0
            if low <= apart <= high or (said.unit == "day" and worked and low <= worked <= high):
                return True
            if said.unit == "week" and is_worked(said) and 4 <= apart <= 8:
                return True
        return False
