"""Secrets that must not travel: passwords, keys, card numbers.

A brief is passed on, quoted, logged and summed up; a password in it would be
everywhere. What is found here is masked in everything that leaves, and the
owner is told (practices.md, P60). Talk about passwords is no secret.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MASK = "[masked]"
_KNOWN_AGAIN = 6  # characters
_SHORT = 500  # characters; longer texts are seldom the same
_AGAIN = 50  # secrets of one text that are looked for without their label: each is a pass over it

# A secret is told from a word by a digit or a sign in it, or by a colon before it.
_VALUE = r"[^\s,;<>\"'()]{3,200}"
_NAME = (
    r"(?:pass ?words?|passwd|pass ?phrase|passcode|passwort|kennwort|contrase(?:ñ|n)a|mot de passe"
    r"|senha|pwd|pw|pin(?: code)?|clave)"
)
_KEY_NAME = (
    r"(?:api[ _-]?key|api[ _-]?token|access[ _-]?token|auth[ _-]?token|secret[ _-]?key"
    r"|client[ _-]?secret|access[ _-]?key|bearer|private key|token|secret)"
)

_SECRET_WORDS = ("pass", "pw", "pin", "clave", "contrase", "senha", "kennwort", "mot de")
_LOGINS = ("login", "log in", "credential", "zugang", "user")
_TOKENS = ("key", "token", "secret", "bearer")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a secret of one kind looks like: `pattern` with the secret as group
    v. None of `labels` in the text (lower case): the rule is not tried. `sure`:
    what stands there is a secret even where it looks like a word."""

    kind: str
    labels: tuple[str, ...]
    pattern: re.Pattern[str]
    sure: bool = False


_FOR = r"(?:(?:for|to|of) (?:the |our |my )?[\w.@/-]{1,40}(?: [\w.@/-]{1,40}){0,3} )?"
_IS = r"(?:nueva |nova )?(?:is|ist|es|est|é|war|was|lautet|heißt|heisst)(?: now| still| jetzt)?:?"
_OF_WHAT = (
    r"(?:wi-?fi|wlan|door|gate|alarm|access|entry|entrance|lock ?box|lock|safe|key ?pad|garage|building"
    r"|tür|haustür|haus|zugangs|zutritts|tresor)"
)

