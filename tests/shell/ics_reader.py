"""A strict reader of iCalendar (RFC 5545), written from the RFC and not from our writer.

It takes nothing on trust: line ends, line lengths, folding, escapes, nesting,
and the properties that each component must have.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

LINE = re.compile(r"(?P<name>[A-Z][A-Z0-9-]*)(?P<params>(?:;[A-Z-]+=[^:;,\"]*)*):(?P<value>.*)")
TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
MOMENT = re.compile(r"\d{8}T\d{6}Z")
TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "PRODID", "STATUS", "CATEGORIES"}
MOMENTS = {"DTSTAMP", "DTSTART", "DUE", "CREATED", "LAST-MODIFIED"}
ONCE = TEXTS | MOMENTS | {"SEQUENCE", "PERCENT-COMPLETE", "TRANSP"}
KNOWN = ONCE | {"VERSION", "CALSCALE"}
NEEDED = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VTODO": {"UID", "DTSTAMP"},
}
STATES = {"VEVENT": {"TENTATIVE", "CONFIRMED"}, "VTODO": {"NEEDS-ACTION", "IN-PROCESS"}}


@dataclass
class Component:
    name: str
    values: dict[str, str] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def moment(self, name: str) -> datetime:
        return datetime.strptime(self.values[name], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def read(octets: bytes) -> Component:
    """The one VCALENDAR of a file. Raises AssertionError at the first fault."""
    top: list[Component] = [Component("")]
    for line in unfolded(octets):
        found = LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            top.append(Component(value))
        elif name == "END":
            done = top.pop()
            assert done.name == value, line
            check(done)
            top[-1].inside.append(done)
        else:
            assert name in KNOWN, line
            assert name not in top[-1].values, line
            top[-1].values[name] = unescaped(value) if name in TEXTS else value
    assert len(top) == 1, "a component is left open"
    (calendar,) = top[0].inside
    assert calendar.name == "VCALENDAR" and calendar.values["VERSION"] == "2.0"
    uids = [each.values["UID"] for each in calendar.inside]
    assert len(uids) == len(set(uids)), "two of one UID"
    return calendar


def unfolded(octets: bytes) -> list[str]:
    """The content lines (section 3.1): CRLF ends, at most 75 octets each, whole
    characters in each, a fold is CRLF and one space or tab."""
    assert octets.endswith(b"\r\n")
    raw = octets.removesuffix(b"\r\n").split(b"\r\n")
    lines: list[str] = []
    for each in raw:
        assert each and len(each) <= 75, each
        assert b"\r" not in each and b"\n" not in each, each
        text = each.decode("utf-8")
        if text[0] in " \t":
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def unescaped(value: str) -> str:
    """A TEXT value (section 3.3.11), no bare comma, semicolon or control in it."""
    assert TEXT.fullmatch(value), value
    return re.sub(r"\\(.)", lambda hit: "\n" if hit[1] in "nN" else hit[1], value)


def check(done: Component) -> None:
    missing = NEEDED[done.name] - set(done.values)
    assert not missing, (done.name, missing)
    for name in MOMENTS & set(done.values):
        assert MOMENT.fullmatch(done.values[name]), done.values[name]
        done.moment(name)
    if done.name in STATES:
        assert done.values["STATUS"] in STATES[done.name]
    assert ("DUE" in done.values) <= (done.name == "VTODO")
    assert int(done.values.get("SEQUENCE", "0")) >= 0
    assert 0 <= int(done.values.get("PERCENT-COMPLETE", "0")) <= 100
