"""The server answers as a good static host would, and to nobody but this machine."""

import gzip
import http.client
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from builder.server import Place, SiteServer
from tests.conftest import running

FILES = {
    "index.html": b"<head></head>home",
    "404.html": b"<head></head>nothing here",
    "a.js": b"1",
    "a.mjs": b"1",
    "a.css": b"1",
    "a.wasm": b"1",
    "a.whl": b"1",
    "a.json": b"{}",
    "a.woff2": b"1",
    "a.svg": b"<svg/>",
    ".secret": b"hush",
    "lessons/one.html": b"<head></head>one",
}
TYPES = {
    "/": "text/html; charset=utf-8",
    "/a.js": "text/javascript; charset=utf-8",
    "/a.mjs": "text/javascript; charset=utf-8",
    "/a.css": "text/css; charset=utf-8",
    "/a.wasm": "application/wasm",
    "/a.whl": "application/zip",
    "/a.json": "application/json; charset=utf-8",
    "/a.woff2": "font/woff2",
    "/a.svg": "image/svg+xml; charset=utf-8",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "outside.txt").write_text("outside")
    return tmp_path / "site"


@pytest.fixture
def site(folder: Path) -> Iterator[SiteServer]:
    with running(Place(folder)) as started:
        yield started


def ask(
    site: SiteServer, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    """Send a request as it stands and return the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", site.server_port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_files_have_their_content_type(site: SiteServer, path: str, kind: str) -> None:
    answer, _ = ask(site, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_every_answer_isolates_the_page(site: SiteServer) -> None:
    for path in ("/", "/missing"):
        headers = ask(site, path)[0].headers
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_an_unchanged_file_is_not_sent_again(site: SiteServer, folder: Path) -> None:
    tag = ask(site, "/a.js")[0].headers["ETag"]
    answer, body = ask(site, "/a.js", If_None_Match=tag)
    assert (answer.status, body) == (304, b"")
    (folder / "a.js").write_text("2")
    assert ask(site, "/a.js", If_None_Match=tag)[1] == b"2"


def test_text_is_sent_compressed_to_who_takes_it(site: SiteServer, folder: Path) -> None:
    (folder / "long.html").write_bytes(b"<p>word</p>" * 500)
    answer, body = ask(site, "/long.html", Accept_Encoding="gzip, br")
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == b"<p>word</p>" * 500
    assert ask(site, "/long.html")[0].headers["Content-Encoding"] is None
    font = ask(site, "/a.woff2", Accept_Encoding="gzip")[0]
    assert font.headers["Content-Encoding"] is None


def test_a_missing_page_has_words_of_its_own(site: SiteServer) -> None:
    answer, body = ask(site, "/lessons/none.html")
    assert (answer.status, body) == (404, FILES["404.html"])


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/lessons/..%2f../outside.txt",
        "/..%5coutside.txt",
        "//etc/passwd",
        "/.secret",
        "/lessons",
        "/a.js/",
        "/a.js%00.html",
        "/C:/windows",
        "/" + "a" * 5000,
        "/%2e%2e%2foutside.txt",
        "/%252e%252e/outside.txt",
        "/.%2e/outside.txt",
        "/lessons/../../outside.txt",
        "/lessons/%2e%2e/%2e%2e/outside.txt",
        "/%5c..%5coutside.txt",
        "/..%00/outside.txt",
        "/%c0%ae%c0%ae/outside.txt",
        "/....//outside.txt",
        "/file:///etc/passwd",
        "//127.0.0.1/../outside.txt",
        "/%2fetc%2fpasswd",
    ],
)
def test_nothing_outside_the_site_is_served(site: SiteServer, path: str) -> None:
    answer, body = ask(site, path)
    assert answer.status == 404
    assert body == FILES["404.html"]


HOSTS = ["example.org", "127.0.0.1", "localhost:1", "", "127.0.0.1.example.org", "0.0.0.0"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_foreign_host_name_is_refused(site: SiteServer, host: str) -> None:
    answer, body = ask(site, "/", Host=host)
    assert answer.status == 421
    assert b"home" not in body


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_the_names_of_this_machine_are_served(site: SiteServer, name: str) -> None:
    assert ask(site, "/", Host=f"{name}:{site.server_port}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(site: SiteServer, method: str) -> None:
    assert ask(site, "/", method)[0].status == 405


def test_head_sends_the_length_and_no_body(site: SiteServer) -> None:
    answer, body = ask(site, "/", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(FILES["index.html"]))


def test_many_connections_are_answered_while_others_stay_open(site: SiteServer) -> None:
    address = ("127.0.0.1", site.server_port)
    idle = [socket.create_connection(address) for _ in range(50)]
    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda _: ask(site, "/")[0].status, range(200)))
    for connection in idle:
        connection.close()
    assert answers == [200] * 200


def ask_over(connection: socket.socket) -> bytes:
    """Send a request over an open connection and return the first line of the answer."""
    with connection, connection.makefile("rb") as answer:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: " + host_of(connection) + b"\r\n\r\n")
        return answer.readline()


def host_of(connection: socket.socket) -> bytes:
    """Return the name of the server that a connection leads to."""
    return "{}:{}".format(*connection.getpeername()).encode()


def test_a_thousand_requests_at_once_are_all_answered(site: SiteServer) -> None:
    resource = pytest.importorskip("resource", reason="limits of open files are POSIX")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    address = ("127.0.0.1", site.server_port)
    with ThreadPoolExecutor(100) as pool:
        opened = list(pool.map(lambda _: socket.create_connection(address, 30), range(1000)))
        answers = list(pool.map(ask_over, opened))
    assert answers == [b"HTTP/1.1 200 OK\r\n"] * 1000


def test_a_site_can_lie_under_a_path(folder: Path) -> None:
    with running(Place(folder, prefix="/some/course/", headers={})) as site:
        assert urlsplit(site.url).path == "/some/course/"
        answer, body = ask(site, "/some/course/lessons/one.html")
        assert body == FILES["lessons/one.html"]
        assert "Cross-Origin-Opener-Policy" not in answer.headers
        assert ask(site, "/lessons/one.html")[0].status == 404


def test_only_this_machine_can_connect(site: SiteServer) -> None:
    assert site.server_address[0] == "127.0.0.1"
