"""After one visit to any page the whole course works with no network."""

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.offline.conftest import KEPT, Host, keep_course


def run_first_cell(page: Page) -> None:
    """Run the first cell of a lesson, choosing an answer first where that is asked."""
    cell = page.get_by_role("group", name="Cell 1", exact=True)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).not_to_be_empty()


def test_every_page_opens_and_runs_after_one_visit_to_the_home_page(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    keep_course(visitor, host.url)
    links = visitor.locator("main a[href*='lessons/']").evaluate_all("all => all.map(a => a.href)")
    host.stop()
    for address in sorted(set(links)):
        visitor.goto(address)
        run_first_cell(visitor)
    for name in ("about.html", "notices.html", "lesson-format.html", ""):
        visitor.goto(host.url + name)
        expect(visitor.get_by_role("heading", level=1)).to_be_visible()


def test_an_exercise_is_graded_with_no_network(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    visitor.goto(host.url + "lessons/neuron.html")
    visitor.evaluate("navigator.serviceWorker.ready.then(() => true)")
    host.stop()
    visitor.reload()
    exercise = visitor.get_by_role("group", name="Exercise: Write the neuron", exact=True)
    exercise.scroll_into_view_if_needed()
    exercise.get_by_role("button", name="Check").click()
    expect(
        exercise.get_by_text("returns `None`").or_(exercise.get_by_text("None")).first
    ).to_be_visible()


def test_a_page_that_is_not_there_says_so_with_no_network(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    # The page for what is missing knows the site's path only where the build was told its address.
    host = start_host(prefix="/")
    keep_course(visitor, host.url)
    host.stop()
    visitor.goto(host.url + "lessons/nowhere.html")
    expect(visitor.get_by_role("heading", name="This page is not here")).to_be_visible()


def test_a_host_without_headers_is_isolated_at_the_second_page(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host({})
    keep_course(visitor, host.url)
    assert visitor.evaluate("crossOriginIsolated") is False
    visitor.goto(host.url + "lessons/neuron.html")
    assert visitor.evaluate("crossOriginIsolated") is True
    run_first_cell(visitor)


def test_half_a_download_is_never_half_a_course_and_goes_on(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    missing = next(host.folder.glob("runtime/stdlib.*"))
    kept = missing.rename(missing.with_suffix(".away"))
    visitor.goto(host.url)
    expect(visitor.get_by_text("Not all of the course arrived")).to_be_visible()
    assert visitor.evaluate("navigator.serviceWorker.controller === null")
    kept.rename(missing)
    asked: list[str] = []
    visitor.context.on("request", lambda request: asked.append(request.url))
    visitor.get_by_role("button", name="Keep the course on this device").click()
    expect(visitor.get_by_text(KEPT)).to_be_visible()
    assert [url for url in asked if "runtime/numpy." in url] == []


def test_space_can_be_freed_and_work_stays(start_host: Callable[..., Host], visitor: Page) -> None:
    host = start_host()
    keep_course(visitor, host.url)
    expect(visitor.get_by_text(re.compile(r"uses \d+\.\d MB"))).to_be_visible()
    visitor.get_by_role("button", name="Free the space").click()
    expect(visitor.get_by_text("The course is not kept on this device.")).to_be_visible()
    assert visitor.evaluate("caches.keys()") == []
    assert visitor.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0
    visitor.reload()
    expect(visitor.get_by_text("The course is not kept on this device.")).to_be_visible()


def test_a_changed_lesson_is_shown_at_once(start_host: Callable[..., Host], visitor: Page) -> None:
    host = start_host()
    keep_course(visitor, host.url)
    about = host.folder / "about.html"
    about.write_text(about.read_text(encoding="utf-8").replace("About ML Bites", "Told anew"))
    visitor.goto(host.url + "about.html")
    expect(visitor.get_by_role("heading", name="Told anew")).to_be_visible()


def test_a_new_version_waits_for_the_learners_word(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    keep_course(visitor, host.url)
    visitor.reload()
    expect(visitor.get_by_text(KEPT)).to_be_visible()
    change_version(host)
    # The page that is open is the old one; the browser looks for a new worker.
    visitor.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    take = visitor.get_by_role("button", name="Take it now")
    expect(take).to_be_visible()
    with visitor.expect_navigation():
        take.click()
    expect(take).to_be_hidden()


def change_version(host: Host) -> None:
    """Make every page and the worker those of another version."""
    script = host.folder / "service-worker.js"
    text = script.read_text(encoding="utf-8")
    version = json.loads(text.partition("=")[2].partition(";\n")[0])["version"]
    for path in [script, *host.folder.rglob("*.html")]:
        old = path.read_text(encoding="utf-8")
        path.write_text(old.replace(version, "another"), encoding="utf-8")
