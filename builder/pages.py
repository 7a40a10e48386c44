"""Render the pages of the course with the Jinja templates of `site/templates`.

What a template can rely on
---------------------------
Templates are named after their page: `index.html`, `playground.html`, `about.html`,
`notices.html`, `lesson-format.html`, `404.html`, and `lesson.html` for every lesson. Autoescape is
on and an undefined name is an error. They are written against the dataclasses of
`builder/lesson/model.py`.

Globals, in every template:

- `root`: what leads from this page to the site's root: `""`, `"../"` in lessons, and the absolute
  base path in `404.html`. Write links as `{{ root }}about.html`.
- `page`: `page.title`, `page.description`, `page.path` (such as `lessons/neuron.html`),
  `page.canonical` (the absolute address, or `""` without `--base-url`).
- `asset(name)`: the address of a file with a hashed name, relative to this page. Names: `main.js`,
  `main.css`, `head.js`, `boot.js` (see `builder/assets.py`), any file of `site/static` by its
  path there, and any font or picture that the CSS uses, by its file name (to preload it).
  `head.js` and `boot.js` are made of the sources in `site/src` and are classic scripts, for the
  head.
- `scripts(name)`: the addresses of `name` and of the modules that it imports at once.
- `page_url(lesson_id)`: the address of a lesson's page, relative to this page.
- `data_url(lesson_id)`: the address of a lesson's JSON file, relative to this page.
- `version`: a short hash of the scripts, styles and runtime; it changes when they change.
- `policy`: the content security policy, for `<meta http-equiv="Content-Security-Policy">`.
- `style_nonce`: the nonce that `policy` lets `<style>` elements carry, for CodeMirror
  (`EditorView.cspNonce`).
- `runtime`: the manifest of the kernel's files as a dictionary, as `RuntimeManifest` in
  `protocol.ts`; write it into the page with `tojson`. The files lie in `{{ root }}runtime/`.

Filters:

- `markdown`: block Markdown to HTML. `inline_markdown`: the same without the paragraph around it.
- `plain_text`: Markdown to text, for `title` and `aria-label`.
- `highlight`: Python code to `<pre class="code"><code>...</code></pre>` with pygments' classes.
- `block_kind`, also a global: `prose`, `heading`, `cell`, `exercise`, `quiz`, `widget`, `answers`.
- `block_version`: a short hash of a block's text, so that saved work notices a changed lesson.
- `packages`: what a lesson's code imports and the page must load, such as `("numpy",)`.
- `tojson`: Jinja's own, safe inside `<script type="application/json">`.

Only in `lesson.html`: `lesson` (a `Lesson`), `previous` and `next` (a `LessonSummary` or None),
`needed` (a `LessonSummary` for each lesson that it needs), `lesson_count`.
`image_url(widget.image)` there gives the address of a lesson's picture.
Only in `index.html` and `playground.html`: `course`, a `LessonSummary` for every lesson, in order:
`number`, `id`, `title`, `minutes`, `needs`, `teaches`, `exercise_ids`, and `path`, such as
`lessons/neuron.html`.
Only in `notices.html`: `notices`, each with `name`, `version`, `licence`, `homepage`, `text`.
Only in `lesson-format.html`: `text`, the Markdown of `lessons/README.md`, its title left out.
"""

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from builder.addresses import Addresses, page_paths
from builder.blocks import block_kind, block_version, packages
from builder.failure import BuildFailed
from builder.hashing import digest
from builder.highlight import highlight_python
from builder.lesson.model import Block, Cell, Exercise, Lesson, Quiz
from builder.policy import STYLE_NONCE
from builder.render import MarkdownRenderer
from builder.shared import Page, Shared

TextFilter = Callable[[str], str]
BlockFilter = Callable[[Block], str] | Callable[[Cell | Exercise | Quiz], str]
LessonFilter = Callable[[Lesson], tuple[str, ...]]


def all_look(shared: Shared) -> str:
    """Return a hash of what all pages depend on; no lesson's words are in it."""
    facts = (page_paths(shared.course), shared.runtime, shared.base_url)
    return digest(shared.look, repr(facts))


class TemplateSet:
    """The templates as seen from one depth of the site.

    Args:
        root: What leads from the page to the site's root.
    """

    def __init__(self, shared: Shared, root: str) -> None:
        """Load the templates of the site."""
        self.shared = shared
        self.addresses = Addresses(shared, root)
        self.renderer = MarkdownRenderer(self.addresses.link, self.addresses.picture)
        self.environment = Environment(
            loader=FileSystemLoader(shared.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(self.filters())
        self.environment.globals.update(self.names(root))

    def filters(self) -> dict[str, TextFilter | BlockFilter | LessonFilter]:
        """Return the filters by name."""
        return {
            "markdown": self.renderer.block,
            "inline_markdown": self.renderer.inline,
            "plain_text": self.renderer.plain,
            "highlight": highlight_python,
            "block_kind": block_kind,
            "block_version": block_version,
            "packages": packages,
        }

    def names(self, root: str) -> dict[str, object]:
        """Return the globals by name."""
        shared, addresses = self.shared, self.addresses
        return {
            "root": root,
            "version": shared.version,
            "policy": shared.policy,
            "style_nonce": STYLE_NONCE,
            "runtime": shared.runtime.manifest,
            "asset": addresses.asset,
            "scripts": addresses.scripts,
            "page_url": addresses.page_url,
            "data_url": addresses.data_url,
            "block_kind": block_kind,
            "image_url": addresses.image_url,
        }

    def render(self, template: str, page: Page, **context: object) -> str:
        """Return a page as HTML.

        Raises:
            BuildFailed: The template has a mistake; the message says where.
        """
        try:
            return self.environment.get_template(template).render(page=page, **context)
        except (TemplateError, LookupError, TypeError, ValueError, AttributeError) as error:
            raise BuildFailed([template_line(error, self.shared.templates)]) from error


def template_line(error: Exception, templates: Path) -> str:
    """Return a mistake in a template as `file:line: what is wrong`."""
    if isinstance(error, TemplateSyntaxError):
        return f"site/templates/{error.name}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        return f"site/templates/{error.name}:1: there is no such template: add the file"
    places = [
        (Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)
    ]
    inside = [(path, line) for path, line in places if path.is_relative_to(templates)]
    if not inside:
        raise error
    path, line = inside[-1]
    return f"site/templates/{path.relative_to(templates).as_posix()}:{line}: {error}"
