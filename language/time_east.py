"""Where a text in a script that parts no words (Chinese, Japanese, Korean, Thai) speaks of a span of
time, a numbered week or day, or a part of a month: as `language.time_said` does for others.
"""

import re
from collections.abc import Iterator

from language.day_lookup import latin_digits
from language.time_said import Role, Said

_KANJI = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {
    "两": 2,
    "兩": 2,
    "半": 0.5,
}
_NUMBER = r"(\d{1,4}|[一二三四五六七八九十两兩半百]{1,5}|数|數|几|幾|何)"
_UNITS = (  # behind a number
    ("hour", r"(?:个|個)?(?:半)?(?:小时|小時|钟头|鐘頭|時間)"),
    ("week", r"(?:个|個|か|ヶ|カ)?(?:星期|礼拜|禮拜|週間|周間|周|週)(?![一二三四五六日天末])"),
    ("day", r"(?:个|個)?(?:工作日|营业日|營業日|営業日|晚上|晚|夜|泊|天|日(?![曜本当當程記志常光]))"),
    ("month", r"(?:个|個|か|ヶ|カ|ケ)月"),
)
_EAST = tuple((name, re.compile(rf"(第)?{_NUMBER}\s?{unit}(目)?")) for name, unit in _UNITS)
_KOREAN_NUMBER = r"(\d{1,4}|[일이삼사오육칠팔구십백]{1,4}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|며칠)"
_KOREAN_VALUES = {
    word: n
    for n, words in enumerate(
        (
            ("한", "일"),
            ("두", "이"),
            ("세", "삼"),
            ("네", "사"),
            ("다섯", "오"),
            ("여섯", "육"),
            ("일곱", "칠"),
        ),
        1,
    )
    for word in words
}
_KOREAN = (
    ("hour", re.compile(rf"{_KOREAN_NUMBER}\s?시간")),
    ("week", re.compile(rf"{_KOREAN_NUMBER}\s?(?:주일|주(?![문소제의]))")),
    ("day", re.compile(r"(\d{1,4}|[이삼사오육칠팔구십]{1,3})\s?일(?![하이을])(?:째)?")),
    ("day", re.compile(rf"{_KOREAN_NUMBER}\s?밤(?![에이을])")),
    ("month", re.compile(rf"{_KOREAN_NUMBER}\s?(?:개월|달(?!러))")),
)
_KOREAN_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "보름": 15}
_THAI_NUMBER = r"(\d{1,4}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ(?:สอง|สี่)?|ครึ่ง|ไม่กี่|เก้าสิบหก)"
_THAI_VALUES = {
    word: n for n, word in enumerate(["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"], 1)
}
_THAI = (
    ("hour", re.compile(rf"{_THAI_NUMBER}\s?ชั่วโมง")),
    ("week", re.compile(rf"{_THAI_NUMBER}\s?(?:สัปดาห์|อาทิตย์)|(?:สัปดาห์|อาทิตย์)ที่\s?(\d{{1,2}})")),
    ("day", re.compile(rf"{_THAI_NUMBER}\s?(?:วัน|คืน)")),
    ("month", re.compile(rf"{_THAI_NUMBER}\s?เดือน")),
)
_AHEAD = re.compile(r"\s?(?:之?后|之?後|以后|以後|以内|以內|内|內|のち|후|뒤|안에|이내|以降)")
_AGO = re.compile(r"\s?(?:前に?(?:は|、|。|$|[^日])|전에|ที่แล้ว|ก่อน)")
_LASTING = re.compile(
    r"\s?(?:間の|间的|かか|掛か|続|동안|걸|每|毎|に一|一回|一次|就干|で乾|おき|ごと|的工作|分の|の仕事|짜리)"
)
_MONTHS = re.compile(r"[月월]\s?$")
_EACH = re.compile(r"(?:每|毎|매|ทุก|แต่ละ|各)\s?$")
_ANCHORED = re.compile(r"(?:の|的|から|より|比|너|보다|부터|过|過|[日号號天末일前后後]|전|후)\s?$")
_BESIDE = re.compile(
    r"余裕|猶予|前倒|早|遅|延|締|提前|提早|缓冲|緩衝|宽限|比|晚|多|여유|먼저|앞당|더|마감|必要|次|翌|下|다음|หน้า|ถัดไป"
)
_PARTS = (  # of a month or a week, named by no number
    (r"(?:月初|月の初|月上旬|上旬|월\s?초|초순|ต้นเดือน|月の頭|月头|月頭)", "month", "begin"),
    (r"(?:中旬|月中|月半ば|半ば|월\s?중순|중순|กลางเดือน)", "month", "mid"),
    (r"(?:月末|月底|月の終|下旬|月尾|월말|월\s?말|하순|ปลายเดือน|สิ้นเดือน)", "month", "end"),
    (r"(?:周中|週中|週半ば|กลางสัปดาห์|주중)", "week", "mid"),
    (r"(?:周初|週初|週明け|週の初|주초|ต้นสัปดาห์)", "week", "begin"),
    (r"(?:周末|週末|周底|週の終|週後半|週の後半|주말|ปลายสัปดาห์|สุดสัปดาห์)", "week", "end"),
)
_PART_SHAPES = tuple((re.compile(shape), unit, part) for shape, unit, part in _PARTS)
_NEXT = re.compile(r"(?:下|来|來|翌|다음\s?)(?:个|個)?(?:(周|週|星期|礼拜|주)(?![一二三四五六日天])|月|달)")
_BEFORE = re.compile(r"\s?(?:之?前|まで|전|이전|以前)")
_LAST = re.compile(
    r"(?:最后|最後|마지막|สุดท้าย)(?:の|的)?\s?(?:一?(?:个|個)?)?(?:工作日|营业日|営業日|營業日|平日|평일|날|วัน|天|日)"
    r"|วันทำงานสุดท้าย|(?:前日|翌日|前夜|前一天|第二天|次日|전날|다음\s?날|이튿날|翌朝|明けの日|วันถัดไป|วันก่อน)"
)
_NUMBERED_MONTH = re.compile(
    r"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月월](?!\s?(?:\d|[一二三四五六七八九十]))"
)
_NEAR = 40  # characters on either side of it
_LEAD = 6  # characters before a span that say what it is
_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def east_said(text: str) -> Iterator[Said]:
    """All such places; none where the text has no such script."""
    if not _WIDE.search(text):
        return
    said = latin_digits(text)
    for shapes, values in ((_EAST, _KANJI), (_KOREAN, _KOREAN_VALUES), (_THAI, _THAI_VALUES)):
        for unit, shape in shapes:
            for hit in shape.finditer(said):
                yield from _span(said, hit, unit, values)
    for word, days in _KOREAN_DAYS.items():
        for hit in re.finditer(word, said):
            yield Said(*hit.span(), "day", _role(said, hit), True, days, days)
    for hit in _NEXT.finditer(said):
        before = "before next " if _BEFORE.match(said, hit.end()) else "next "
        yield Said(*hit.span(), "week" if hit[1] else "month", Role.FROM, before=before)
    yield from (Said(*hit.span(), "day", Role.FROM) for hit in _LAST.finditer(said))
    for shape, unit, part in _PART_SHAPES:
        yield from (Said(*hit.span(), unit, Role.BARE, part=part) for hit in shape.finditer(said))


