"""Hostile values for the fields of a mail, the same ones for the same seed.

`Fuzzer` (tests.hostile.fuzzer) makes whole mails of everything; here each value
wants one thing: to end its field, its line, its quotes, its command or its
folder early, and to begin another with `MARK`. Subjects, display names,
Message-IDs, file names and content types, many in one mail.
"""

import random
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from tests.hostile.fuzzer import ATOMS, CHARSETS, KINDS

MARK = "ZZMARK"  # begins whatever a value tries to begin; no honest text holds it
BREAKS: Sequence[str] = (
    *("\r\n", "\n", "\r", "\r\n\r\n", "\n\n", "\r\n ", "\r\n\t", "\r\r\n", "\n\r", "\x0b", "\x0c"),
    *("\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x00", "\x00\r\n", "\u2424", "\u240a", "\uff0a"),
    *("\\r\\n", "%0d%0a", "=0D=0A", "&#13;&#10;", "\udc0d\udc0a", "\udcc2\udc85", "\u010d\u010a", "\ud83d"),
)
HEADERS: Sequence[str] = (
    *(
        f"Bcc: {MARK}@evil.example",
        f"To: {MARK}@evil.example",
        f"{MARK}: 1",
        f"Reply-To: {MARK}@evil.example",
    ),
    *(
        f"Content-Type: text/html; x={MARK}",
        f"Subject: {MARK}",
        f"From: {MARK}@evil.example",
        f".\r\nRCPT {MARK}",
    ),
    *(
        f".\r\nMAIL FROM:<{MARK}@evil.example>",
        f"--{MARK}",
        f"X-Handoff-Letter: {MARK}",
        f"Resent-To: {MARK}@x",
    ),
)
COMMANDS: Sequence[str] = (
    *(
        f'a1 DELETE "{MARK}"',
        f"a1 UID STORE 1:* +FLAGS ({MARK})",
        f'" NIL {MARK}',
        f"{{6}}\r\n{MARK}",
        f") {MARK} (",
    ),
    *(f'"\r\na1 RENAME INBOX {MARK}', f"&AA0ACg-{MARK}", f"* {MARK}", f"% {MARK}", f"+ {MARK}", f"\\{MARK}"),
    *(
        f'" OR TEXT "{MARK}',
        f"DONE\r\na1 LOGOUT {MARK}",
        f"[{MARK}]",
        f"{{99999999999+}}\r\n{MARK}",
        f"~{{6}}{MARK}",
    ),
)
PAGES: Sequence[str] = (
    *(
        f"<script>{MARK}</script>",
        f"<img src=x onerror={MARK}>",
        f'"><svg/onload={MARK}>',
        f"'><a href='x:{MARK}'>",
    ),
    *(
        f"</td></tr></table><form action=//{MARK}>",
        f"<style>*{{background:url(//{MARK})}}</style>",
        f"<!--{MARK}-->",
    ),
    *(
        f"https://x.example/'{MARK}=\"><b>",
        f"javascript:{MARK}",
        f"&lt;script&gt;{MARK}",
        f"{{{{ '{MARK}' }}}}",
    ),
    *(f"{{% raw %}}{MARK}", f'<a href="data:text/html,{MARK}">', f"<meta http-equiv=refresh content={MARK}>"),
)
PATHS: Sequence[str] = (
    *(
        f"../{MARK}",
        f"../../../../tmp/{MARK}",
        f"/tmp/{MARK}",
        f"..\\..\\{MARK}",
        f"C:\\{MARK}",
        f"\\\\x\\{MARK}",
    ),
    *(
        f"....//{MARK}",
        f"..%2f{MARK}",
        f"%2e%2e/{MARK}",
        f"~/{MARK}",
        f"file:///{MARK}",
        f"{MARK}/..",
        f"..\u2215{MARK}",
    ),
    *(
        f"..\uff0f{MARK}",
        f"{MARK}\x00.pdf",
        f"store.db/../{MARK}",
        f"CON.{MARK}",
        f"$HOME/{MARK}",
        f"`{MARK}`",
        f"-{MARK}",
    ),
    *(
        f"{MARK}\u202efdp.exe",
        f"{'a/' * 200}{MARK}",
        "." * 300 + MARK,
        f"..\u2044{MARK}",
        f".{MARK}",
        f"\uff0e\uff0e/{MARK}",
    ),
)
QUOTES = (
    '"',
    "\\",
    "\\\\",
    "'",
    "(",
    ")",
    "<",
    ">",
    ",",
    ";",
    ":",
    "@",
    "=?",
    "?=",
    "[",
    "]",
    "=?utf-8?q?",
    '\\"',
)
GOALS = (HEADERS, COMMANDS, PAGES, PATHS)


