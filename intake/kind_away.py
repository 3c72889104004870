"""When an away person is back, as their vacation reply says it.

Best effort and never believed further than pausing a chase: the date agreed
for a task stays what it was.
"""

import re
from datetime import UTC, date, datetime, timedelta

_MONTHS = {
    1: "january jan januar janvier enero janeiro gennaio januari ocak"
    " januari leden ledna styczeń stycznia января січня tammikuuta",
    2: "february feb februar février fevrier febrero fevereiro febbraio februari"
    " únor února luty lutego февраля лютого helmikuuta",
    3: "march mar märz maerz mars marzo março marco maart"
    " marts březen března marzec marca марта березня maaliskuuta mart",
    4: "april apr avril abril aprile duben dubna kwiecień kwietnia апреля квітня huhtikuuta nisan",
    5: "may mai mayo maio maggio mei maj květen května maja мая травня toukokuuta mayıs",
    6: "june jun juni juin junio junho giugno červen června czerwiec czerwca июня червня kesäkuuta haziran",
    7: "july jul juli juillet julio julho luglio červenec července lipiec lipca июля липня heinäkuuta temmuz",
    8: "august aug août aout agosto augustus"
    " augusti srpen srpna sierpień sierpnia августа серпня elokuuta ağustos",
    9: "september sep sept septembre septiembre setembro settembre"
    " září wrzesień września сентября вересня syyskuuta eylül",
    10: "october oct oktober okt octobre octubre outubro ottobre"
    " říjen října październik października октября жовтня lokakuuta ekim",
    11: "november nov novembre noviembre novembro"
    " listopad listopadu listopada ноября листопада marraskuuta kasım",
    12: "december dec dezember dez décembre decembre diciembre dezembro dicembre"
    " desember prosinec prosince grudzień grudnia декабря грудня joulukuuta aralık",
}
_DAYS = {
    0: "monday montag lundi lunes segunda-feira lunedì maandag mon"
    " måndag mandag poniedziałek pondělí понедельник понеділок",
    1: "tuesday dienstag mardi martes terça-feira martedì dinsdag tue"
    " tisdag tirsdag wtorek úterý вторник вівторок",
    2: "wednesday mittwoch mercredi miércoles quarta-feira mercoledì woensdag wed"
    " onsdag środa středa среда среду середа",
    3: "thursday donnerstag jeudi jueves quinta-feira giovedì donderdag thu"
    " torsdag czwartek čtvrtek четверг четвер",
    4: "friday freitag vendredi viernes sexta-feira venerdì vrijdag fri"
    " fredag piątek pátek пятница пятницу п'ятниця",
    5: "saturday samstag samedi sábado sabato zaterdag sat"
    " lördag lørdag sobota sobotu суббота субботу субота",
    6: "sunday sonntag dimanche domingo domenica zondag sun"
    " söndag søndag niedziela neděle воскресенье неділя",
}
_MONTH_OF = {word: number for number, words in _MONTHS.items() for word in words.split()}
_DAY_OF = {word: number for number, words in _DAYS.items() for word in words.split()}
# How a reply leads to its date; the second group means "that day I am here again".
_LEAD = re.compile(
    r"(?i)\b(?:(?P<last>till? och med|til og med|until|till?|through|thru|bis(?: einschließlich| zum"
    r"| einschl\.?)?"
    r"|jusqu['’]au|jusqu['’]à|hasta(?: el)?|até(?: o)?"
    r"|fino al|tot(?: en met)?|t/m|t\.?o\.?m\.?|do(?: dnia)?|до|по|to)"
    r"|(?P<back>back(?: in the office| at my desk| at work)?(?: on)?"
    r"|return(?:ing)?(?: to the office| to work)?(?: on)?|wieder (?:da|im büro"
    r"|erreichbar)?(?: ab| am)?"
    r"|ab dem|de retour(?: le)?|vuelvo(?: el)?|regreso(?: el)?|volto(?: em| a)?"
    r"|rientro(?: il)?|terug(?: op)?"
    r"|tillbaka(?: den)?|tilbage(?: den)?|tilbake(?: den)?|wracam|będę z powrotem|вернусь"
    r"|буду(?: снова)?))\b[\s:,]{1,4}"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})\.?(?:[./]?\s?(\d{4}|\d{2}))?(?![\d])")
_DAY_MONTH = re.compile(
    r"(?i)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+"
    r"|de\s+)?([^\W\d_]{3,12})\.?,?(?:\s+(?:de\s+)?(\d{4}))?"
)
_MONTH_DAY = re.compile(r"(?i)([^\W\d_]{3,12})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?")
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_SKIPPED = re.compile(
    r"(?i)^(?:(?:the|on|el|le|il|den|dem|am|op|på|dne|dnia|w|v|ve|в|next|kommenden|nächsten)\s+)+"
)
_LOOK = 60  # characters after the leading word in which its date must begin
_FAR = timedelta(days=400)  # an absence that ends later is a misreading


def back_at(text: str, arrived_at: datetime) -> datetime | None:
    """Return from when the writer is back (aware UTC, midnight), or None where no date is named.

    "until Friday" counts Friday as away, "back on Friday" does not and says more. A date
    without a year is the next one after `arrived_at` (aware UTC). Never raises.
    """
    today = arrived_at.astimezone(UTC).date()
    until = None
    for lead in _LEAD.finditer(text):
        found = _date_at(text[lead.end() : lead.end() + _LOOK], today)
        if found is None or not today <= found <= today + _FAR:
            continue
        day = datetime(found.year, found.month, found.day, tzinfo=UTC)
        if not lead["last"]:
            return day
        until = until or day + timedelta(days=1)
    return until


def _date_at(text: str, today: date) -> date | None:
    words = _SKIPPED.sub("", text.lstrip())
    weekday = None
    first = _WORD.match(words)
    if first and first.group(0).lower() in _DAY_OF:
        weekday = _DAY_OF[first.group(0).lower()]
        words = _SKIPPED.sub("", words[first.end() :].lstrip(" ,.-"))
    return _calendar_date(words, today) or _next_weekday(weekday, today)


def _calendar_date(words: str, today: date) -> date | None:
    if iso := _ISO.match(words):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), today)
    if (named := _DAY_MONTH.match(words)) and named[2].lower() in _MONTH_OF:
        return _day(int(named[3] or 0), _MONTH_OF[named[2].lower()], int(named[1]), today)
    if (named := _MONTH_DAY.match(words)) and named[1].lower() in _MONTH_OF:
        return _day(int(named[3] or 0), _MONTH_OF[named[1].lower()], int(named[2]), today)
    if numbers := _NUMBERS.match(words):
        return _numbers(int(numbers[1]), int(numbers[3]), numbers[2], int(numbers[4] or 0), today)
    return None


def _numbers(first: int, second: int, mark: str, year: int, today: date) -> date | None:
    """Read 24.12. or 12/24: dots mean day first; of a slash the only possible or the nearer reading."""
    year = year + 2000 if 0 < year < 100 else year
    day_first = _day(year, second, first, today)
    month_first = _day(year, first, second, today)
    if mark == "." or month_first is None:
        return day_first
    if day_first is None:
        return month_first
    return min(day_first, month_first)


def _day(year: int, month: int, day: int, today: date) -> date | None:
    try:
        found = date(year or today.year, month, day)
        if not year and found < today:
            found = date(today.year + 1, month, day)
    except ValueError:
        return None
    return found


def _next_weekday(weekday: int | None, today: date) -> date | None:
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
