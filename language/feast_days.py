"""Feasts that lie on the same day each year, or on a weekday of a month, by their names in several
languages: whoever says "before Halloween" says a date.

Names are compared as a text is folded; an underscore stands for a blank.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from language.day_lookup import plain

_FIXED: dict[tuple[int, int], str] = {
    (1, 1): "new_year's_day new_year new_years neujahr nouvel_an jour_de_l'an año_nuevo ano_novo"
    " capodanno nieuwjaar"
    " nytår nyår nyårsdagen новый_год nowy_rok nový_rok yılbaşı 元旦 元日 お正月 新年 신정",
    (1, 6): "epiphany three_kings dreikönig- heilige_drei_könige reyes_magos día_de_reyes épiphanie"
    " epifania befana twelfth_night"
    " trzech_króli три_короля",
    (1, 7): "orthodox_christmas рождество",
    (2, 2): "candlemas groundhog_day mariä_lichtmess chandeleur candelaria",
    (2, 14): "valentine's valentines valentine's_day valentinstag saint_valentin san_valentín"
    " san_valentino валентина"
    " バレンタイン 情人节",
    (3, 8): "women's_day frauentag 8_марта festa_della_donna día_de_la_mujer",
    (3, 17): "st_patrick's st_paddy's saint_patrick's patrick's_day",
    (4, 1): "april_fools april_fool's april_fool aprilscherz premier_avril",
    (4, 22): "earth_day",
    (4, 23): "st_george's_day sant_jordi",
    (4, 27): "king's_day koningsdag",
    (5, 1): "may_day tag_der_arbeit fête_du_travail día_del_trabajo primo_maggio первомай 劳动节",
    (5, 5): "cinco_de_mayo bevrijdingsdag こどもの日",
    (5, 9): "europe_day день_победы victory_day",
    (6, 24): "st_john's_day midsummer's_day saint_jean san_juan johannistag sankt_hans são_joão",
    (7, 1): "canada_day",
    (7, 4): "independence_day fourth_of_july 4th_of_july july_fourth",
    (7, 14): "bastille_day quatorze_juillet",
    (8, 15): "assumption_day ferragosto mariä_himmelfahrt assomption",
    (10, 3): "tag_der_deutschen_einheit german_unity_day 개천절",
    (10, 31): "halloween hallowe'en all_hallows reformation_day reformationstag ハロウィン 万圣节 할로윈",
    (11, 1): "all_saints allerheiligen toussaint todos_los_santos ognissanti wszystkich_świętych",
    (11, 2): "all_souls allerseelen day_of_the_dead día_de_muertos día_de_los_muertos finados",
    (11, 5): "guy_fawkes bonfire_night",
    (11, 11): "martinmas st_martin's martinstag saint_martin armistice veterans_day remembrance_day"
    " singles_day"
    " sint_maarten 双十一",
    (11, 30): "st_andrew's saint_andrew's andrzejki",
    (12, 4): "st_barbara's saint_barbara barbaratag st_barbara sainte_barbe santa_bárbara barbórka",
    (12, 5): "krampus pakjesavond sinterklaas",
    (12, 6): "st_nicholas saint_nicholas st_nick nikolaus nikolaustag saint_nicolas sinterklaas"
    " mikołajki mikuláš san_nicolás"
    " дня_святого_николая",
    (12, 8): "immaculate_conception mariä_empfängnis inmaculada immacolata imaculada",
    (12, 12): "guadalupe",
    (12, 13): "st_lucia st_lucy's lucia_day luciadagen santa_lucia",
    (12, 21): "winter_solstice shortest_day_of_the_year wintersonnenwende",
    (12, 24): "christmas_eve xmas_eve heiligabend heilig_abend réveillon nochebuena noche_buena"
    " véspera_de_natal vigilia julafton"
    " juleaften wigilia сочельник",
    (12, 25): "christmas xmas x_mas yuletide weihnacht- noël noel navidad natal natale kerst- kerstmis"
    " jul julen boże_narodzenie"
    " рождества vánoce vianoce božić коледа karácsony joulu χριστούγεννα pasko krismasi クリスマス"
    " 圣诞 聖誕"
    " 크리스마스 عيد_الميلاد חג_המולד",
    (12, 26): "boxing_day stephanstag stefanitag santo_stefano tweede_kerstdag annandag",
    (12, 31): "new_year's_eve new_years_eve silvester hogmanay saint_sylvestre nochevieja fin_de_año"
    " noche_vieja san_silvestro"
    " oudejaars- nytårsaften nyårsafton sylwester silvestr szilveszter last_day_of_the_year 大晦日 除夕",
}
_MOVING: dict[tuple[int, int, int, int], str] = {  # month, weekday, which of them, days behind it
    (1, 0, 3, 0): "martin_luther_king mlk_day",
    (2, 0, 3, 0): "presidents_day president's_day",
    (5, 6, 2, 0): "mother's_day mothers_day muttertag",
    (6, 6, 3, 0): "father's_day fathers_day",
    (9, 0, 1, 0): "labor_day",
    (10, 0, 2, 0): "columbus_day indigenous_peoples_day",
    (11, 3, 4, 0): "thanksgiving turkey_day acción_de_gracias",
    (11, 3, 4, 1): "black_friday",
    (11, 3, 4, 4): "cyber_monday",
    (11, 3, 4, 5): "giving_tuesday",
}
_ADVENT = (  # its four Sundays
    "first_advent 1st_advent erste_advent ersten_advent erster_advent 1_advent first_sunday_in_advent"
    " first_sunday_of_advent"
    "|second_advent 2nd_advent zweite_advent zweiten_advent zweiter_advent 2_advent"
    " second_sunday_in_advent second_sunday_of_advent"
    "|third_advent 3rd_advent dritte_advent dritten_advent dritter_advent 3_advent"
    " third_sunday_in_advent third_sunday_of_advent"
    "|fourth_advent 4th_advent vierte_advent vierten_advent vierter_advent 4_advent"
)
_EASTER: dict[int, str] = {  # days from Easter Sunday
    -47: "shrove_tuesday pancake_day mardi_gras fastnacht faschingsdienstag carnival martes_de_carnaval",
    -46: "ash_wednesday aschermittwoch mercredi_des_cendres",
    -7: "palm_sunday palmsonntag domingo_de_ramos",
    -3: "maundy_thursday gründonnerstag jueves_santo jeudi_saint",
    -2: "good_friday karfreitag viernes_santo vendredi_saint venerdì_santo goede_vrijdag",
    0: "easter ostern ostersonntag pâques pascua pasqua pasen páscoa påsk påske wielkanoc пасха"
    " velikonoce húsvét",
    1: "easter_monday ostermontag lundi_de_pâques pasquetta",
    39: "ascension_day himmelfahrt vatertag ascension hemelvaart",
    49: "whitsun pentecost pfingsten pentecôte pentecostés pinksteren",
    60: "corpus_christi fronleichnam fête_dieu",
}


def feasts(text: str, year: int) -> Iterator[tuple[int, int, date]]:
    """Where a feast is named, and its day in this year."""
    said = plain(text)
    if _heads().search(said):
        for shape, day in _shapes(year):
            yield from ((*hit.span(), day) for hit in shape.finditer(said))


@cache
def _heads() -> re.Pattern[str]:
    """How one of them begins: most sentences name none."""
    rows = (*_FIXED.values(), *_MOVING.values(), *_EASTER.values(), _ADVENT.replace("|", " "))
    heads = {plain(name)[:4].replace("_", " ") for row in rows for name in row.split()}
    return re.compile("|".join(map(re.escape, sorted(heads))))


@cache
def _shapes(year: int) -> tuple[tuple[re.Pattern[str], date], ...]:
    fixed = [(names, date(year, month, day)) for (month, day), names in _FIXED.items()]
    moving = [(names, _nth(year, *at)) for at, names in _MOVING.items()]
    counted = [(names, _easter(year) + timedelta(days=apart)) for apart, names in _EASTER.items()]
    counted += [(names, _advent(year) + timedelta(days=7 * n)) for n, names in enumerate(_ADVENT.split("|"))]
    return tuple((_shape(names), day) for names, day in (*fixed, *moving, *counted))


def _advent(year: int) -> date:
    """The fourth Sunday before Christmas."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() % 7 or 7) - timedelta(days=21)


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian way to count)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, which: int, behind: int) -> date:
    first = date(year, month, 1)
    ahead = (weekday - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (which - 1) + behind)


def _shape(names: str) -> re.Pattern[str]:
    words = [re.escape(plain(name)).replace("_", r"[\s.-]+") for name in names.split()]
    forms = "|".join(word.removesuffix(r"\-") + (r"\w*" if word.endswith(r"\-") else "") for word in words)
    east = "|".join(re.escape(plain(name)) for name in names.split() if name[0] >= "\u3040")
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)" + (f"|{east}" if east else ""))