_RULES: tuple[Rule, ...] = (
    Rule(
        "private key",
        ("private key",),
        re.compile(r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?P<v>(?:[^-]|-(?!-)){0,20000})"),
        sure=True,
    ),
    Rule(
        "key",
        ("",),
        re.compile(
            r"\b(?P<v>AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,120}"
            r"|github_pat_[A-Za-z0-9_]{30,120}|sk-[A-Za-z0-9_-]{20,200}"
            r"|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,120}|xox[abposr]-[A-Za-z0-9-]{10,200}"
            r"|AIza[0-9A-Za-z_-]{35}|glpat-[A-Za-z0-9_-]{16,60}"
            r"|SG\.[A-Za-z0-9_-]{16,40}\.[A-Za-z0-9_-]{16,60}"
            r"|eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000})"
        ),
        sure=True,
    ),
    Rule(
        "key",
        _TOKENS,
        re.compile(
            rf"(?i)\b{_KEY_NAME}\b(?: is| for [\w.-]{{1,40}} is)? ?[:=]? ?[\"'`]?"
            r"(?P<v>(?=[^\s]{0,80}\d)[A-Za-z0-9+/=_.-]{12,200})"
        ),
        sure=True,
    ),
    Rule(
        "password",
        _SECRET_WORDS,
        re.compile(
            rf"(?i)\b{_NAME}[*_]{{0,2}} ?(?:\([^()\n]{{1,30}}\) ?)?(?::|=|\uff1a|->|=>)[*_]{{0,2}}"
            rf"\s{{0,3}}[\"'`“‘]?(?P<v>{_VALUE})"
        ),
        sure=True,
    ),
    Rule(
        "password",
        _SECRET_WORDS,
        re.compile(
            rf"(?i)\b{_NAME} {_FOR}{_IS} (?:[\"'`“‘](?P<v>{_VALUE})|(?P<w>{_VALUE})(?=[.!]? *(?:\n"
            rf"|\Z)))"
        ),
        sure=True,
    ),
    Rule("password", _SECRET_WORDS, re.compile(rf"(?i)\b{_NAME} {_FOR}{_IS} (?P<v>{_VALUE})")),
    Rule("password", _SECRET_WORDS, re.compile(rf"(?i)\b{_NAME}\s[\"'`“‘]?(?P<v>{_VALUE})")),
    Rule(
        "password",
        _LOGINS,
        re.compile(
            r"(?i)\b(?:login|log ?in|credentials|zugangsdaten|user(?:name)?) ?(?::|=|is"
            r"|are)? ?[\w.@+-]{1,60} ?"
            rf"(?:/|\||,? and) ?(?P<v>{_VALUE})"
        ),
    ),
    Rule(
        "password",
        ("://",),
        re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]{1,15}://[^\s/@:<>]{1,80}:(?P<v>[^\s/@<>]{3,200})@"),
        sure=True,
    ),
    Rule(
        "password",
        ("code",),
        re.compile(
            rf"(?i)\b{_OF_WHAT}[ -]?code {_FOR}(?:{_IS}|[:=])? ?(?P<v>(?=[^\s]{{0,20}}\d)[\w#*-]{{3,30}})"
            rf"|\b{_OF_WHAT}[ -]?code ?[:=] ?(?P<w>(?=[^\s]{{0,20}}\d)[\w#*-]{{3,30}})"
        ),
        sure=True,
    ),
    Rule(
        "key",
        ("akia", "asia", "aws", "secret"),  # 40 characters of both cases; a commit's name has one
        re.compile(
            r"(?<![A-Za-z0-9/+=])(?P<v>(?=[^\s]{0,39}\d)(?=[^\sA-Z]{0,39}[A-Z])(?=[^\sa-z]{0,39}[a-z])"
            r"[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"
        ),
        sure=True,
    ),
    Rule(
        "card number",
        ("",),
        re.compile(
            r"(?<![\w.+/-])(?<!tel )(?<!phone )(?<!fax )"
            r"(?P<v>[2-6]\d{3}(?:[ -]?\d{2,6}){2,4}\d{0,4})(?![\w/-])"
        ),
    ),
)
_CODE = Rule(
    "card code",
    ("",),
    re.compile(r"(?i)\b(?:cvv2?|cvc2?|security code) ?(?:is|:|=)? ?(?P<v>\d{3,4})\b"),
    sure=True,
)
_END_MARKS = ".!?:)]}*_\"'`”’"
_PLAIN_WORDS_LIST = (
    "reset resets manager managers please protected field fields policy policies change changes changed "
    "for and the is in on to of by with not no via from again box safe vault tool list lists sheet "
    "sheets form link page recovery request required expired expires below above attached separately "
    "later soon hint rules strength generator reminder email mail same usual was will has have can must "
    "should your our my their it that this as so if when known unknown missing wrong correct see ask "
    "click klicke klicken cliquez open visit follow press tap choose select "
    "call text sent tbd none n/a attached tell get stays share shared secret"
)
_PLAIN_WORDS = frozenset(_PLAIN_WORDS_LIST.split())


_UNLABELLED = tuple(rule for rule in _RULES if "" in rule.labels)
# What stands in every secret without a label: four digits of a card, or the run of a key.
_LONG = re.compile(r"\d{4}|[A-Za-z0-9_.-]{15}")
_LABELLED = re.compile("|".join({re.escape(label) for rule in _RULES for label in rule.labels if label}))


