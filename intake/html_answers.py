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
_HUES: dict[str, str] = {
    "red": "red|rot|rote[rnm]?|rouge|rojo|rosso|vermelho|rood|röd|rött|rødt?|punaisella|czerwon\\w*"
    "|červen\\w*"
    "|piros\\w*|roșu|kırmızı\\w*|красн\\w*|червон\\w*|赤字?|红色?字?|紅色?字?|빨간\\w*",
    "blue": "blue|blau|blaue[rnm]?|bleue?|azul|blu|blauw|blått?|sinisellä|niebiesk\\w*|modr\\w*|kék\\w*"
    "|albastru|mavi\\w*|син\\w*|青字?|蓝色?字?|藍色?字?|파란\\w*",
    "green": "green|grün|grüne[rnm]?|verte?|verde|groen|grönt?|grønt?|vihreällä|zielon\\w*|zelen\\w*|zöld\\w*"
    "|yeşil\\w*|зел[её]н\\w*|緑字?|绿色?字?|綠色?字?|초록\\w*",
    "purple": "purple|violet|lila|violett|viola|morado|roxo|paars|pink|magenta|fialov\\w*|фиолетов\\w*|紫",
    "orange": "orange|naranja|arancione|laranja|oranje|oranžov\\w*|оранжев\\w*",
    "any": "colou?r|farbe|couleur|colore|kleur|färg|farge|farve|kolorze",
}
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
_ALL = "|".join(_HUES.values())
_ANNOUNCED = re.compile(
    rf"(?i)(?<!\w){_ANSWERS}[^\n.]{{0,60}}(?<!\w){_IN}(?P<after>{_ALL})(?!\w)"
    rf"|(?<!\w){_IN}(?P<before>{_ALL})(?!\w)[^\n.]{{0,40}}(?<!\w){_ANSWERS}"
    r"|(?P<plain>(?:赤字?|[红紅](?:字|色字?)|青字?|[蓝藍](?:字|色字?)|緑字?|[绿綠](?:字|色字?))(?=で|部分"
    r"|的是|标|標|回)"
    r"|(?:빨간|파란|초록)색(?=으로|로)|(?<!\w)(?:красным|синим|зел[её]ным|punaisella|sinisellä"
    r"|vihreällä)(?!\w))"
)
_COLOURED = re.compile(rf"(?i)(?:{_ALL})")
_NAMES = {hue: re.compile(f"(?i)(?:{words})$") for hue, words in _HUES.items()}
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
    head = text[:_READ]
    if not _COLOURED.search(head):
        return ""
    found = _ANNOUNCED.search(head)
    if not found or _quote_begins(above := head[: found.start()].split("\n")) < len(above):
        return ""
    word = found["after"] or found["before"] or found["plain"]
    return next((hue for hue, name in _NAMES.items() if name.match(word)), "")


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
