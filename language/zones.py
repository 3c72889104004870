"""Time zones as people name them: read from words, and written back in words.

"PST" in July, "Pacific", "Manila time" and "UTC+8" all become one IANA zone;
a moment becomes "Wed 2 Dec 2026, 17:00 Pacific". Everything here is a table.
"""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

_LA, _NY, _CHI, _DEN = "America/Los_Angeles", "America/New_York", "America/Chicago", "America/Denver"

# Abbreviations. In capitals always; in small letters only where it is no word (see `tokens`).
SHORT_ZONES: dict[str, str] = {
    **dict.fromkeys(("pt", "pst", "pdt"), _LA),
    **dict.fromkeys(("et", "est", "edt"), _NY),
    **dict.fromkeys(("ct", "cst", "cdt"), _CHI),
    **dict.fromkeys(("mt", "mst", "mdt"), _DEN),
    **dict.fromkeys(("akst", "akdt", "akt"), "America/Anchorage"),
    **dict.fromkeys(("hst",), "Pacific/Honolulu"),
    **dict.fromkeys(("utc", "z", "zulu"), "UTC"),
    "gmt": "GMT",
    "bst": "Europe/London",
    **dict.fromkeys(("cet", "cest", "mez", "mesz", "met"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    **dict.fromkeys(("wet", "west"), "Europe/Lisbon"),
    "msk": "Europe/Moscow",
    "ist": "Asia/Kolkata",
    "pkt": "Asia/Karachi",
    "gst": "Asia/Dubai",
    **dict.fromkeys(("pht", "phst", "mnl"), "Asia/Manila"),
    **dict.fromkeys(("sgt", "sg"), "Asia/Singapore"),
    "myt": "Asia/Kuala_Lumpur",
    "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "ict": "Asia/Bangkok",
    "wib": "Asia/Jakarta",
    "npt": "Asia/Kathmandu",
    **dict.fromkeys(("aest", "aedt", "aet"), "Australia/Sydney"),
    **dict.fromkeys(("acst", "acdt"), "Australia/Adelaide"),
    "awst": "Australia/Perth",
    **dict.fromkeys(("nzst", "nzdt", "nzt"), "Pacific/Auckland"),
    "sast": "Africa/Johannesburg",
    "eat": "Africa/Nairobi",
    **dict.fromkeys(("brt", "brst"), "America/Sao_Paulo"),
    "clt": "America/Santiago",
    "aoe": "Etc/GMT+12",
    **dict.fromkeys(("ndt",), "America/St_Johns"),
}

LONG_ZONES: dict[str, str] = {
    **dict.fromkeys(("pacific", "us pacific", "west coast time", "west coast"), _LA),
    **dict.fromkeys(("eastern", "us eastern", "east coast time", "east coast"), _NY),
    **dict.fromkeys(("central", "us central"), _CHI),
    **dict.fromkeys(("mountain", "us mountain"), _DEN),
    **dict.fromkeys(
        ("central european time", "central european", "central european summer time"), "Europe/Berlin"
    ),
    **dict.fromkeys(("eastern european time",), "Europe/Athens"),
    **dict.fromkeys(("greenwich mean time",), "GMT"),
    **dict.fromkeys(("british summer time",), "Europe/London"),
    **dict.fromkeys(("india standard time", "indian standard time"), "Asia/Kolkata"),
    **dict.fromkeys(("atlantic time",), "America/Halifax"),
    **dict.fromkeys(("arizona time",), "America/Phoenix"),
    **dict.fromkeys(("anywhere on earth",), "Etc/GMT+12"),
    **dict.fromkeys(("hora peninsular",), "Europe/Madrid"),
    **dict.fromkeys(("hora de brasilia", "horario de brasilia"), "America/Sao_Paulo"),
    **dict.fromkeys(("heure de paris",), "Europe/Paris"),
}

# Places that stand before "time": "Manila time", "UK time", "(London)".
_PLACES = """
Asia/Manila: manila, philippine, philippines, philippine standard, ph, pinas, cebu, davao
Asia/Kolkata: india, indian, mumbai, delhi, new delhi, bangalore, bengaluru, kolkata, chennai, hyderabad
Asia/Singapore: singapore
Asia/Hong_Kong: hong kong
Asia/Tokyo: tokyo, japan
Asia/Shanghai: china, shanghai, beijing
Asia/Seoul: seoul, korea
Asia/Dubai: dubai, uae
Asia/Karachi: karachi, pakistan, lahore
Asia/Dhaka: dhaka, bangladesh
Asia/Jakarta: jakarta
Asia/Bangkok: bangkok, thailand, thai
Asia/Ho_Chi_Minh: vietnam, hanoi, saigon
Asia/Jerusalem: israel, tel aviv, jerusalem
Asia/Kathmandu: nepal, kathmandu
Asia/Colombo: colombo, sri lanka
Australia/Sydney: sydney, melbourne, canberra, aussie
Australia/Brisbane: brisbane
Australia/Perth: perth
Australia/Adelaide: adelaide
Pacific/Auckland: auckland, nz, new zealand, wellington
Pacific/Honolulu: hawaii, honolulu
Europe/London: london, uk, united kingdom, british, england, edinburgh
Europe/Dublin: dublin, irish, ireland
Europe/Paris: paris, french, france
Europe/Berlin: berlin, german, germany, munich, frankfurt, hamburg
Europe/Madrid: madrid, spanish, spain, barcelona
Europe/Rome: rome, italy, italian, milan
Europe/Lisbon: lisbon, portugal
Europe/Amsterdam: amsterdam, dutch, netherlands
Europe/Zurich: zurich, swiss, switzerland, geneva
Europe/Vienna: vienna, austria
Europe/Brussels: brussels, belgium
Europe/Stockholm: stockholm, sweden
Europe/Oslo: oslo, norway
Europe/Copenhagen: copenhagen, denmark
Europe/Helsinki: helsinki, finland
Europe/Warsaw: warsaw, poland, polish
Europe/Prague: prague
Europe/Bucharest: bucharest, romania
Europe/Athens: athens, greece
Europe/Kyiv: kyiv, kiev, ukraine
Europe/Istanbul: istanbul, turkey
Europe/Moscow: moscow
Africa/Johannesburg: johannesburg, south africa, cape town
Africa/Nairobi: nairobi, kenya
Africa/Lagos: lagos, nigeria
Africa/Cairo: cairo, egypt
America/New_York: new york, ny, nyc, boston, miami, atlanta, washington, dc, philadelphia, florida
America/Chicago: chicago, dallas, houston, austin, texas
America/Denver: denver, colorado
America/Phoenix: phoenix, arizona
America/Los_Angeles: la, los angeles, san francisco, sf, seattle, california, portland, vegas, las vegas
America/Anchorage: alaska
America/Toronto: toronto, montreal, ottawa
America/Vancouver: vancouver
America/Halifax: halifax, atlantic
America/Mexico_City: mexico city, mexico
America/Bogota: bogota, colombia
America/Lima: lima, peru
America/Sao_Paulo: sao paulo, brazil, brasilia, rio
America/Argentina/Buenos_Aires: buenos aires, argentina
America/Santiago: santiago, chile
"""
CITIES: dict[str, str] = {
    place.strip(): zone
    for zone, _, places in (line.partition(": ") for line in _PLACES.split("\n") if line)
    for place in places.split(",")
}

# How a reader's own people call the zone; any other is called by its city.
_HUMAN: dict[str, str] = {
    _LA: "Pacific",
    _NY: "Eastern",
    _CHI: "Central",
    _DEN: "Mountain",
    "America/Toronto": "Eastern",
    "America/Vancouver": "Pacific",
    "America/Phoenix": "Arizona",
    "America/Halifax": "Atlantic",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "Europe/London": "UK",
    "Asia/Kolkata": "India",
    "Asia/Calcutta": "India",
    "UTC": "UTC",
    "GMT": "GMT",
}
# Half-hour offsets have no Etc/GMT zone; these places keep them all year.
_HALF_HOURS = {
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+09:30": "Australia/Darwin",
    "+06:30": "Asia/Yangon",
    "+04:30": "Asia/Kabul",
    "+03:30": "Asia/Tehran",
}
# Where 3/4 is the fourth of March.
_MONTH_FIRST = frozenset({"en-us", "en-ph", "en", "fil-ph"})
_MONTH_FIRST_ZONES = frozenset(
    {
        "Asia/Manila",
        _LA,
        _NY,
        _CHI,
        _DEN,
        "America/Phoenix",
        "America/Anchorage",
        "America/Detroit",
        "America/Boise",
    }
    | {"Pacific/Honolulu", "Pacific/Guam", "America/Puerto_Rico"}
)
_WEEKDAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun mar mer jeu ven sam dim",
    "pt": "seg ter qua qui sex sáb dom",
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}


def zone_of(zone: str) -> tzinfo:
    """Return the zone of an IANA name; UTC where there is none of that name. Never raises."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return UTC


def offset_zone(offset: str) -> str:
    """Return an IANA zone for "+08:00", "-0500", "z" or ""; "" where none has it all year.

    Etc/GMT zones count the other way round (POSIX): +08:00 is Etc/GMT-8.
    """
    if not offset or offset == "z":
        return "UTC" if offset else ""
    hours, minutes = offset[1:3], offset[-2:]
    if minutes != "00":
        return _HALF_HOURS.get(f"{offset[0]}{hours}:{minutes}", "")
    if int(hours) > (14 if offset[0] == "+" else 12):
        return ""
    return f"Etc/GMT{'-' if offset[0] == '+' else '+'}{int(hours)}" if int(hours) else "UTC"


def local_zone(named: str, sender: str) -> str:
    """Return what a zone word means for a sender who lives in `sender`.

    IST is Israel's in Israel and Ireland's in Ireland; who lives by Greenwich
    says GMT in summer too and means the clock on the wall.
    """
    if named.startswith("UTC") and len(named) > 3:
        return offset_zone(named[3:]) or "UTC"
    own = {
        ("Asia/Kolkata", "Asia/Jerusalem"): "Asia/Jerusalem",
        ("Asia/Kolkata", "Europe/Dublin"): "Europe/Dublin",
        ("GMT", "Europe/London"): "Europe/London",
        ("GMT", "Europe/Dublin"): "Europe/Dublin",
        ("America/Chicago", "Asia/Shanghai"): "Asia/Shanghai",
        ("America/Chicago", "Asia/Taipei"): "Asia/Taipei",
    }
    return own.get((named, sender), "UTC" if named == "GMT" else named)


def month_first(locale: str) -> bool:
    """Tell whether people of this locale ("en-US", "de-DE") write month before day."""
    return locale.replace("_", "-").lower() in _MONTH_FIRST


def usual_locale(zone: str) -> str:
    """Return the locale to assume for a person of whom only the zone is known."""
    return "en-US" if zone in _MONTH_FIRST_ZONES or zone.startswith(("US/", "America/Indiana")) else "en-GB"


def zone_name(zone: str, at: datetime) -> str:
    """Return what people call `zone` at the moment `at`: "Pacific", "Manila", "UTC+8"."""
    if zone in _HUMAN:
        return _HUMAN[zone]
    if zone.startswith("Etc/") or "/" not in zone:
        offset = at.astimezone(zone_of(zone)).strftime("%z")
        return f"UTC{offset[0]}{int(offset[1:3])}" if offset[1:3] != "00" else "UTC"
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def in_words(at: datetime, zone: str, locale: str = "en-US") -> str:
    """Return `at` as a person of `zone` says it: "Wed 2 Dec 2026, 17:00 Pacific".

    `at` is any aware moment; day and month names follow the language of
    `locale`, English where it has none here.
    """
    wall = at.astimezone(zone_of(zone))
    language = locale[:2].lower()
    weekday = _WEEKDAYS.get(language, _WEEKDAYS["en"]).split()[wall.weekday()]
    month = _MONTHS.get(language, _MONTHS["en"]).split()[wall.month - 1]
    return f"{weekday} {wall.day} {month} {wall.year}, {wall:%H:%M} {zone_name(zone, at)}"
