"""Targets: everything that reads words, and everything that writes them out."""

import re
from datetime import timedelta

from intake.body import cut
from language.answers_named import named_answers
from language.brief import has_due, is_vague_outcome, lint, plain_title
from language.brief_parts import multi_task, split_parts
from language.caveat import has_caveat
from language.due import read_due, read_due_phrase
from language.lines import brief_lines, imperative_with_due
from language.lone_date import lone_date
from language.masking import mask, secrets_in
from language.meaning import DueReading
from language.money import brief_money, find_amounts, read_money
from language.promised_money import promise_in
from language.questions import by_number, only_asks, puts_off, questions_in
from language.quotes import bare_subject, first_address
from language.reply import new_words
from language.reply_forward import quoted_mail
from language.short import is_praise, is_thanks, reaction, read_short
from language.step_reports import step_reports
from language.steps import steps
from language.struck import unstruck
from language.sums import sum_in
from language.vocabulary import word
from language.words import read_words
from language.zones import in_words, usual_locale, zone_of
from outbound.filters import linked, mailto, quoted, safe_link, unbroken
from tests.fuzz import holding
from tests.fuzz.holding import check
from tests.fuzz.target import NOON, Target, raw_text, text_of
from tests.hostile.kit import inert
from wire.headers import UnsafeHeader, check_header_bytes, parameter, write_headers
from wire.text import clean, one_line, subject_tag, without_secret

_SCRIPT = re.compile("(?i)script:")
_FAR = timedelta(days=366 * 120)


def _reply(data: bytes) -> None:
    """New words are words of the mail: nothing is made up."""
    text = text_of(data)
    subject = text[:60]
    found = new_words(text, subject)
    holding.writable(found.text, found.own, found.signature)
    letters = set(text) | set(" \n>~")
    check(set(found.own) <= letters, "letters that nobody wrote", set(found.own) - letters)
    quoted_mail(text)
    bare_subject(subject)
    first_address(text)


def _commands(data: bytes) -> None:
    text = text_of(data)
    for role in ("owner", "contractor"):
        for found in read_words(text, role, ("joy", "Ben Okafor")):
            check(word(found.word).name == found.word, "no word of ours", found)
            holding.writable(found.arg, found.line)


def _due(data: bytes) -> None:
    text = text_of(data)
    for zone, locale in (("America/Los_Angeles", "en-US"), ("Europe/Berlin", "de-DE"), ("Asia/Manila", "en")):
        _moment(read_due(text, NOON, zone, locale), zone)
        _moment(read_due_phrase(text[:200], NOON, zone, locale), zone)


def _moment(found: DueReading, zone: str) -> None:
    """A moment with a zone, that can be told and stored."""
    if found.at is not None:
        check(found.at.tzinfo is not None and abs(found.at - NOON) < _FAR, "a moment nobody means", found.at)
        holding.one_line(in_words(found.at, zone))
        found.at.isoformat()


def _brief(data: bytes) -> None:
    text = text_of(data)
    title, _, body = text.partition("\n")
    lint(title, body)
    holding.one_line(one_line(plain_title(title)), 120)
    for part in split_parts(title, body):
        holding.writable(part)
    multi_task(title, body)
    (has_due(text), is_vague_outcome(text), has_caveat(text), brief_lines(text), imperative_with_due(text))


def _mask(data: bytes) -> None:
    """What was found once is not there afterwards, and is found in no second look."""
    text = text_of(data)
    masked = mask(text)
    holding.writable(masked.text)
    secrets = [each for each in secrets_in(text) if len(each) >= 8]
    check(not any(each in masked.text for each in secrets), "a secret is still there", (secrets, masked.text))


def _small(data: bytes) -> None:
    """The readers of one line."""
    text = text_of(data)
    (read_money(text), brief_money(text), find_amounts(text), sum_in(text))
    (lone_date(text), steps(text), unstruck(text))
    (questions_in(text), only_asks(text), by_number(text), puts_off(text), step_reports(text))
    (is_praise(text), is_thanks(text), reaction(text), read_short(text))
    holding.writable(promise_in(text))
    named_answers(text, ("Which colour?", "How many?", text[:80]))


def _zones(data: bytes) -> None:
    """Any text that claims to be a zone: the time can be told in it."""
    text = text_of(data)
    NOON.astimezone(zone_of(text)).isoformat()
    in_words(NOON, text)
    usual_locale(text)


def _written(data: bytes) -> None:
    """Any text as Subject, name, ids and file name of a letter: the header stays ours."""
    text = raw_text(data)
    fields = [("From", f'"{clean(text[:40]).replace(chr(34), "").replace(chr(92), "")}" <t@example.com>')]
    fields += [("To", "joy@example.net"), ("Subject", text), ("Date", "Mon, 30 Nov 2026 20:00:00 +0000")]
    fields += [("Message-ID", "<a@example.com>"), ("References", text), ("In-Reply-To", text)]
    try:
        block = write_headers(fields)
    except UnsafeHeader:
        fields[0] = ("From", "t@example.com")  # a name that cannot be one
        block = write_headers(fields)
    check_header_bytes(block)
    names = [line.partition(b":")[0] for line in block.split(b"\r\n") if line[:1] not in b" \t"]
    check(len(set(names)) == len(names), "a field of somebody else's", names)
    holding.one_line(parameter("filename", text))
    check(parameter("filename", text).isascii(), "not ASCII")


def _lines(data: bytes) -> None:
    text = raw_text(data)
    for limit in (4, 20, 120):
        holding.one_line(one_line(text, limit), limit)
    holding.one_line(clean(text))
    number = subject_tag(text)
    check(number is None or 0 < number < 10**9, "a number", number)
    check("hunter2" not in without_secret(text, "tasks", "hunter2"), "the password is still there")


def _page(data: bytes) -> None:
    """What stands in the HTML of a letter acts in no reader."""
    text = cut(text_of(data))
    if "http" in text.lower():  # `inert` takes no link that holds these words, wherever they stand
        text = _SCRIPT.sub("", text)
    inert(f"<p>{linked(text)}</p>")
    inert(f"<p>{unbroken(text)}</p>")
    inert('<a href="{}">x</a>'.format(safe_link("".join(c for c in text if c not in "\"'<>&"))))
    link = mailto("tasks+t1@example.com", text, text)
    check(link.isascii() and not set("\r\n \"'<>") & set(link), "a link that ends early", link)
    check(all(line.startswith(">") for line in quoted(text).splitlines()), "words that could pass for ours")


TEXT = (
    Target("reply", _reply, "reply"),
    Target("commands", _commands, "words"),
    Target("due", _due, "due"),
    Target("brief", _brief, "brief"),
    Target("mask", _mask, "words"),
    Target("small", _small, "words"),
    Target("zones", _zones, "zone", 200),
    Target("written", _written, "header", 2000),
    Target("lines", _lines, "header", 2000),
    Target("page", _page, "html", 2000),
)
