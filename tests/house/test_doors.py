"""One door to each server: whoever speaks IMAP or SMTP goes through it."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.imap_gateway import ImapGateway
from tests.house.code import relative, sources, tree
from tests.intake.imap_help import settings
from tests.servers.scripted import imap_server

# Who may import which library. The gateway's own parts are those that it is made of.
DOORS = {
    "imapclient": {"intake/imap_wire.py", "intake/imap_connection.py"},
    "imaplib": {"intake/imap_wire.py", "intake/imap_connection.py"},
    "smtplib": {"outbound/smtp.py", "outbound/smtp_line.py", "outbound/transaction.py"},
    "subprocess": {"intake/worker.py", "settings/secret.py", "run"},
    "pickle": set(),
    "shelve": set(),
    "marshal": set(),
}
GATEWAY_PARTS = {"intake/imap_gateway.py", "intake/imap_connection.py", "intake/imap_wire.py"}
# Names that fetch what somebody else's words point to, or run them.
FETCHERS = {"urlopen", "urlretrieve", "HTTPConnection", "HTTPSConnection", "webbrowser", "requests", "httpx"}
RUNNERS = {"eval", "exec", "compile", "system", "popen", "__import__"}


def imports(module: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{each.name}" for each in node.names)}
    return {name.partition(".")[0] if name.partition(".")[0] in DOORS else name for name in found}


def not_demo(file: Path) -> bool:
    """The demo plays the servers, and the bench measures them."""
    return relative(file).parts[0] not in ("demo", "bench")


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_imported_at_its_door_alone(library: str) -> None:
    users = {str(relative(file)) for file in sources() if not_demo(file) and library in imports(tree(file))}
    assert users <= DOORS[library], users


def test_the_parts_of_the_gateway_are_used_by_it_alone() -> None:
    users = {
        str(relative(file))
        for file in sources()
        if not_demo(file) and {"intake.imap_wire", "intake.imap_connection"} & imports(tree(file))
    }
    assert users <= GATEWAY_PARTS | {"intake/imap.py", "intake/imap_scan.py", "intake/filing.py"}, users
    clients = {str(relative(file)) for file in sources() if "intake.imap_wire.Client" in imports(tree(file))}
    assert clients == {"intake/imap_connection.py"}


def names(module: ast.Module) -> set[str]:
    """What is called or imported: a method of our own may be named as it likes."""
    called = {n.func.id for n in ast.walk(module) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    return called | {part for name in imports(module) for part in name.split(".")}


@pytest.mark.parametrize("word", sorted(FETCHERS | RUNNERS))
def test_nothing_is_fetched_and_no_words_are_run(word: str) -> None:
    found = [
        str(relative(f)) for f in sources() if not_demo(f) and word in names(tree(f)) and f.suffix == ".py"
    ]
    assert found == []


def test_no_child_gets_a_shell() -> None:
    shells = [
        f"{relative(file)}:{node.lineno}"
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.keyword) and node.arg == "shell"
    ]
    assert shells == []


BREAKS = ("\r", "\n", "\0", "\r\n", "x\r\nA1 DELETE INBOX", "\0x")
CALLS: dict[str, Callable[[ImapGateway, str], object]] = {
    "make": lambda gateway, evil: gateway.make(evil),
    "select": lambda gateway, evil: gateway.select(evil),
    "search": lambda gateway, evil: gateway.search("HEADER", "Message-ID", evil),
    "fetch": lambda gateway, evil: gateway.fetch([1], [evil]),
    "flag": lambda gateway, evil: gateway.flag([1], evil),
    "move": lambda gateway, evil: gateway.move([1], evil),
    "copy": lambda gateway, evil: gateway.copy([1], evil),
}
UIDS: dict[str, Callable[[ImapGateway, object], object]] = {
    "fetch": lambda gateway, evil: gateway.fetch([evil], ["UID"]),  # type: ignore[list-item]
    "flag": lambda gateway, evil: gateway.flag([evil], "x"),  # type: ignore[list-item]
    "move": lambda gateway, evil: gateway.move([evil], "A"),  # type: ignore[list-item]
    "copy": lambda gateway, evil: gateway.copy([evil], "A"),  # type: ignore[list-item]
    "expunge": lambda gateway, evil: gateway.expunge([evil]),  # type: ignore[list-item]
}


@pytest.mark.parametrize("evil", BREAKS)
@pytest.mark.parametrize("call", CALLS)
def test_no_break_crosses_the_gateway(call: str, evil: str) -> None:
    heard: list[bytes] = []
    with imap_server(heard) as server:
        gateway = ImapGateway(settings(server.port))
        gateway.open()
        before = list(heard)
        with pytest.raises(ValueError, match="CR, LF or NUL"):
            CALLS[call](gateway, evil)
        gateway.drop()
    assert heard == before


@pytest.mark.parametrize("evil", ["1 DELETE", "1\r\nx", 0, -1, 1.5, True, None, b"1"])
@pytest.mark.parametrize("call", UIDS)
def test_only_whole_numbers_name_mails(call: str, evil: object) -> None:
    with imap_server() as server:
        gateway = ImapGateway(settings(server.port))
        gateway.open()
        with pytest.raises(ValueError, match="not a list of UIDs"):
            UIDS[call](gateway, evil)
        gateway.drop()


@pytest.mark.parametrize("part", ["user", "password"])
def test_no_break_crosses_in_a_login(part: str) -> None:
    heard: list[bytes] = []
    with imap_server(heard) as server:
        told = {"user": "tasks", "password": "secret", part: "x\r\nA2 DELETE INBOX"}
        gateway = ImapGateway(settings(server.port, told["user"], told["password"]))
        with pytest.raises(ValueError, match="CR, LF or NUL") as caught:
            gateway.open()
    assert not any(b"DELETE" in line for line in heard)
    assert part == "user" or "DELETE" not in str(caught.value)


def test_every_method_of_the_gateway_that_takes_words_is_tried() -> None:
    taking = {
        name
        for name, method in vars(ImapGateway).items()
        if callable(method) and not name.startswith("_") and len(method.__code__.co_varnames) > 1
    }
    harmless = {"can", "named", "must_have", "name_of", "idle", "folders", "sent", "drop"}
    assert taking - harmless <= {*CALLS, *UIDS}
