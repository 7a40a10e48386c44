"""The playground: played, stopped, gone back through, shared, taken along, made one's own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages.layout_shift import MOST_SHIFT, WATCH_SHIFTS
from tests.browser.pages.lesson_driver import READY
from tests.browser.pages.pictures import pass_exercise, serving
from tests.browser.pages.test_accessibility import Scheme, violations
from tests.engine.playground.conftest import OWN_MLP

SETTLED_MS = 500
EPOCH_0 = re.compile(r"epoch 0\. Loss")


class Driver:
    """The playground in a browser, as a person finds its parts."""

    def __init__(self, page: Page, address: str) -> None:
        page.set_default_timeout(READY)
        self.page = page
        page.goto(address)
        self.wait()

    def text(self, words: str | re.Pattern[str]) -> Locator:
        """Return what says this in the page's main part, where nothing is said twice."""
        return self.page.get_by_role("main").get_by_text(words)

    def wait(self) -> None:
        """Wait until an experiment stands at its beginning."""
        expect(self.text(EPOCH_0)).to_be_visible()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def epoch(self) -> int:
        """Return the epoch that is shown."""
        words = self.text(re.compile(r", epoch \d+\. Loss")).inner_text()
        return int(re.search(r"epoch (\d+)", words)[1])

    def play_until(self, pattern: str) -> int:
        """Play until the sentence matches, pause, and return the epoch."""
        self.button("Play").click()
        expect(self.text(re.compile(pattern))).to_be_visible()
        self.button("Pause").click()
        self.button("Play").wait_for()
        # What Python was about to learn when it was paused still comes.
        shown = None
        while shown != self.epoch():
            shown = self.epoch()
            self.page.wait_for_timeout(SETTLED_MS)
        return shown


@pytest.fixture
def playground(page: Page, server: str) -> Driver:
    return Driver(page, f"{server}playground.html")


def test_nothing_moves_when_the_playground_and_python_come(page: Page, server: str) -> None:
    page.add_init_script(WATCH_SHIFTS)
    Driver(page, f"{server}playground.html")
    assert page.evaluate("shifted") < MOST_SHIFT


def test_it_plays_pauses_steps_and_goes_back(playground: Driver, page: Page) -> None:
    paused = playground.play_until(r"epoch \d\d+\.")
    playground.button("One epoch").click()
    expect(playground.text(f"epoch {paused + 1}. Loss")).to_be_visible()
    playground.button("First").click()
    playground.wait()
    scrubber = page.get_by_role("slider", name="Epoch")
    scrubber.press("End")
    expect(playground.text(f"epoch {paused + 1}. Loss")).to_be_visible()
    scrubber.press("ArrowLeft")
    expect(scrubber).to_have_attribute("aria-valuetext", f"epoch {paused}")
    losses = page.get_by_role("img", name=re.compile(f"From epoch 0 to {paused + 1} the loss"))
    expect(losses).to_be_visible()
    playground.button("Start over").click()
    playground.wait()


def test_the_keyboard_alone_is_enough(playground: Driver, page: Page) -> None:
    playground.button("Play").press("Enter")
    expect(playground.text(re.compile(r"epoch \d\d+\."))).to_be_visible()
    page.keyboard.press("Enter")
    expect(playground.button("Play")).to_be_focused()
    page.get_by_role("slider", name="hidden layers, slider").press("ArrowRight")
    expect(playground.text("2 hidden layers of 6 neurons")).to_be_visible()
    playground.wait()


def test_the_address_holds_the_experiment(playground: Driver, page: Page) -> None:
    page.get_by_role("combobox", name="data").select_option("spirals")
    page.get_by_role("combobox", name="activation").select_option("relu")
    page.get_by_role("spinbutton", name="neurons in each").fill("3")
    before = playground.text("Spirals, epoch 0. Loss").inner_text()
    page.get_by_role("spinbutton", name="seed").fill("5")
    expect(playground.text(before)).to_be_hidden()
    words = playground.text("Spirals, epoch 0. Loss").inner_text()
    address = page.url
    page.goto("about:blank")
    Driver(page, address)
    expect(playground.text(words)).to_be_visible()
    expect(playground.text("1 hidden layer of 3 neurons with ReLU")).to_be_visible()


def test_what_is_too_much_is_refused_with_a_word(playground: Driver, page: Page) -> None:
    page.get_by_role("spinbutton", name="hidden layers").fill("5000")
    refused = "The number of hidden layers can be 0 to 6, and you asked for 5000."
    expect(playground.text(refused)).to_be_visible()
    playground.button("Play").click()
    page.get_by_role("spinbutton", name="hidden layers").fill("2")
    playground.wait()
    expect(playground.text(refused)).to_be_hidden()


