"""Nothing in the package asks for the network: not by what it imports, and not in any command."""

from __future__ import annotations

import ast
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator

import pytest

from accords.cli import _VERBS
from records import ROOT
from sources import MODULES, name_of, tree_of

pytestmark = pytest.mark.thorough

MONITORED = "examples/kosovo-serbia-plates-2022-monitored.accord.json"
PLATES = "examples/kosovo-serbia-plates-2022.accord.json"
MINIMAL = "examples/minimal.accord.json"
DAMAGED = "tests/records/faulty/many-faults.accord.json"

NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"}
NETWORK |= {"socketserver", "ssl", "telnetlib", "urllib3", "webbrowser", "websockets", "xmlrpc"}

RUNS = {
    "validate": [MINIMAL, DAMAGED],
    "checklist": [MONITORED, "--as-of", "2023-01-01"],
    "status": [MONITORED, "--as-of", "2023-01-01"],
    "due": [MONITORED, "--as-of", "2023-01-01", "--format", "atom"],
    "diff": [PLATES, MONITORED],
    "claim": [MINIMAL, "no-tolls", "occurred", "--summary", "A toll was taken.", "--source", "text"],
    "import": ["tests/records/filled/checklist.csv", MINIMAL, "--assessor", "Me"],
    "export": [MONITORED, "--format", "svg"],
    "site": [MINIMAL, "-o", tempfile.mkdtemp(), "--as-of", "2023-01-01", "--contact", "x@example.org", "--preview"],
    "verify": [PLATES, "--source", "report=README.md"],
    "text": ["add", "README.md", "--id", "readme", "--folder", tempfile.mkdtemp()],
    "draft": ["schema"],
    "new": [],
    "format": [MINIMAL, "--diff"],
    "rule": ["ACC201"],
    "completion": ["bash"],
    "schema": [],
}
"""Every verb of the command, with something for it to do."""

HOOK = """
import sys
import tempfile
def refuse(event, arguments):
    if event.startswith("socket."):
        import os
        os.write(2, f"NETWORK {event} {arguments}".encode())
        os._exit(99)
sys.addaudithook(refuse)
"""


def _python(code: str, *arguments: str, prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [*prefix, sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, env=environment, check=False)


def _speaking(tree: ast.Module) -> Iterator[int]:
    """The lines that import what speaks to the network."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if any(name.split(".")[0] in NETWORK or name == "urllib.request" for name in names):
            yield node.lineno


def test_no_module_imports_what_speaks_to_the_network() -> None:
    """At the top or inside a function."""
    assert [f"{name_of(path)}:{line}" for path in MODULES for line in _speaking(tree_of(path))] == []


@pytest.mark.parametrize("code", ["import http.client", "def f():\n    from urllib.request import urlopen"])
def test_an_import_that_speaks_to_the_network_is_found(code: str) -> None:
    """Otherwise the test above could not fail."""
    assert list(_speaking(ast.parse(code)))


def test_every_verb_is_run_here() -> None:
    """A new one cannot be forgotten."""
    assert set(RUNS) == set(_VERBS)


def test_no_command_opens_a_socket() -> None:
    """All verbs in one process that ends at once where Python is about to make a socket of any kind."""
    words = [[verb, *arguments] for verb, arguments in RUNS.items()]
    done = _python(f"{HOOK}\nfrom accords.cli import main\nprint('codes', *[main(each) for each in {words!r}])")
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr
    codes = done.stdout.rpartition("codes ")[2].split()
    assert len(codes) == len(RUNS)
    assert set(codes) == {"0", "1"}, dict(zip(RUNS, codes, strict=True))


def test_the_guard_notices_a_socket() -> None:
    """Otherwise the test above could not fail."""
    done = _python(f"{HOOK}\nimport socket; socket.socket()")
    assert (done.returncode, done.stderr[:7]) == (99, "NETWORK")


def test_the_guard_of_the_suite_refuses_connections_and_look_ups() -> None:
    """Even to the machine itself."""
    with pytest.raises(RuntimeError, match="the network was asked for"):
        urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)
    with pytest.raises(RuntimeError, match="the network was asked for"):
        socket.getaddrinfo("example.org", 443)


def _has_no_network(prefix: tuple[str, ...]) -> bool:
    return shutil.which(prefix[0]) is not None and subprocess.run([*prefix, "true"], check=False).returncode == 0


def test_a_machine_without_network_gives_the_same_answers() -> None:
    """In a name space of its own, where that can be had: what compiled libraries do counts too."""
    prefix = ("unshare", "--map-root-user", "--net")
    if not _has_no_network(prefix):
        pytest.skip("this system makes no name space for the network")
    words = [[verb, *RUNS[verb]] for verb in ("validate", "checklist")]
    code = f"from accords.cli import main; print([main(each) for each in {words!r}])"
    alone, usual = _python(code, prefix=prefix), _python(code)
    assert usual.stdout.endswith("[1, 0]\n")
    assert (alone.stdout, alone.stderr, alone.returncode) == (usual.stdout, usual.stderr, usual.returncode)
