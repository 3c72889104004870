"""What our own server found about a sender: Authentication-Results (RFC 8601).

Anybody can write this field, so only one is believed: the topmost of all, and
only with the pinned id of our own server. A server that adds its field stands
above whatever the mail brought along. One that adds none on some mails must
remove forged ones of its id (section 5); `check` probes for that.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wire.addresses import a_labels, bare
from wire.caps import HEADER_BLOCK_BYTES, HEADER_BYTES

Verdict = Literal["pass", "fail", "none"]

_KEYWORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
_METHOD = re.compile(r"(?P<method>[a-z0-9_-]+)(?:/[0-9]+)?")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPACE = r"[ \t\r\n]+"
_WORD = re.compile(rf'{_SPACE}|(?P<token>[;=]|{_QUOTED.pattern}|[^ \t\r\n;="()]+)', re.DOTALL)
_VALUE = re.compile(rf'{_SPACE}|(?P<token>(?:{_QUOTED.pattern}|[^ \t\r\n;"()])+)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Result:
    """One method's result: `properties` as ("header.from", "example.com"), in
    their order. Method, result and property names are lower case."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a property."""
        return tuple(value for key, value in self.properties if key == name)


@dataclass(frozen=True, slots=True)
class AuthResults:
    """One field: `authserv_id` in lower case, "" where there is none (as
    Microsoft 365 writes it), and the results."""

    authserv_id: str
    results: tuple[Result, ...]


def parse(value: str) -> AuthResults | None:
    """Return what a field's value says, or None where it breaks the grammar.

    Comments may nest and stand anywhere white space may, quoted strings may
    hold anything; a version other than 1 is not understood (section 2.2). A
    single word claims nothing and is passed over ("none", and the domains that
    Microsoft 365 strews in). One broken result spoils the field: half-read
    proof is no proof. Linear; never raises.
    """
    tokens = _tokens(value) if len(value) <= HEADER_BYTES else None
    if not tokens:
        return None
    head, *rest = _split(tokens)
    if "=" in head:  # no id: the first result stands in its place
        authserv_id, rest = "", [head, *rest]
    else:
        if not (len(head) == 1 or (len(head) == 2 and head[1] == "1")):
            return None
        authserv_id = _unquoted(head[0]).lower()
    results = [_result(segment) for segment in rest if len(segment) > 1]
    if any(result is None for result in results):
        return None
    return AuthResults(authserv_id, tuple(result for result in results if result))


def _tokens(value: str) -> list[str] | None:
    """Words, values, "=" and ";", quotes and all. None for an open comment or quote, or for
    anything else that fits no rule. What follows "=" may hold one itself, as
    in smtp.mailfrom=bounce+joe=example.com@lists.example.org."""
    found: list[str] = []
    position = 0
    while position < len(value):
        if value[position] == "(":
            position = _after_comment(value, position)
            if position < 0:
                return None
            continue
        after_equals = bool(found) and found[-1] == "="
        token = (_VALUE.match(value, position) if after_equals else None) or _WORD.match(value, position)
        if token is None:
            return None
        if token.lastgroup:
            found.append(token[0])
        position = token.end()
    return found


def _unquoted(token: str) -> str:
    return _ESCAPED.sub(r"\1", token[1:-1]) if _QUOTED.fullmatch(token) else token


def _after_comment(value: str, position: int) -> int:
    """The place after a comment, comments inside it too; -1 if it never ends."""
    depth = 0
    while position < len(value):
        character = value[position]
        if character == "\\":
            position += 1
        depth += (character == "(") - (character == ")")
        position += 1
        if depth == 0:
            return position
    return -1


def _split(tokens: Sequence[str]) -> list[list[str]]:
    segments: list[list[str]] = [[]]
    for piece in tokens:
        if piece == ";":
            segments.append([])
        else:
            segments[-1].append(piece)
    return segments


def _result(segment: Sequence[str]) -> Result | None:
    """`dmarc=pass reason="..." header.from=example.com`: triples all the way. Gmail
    ends one in "smtp.mailfrom=" where the sender was null."""
    if segment[-1] == "=":
        segment = [*segment, ""]
    if len(segment) % 3 != 0 or any(segment[i] != "=" for i in range(1, len(segment), 3)):
        return None
    pairs = [(segment[i].lower(), _unquoted(segment[i + 2])) for i in range(0, len(segment), 3)]
    (name, result), *properties = pairs
    method = _METHOD.fullmatch(name)
    if method is None or not _KEYWORD.fullmatch(result):
        return None
    return Result(method["method"], result.lower(), tuple(properties))


def verdict(
    fields: Sequence[str], authserv_id: str, from_address: str, topmost_without_id: bool = False
) -> Verdict:
    """Return what our own server says about the From address, by DMARC.

    `fields` are all Authentication-Results of the mail, topmost first;
    `authserv_id` is the pinned id ("" pins none); `topmost_without_id` accepts
    a topmost field that bears no id at all. "pass" needs dmarc=pass and a
    header.from that is the domain of `from_address`; "fail" is dmarc=fail.
    Everything else is "none": a field of another server on top (forged ones of
    our id may stand below it), two dmarc results that differ, no header.from.
    Never raises.
    """
    top = parse(fields[0]) if fields else None
    if top is None or not _is_ours(top, authserv_id, topmost_without_id):
        return "none"
    dmarc = [result for result in top.results if result.method == "dmarc"]
    said = {result.result for result in dmarc}
    if said == {"fail"}:
        return "fail"
    if said == {"pass"} and all(_is_about(result, from_address) for result in dmarc):
        return "pass"
    return "none"


def _is_ours(field: AuthResults, authserv_id: str, topmost_without_id: bool) -> bool:
    if not field.authserv_id:
        return topmost_without_id
    return field.authserv_id == authserv_id.strip().lower()


def _is_about(result: Result, from_address: str) -> bool:
    """header.from once, and it is our From's domain (or the very address)."""
    values = result.all("header.from")
    if len(values) != 1:
        return False
    value = values[0]
    if "@" in value:
        return bare(value) == bare(from_address) is not None
    return a_labels(value) == a_labels(from_address.rpartition("@")[2]) is not None


def raw_fields(raw: bytes, name: str) -> tuple[str, ...]:
    """Return all values of a header field as they stand in the raw mail, unfolded,
    topmost first. `name` in lower case.

    Not decoded: an encoded word that a sender's envelope carried into our
    server's field must not become a result of its own. Octets beyond ASCII are
    kept as surrogates (PEP 383). Linear; never raises.
    """
    found: list[str] = []
    wanted, inside = name.encode("ascii"), False
    for line in raw[:HEADER_BLOCK_BYTES].replace(b"\r\n", b"\n").split(b"\n"):
        if not line:
            break
        if line[:1] in (b" ", b"\t"):
            if inside:
                found[-1] += " " + _text(line).strip(" \t")
            continue
        field, colon, value = line.partition(b":")
        inside = bool(colon) and field.rstrip(b" \t").lower() == wanted
        if inside:
            found.append(_text(value).strip(" \t"))
    return tuple(found)


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "surrogateescape")