def test_own_points_are_added_by_a_tap_and_by_their_numbers(playground: Driver, page: Page) -> None:
    page.get_by_role("combobox", name="data").select_option("own")
    expect(playground.text("Add at least 2 points of your own first.")).to_be_visible()
    area = page.get_by_role("img", name=re.compile("A map"))
    side = area.bounding_box()["width"]
    area.click(position={"x": side * 0.75, "y": side / 2})
    expect(playground.text("You have 1 point: 1 of class 1, 0 of class 0.")).to_be_visible()
    page.get_by_role("combobox", name="class").select_option("0, a square")
    page.get_by_role("spinbutton", name="x1").fill("-1")
    playground.button("Add the point").press("Enter")
    playground.wait()
    assert re.search(r"points=1(\.0\d)?%3A-?0(\.0\d)?%3A1_-1%3A0%3A0", page.url)
    playground.button("Play").click()
    expect(playground.text("right for 100 %. There are no test points.")).to_be_visible()
    playground.button("Remove the last").click()
    expect(playground.text("Add at least 2 points of your own first.")).to_be_visible()


def test_the_program_prints_the_losses_of_the_page(
    playground: Driver, page: Page, tmp_path: Path
) -> None:
    playground.play_until(r"epoch [2-9]\d\.")
    shown = re.findall(r"Loss ([\d.]+) on", playground.text(", epoch").first.inner_text())
    playground.text("Take the experiment with you").click()
    playground.button("Write the program").click()
    with page.expect_download() as saved:
        playground.button("Save as a file").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    done = subprocess.run([sys.executable, str(file)], cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == ""
    assert re.findall(r"points: ([\d.]+)", done.stdout) == shown


def test_cells_go_first_while_it_plays(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with serving("playground", tmp_path_factory.mktemp("playground")) as address:
        page.set_default_timeout(READY)
        page.goto(address)
        main = page.get_by_role("main")
        page.get_by_role("heading", name="Explore it").scroll_into_view_if_needed()
        expect(main.get_by_text(EPOCH_0)).to_be_visible()
        page.get_by_role("combobox", name="speed").select_option("as fast as it can")
        page.get_by_role("button", name="Play", exact=True).click()
        cell = page.get_by_role("group", name="Cell 1", exact=True)
        run = cell.get_by_role("button", name="Run", exact=True)
        for _ in range(3):
            run.click()
            expect(cell.get_by_role("group", name="Output of")).to_contain_text("1")
        expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
        run.wait_for()
        cell.get_by_role("textbox", name="Code of").click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.insert_text("while True: pass")
        run.click()
        expect(main.get_by_text("Python is busy with a cell.")).to_be_visible()
        cell.get_by_role("button", name="Stop", exact=True).click()
        expect(main.get_by_text("Training was stopped. Play goes on with it.")).to_be_visible()
        page.get_by_role("button", name="Play", exact=True).click()
        expect(main.get_by_text("Training was stopped.")).to_be_hidden()


def test_the_learners_own_network_learns_once_it_passes(page: Page, server: str) -> None:
    page.set_default_timeout(READY)
    pass_exercise(page, f"{server}lessons/picture.html", "mlp", OWN_MLP)
    playground = Driver(page, f"{server}playground.html")
    expect(playground.text("Your own MLP is learning here.")).to_be_visible()
    expect(page.get_by_role("combobox", name="activation")).to_be_disabled()
    playground.play_until(r"epoch \d\d+\.")
    page.get_by_role("combobox", name="network").select_option("the course's")
    expect(playground.text("The course's network is learning.")).to_be_visible()
    expect(page.get_by_role("combobox", name="activation")).to_be_enabled()


def test_the_learners_own_network_learns_as_soon_as_it_passes(
    playground: Driver, page: Page, server: str
) -> None:
    expect(playground.text("The course's network is learning.")).to_be_visible()
    other = page.context.new_page()
    pass_exercise(other, f"{server}lessons/picture.html", "mlp", OWN_MLP)
    expect(playground.text("Your own MLP is learning here.")).to_be_visible()


def test_with_reduced_motion_the_pictures_keep_still_while_it_plays(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    playground = Driver(page, f"{server}playground.html")
    losses = page.get_by_role("img", name=re.compile("From epoch 0 to 0 the loss"))
    expect(losses).to_be_visible()
    playground.button("Play").click()
    expect(playground.text(re.compile(r"epoch \d\d+\. Loss"))).to_be_visible()
    expect(losses).to_be_visible()
    playground.button("Pause").click()
    expect(losses).to_be_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, server: str, scheme: Scheme, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    playground = Driver(
        page, f"{server}playground.html?play=own,tanh,0.1,1,6,0.5,10,1&points=1:0:1_0:0:0"
    )
    playground.text("Take the experiment with you").click()
    playground.button("Write the program").click()
    page.get_by_role("region", name="The program").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def scripts_with(page: Page, address: str, words: str) -> list[str]:
    """Return the scripts that a page loads and that hold some words."""
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    page.goto(address, wait_until="networkidle")
    scripts = {url for url in loaded if url.endswith(".js")}
    return [url for url in scripts if words in page.request.get(url).text()]


def test_its_script_is_loaded_only_where_it_is_used(page: Page, server: str) -> None:
    words = "Take the experiment with you"
    assert scripts_with(page, f"{server}index.html", words) == []
    assert scripts_with(page, f"{server}lessons/neuron.html", words) == []
    assert len(scripts_with(page, f"{server}playground.html", words)) == 1
