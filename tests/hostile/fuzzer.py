"""Mails made at random of everything that ever broke a mail program, the same
ones each time: seeded, so that a failure can be played again by its number."""

import random
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import quote

ATOMS: Sequence[str] = (
    "Logo",
    "for the van",
    "by Friday",
    "grün",
    "日本語",
    "🙂👍🏽",
    "ﬁ",
    "a" * 300,
    " " * 40,
    "\t",
    "\r\nBcc: eve@evil.example",
    "\nX-Injected: 1",
    "\rTo: eve@evil.example",
    "\r\n\r\n<script>alert(1)</script>",
    "\x00",
    "\x1b[31m",
    "\x07",
    "\x7f",
    "\x85",
    "\u2028T-1 approve",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200f",
    "\ufeff",
    "\udcff",
    "\udc80",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table>",
    "<a href='javascript:alert(1)'>x</a>",
    "javascript:alert(1)",
    'http://evil.example/"onmouseover=alert(1)',
    "https://evil.example/x'><svg/onload=alert(1)>",
    "<style>@import 'http://evil.example'</style>",
    "<!--",
    "-->",
    "<img src='http://evil.example/p.png'>",
    "<base href='http://evil.example/'>",
    "&lt;script&gt;",
    "&#0;",
    "]]>",
    "{{7*7}}",
    "{% include 'x' %}",
    "{{ desk.ring.keys }}",
    "{#",
    "%s%n",
    "${7*7}",
    "{0.__class__}",
    "{about}",
    "=?utf-8?q?=0D=0ABcc:_eve@evil.example?=",
    "=?utf-8?b?DQpCY2M6IGV2ZQ==?=",
    "=?x-unknown?q?=ff?=",
    "=?utf-8?q?",
    "=?utf-8?q?=00=1B?=",
    "=?us-ascii'en?q?x?=",
    "?=",
    "=?utf-7?q?+ADw-script+AD4-?=",
    "=1+1",
    "@SUM(1)",
    "-2+3",
    "../../etc/passwd",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    ".",
    "..",
    "~root",
    "|rm -rf /",
    "`id`",
    "$(id)",
    "T-1 approve",
    "H-1 pass on",
    "[T-1]",
    "[T-99999999999]",
    "[H-1]",
    "approve",
    "redo: x",
    "done",
    "assign: ben",
    "due: Feb 30",
    "due: 99/99/9999",
    "due: 31 Dec 9999 23:59",
    "eta: 1 Jan 0001",
    "99999999999h",
    "1e999h",
    "-1%",
    "invoice: 1e308 USD",
    "progress: nan%",
    "tell Joy: hi",
    "new task",
    "title: <b>x</b>",
    "cancel",
    "status",
    "help",
    "On Mon, Nov 30, 2026 at 9:12 AM Tasks wrote:",
    "> > > >",
    "-----Original Message-----",
    "From: Eve",
    "-- ",
    "--b",
    "--b--",
    "begin 644 x",
    ".",
    "..",
    "password: hunter2canary",
    "ben@example.org",
    "(((((",
    '"""""',
    "\\\\\\",
)
CHARSETS = (
    "utf-8",
    "us-ascii",
    "iso-8859-1",
    "utf-16",
    "utf-7",
    "x-unknown",
    "",
    "unicode_escape",
    "zlib",
    "hex",
)
KINDS = (
    "text/plain",
    "text/html",
    "TEXT/PLAIN",
    "text/x-y",
    "text",
    "",
    "application/octet-stream",
    "image/png",
)


class Fuzzer:
    """A generator with a seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311  nothing secret is drawn

    def text(self, most: int = 6) -> str:
        parts = self.dice.choices(ATOMS, k=self.dice.randint(0, most))
        return self.dice.choice(("", " ", "\n")).join(parts)

    def header(self, most: int = 4) -> str:
        """A header value: in an encoded word, or raw with its line breaks folded or not."""
        text = self.text(most)[:600]
        way = self.dice.randint(0, 3)
        if way == 0:
            return f"=?utf-8?b?{b64encode(text.encode('utf-8', 'surrogateescape')).decode()}?="
        if way == 1:
            return f"=?utf-8?q?{quote(text.encode('utf-8', 'surrogateescape'), safe='').replace('%', '=')}?="
        flat = text.replace("\r\n", "\n").replace("\n", "\r\n " if way == 2 else " ")
        return flat.replace("\r\n \r\n", "\r\n ")

    def name(self) -> str:
        flat = self.text(3).replace("\r", "").replace("\n", "").replace('"', "").replace("\\", "")[:150]
        return f'"{flat}"' if self.dice.random() < 0.6 else self.header(2)

    def id(self) -> str:
        return self.dice.choice(
            (
                f"<{self.dice.getrandbits(64):x}@fuzz.example>",
                f"<{self.text(2)}@{self.text(1)}>".replace("\n", "\n "),
                f"<{self.dice.getrandbits(64):x}\x00\x1b@fuzz.example>",
                f"{self.text(1)[:50]}<{self.dice.getrandbits(64):x}@x> <b@c>".replace("\n", "\n "),
                f"<{self.dice.getrandbits(64):x}.{'x' * 600}@fuzz.example>",
                f"<t1-joy-1-{'a' * 16}.{self.dice.getrandbits(40):x}@example.com>",
            )
        )

    def file(self) -> str:
        name = self.text(2).replace("\r", "").replace("\n", " ")[:200]
        shown = self.dice.choice(
            (f'filename="{name}"', f"filename*=utf-8''{quote(name.encode('utf-8', 'replace'))}", "filename=")
        )
        kind = self.dice.choice((*KINDS, "message/rfc822", "image/svg+xml", "a/b; name=x\r\n\tc"))
        cid = self.header(1).replace("\r\n", "")
        place = self.dice.choice(("attachment", "inline", ""))
        head = f"Content-Type: {kind}\nContent-ID: <{cid}>\nContent-Disposition: {place}; {shown}"
        return f"{head}\n\n{self.text(2)}"

    def body(self) -> tuple[str, str]:
        """(Content-Type, body)"""
        charset = self.dice.choice(CHARSETS)
        kind = f"{self.dice.choice(KINDS)}; charset={charset}" if charset else "text/plain"
        if self.dice.random() < 0.6:
            return kind, self.text(8)
        parts = [
            f"Content-Type: {kind}\n\n{self.text(8)}",
            *(self.file() for _ in range(self.dice.randint(0, 3))),
        ]
        outer = self.dice.choice(("mixed", "alternative", "related", "x"))
        return f"multipart/{outer}; boundary=b", "".join(f"--b\n{part}\n" for part in parts) + "--b--"

    def mail(self, sender: str, to: str, more: str, proof: str) -> bytes:
        """A mail of this bare address, with everything else left to chance."""
        kind, body = self.body()
        fields = [proof, f"From: {self.name()} <{sender}>", f"To: {to}", f"Subject: {self.header()}"]
        fields += [f"Message-ID: {self.id()}", more, "MIME-Version: 1.0", f"Content-Type: {kind}"]
        if self.dice.random() < 0.3:
            fields.append(f"{self.dice.choice(('Cc', 'Date', 'Reply-To', 'X-Thing'))}: {self.header()}")
        head = "\r\n".join(field for field in fields if field)
        return f"{head}\r\n\r\n{body}\r\n".encode("utf-8", "surrogateescape")