@dataclass(frozen=True, slots=True)
class Masked:
    """The text with every secret replaced, and the kinds found, each once:
    "password", "key", "private key", "card number", "card code"."""

    text: str
    found: tuple[str, ...] = ()
    values: tuple[str, ...] = ()  # the secrets themselves


def mask(text: str, known: tuple[str, ...] = ()) -> Masked:
    """Replace what looks like a secret by "[masked]", there and wherever it stands
    again, and `known` ones wherever they stand by themselves. Never raises; linear.

    Prefers missing nothing that is labelled as a secret over keeping a word:
    but "reset your password" and "the password manager" are left alone."""
    return _kept(text, known) if len(text) <= _SHORT else _masked(text, known)


@lru_cache(maxsize=2048)
def _kept(text: str, known: tuple[str, ...]) -> Masked:
    """The same titles, names and sentences are asked about in every letter. Safe
    to keep: the answer depends on the text and on what is known alone."""
    return _masked(text, known)


def _masked(text: str, known: tuple[str, ...]) -> Masked:
    found: list[tuple[str, str]] = []
    lower = text.lower()
    for value in known:
        text = text.replace(value, MASK)
    if _LABELLED.search(lower):
        for rule in _RULES:
            if any(label in lower for label in rule.labels):
                text = _apply(rule, text, found)
    elif _LONG.search(text):
        for rule in _UNLABELLED:
            text = _apply(rule, text, found)
    if any(kind == "card number" for kind, _ in found):
        text = _apply(_CODE, text, found)
    for value in _known_again(value for _, value in found[:_AGAIN]):
        text = text.replace(value, MASK)
    kinds = tuple(dict.fromkeys(kind for kind, _ in found))
    return Masked(text, kinds, tuple(dict.fromkeys(value for _, value in found)))


def secrets_in(*texts: str) -> tuple[str, ...]:
    """The secrets of these texts that are known again without their label, in
    another mail: longer than a word that might stand there by chance."""
    return _known_again(value for text in texts for value in mask(text).values)


def _known_again(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in values if len(v) >= _KNOWN_AGAIN and "\n" not in v))


def _apply(rule: Rule, text: str, found: list[tuple[str, str]]) -> str:
    def replace(hit: re.Match[str]) -> str:
        group = "v" if hit["v"] is not None else "w"
        value = hit[group] if rule.kind == "private key" else hit[group].rstrip(_END_MARKS)
        if not value or not _is_secret(rule, value):
            return hit[0]
        found.append((rule.kind, value))
        before = hit[0][: hit.start(group) - hit.start()]
        behind = hit[0][len(before) + len(value) :]
        return before + MASK + (behind.lstrip("!") if rule.kind == "password" else behind)  # it may end so

    return rule.pattern.sub(replace, text)


def _is_secret(rule: Rule, value: str) -> bool:
    """Whether the value behind a label is one, or only the next word."""
    if MASK[:-1] in value:
        return False
    if rule.kind == "card number":
        return is_card(value)
    if rule.kind != "password":
        return True
    if value.lower().strip("*_") in _PLAIN_WORDS or value.startswith(("http://", "https://", "...", "***")):
        return False
    return rule.sure or _looks_random(value)


def _looks_random(value: str) -> bool:
    """A digit or a sign among letters, or a capital inside: no ordinary word."""
    digit = any(char.isdigit() for char in value)
    letter = any(char.isalpha() for char in value)
    sign = any(char in "!@#$%^&*+=?~|" for char in value)
    return (
        (digit and letter and len(value) >= 5)
        or (sign and len(value) >= 5)
        or (digit and value.isdigit() and len(value) >= 4)
    )


def is_card(text: str) -> bool:
    """Whether the digits are a payment card's: 13 to 19 of them, and the check
    digit of ISO/IEC 7812-1, annex B (Luhn) fits."""
    digits = [int(char) for char in text if char.isdigit()]
    if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
        return False
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
