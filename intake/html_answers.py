"""Answers that are told apart from what they answer only by their colour.

People write them inside the quoted text: "see my answers in red". Quoted text
has colours of its own, so the rule is narrow. Words count as answers only where
the writer's own words above announce a colour (`announced`), inside the quote,
in that colour and not in a link, and where they are the smaller part: at most
two thirds of the quoted letters. Then they stand as lines of their own, and
what they answer carries quotation marks.
"""

import re

from intake.html import Attributes, Reader, squeeze
from intake.html_tags import VOID
from intake.html_tokens import Tag, tokens
from language.quotes import opening_at
from language.quotes_marks import is_quoted

_READ = 2000  # characters in which the writer announces it
_SHARE = 2 / 3
_DEEP = 60  # elements looked back for the one that ends
_SIGN = "\ue000"  # before a line of an answer, while the lines are sorted
_HUES = {
    "red": "red rot rote roten roter rouge rojo rosso vermelho rood röd rött rødt rød czerwonym czerwonymi"
    " červeně červenou červeným piros pirossal roșu kırmızı"
    " kırmızıyla красным красном червоним punaisella 赤 红 紅 빨간",
    "blue": "blue blau blaue blauen blauer bleu bleue azul blu blauw blå blått"
    " niebieskim modře modrou modrým kék"
    " kékkel albastru mavi maviyle синим синем синім sinisellä 青 蓝 藍 파란",
    "green": "green grün grüne grünen grüner vert verte verde groen"
    " grön grönt grøn grønt zielonym zeleně zelenou"
    " zeleným zöld zölddel yeşil yeşille зеленым зелёным зеленом зеленим vihreällä 緑 绿 綠 초록",
    "purple": "purple violet lila violett viola morado roxo paars pink magenta fialově fialovou 紫",
    "orange": "orange naranja arancione laranja oranje oranžově",
    "any": "colour color farbe couleur colore kleur färg farge farve kolorze",
}
_HUE_OF = {word: hue for hue, words in _HUES.items() for word in words.split()}
_HAN = tuple(word for word in _HUE_OF if len(word) == 1) + ("빨간", "파란", "초록")
_ANSWERS = (
    r"(?:answer|repl(?:y|ies)|respon[sd]|comment|remark|antwort|anmerkung|kommentar|réponse|réponds|respuesta"
    r"|comentario|rispost|rispond|resposta|comentário|antwoord|opmerking|svar|vastau|odpowie|odpov"
    r"|odgovor|válasz"
    r"|răspuns|yanıt|cevap|see|siehe|voir|below|unten|ci-dessous|abajo|abaixo|sotto|inline|hieronder"
    r"|nedan|nedenfor)"
)
_IN = (
    r"(?:in|auf|mit|en|em|met|i|på|w|na|с|в|cu)"
    r"(?: (?:dark|light|bright|dunkel|hell|het|de|kolorze|barvě|colou?r|color|der|farbe))? "
)
_ALL = "|".join(word for word in _HUE_OF if word not in _HAN)
_ALONE = (
    "красным|синим|зеленым|зелёным|punaisella|sinisellä|vihreällä"
    "|pirossal|kékkel|zölddel|červeně|modře|zeleně"
)
_ANNOUNCED = re.compile(
    rf"(?i)(?<!\w){_ANSWERS}[^\n.]{{0,60}}(?<!\w){_IN}(?P<after>{_ALL})(?!\w)"
    rf"|(?<!\w){_IN}(?P<before>{_ALL})(?!\w)[^\n.]{{0,40}}(?<!\w){_ANSWERS}"
    rf"|(?<!\w)(?P<alone>{_ALONE})(?!\w)|(?P<han>[赤红紅青蓝藍緑绿綠])(?:字|色字?)?(?:で|部分|的是|标|標|回)"
    r"|(?P<hangul>빨간|파란|초록)색(?:으로|로)"
)
_WORD = re.compile(r"[^\W\d_]+")
_STYLE = re.compile(r"(?i)(?:^|[;\s])color\s{0,9}:\s{0,9}([^;!]{1,40})")
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\(\s{0,9}(\d{1,3})[\s,]{1,9}(\d{1,3})[\s,]{1,9}(\d{1,3})")
_CSS = {
    "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "navy": (0, 0, 128), "lime": (0, 255, 0),
    "darkred": (139, 0, 0), "crimson": (220, 20, 60), "maroon": (128, 0, 0), "firebrick": (178, 34, 34),
    "darkblue": (0, 0, 139), "mediumblue": (0, 0, 205), "royalblue": (65, 105, 225),
    "dodgerblue": (30, 144, 255), "darkgreen": (0, 100, 0), "forestgreen": (34, 139, 34),
    "purple": (128, 0, 128), "magenta": (255, 0, 255), "fuchsia": (255, 0, 255), "violet": (238, 130, 238),
    "orange": (255, 165, 0), "darkorange": (255, 140, 0),
}  # fmt: skip
_GREY = 60  # of 255: a smaller distance between the channels is black, grey or white


def announced(text: str) -> str:
    """Return the colour that the words above the quote announce for answers: "red", "any", or ""."""
    head = text[:_READ].lower()
    named = not _HUE_OF.keys().isdisjoint(_WORD.findall(head))
    if not named and (head.isascii() or not any(word in head for word in _HAN)):
        return ""
    found = _ANNOUNCED.search(head)
    if not found or _quote_begins(above := text[: found.start()].split("\n")) < len(above):
        return ""
    return _HUE_OF.get(next(word for word in found.groups() if word), "")


def is_coloured(html: str) -> bool:
    """Tell cheaply whether there is any colour in an HTML body."""
    return "color" in html or "COLOR" in html


def text_with_answers(html: str, hue: str) -> str:
    """Return the readable text of an HTML body with the answers in the colour `hue` kept as
    lines of their own, or "" where there are none by the rule above. Linear; never raises."""
    reader = _Colours(hue)
    for token in tokens(html):
        reader.read(token)
    lines = reader.finish()
    plain = [line.removeprefix(_SIGN) for line in lines]
    body = _quote_begins(plain)
    answers = [line.startswith(_SIGN) and number >= body for number, line in enumerate(lines)]
    said = sum(len(line) for line, answer in zip(plain, answers, strict=True) if answer)
    everything = sum(len(line.strip("> ")) for line in plain[body:])
    if not said or said > _SHARE * everything:
        return ""
    return squeeze(
        [each for n, line in enumerate(plain) for each in _set_out(line, answers[n], quoted=n >= body)]
    )


def _quote_begins(lines: list[str]) -> int:
    """Return the first line of the quote, below what introduces it; past the end if there is none."""
    for at, line in enumerate(lines):
        opening = opening_at(lines, at)
        if opening is not None or is_quoted(line):
            return opening.body if opening else at
    return len(lines)


def _set_out(line: str, answer: bool, *, quoted: bool) -> list[str]:
    if answer:
        return ["", line, ""] if line.strip() else []
    return [f"> {line}"] if quoted and line.strip() and not is_quoted(line) else [line]


class _Colours(Reader):
    """Reads like its parent and puts a sign before the lines in one colour."""

    def __init__(self, hue: str) -> None:
        super().__init__()
        self._hue = hue
        self._open: list[tuple[str, str]] = []
        self._answering = False

    def _begin(self, tag: Tag) -> None:
        if tag.name not in VOID:
            inherited = self._open[-1][1] if self._open else ""
            self._open.append((tag.name, _hue_of(tag) or inherited))
        super()._begin(tag)

    def _end(self, name: str) -> None:
        super()._end(name)
        for back in range(1, min(len(self._open), _DEEP) + 1):
            if self._open[-back][0] == name:
                del self._open[-back:]
                return

    def _take_words(self, text: str) -> None:
        if text.strip() and self._answering != self._in_colour():
            self._end_line()
            self._answering = not self._answering
        super()._take_words(text)

    def _in_colour(self) -> bool:
        hue = self._open[-1][1] if self._open and not self._links else ""
        return hue not in ("", "none") and self._hue in (hue, "any")

    def _marks(self) -> str:
        return _SIGN if self._answering else super()._marks()


def _hue_of(tag: Tag) -> str:
    """Return the hue that a tag sets, "none" for black and grey, "" where it sets none."""
    if "color" not in tag.source.lower():
        return ""
    given: Attributes = tag.attributes()
    styled = _STYLE.search(given.get("style", ""))
    value = (styled[1] if styled else given.get("color", "") if tag.name == "font" else "").strip().lower()
    return _hue(_channels(value)) if value else ""


def _channels(value: str) -> tuple[int, int, int]:
    if rgb := _RGB.match(value):
        return int(rgb[1]), int(rgb[2]), int(rgb[3])
    if value in _CSS:
        return _CSS[value]
    if digits := _HEX.match(value):
        pairs = digits[1] if len(digits[1]) == 6 else "".join(2 * digit for digit in digits[1])
        return int(pairs[:2], 16), int(pairs[2:4], 16), int(pairs[4:], 16)
    return 0, 0, 0


def _hue(channels: tuple[int, int, int]) -> str:
    """Name the colour as people do: by the channels that are strong."""
    red, green, blue = channels
    most, least = max(channels), min(channels)
    if most - least < _GREY:
        return "none"
    if red == most:
        if green > (most + least) / 2.4:
            return "orange"
        return "purple" if blue > (most + least) / 2 else "red"
    if blue == most:
        return "purple" if red > (most + green) / 2 else "blue"
    return "green"