class Fields:
    """A generator with a seed. `drawn` counts the values of each kind."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311  nothing secret is drawn
        self.drawn: Counter[str] = Counter()

    def value(self) -> str:
        """An honest beginning, then what should end it, then what should begin."""
        dice = self.dice
        parts = ["q", dice.choice(("", "Logo ", "grün ", "日本 ", "a" * 70, "🙂", dice.choice(ATOMS)))]
        for _ in range(dice.randint(1, 3)):
            parts += [dice.choice(("", *QUOTES)), dice.choice(BREAKS), dice.choice(dice.choice(GOALS))]
        if dice.random() < 0.3:
            parts += [chr(dice.choice((dice.randrange(0x250), dice.randrange(0x2000, 0x2100), 0x1F600)))] * 3
        return "".join(parts)

    def coded(self, text: str) -> str:
        """A value in one of the ways that a header can carry it."""
        octets = text.encode("utf-8", "surrogatepass" if _has_pairs(text) else "surrogateescape")
        way = self.dice.randint(0, 6)
        charset = self.dice.choice(("utf-8", "utf-8", *(each for each in CHARSETS if each)))
        if way < 2:
            return f"=?{charset}?b?{b64encode(octets).decode()}?="
        if way < 4:
            return f"=?{charset}?q?{quote(octets, safe='').replace('%', '=')}?="
        if way == 4:  # cut in the middle of a character, and of a line break
            at = self.dice.randrange(len(octets))
            pieces = (b64encode(piece).decode() for piece in (octets[:at], octets[at:]))
            return " ".join(f"=?{charset}?b?{piece}?=" for piece in pieces)
        return flat(text, "\r\n " if way == 5 else " ")

    def subject(self) -> str:
        return self._drawn("subjects", self.coded(self.value()))

    def name(self) -> str:
        text = self.value()
        if self.dice.random() < 0.4:
            return self._drawn("names", '"' + flat(text, "").replace('"', '\\"') + '"')
        return self._drawn("names", self.coded(text))

    def id(self) -> str:
        """A Message-ID that is one only from afar."""
        text = flat(self.value(), self.dice.choice(("", " ", "\r\n ")))
        unique = f"{self.dice.getrandbits(64):x}"
        form = self.dice.choice(
            ("<{u}{t}@x.example>", "<{u}@{t}>", "{t}<{u}@x.example>", "<{u}@x.example>{t}", "{u}{t}")
        )
        return self._drawn("ids", form.format(u=unique, t=text))

    def file(self) -> str:
        """A part with a name; its fields end with LF."""
        text = self.value()
        octets = text.encode("utf-8", "replace")
        shown = self.dice.choice((
            f'filename="{flat(text, "")}"',
            f"filename={flat(text, '')}",
            f"filename*=utf-8''{quote(octets, safe='')}",
            f"filename*0*=utf-8''{quote(octets[:9], safe='')}; filename*1*={quote(octets[9:], safe='')}",
            f'filename="{self.coded(text)}"'.replace("\r\n", ""),
        ))  # fmt: skip
        place = self.dice.choice(("attachment", "inline", "ATTACHMENT", flat(text, "")))
        inside = f"Subject: {self.subject()}\n\nx" if self.dice.random() < 0.2 else "x"
        head = f"Content-Type: {self.kind()}\nContent-ID: <{flat(text, '')}>"
        head += f"\nContent-Disposition: {place}; {shown}"
        self.drawn["files"] += 1
        return f"{head}\n\n{inside}"

    def kind(self) -> str:
        """A content type whose parameters want out."""
        kind = self.dice.choice(
            (*KINDS, "message/rfc822", "image/svg+xml", "text/calendar", "application/pdf")
        )
        text = flat(self.value(), "")
        more = self.dice.choice((f'; name="{text}"', f"; charset={text}", f"; {text}", f'; x="{text}', ""))
        return self._drawn("types", kind + more)

    def mail(self, sender: str, to: str, proof: str, answers: str = "") -> bytes:
        """A mail of this bare address with a plain body, and everything around it hostile."""
        mid, refs = self.id(), " ".join(self.id() for _ in range(3))
        fields = [proof, f"From: {self.name()} <{sender}>", f"To: {self.name()} <{to}>"]
        fields += [
            f"Cc: {self.name()} <ann@third.example>",
            f"Subject: {self.subject()}",
            f"Message-ID: {mid}",
        ]
        fields += [
            f"In-Reply-To: {answers or self.id()}",
            f"References: {refs} {answers}",
            "MIME-Version: 1.0",
        ]
        fields += ['Content-Type: multipart/mixed; boundary="b"']
        body = self.dice.choice(("Make it by Friday.", "done", "Which colour do you want?", "T-1 status"))
        parts = ["Content-Type: text/plain; charset=utf-8\n\n" + body]
        parts += [self.file() for _ in range(self.dice.randint(1, 4))]
        whole = "".join(f"--b\n{part}\n" for part in parts) + "--b--"
        head = "\r\n".join(field for field in fields if field)
        return f"{head}\r\n\r\n{whole}\r\n".encode(
            "utf-8", "surrogatepass" if _has_pairs(head + whole) else "surrogateescape"
        )

    def _drawn(self, kind: str, value: str) -> str:
        self.drawn[kind] += 1
        return value


def flat(text: str, instead: str) -> str:
    """Without the breaks that would end the field in this mail already."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", instead)


def _has_pairs(text: str) -> bool:
    """Half a surrogate pair that stands for no octet."""
    return any("\ud800" <= c < "\udc80" or "\udcff" < c <= "\udfff" for c in text)
