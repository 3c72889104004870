"""Every key of the config is read by something: a setting that does nothing is a lie."""

import ast
from collections.abc import Mapping

import pytest

from settings.customs import Folders
from settings.sections import rows
from settings.tree import Config
from tests.house.code import relative, sources, tree
from tests.settings.test_example import SECTIONS

# Where settings/ turns a key into something else, what is read in its place.
WAYS = ("command", "env", "file")
READ_AS: Mapping[str, str] = {
    "defaults.approve_after": "approve_days",
    "defaults.proposal_holds_after": "propose_days",
    "digest.at": "digest_at",
    "digest.grace": "digest_grace",
    "store.path": "store_path",
    **{f"mailbox.password_{way}": "password" for way in WAYS},
    **{f"smtp.password_{way}": "password" for way in WAYS},
    **{f"folders.{kind}": "folders" for kind in rows(Folders)},
}

# These only pass the value on; somebody else has to use it.
CARRIERS = ("settings", "tests", "config.py", "tasks/people.py")

KEYS = [
    (f"{section}.{word}".lstrip("."), field.name)
    for section, kind in SECTIONS.items()
    for word, (_, field) in rows(kind).items()
    if kind is not Config or word in {"templates", "simulation"}
]


def read_names() -> set[str]:
    """All attributes that the rooms look at, by a dot or by getattr's word."""
    readers = [file for file in sources() if not str(relative(file)).startswith(CARRIERS)]
    found = set()
    for node in (node for file in readers for node in ast.walk(tree(file))):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        if isinstance(node, ast.Call):
            found |= {str(each.value) for each in node.args if isinstance(each, ast.Constant)}
    return found


READ = read_names()


@pytest.mark.parametrize(("key", "field"), KEYS, ids=[key for key, _ in KEYS])
def test_the_key_is_read(key: str, field: str) -> None:
    is_read = READ_AS.get(key, field) in READ
    assert is_read, f"{key} stands in the config, and nothing reads it"
