"""Public holidays by the name of a country, with and without the package that knows them."""

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.settings.samples import complaint, loaded, spoilt

BOB = "    roles: contractor\n"


def with_holidays(words: str) -> str:
    return spoilt(BOB, f"{BOB}    holidays: {words}\n")


def test_a_region_stands_for_its_public_holidays(tmp_path: Path) -> None:
    bob = loaded(tmp_path, with_holidays("[2026-12-24, DE-BY]")).house.people["bob"]
    assert {date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 6), date(2028, 6, 15)} <= bob.holidays
    assert date(2026, 12, 23) not in bob.holidays


def test_one_country_needs_no_brackets(tmp_path: Path) -> None:
    bob = loaded(tmp_path, with_holidays("US")).house.people["bob"]
    assert date(2026, 11, 26) in bob.holidays  # Thanksgiving
    assert date(2026, 11, 27) not in bob.holidays


def test_without_the_package_the_file_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    said = complaint(tmp_path, with_holidays("US"))
    assert 'people.bob.holidays is "US", but the package that knows public holidays is not there' in said
    assert "./run add holidays" in said
    assert complaint(tmp_path, with_holidays("[2026-12-24]")) == ""
