"""Passwords come from where the config says, and show themselves to nobody."""

import pickle
import shlex
import sys
from pathlib import Path

import pytest

from config import ConfigError, Secret
from tests.settings.samples import ENVIRON, GOOD, loaded, spoilt, with_line

ENV_LINE = "  password_env: HANDOFF_PASSWORD\n"


def by_command(code: str) -> str:
    words = shlex.join([sys.executable, "-c", code])
    return spoilt(ENV_LINE, f"  password_command: {words}\n")


def test_by_the_environment_and_for_both_servers(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD).secrets() == (Secret("opensesame"), Secret("opensesame"))


def test_by_a_command_in_one_line(tmp_path: Path) -> None:
    config = loaded(tmp_path, by_command("print('from the ring'); print('notes')"))
    assert config.secrets()[0].reveal() == "from the ring"


def test_by_a_command_as_a_list(tmp_path: Path) -> None:
    text = spoilt(ENV_LINE, f"  password_command: [{sys.executable}, -c, \"print('a b')\"]\n")
    assert loaded(tmp_path, text).secrets()[0].reveal() == "a b"


def test_by_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("in a file\n")
    (tmp_path / "word").chmod(0o600)
    config = loaded(tmp_path, spoilt(ENV_LINE, "  password_file: word\n"))
    assert config.secrets()[0].reveal() == "in a file"


def test_a_file_that_others_read_is_refused_with_chmod(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("in a file\n")
    (tmp_path / "word").chmod(0o640)
    config = loaded(tmp_path, spoilt(ENV_LINE, "  password_file: word\n"))
    with pytest.raises(ConfigError, match=r"mode 0640\)\.\n  chmod 600 "):
        config.secrets()


@pytest.mark.parametrize(
    "odd", ["canary\n".encode("utf-16"), b"cana\0ry\n", b"\x1bcanary\n", b"\xef\xbb\xbfcanary"]
)
def test_a_password_that_nobody_can_type_is_told_and_not_shown(tmp_path: Path, odd: bytes) -> None:
    (tmp_path / "word").write_bytes(odd)
    (tmp_path / "word").chmod(0o600)
    config = loaded(tmp_path, spoilt(ENV_LINE, "  password_file: word\n"))
    with pytest.raises(ConfigError, match="cannot be typed") as caught:
        config.secrets()
    assert "cana" not in str(caught.value) and "c\0a" not in str(caught.value)


def test_the_letter_server_may_have_its_own(tmp_path: Path) -> None:
    config = loaded(tmp_path, with_line("smtp", "password_env: OTHER"), {**ENVIRON, "OTHER": "two"})
    assert [secret.reveal() for secret in config.secrets()] == ["opensesame", "two"]


def test_without_a_login_no_password_is_sent(tmp_path: Path) -> None:
    config = loaded(tmp_path, with_line("smtp", 'user: ""'))
    assert config.secrets() == (Secret("opensesame"), Secret(""))


def test_no_password_is_asked_for_until_a_server_is(tmp_path: Path) -> None:
    assert loaded(tmp_path, by_command("import sys; sys.exit(3)")).mailbox.password.command


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (GOOD, "line 4: mailbox.password_env names HANDOFF_PASSWORD, which the environment does not have"),
        (by_command("import sys; sys.exit(3)"), "mailbox.password_command ended with 3"),
        (by_command("pass"), "mailbox.password_command printed nothing"),
        (spoilt(ENV_LINE, "  password_command: /no/such/ring show\n"), "could not be started"),
        (spoilt(ENV_LINE, "  password_file: nowhere\n"), "could not be read: No such file"),
    ],
)
def test_a_password_that_is_not_there(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text, {"PATH": "/usr/bin:/bin"}).secrets()
    assert sentence in str(caught.value)
    assert str(caught.value).count("config.yaml, line 4:") == 1


def test_both_missing_passwords_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, with_line("smtp", "password_env: OTHER"), {}).secrets()
    assert len(caught.value.faults) == 2


def test_a_secret_shows_itself_only_when_asked() -> None:
    secret = Secret("opensesame")
    assert (str(secret), repr(secret), f"{secret}", f"{[secret]}") == ("***", "***", "***", "[***]")
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_no_password_stands_in_the_config_as_printed(tmp_path: Path) -> None:
    assert "opensesame" not in repr(loaded(tmp_path, GOOD))