def east_months(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a month is named by its number, and no day of it: "12月", "12월"."""
    for hit in _NUMBERED_MONTH.finditer(latin_digits(text)) if _WIDE.search(text) else ():
        yield *hit.span(), int(_value(hit[1], _KANJI))


def _span(
    said: str, hit: re.Match[str], unit: str, values: dict[str, int] | dict[str, float]
) -> Iterator[Said]:
    if unit == "day" and _MONTHS.search(
        said[max(0, hit.start() - _LEAD) : hit.start()]
    ):  # of a month, and judged as that
        return
    groups = [group for group in hit.groups() if group]
    numbered = groups[0] == "第" or groups[-1] == "目" or "ที่" in hit[0] or hit[0].endswith("째")
    number = next((group for group in groups if group not in ("第", "目")), "")
    if _EACH.search(said[max(0, hit.start() - _LEAD) : hit.start()]) or _LASTING.match(said, hit.end()):
        return
    value = _value(number, values)
    both = unit == "day" and hit[0].endswith(("日", "일")) and not numbered  # "4日" is the fourth, too
    for ordinal in (False, True) if both else (numbered,):
        yield Said(*hit.span(), unit, _role(said, hit), True, value, value, ordinal)


def _role(said: str, hit: re.Match[str]) -> Role:
    if _AGO.match(said, hit.end()):
        return Role.FROM
    if _ANCHORED.search(said[max(0, hit.start() - _LEAD) : hit.start()]):
        return Role.FROM
    if _AHEAD.match(said, hit.end()):
        return Role.AHEAD
    near = said[max(0, hit.start() - _NEAR) : hit.end() + _NEAR]
    return Role.APART if _BESIDE.search(near) else Role.BARE


def _value(number: str, values: dict[str, int] | dict[str, float]) -> float:
    if number.isdecimal():
        return float(number)
    if number in values:
        return float(values[number])
    tens, ten, ones = number.partition("十")
    if ten and values is _KANJI:
        return _KANJI.get(tens, 1) * 10 + _KANJI.get(ones, 0)
    return 0.0
