"""Asking a language model over real HTTP, in every protocol, and what can go wrong."""

import json
from collections.abc import Iterator

import pytest

from tests.models.odd import running_odd_server
from tests.models.server import KEY, ModelServer, running_model
from tests.site.conftest import Evaluate

ANSWERS = {
    "good": "Look at the **bias**.\n\nWhat is it for?",
    "thinks": "<think>The learner forgot `bias`.</think>\n\nWhere is `bias` used?",
}
PATIENCE = "{ patience: { first: 1000, next: 1000 }, longest: 40000, most: 8000 }"
ASK = """await (async (connection, limits) => {
  const conversation = { system: "Help.", turns: [{ role: "user", text: "Why?" }] };
  const signal = new AbortController().signal;
  const seen = [];
  const none = () => undefined;
  try {
    for await (const t of m.askModel(connection, conversation, signal, none, limits)) seen.push(t);
    return { text: seen.at(-1) ?? "", pieces: seen.length, kind: null };
  } catch ({ kind, message, advice }) {
    return { text: seen.at(-1) ?? "", kind: kind ?? message, message, advice };
  }
})(%s, %s)"""


@pytest.fixture(scope="module")
def locked() -> Iterator[ModelServer]:
    """Return a server that asks for a key."""
    with running_model(ANSWERS, KEY) as server:
        yield server


@pytest.fixture(scope="module")
def open_server() -> Iterator[ModelServer]:
    """Return a server that asks for none, as those on the learner's machine."""
    with running_model(ANSWERS) as server:
        yield server


def ask(
    evaluate: Evaluate, server: ModelServer, provider: str, model: str, key: str | None = None
) -> dict[str, object]:
    """Ask a model and return its last text and its trouble."""
    sent = server.key if key is None else key
    place = {"provider": provider, "address": f"{server.url}/v1", "model": model, "key": sent}
    answer = evaluate("tutor/ask-model", ASK % (json.dumps(place), PATIENCE))
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_an_answer_comes_in_pieces_with_a_key(
    evaluate: Evaluate, locked: ModelServer, provider: str
) -> None:
    answer = ask(evaluate, locked, provider, "good")
    assert (answer["text"], answer["kind"]) == (ANSWERS["good"], None)
    assert answer["pieces"] == 3


def test_a_server_on_this_machine_needs_no_key(
    evaluate: Evaluate, open_server: ModelServer
) -> None:
    answer = ask(evaluate, open_server, "ollama", "good")
    assert (answer["text"], answer["kind"]) == (ANSWERS["good"], None)
    headers = open_server.requests()[-1]["headers"]
    assert isinstance(headers, dict)
    assert "authorization" not in headers


def test_thoughts_are_left_out(evaluate: Evaluate, open_server: ModelServer) -> None:
    assert ask(evaluate, open_server, "ollama", "thinks")["text"] == "Where is `bias` used?"


TROUBLES = {
    "breaks-off": ("cut", "The answer broke off."),
    "loses-connection": ("cut", "The answer broke off."),
    "says-nothing": ("empty", "The model gave an empty answer."),
    "never-ends": ("endless", "The answer did not come to an end, so it was stopped."),
    "stops-at-limit": ("endless", "The answer did not come to an end, so it was stopped."),
    "slow": ("silent", "Nothing came from the model for 1 seconds, so this stopped waiting."),
    "garbled": ("unreadable", "The server sent something that is no answer."),
    "too-busy": ("limit", "Too many questions came in a short time (429)."),
    "forbidden": (
        "forbidden",
        "The server refused this (403). It says: “This key may not use the model.”",
    ),
    "unknown": (
        "model",
        "The server has no model of this name. It says: “The model `unknown` does not exist.”",
    ),
    "in-trouble": (
        "server",
        "The server has trouble of its own (500). It says: “Something broke.”",
    ),
    "overloaded": ("server", "The server has trouble of its own (503). It says: “Overloaded.”"),
}


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
@pytest.mark.parametrize("model", TROUBLES)
def test_every_trouble_has_its_word(
    evaluate: Evaluate, locked: ModelServer, provider: str, model: str
) -> None:
    answer = ask(evaluate, locked, provider, model)
    assert (answer["kind"], answer["message"]) == TROUBLES[model]


def test_a_model_that_declines_is_told(evaluate: Evaluate, locked: ModelServer) -> None:
    answer = ask(evaluate, locked, "openai", "declines")
    assert answer["message"] == "The model declined to answer this."
    refusal = '{"type": "message_delta", "delta": {"stop_reason": "refusal"}}'
    assert (
        evaluate("tutor/anthropic", f"m.readAnthropic({{ data: {refusal!r} }}).end") == "declined"
    )


