"""Where a learner's key may be, and where it never is."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.isolation.roads import UNRULED
from tests.browser.model.conftest import FINISHED, WRONG, TutorDriver
from tests.models.server import KEY, ModelServer

LISTEN = """
  window.posted = [];
  for (const type of [MessagePort, Worker, Window]) {
    const owner = type === Window ? window : type.prototype;
    const post = owner.postMessage;
    owner.postMessage = function (message, ...more) {
      const plain = (_, value) => (ArrayBuffer.isView(value) ? "bytes" : value);
      try { window.posted.push(JSON.stringify(message, plain) ?? ""); }
      catch { window.posted.push("?"); }
      return post.call(this, message, ...more);
    };
  }
"""
STORED = """async () => {
  const found = [JSON.stringify({ ...localStorage }), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => {
      const opened = indexedDB.open(name); opened.onsuccess = () => done(opened.result); });
    for (const store of db.objectStoreNames) {
      found.push(JSON.stringify(await new Promise((done) => {
        const got = db.transaction(store).objectStore(store).getAll();
        got.onsuccess = () => done(got.result); })));
    }
    db.close();
  }
  return found.join();
}"""


def test_the_key_goes_to_the_models_server_and_nowhere_else(
    page: Page, server: str, locked: ModelServer, tmp_path: Path
) -> None:
    said: list[str] = []
    elsewhere: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on(
        "request",
        lambda each: (
            None
            if each.url.startswith(locked.url)
            else elsewhere.append(f"{each.url} {each.headers} {each.post_data}")
        ),
    )
    page.add_init_script(LISTEN)
    tutor = TutorDriver(page, server)
    place = tutor.connect(tutor.exercise, locked, "good", "OpenAI")
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    tutor.lesson.check(tutor.exercise, WRONG)
    expect(tutor.exercise.get_by_text("Not yet")).to_be_visible()
    posted = page.evaluate("window.posted")
    assert any("total > 0" in each for each in posted)
    places = [page.url, page.content(), page.evaluate(STORED), *posted, *said, *elsewhere]
    places.append(page.evaluate("JSON.stringify({ ...sessionStorage })"))
    assert len(elsewhere) > 5
    assert not [each for each in places if KEY in each]
    page.get_by_role("link", name="ML Bites").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    download.value.save_as(tmp_path / "work.json")
    work = (tmp_path / "work.json").read_text(encoding="utf-8")
    assert WRONG in [each["code"] for each in json.loads(work)["records"]]
    assert KEY not in work


def test_the_choice_is_gone_with_the_page_unless_it_is_kept(
    tutor: TutorDriver, page: Page, locked: ModelServer
) -> None:
    place = tutor.connect(tutor.exercise, locked, "good", "OpenAI")
    expect(place.get_by_role("button", name="Ask")).to_be_visible()
    page.reload()
    place = tutor.open(tutor.exercise)
    place.get_by_role("button", name="Connect a language model").click()
    tutor.fill(locked, "good", "OpenAI")
    tutor.settings.get_by_label("until I close this tab").check()
    tutor.settings.get_by_role("button", name="Use this model").click()
    page.reload()
    place = tutor.open(tutor.exercise)
    expect(place.get_by_role("button", name="Ask")).to_be_visible()


def test_forgetting_leaves_nothing(tutor: TutorDriver, page: Page, locked: ModelServer) -> None:
    place = tutor.open(tutor.exercise)
    place.get_by_role("button", name="Connect a language model").click()
    tutor.fill(locked, "good", "OpenAI")
    tutor.settings.get_by_label("until I close this tab").check()
    tutor.settings.get_by_role("button", name="Use this model").click()
    assert KEY in page.evaluate("JSON.stringify({ ...sessionStorage })")
    place.get_by_role("button", name="Settings").click()
    tutor.settings.get_by_role("button", name="Forget it all").click()
    expect(tutor.settings.get_by_role("status")).to_have_text("Forgotten. No model is connected.")
    expect(tutor.settings.get_by_label("Key", exact=True)).to_have_value("")
    tutor.settings.get_by_role("button", name="Close").click()
    expect(place.get_by_role("button", name="Connect a language model")).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0


def test_a_learners_program_cannot_reach_the_models_server(
    tutor: TutorDriver, own_server: ModelServer, allowed_errors: list[str]
) -> None:
    allowed_errors.append("Content Security Policy")
    tutor.lesson.run(tutor.lesson.cell(1), "print('started')")
    frame = tutor.page.frames[-1]
    attempt = f"fetch('{own_server.url}/health').then(() => 'open', () => 'blocked')"
    assert tutor.page.evaluate(attempt) == "open"
    assert frame != tutor.page.main_frame
    assert frame.evaluate(attempt) == "blocked"
    worker = re.sub(
        r"\s+",
        " ",
        f"""() => new Promise((done) => {{ {UNRULED}
        const worker = new Worker(URL.createObjectURL(new Blob(
        ["{attempt}.then(postMessage)"]))); worker.onmessage = (event) => done(event.data); }})""",
    )
    assert frame.evaluate(worker) == "blocked"
