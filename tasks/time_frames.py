"""Spans of time that are no date: how long something takes, how often it is done, what a thing is
called ("the 2 hour primer"), how old it is, what is over, and courtesies.

Only what is surely so, by the words around it: a date that is told cannot be taken back.
"""

import re
from collections.abc import Iterator
from functools import cache

from language.day_lookup import latin_digits, plain
from language.time_beside import LASTING

_PARTS = {
    "N": r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty"
    r"|thirty|forty|fifty|sixty|ninety|a (?:couple|few)(?: of)?|(?:a )?few|several|some|many|half an?"
    r"|an? half)",
    "U": r"(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?|nights?|evenings?|mornings?"
    r"|workdays?|weekends?)",
    "ONE": r"(?:minute|min|hour|hr|day|week|month|night|weekend)",
    "Q": r"(?:(?:more|full|whole|good|working|business|long|short|busy|extra|and a half|solid)[ -])*",
    "NOT": r"(?![\s-]*(?:later|longer|shorter|after|before|from|past|beyond|behind|ahead|earlier|sooner"
    r"|early|late"
    r"|following|until|till"
    r"|to go|left|on from|plus|over|under|than|more|less|extra|hence|away|out|today|tomorrow|now|since"
    r"|mon|tue|wed|thu"
    r"|fri|sat|sun|on your|on the date|off your|(?:of|in|this|next) (?:the )?(?:this|next|jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec|slack|air"
    r"|margin|buffer|grace|delay|room|leeway|notice|warning)))",
    "PROCESS": r"(?:dry|dries|dried|drying|hardens?|hardening|cures?|cured|curing|rests?|resting|soaks?"
    r"|soaking|cools?"
    r"|cooling|steep|marinate|chill|ferments?|rises?|bakes?|baking|boils?|simmers?|set hard|charges?"
    r"|heals?|defrost"
    r"|germinate|proof|freezes?)",
    "MADE": r"(?:paint|sand|prime|coat|varnish|glue|wash|clean|water|oil|stain|seal|plaster|polish|rinse"
    r"|mix|stir|bake"
    r"|cook|hang it dry)",
    "THING": r"(?:menu|card|calendar|trial|plan|planner|primer|glue|epoxy|adhesive|deodorant|workshop"
    r"|course|class|trip|tour|pass"
    r"|ticket|festival|conference|camp|retreat|hike|walk|drive|ride|flight|cruise|shift|job|session|film"
    r"|movie|video|clip|recipe|diet"
    r"|program|programme|planner|chart|forecast|warranty|guarantee|guide|itinerary|sale|offer|special"
    r"|package|bundle|service"
    r"|clinic|hotline|helpline|nurse|parking|rental|lease|contract|cycle|formula|cream|paint|varnish"
    r"|coating|lipstick|battery"
    r"|timer|clock|format|race|marathon|exhibition|challenge|streak|strike|dough|bread|stew|cooler|fast"
    r"|cleanse|membership|visa"
    r"|internship|stay|weather|kit|pack|supply|ration|lesson|lecture|talk|concert|drama|documentary"
    r"|playlist|mix|recording|tape)",
    "TELL": r"(?:call|ring|phone|text|mail|email|e-mail|write|tell|message|ping|warn|remind|notify|let"
    r" me know|let us know)",
    "GO": r"(?:start|begin|come|leave|arrive|go|set off|set out|travel|visit|drop by|drop in|paint|print"
    r"|drive|order|buy)",
}
_FRAMES = (
    # how often, and for each of them
    r"\b(?:per|each|every|any|every other|every second|all|any|once an?|twice an?|times an?"
    r"|times in an?) (?:<N> )?"
    r"(?:\w+ )?<U>\b<NOT>",
    r"(?:/|\ba pop a|\bthe) ?(?:hour|day)-?rate\b|\b\d+ ?(?:[a-z]{2,4} ?)?/ ?<ONE>\b",
    r"(?:\b<N>|\d) (?:[a-z]{2,} ){0,2}(?:[a-z]{2,}|[$€£]) ?(?:an?|per|/) <ONE>\b<NOT>",
    r"[$€£] ?\d[\d.,]* an? <ONE>\b<NOT>|\b\d{3,}(?:[.,]\d+)? (?:an?|per) <ONE>\b<NOT>",
    r"\b(?:pay|pays|paid|payable|payment)\b(?: \w+){0,3} <N> <Q><U>(?: net)? (?:of|after|from) (?:the |your"
    r" |my )?(?:invoice|bill)\b",
    r"\b(?:once|twice|thrice|daily|weekly|monthly|hourly) (?:an? )?<U>?",
    r"\b<N> <Q><U> (?:an?|each|per|every) (?:day|week|month|year|person|head|piece|room|visit|\w+)\b<NOT>",
    r"\b<N> <Q><U> each\b",
    # how long it takes, or took
    r"\b(?:takes|(?:will|would|should|can|may|to|might|could|not) take|took|taking|taken|lasts?|lasted"
    r"|lasting|spent|spend|spends|costs?|charge|charged"
    r"|charges|bill|billed|pay"
    r"|paid|worked|logged|booked me|needs?|needed|requires?|needing|within the last|in the last|over the"
    r" last|for the"
    r" (?:last|past)|in the past|during the (?:last|past)|these (?:last|past)|those|runs for|runs|ran"
    r" for|ran"
    r"|waited|slept|stayed|lived|sat|stood|lay)(?: (?:me|you|us|her|him|them|it|about|around|roughly"
    r"|only|at least|at most|up to"
    r"|almost|nearly|just|over|under|another|for|some|the|less than|more than|longer than|maybe"
    r"|well)){0,3} <N>"
    r" <Q><U>\b<NOT>",
    r"\b<PROCESS>\b(?: \w+){0,4} <N> <Q><U>\b(?:(?! after (?:you|your|the))|(?= after (?:the )?(?:paint"
    r"|coat|prim)))",
    r"\b<N> <Q><U>(?: \w+){0,3} (?:to |until (?:it is |it's )?|till (?:it is |it's )?|of )<PROCESS>\b",
    r"\b<N> <Q><U>(?: later| after)? (?:it|they|we|you) (?:can|may|should|must|is|are|will be|will)"
    r" (?:be )?(?:<MADE>|<PROCESS>|dry)",
    r"\b<PROCESS> <N> <Q><U> after (?:painting|gluing|washing|printing|baking|coating|priming)",
    r"^\W*<MADE>(?: \w+){1,3} <N> <Q><U> (?:after|before|later than) (?:the )?(?:first |second |last"
    r" )?(?:primer|paint\w*"
    r"|coat\w*|glue|plaster|varnish)\b",
    r"\b<N> <Q><U>(?:'s?)? (?:of (?:work|music|footage|video|film|audio|driving|training|teaching"
    r"|labou?r|rain|sun|snow|fun"
    r"|silence|sleep|rest|travel|testing|editing|drying|practice|talk|talks|lessons?|school|your time|my"
    r" time|our time"
    r"|her time|his time|battery|play\w*|recording\w*|material|content|overtime|effort|data|logs?|history)"
    r"|(?:long|straight|running|in a row|in total|wide)\b|off (?:work|school)|off\b(?! (?:from|the))"
    r"|work\b|'? work\b|'? pay\b)",
    r"\b(?:not|never) (?:for|in) <N> <U>\b<NOT>",
    r"(?<!month is )(?<!week is )(?<!year is )\b<N>[ -]<ONE>s?[ -](?:old|long)\b",
    # what is over
    r"\b<N> <Q><U> ago\b|\blong ago\b",
    r"\b(?:last|the past|the last|past|previous|the previous) (?:<N> |(?:couple|few) (?:of )?)?(?:week"
    r"|month|night|weekend|year|evening)s?"
    r"\b(?! (?:of|in|before|day|working))|\b(?:the )?(?:last|past) (?:<N>|couple of) <Q>(?:days|hours"
    r"|minutes|nights)\b(?! (?:of|in|before))",
    r"\b(?:it|that|this|there|she|he|they|we) (?:was|were|had been|came|went|called|left) (?:\w+ )?<N>"
    r" <Q><U> (?:later|earlier|before)\b",
    # names of things
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|one|half)[ -]<ONE>["
    r" -](?:[a-z-]+ )?<THING>s?\b<NOT>",
    r"\b(?:an?|the|this|that|each|every|one|your|my|our|last) (?:day|week|month|night)'s (?:work|pay"
    r"|wages|menu|rest|news"
    r"|lists?|photos?|special\w*|catch|sales|takings|rent|worth|sleep|paper|mail|post|salary|programme"
    r"|program|food|bread|soup)\b",
    r"\b(?:the )?(?:opening|office|business|working|closing|shop|visiting|rush|happy|man|person|peak"
    r"|after|school|lunch|quiet"
    r"|early|late|small|wee|core)[ -]hours?\b<NOT>|\bhours of (?:operation|business|opening|service)\b",
    r"\b(?:working|business|week|work|open|market|wash|sports|field|rainy|sunny|hot|cold|snow|school|fun"
    r"|play|dress|name"
    r"|feast|saint's|open house|big|bad|good|dark|old|early|modern|present|latter|dog)[ -]?days? (?:and"
    r" (?:weekends|nights)|\d+ to \d+|from"
    r" \d+|only|party|outfit|off)\b",
    # courtesies and ways of speaking
    r"\b(?:have|having|had|enjoy|enjoyed|wish(?:ing)? you|what|such|it's been|it was|hope you (?:have"
    r"|had)) (?:an?|the|your|the rest of"
    r" (?:your|the)|what's left of your) (?:\w+ ){0,1}(?:nice|good|great|lovely|wonderful|pleasant|fine"
    r"|super|relaxing|happy"
    r"|fantastic|brilliant|safe|quiet|calm|merry|terrific|productive|long|hard|bad|rough|busy|beautiful"
    r"|sunny)? ?(?:day|week"
    r"|weekend|month|evening|night|morning)(?:end)?\b<NOT>(?! (?:with|for|when|in|of|at|to))",
    r"\b(?:good|nice|great|lovely|happy|enjoy the|enjoy your) (?:day|week|weekend|evening|night"
    r"|morning)s?\b<NOT>(?! (?:of|for|when|to))",
    r"\bday (?:by|to|in,? day|after|and) (?:day|night|out)\b|\bday-to-day\b|\bday in,? day out\b"
    r"|\b(?:one of )?(?:these|those) days\b"
    r"(?! (?:are|is|come|of))|\b(?:the )?(?:good )?old days\b|\bback in the day\b|\bthe other (?:day"
    r"|week|night)\b"
    r"|\bto this day\b|\bmade (?:my|your|our|her|his) day\b|\b(?:the )?same day\b|\bday ?(?:job|care"
    r"|trips?|room|bed|dream|light|pass|tickets?)\b",
    r"\bone day,? (?:i|you|we|he|she|it|they|somebody|someone|this|that|the|my|your|our)\b(?! after)"
    r"|\bsome day\b|\bsomeday\b",
    r"\b(?:end|start|beginning|close|middle|rest|top|part|time|light|heat|half|most|course) of (?:the "
    r"|each |every |your |my |our"
    r" )?(?:working |business |work )?(?:day|night|evening|morning)\b<NOT>(?! (?:of|on))",
    r"\b(?:in|during|by) the (?:day|night|evening|morning)s?\b<NOT>(?! (?:of|on))|\bnight and day\b"
    r"|\bthe whole (?:day|night)\b"
    r"(?! (?:of|on|before|after))|\bat night\b|\b(?:good|late at|all) night\b",
    r"\b(?:on|at|during|over) (?:the )?weekends\b|\bweekends\b(?! (?:after|before|from|later))"
    r"|\bweekend(?:s)? (?:rates?|prices?|hours"
    r"|menu|edition|magazine|bags?|house|trips?)\b|\bweekdays\b(?! (?:after|before|from|later))"
    r"|\bweekday (?:menu|rates?|prices?|hours)\b",
    # to be told of, by the contractor, before or after what the contractor does
    r"^\W*(?:please |just |do |kindly |and )?<TELL>\b(?: \w+){0,4} <N> <Q><U> (?:before|after|ahead of"
    r" when|once)(?: you <GO>\b|\W*$)",
    r"\b(?:a|one|two|three) <ONE>s? (?:before|after) (?:use|serving|baking|washing|meals?|lunch|dinner"
    r"|breakfast|bed)\b",
)
_ABROAD = (
    r"\b(?:pro|je|jede[nrsm]?|per|par|por|cada|chaque|ogni|elke|iedere|varje|hver|hvert|kazdy|kazdego"
    r"|kazda|svaki|svako|vsak"
    r"|kazdou|kazde|minden|joka|iga|katru|kiekviena|setiap|tiap|kila|moi|hang|fiecare|gach|bob|cdo|kada"
    r"|bawat|каждыи|каждую|каждые"
    r"|каждои|в|на|кожен|кожного|всеки|всяка|καθε|her|هر|كل|כל|प्रति|हर|প্রতি|tous les|toutes les|todos"
    r" los|todas las|al|alla|a la|alle"
    r"|tutti i|tutte le|todos os|todas as|co"
    r"|einmal am|mal am|za) (?:<W> )?<F>\b"
    r"(?! (?:nach|vor|apres|avant|despues|antes|dopo|prima|depois|na|voor|po|przed|после|до|\d))",
    r"\b(?:seit|depuis|desde hace|sinds|sedan|siden|vergangene\w?|letzte\w?|dernier\w*|pasad[oa]s?"
    r"|ultim\w+|scors[oaie]|passad[oa]s?"
    r"|vorige|afgelopen|forrige|sista|zeszl\w+|minul\w+|ubiegl\w+|prosl\w+|прошл\w+|минул\w+|миналат\w+)"
    r" (?:<W> )?<F>\b",
    r"(?:<W>|\d+) <F> (?:dernier\w*|pasad[oa]s?|scors[oaie]|passad[oa]s?|lang|lange|yang lalu|alt|jung"
    r"|de sechage|de travail"
    r"|de trabajo|di lavoro|arbeit|werk|prace|pracy|работы|de trabalho|musik|de repos|durch|am stuck"
    r"|gemahlen|alte[rsn]?)\b",
    r"\b(?:guten|schonen|bonne?|buen[oa]?s?|bom|boa|fijne?|goede|dobry|dobrego|milego|hezky|pekny"
    r"|хорошего|добрыи|гарного|iyi|jo|hyvaa"
    r"|ha en|god|trevlig|selamat|magandang) (?:\w+ )?<F>\b",
    r"\b(?:bon|buen|bom|buon|schones|fijn|trevlig|god|milego|hezky|pekny) (?:fin de semana|fim de semana"
    r"|week-end|weekend\w*|wochenende|helg)\b",
    # what o'clock
    r"\b(?:om|voor|tot|van \d{1,2} tot) (?:1?\d|2[0-3]) uur\b(?! (?:na|voor|later))"
    r"|\b(?:jam|pukul) \d{1,2}\b",
)
_FOREIGN = (
    r"(?:tag|tage|tagen|woche|wochen|monat|monate|stunde|stunden|nacht|jours?|journee|semaines?|mois"
    r"|heures?|nuits?|dias?|semanas?|mes|meses"
    r"|horas?|noites?|noches?|giorn[oi]|giornata|settiman[ae]|mes[ei]|or[ae]|nott[ei]|dag|dagen|dage"
    r"|dager|dagar|weken|week|uur|maand"
    r"|uge|uke|vecka|time|timme|maned|manad|dzien|dnia|dni|tydzien|tygodnie|tygodnia|godzine|miesiac|den"
    r"|dny|dne|tyden|hodinu|mesic|dan"
    r"|tjedan|sat|день|дня|дни|недел[юия]|месяц|час|тиждень|годину|месец|седмица|ημερα|μερα|ωρα|εβδομαδα"
    r"|gun|gunu|hafta|ay|saat|gunler"
    r"|paiva|paivan|viikko|tunti|nap|napot|het|ora|paev|nadal|diena|dienu|nedelu|savaite|hari|minggu|jam"
    r"|bulan|siku|wiki|saa|ngay|tuan|gio"
    r"|araw|linggo|oras|zi|saptamana|روز|هفته|يوم|أسبوع|ساعة|יום|שבוע|שעה|दिन|हफ्ते|सप्ताह|দিন"
    r"|weekend\w*|wochenende|finde|helg)"
)
_FEW = (
    r"(?:zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro|dois|quatro|twee|drie|dwa|trzy"
    r"|cztery|dva|tri|две|два|три"
    r"|ganzen?|ganze|tva|to|iki|uc|kaksi|kolme|ket|harom|dua|tiga|andere|andra|anden|autre|otro|altro"
    r"|drugi|\d{1,2})"
)


def framed(text: str) -> Iterator[tuple[int, int]]:
    """Where a text speaks of such a span, from where to where."""
    said = plain(text)
    for shape in _shapes():
        yield from (hit.span() for hit in shape.finditer(said))


def lasting(text: str) -> bool:
    """Whether a text in another language says how long something takes."""
    words = set(re.findall(r"[^\W\d_]+", plain(latin_digits(text))))
    return bool(words & _lasting_words())


@cache
def _lasting_words() -> frozenset[str]:
    return frozenset(map(plain, LASTING.split()))


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    parts = _PARTS | {"F": _FOREIGN, "W": _FEW}
    return tuple(_shape(row, parts) for row in (*_FRAMES, *_ABROAD))


def _shape(row: str, parts: dict[str, str]) -> re.Pattern[str]:
    while found := re.search(r"<([A-Z]+)>", row):
        row = row.replace(found[0], parts[found[1]])
    return re.compile(row)