def test_what_came_before_the_cut_is_kept(evaluate: Evaluate, locked: ModelServer) -> None:
    text = ask(evaluate, locked, "openai", "breaks-off")["text"]
    assert isinstance(text, str)
    assert text.startswith("First sentence")


def test_a_limit_says_how_long_to_wait(evaluate: Evaluate, locked: ModelServer) -> None:
    advice = ask(evaluate, locked, "openai", "too-busy")["advice"]
    assert advice == "Try again in 7 seconds. The answers of the course work as before."


def test_no_credit_is_told_from_a_limit(evaluate: Evaluate, locked: ModelServer) -> None:
    answer = ask(evaluate, locked, "openai", "no-credit")
    assert answer["kind"] == "credit"


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_a_wrong_key_is_told_and_not_repeated(
    evaluate: Evaluate, locked: ModelServer, provider: str
) -> None:
    answer = ask(evaluate, locked, provider, "good", "wrong-key")
    words = "The server did not accept the key. It says: “Invalid API key”"
    assert (answer["kind"], answer["message"]) == ("key", words)


def test_no_server_is_told_with_what_to_start(evaluate: Evaluate) -> None:
    nobody = ModelServer("http://127.0.0.1:9", "")
    answer = ask(evaluate, nobody, "ollama", "good")
    assert answer["message"] == "No server answers at 127.0.0.1:9."
    assert answer["advice"] == "Start the server and check the number after the colon."


def test_a_wrong_path_is_told(evaluate: Evaluate) -> None:
    code = 'm.fromStatus(404, "<h1>Not found</h1>", new Headers())'
    trouble = evaluate("tutor/trouble", f"(({{ kind, message }}) => [kind, message])({code})")
    assert trouble == ["address", "There is nothing at this address (404)."]


def test_the_servers_words_are_shortened_and_hold_no_key(evaluate: Evaluate) -> None:
    said = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}. " + "x " * 400}})
    words = evaluate("tutor/trouble", f"m.fromStatus(401, {said!r}, new Headers()).message")
    assert isinstance(words, str)
    assert KEY not in words
    assert len(words) < 300


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ('{"retry-after": "12"}', "", 12),
        ('{"retry-after": "0.2"}', "", 1),
        ("{}", "Please try again in 1.5s.", 2),
        ("{}", "", None),
    ],
)
def test_how_long_to_wait_is_read_where_it_is_said(
    evaluate: Evaluate, headers: str, body: str, seconds: int | None
) -> None:
    code = f"m.secondsToWait({body!r}, new Headers({headers}))"
    assert evaluate("tutor/trouble", code) == seconds


ODD = {
    "whole": ("All at once.", None),
    "web-page": ("", "unreadable"),
    "error-inside": ("One word. ", "server"),
    "broken-event": ("One word. ", "unreadable"),
    "not-text": ("One word. ", "cut"),
    "one-long-event": ("", "unreadable"),
    "keeps-alive": ("One word. ", "silent"),
    "sends-on": ("", "not-allowed"),
}


@pytest.fixture(scope="module")
def odd_server() -> Iterator[str]:
    """Return the address of a server that misbehaves."""
    with running_odd_server() as url:
        yield url


@pytest.mark.parametrize("kind", ODD)
def test_a_server_that_misbehaves_does_no_harm(
    evaluate: Evaluate, odd_server: str, kind: str
) -> None:
    answer = ask(evaluate, ModelServer(f"{odd_server}/{kind}", ""), "other", "any")
    assert (answer["text"], answer["kind"]) == ODD[kind]


def test_a_browser_that_forbids_the_machine_itself_is_told(evaluate: Evaluate) -> None:
    forbid = 'Object.defineProperty(navigator, "permissions", { value: {'
    forbid += ' query: async () => ({ state: "denied" }) } })'
    place = '{ provider: "ollama", address: "http://localhost:9/v1", model: "m", key: "" }'
    trouble = f"(({forbid}), await m.whyUnreachable({place})).message"
    words = "This browser does not let the page reach servers on this machine."
    assert evaluate("tutor/unreachable", trouble) == words


def test_no_network_is_told_but_not_for_this_machine(evaluate: Evaluate) -> None:
    offline = 'Object.defineProperty(navigator, "onLine", { value: false })'
    place = '{ provider: "other", address: "ADDRESS", model: "m", key: "" }'
    places = {"https://x.invalid/v1": "offline", "http://localhost:9": "unreachable"}
    for address, kind in places.items():
        code = f"(({offline}), await m.whyUnreachable({place.replace('ADDRESS', address)})).kind"
        assert evaluate("tutor/unreachable", code) == kind
