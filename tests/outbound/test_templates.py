"""A user's own letters: what they may do, what is refused, and that no letter is lost by them."""

import logging
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from outbound.compose import compose
from outbound.compose_page import page_of
from outbound.compose_reader import reader_of
from outbound.compose_table import FACTS, PAGE
from outbound.templates_loader import OURS, faults, rendered
from outbound.templates_user import Fault
from tests.letters.cast import DESK, NOW
from tests.letters.samples import SAMPLES
from tests.outbound.test_compose_hostile import parts

TEXT, HTML = "approved.txt", "approved.html"
LINES = "Well done.\nNothing to do.\n{{ where }}\n"
EVIL = "<script>alert(1)</script>"

# What is wrong: file, template, line that is named, words that are told.
BROKEN: dict[str, tuple[str, str | bytes, int | None, str]] = {
    "syntax": (TEXT, "Well\n{% if %}\n", 2, "Expected an expression"),
    "no end": (TEXT, LINES + "{% for x in (1, 2) %}\n", 4, "end of template"),
    "unknown name": (TEXT, LINES + "{{ no_such_thing }}", 4, "'no_such_thing' is undefined"),
    "unknown attribute": (TEXT, LINES + "\n{{ task.colour }}", 5, "colour"),
    "unknown filter": (TEXT, LINES + "{{ where | shout }}", 4, "shout"),
    "division": (TEXT, LINES + "{{ 1 / 0 }}", 4, "division by zero"),
    "wrong type": (TEXT, LINES + "{{ task.tag + 1 }}", 4, "concatenate"),
    "wrong value": (TEXT, LINES + "{{ range(1, 2, 0) }}", 4, "zero"),
    "a macro in itself": (TEXT, LINES + "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 4, "recursion"),
    "extends itself": (TEXT, '{% extends "approved.txt" %}', None, "recursion"),
    "endless loop": (
        TEXT,
        LINES + "{% for a in range(99999) %}{% for b in range(99999) %}\n{% set x = b * b %}"
        "{% endfor %}{% endfor %}",
        None,
        "too long",
    ),
    "a loop of 100 MB": (
        TEXT,
        LINES + "{% for a in range(99999) %}" + "{{ where }}" * 10 + "{% endfor %}",
        None,
        "memory",
    ),
    "a letter of 2 MB": (TEXT, LINES + "{% for a in range(30000) %}{{ where }}{% endfor %}", None, "1 MB"),
    "a string of 10 GB": (TEXT, LINES + "{% set n = 10 %}{{ 'x' * n ** 10 }}", 4, "memory"),
    "a padded string": (TEXT, LINES + "{% set n = 10 %}{{ where.ljust(n ** 10) }}", 4, "memory"),
    "a constant of 10 GB": (TEXT, LINES + "{{ 'x' * 10 ** 10 }}", None, "memory"),
    "a long power": (TEXT, LINES + "{{ 7 ** (10 ** 10) }}", None, ""),
    "out by dots": (TEXT, LINES + '{% include "../secret.txt" %}', 4, "../secret.txt"),
    "out by a path": (TEXT, LINES + '{% include "/etc/passwd" %}', 4, "etc/passwd"),
    "out by a link": (TEXT, LINES + '{% include "linked.txt" %}', 4, "leads out of the folder"),
    "into the works": (TEXT, LINES + "{{ mailto.__globals__ }}", 4, "unsafe"),
    "into a class": (TEXT, LINES + "{{ ''.__class__.__mro__ }}", 4, "unsafe"),
    "changes a list": (TEXT, LINES + "{% set x = [] %}{{ x.append(1) }}", 4, "unsafe"),
    "two lines": (TEXT, "Well done.\n{{ where }}\n", None, "first three lines"),
    "nothing": (TEXT, "", None, "first three lines"),
    "half a character": (TEXT, LINES + '{{ "\\ud800" }}', None, "surrogates"),
    "not UTF-8": (TEXT, b"\xff\xfe" + LINES.encode(), None, "utf-8"),
    "unescaped": (HTML, "<p>{{ task.brief | safe }}</p>", 1, "safe"),
    "escaping off": (
        HTML,
        "<p>{% autoescape false %}{{ task.brief }}{% endautoescape %}</p>",
        1,
        "autoescape",
    ),
    "text in HTML": (HTML, '<p>{% include "approved.txt" %}</p>', 1, "is no HTML"),
}


def folder_with(home: Path, name: str, template: str | bytes) -> Path:
    folder = home / "letters"
    folder.mkdir(exist_ok=True)
    (home / "secret.txt").write_text("canary")
    link = folder / "linked.txt"
    if not link.is_symlink():
        link.symlink_to(home / "secret.txt")
    raw = template if isinstance(template, bytes) else template.encode()
    (folder / name).write_bytes(raw)
    return folder


def letter(folder: Path | None, name: str = "approved") -> tuple[str, str]:
    return parts(SAMPLES[name], replace(DESK, templates=folder))[1:]


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_template_loses_no_letter_and_is_told(
    case: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name, template, line, words = BROKEN[case]
    folder = folder_with(tmp_path, name, template)
    began = time.monotonic()
    assert letter(folder) == letter(None)
    assert time.monotonic() - began < 30
    (told,) = [each.getMessage() for each in caplog.records if each.levelno == logging.WARNING]
    assert f"{folder / name}" in told and words.lower() in told.lower()
    assert "ours is used" in told and "canary" not in told
    if line is not None:
        assert f"line {line}:" in told


@pytest.mark.parametrize("case", ["unknown attribute", "endless loop"])
def test_it_is_told_once_until_the_file_is_changed(
    case: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name, template, _, __ = BROKEN[case]
    folder = folder_with(tmp_path, name, template)
    for _ in range(3):
        assert letter(folder) == letter(None)
    assert len(caplog.records) == 1
    (folder / name).write_text(LINES)
    assert letter(folder)[0].startswith("Well done.\r\nNothing to do.")


def test_a_template_that_took_too_long_is_not_tried_again(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, TEXT, BROKEN["endless loop"][1])
    letter(folder)
    before = os.times().children_user
    for _ in range(5):
        letter(folder)
    assert os.times().children_user - before < 2


def test_the_parent_keeps_its_limits_its_files_and_its_children(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, TEXT, BROKEN["a string of 10 GB"][1])
    open_before, children_before = len(list(Path("/proc/self/fd").iterdir())), _children()
    for _ in range(3):
        letter(folder)
    assert len(list(Path("/proc/self/fd").iterdir())) == open_before
    assert _children() == children_before


def _children() -> set[str]:
    """Our own processes; other tests beside this one share a reader of mails."""
    found = (path.read_text() for path in Path("/proc/self/task").glob("*/children"))
    return {number for text in found for number in text.split()}


def test_a_letter_is_written_while_other_threads_work(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, TEXT, LINES)
    stop = threading.Event()

    def chatter() -> None:
        while not stop.is_set():
            logging.getLogger("x").debug("y")

    busy = threading.Thread(target=chatter)
    busy.start()
    try:
        for _ in range(10):
            assert letter(folder)[0].startswith("Well done.")
    finally:
        stop.set()
        busy.join(10)


def test_words_of_mails_stay_escaped_in_a_users_html(tmp_path: Path) -> None:
    task = SAMPLES["approved"].task
    assert task is not None
    html = '{% extends "_letter.html" %}{% block body %}<p>{{ task.brief }}</p>{% endblock %}'
    folder = folder_with(tmp_path, HTML, html)
    evil = replace(SAMPLES["approved"], task=replace(task, brief=EVIL))
    written = parts(evil, replace(DESK, templates=folder))[2]
    assert "&lt;script&gt;" in written and "<script" not in written


def test_a_template_may_build_on_ours(tmp_path: Path) -> None:
    html = '{% extends "ours/approved.html" %}{% block body %}<p>Hooray</p>{{ super() }}{% endblock %}'
    folder = folder_with(tmp_path, HTML, html)
    assert "<p>Hooray</p>" in letter(folder)[1]
    assert letter(folder)[0] == letter(None)[0]


def test_a_part_of_ours_may_be_replaced_alone(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "_foot.txt", "-- \nCarter and Sons")
    text = letter(folder)[0]
    assert text.rstrip().endswith("Carter and Sons") and text.startswith(letter(None)[0][:40])


def test_a_folder_without_templates_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("none yet")
    assert letter(tmp_path) == letter(None)


def test_our_own_names_never_lead_out(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        rendered("../pyproject.toml", {}, None)


# `check`: what can be seen without a letter


def test_sound_templates_have_no_faults(tmp_path: Path) -> None:
    for file in OURS.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert faults(tmp_path) == ()


@pytest.mark.parametrize(
    "case",
    ["syntax", "no end", "unknown name", "unknown filter", "not UTF-8", "unescaped", "escaping off"]
    + ["text in HTML"],
)
def test_check_names_file_line_and_fix(case: str, tmp_path: Path) -> None:
    name, template, line, words = BROKEN[case]
    folder = folder_with(tmp_path, name, template)
    (fault,) = [each for each in faults(folder) if each.file != folder / "linked.txt"]
    assert fault.file == folder / name and words.lower() in fault.says.lower()
    assert fault.line == line or case == "text in HTML"
    assert fault.fix


def test_check_names_a_file_that_replaces_nothing_and_one_that_leads_out(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "aproved.txt", LINES)
    (folder / "_mine.txt").write_text("{{ anything }}")
    found = {fault.file.name: fault for fault in faults(folder)}
    assert set(found) == {"aproved.txt", "linked.txt"}
    assert "approved.txt" in found["aproved.txt"].fix
    assert "leads out of the folder" in found["linked.txt"].says


def test_a_fault_is_one_sentence() -> None:
    said = str(Fault(Path("letters/approved.txt"), 4, "'x' is undefined", "Take a name that there is"))
    assert said == "letters/approved.txt, line 4: 'x' is undefined. Take a name that there is."


def test_the_names_of_the_page_are_all_listed() -> None:
    seen = {
        name for each in SAMPLES.values() for name in page_of(each, reader_of(each, DESK, NOW), "x", [], [])
    }
    assert seen | {"lead"} <= PAGE
    assert PAGE - seen - {"lead"} <= set(FACTS)


def test_ours_are_written_without_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_fork() -> int:
        raise AssertionError("a fork")

    monkeypatch.setattr(os, "fork", no_fork)
    assert compose(SAMPLES["approved"], DESK, NOW)
