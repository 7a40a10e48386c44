"""Render the pages of the course with the Jinja templates of `site/templates`.

What a template can rely on
---------------------------
Templates are named after their page: `index.html`, `about.html`, `notices.html`,
`lesson-format.html`, `404.html`, and `lesson.html` for every lesson. Autoescape is on and an
undefined name is an error. They are written against the dataclasses of `builder/lesson/model.py`.

Globals, in every template:

- `root`: what leads from this page to the site's root: `""`, `"../"` in lessons, and the absolute
  base path in `404.html`. Write links as `{{ root }}about.html`.
- `page`: `page.title`, `page.description`, `page.path` (such as `lessons/neuron.html`),
  `page.canonical` (the absolute address, or `""` without `--base-url`).
- `course`: a `LessonSummary` for every lesson, in order: `number`, `id`, `title`, `minutes`,
  `needs`, `teaches`, `exercise_ids`, `path` (`lessons/neuron.html`).
- `asset(name)`: the address of a file with a hashed name, relative to this page. Names: `main.js`,
  `main.css`, `theme.js` (see `builder/assets.py`), any file of `site/static` by its path there,
  and any font or picture that the CSS uses, by its file name (to preload it).
- `preloads(name)`: the addresses of the modules that `name` imports at once (`modulepreload`).
- `page_url(lesson_id)`: the address of a lesson's page, relative to this page.
- `data_url(lesson_id)`: the address of a lesson's JSON file, relative to this page.
- `version`: a short hash of the scripts, styles and runtime; it changes when they change.
- `policy`: the content security policy, for `<meta http-equiv="Content-Security-Policy">`.
- `style_nonce`: the nonce that `policy` lets `<style>` elements carry, for CodeMirror.
- `runtime`: what `builder.runtime.write_runtime` returned (hashed names of the kernel's files).

Filters:

- `markdown`: block Markdown to HTML. `inline_markdown`: the same without the paragraph around it.
- `plain_text`: Markdown to text, for `title` and `aria-label`.
- `highlight`: Python code to `<pre class="code"><code>...</code></pre>` with pygments' classes.
- `block_kind`: `prose`, `heading`, `cell`, `exercise`, `quiz`, `widget` or `answers`.
- `block_version`: a short hash of a block's text, so that saved work notices a changed lesson.
- `packages`: the packages that a lesson's code imports and the page must load, such as `["numpy"]`.
- `tojson`: Jinja's own, safe inside `<script type="application/json">`.

Only in `lesson.html`: `lesson` (a `Lesson`), `previous` and `next` (a `LessonSummary` or None).
`image_url(widget.image)` there gives the address of a lesson's picture.
Only in `notices.html`: `notices`, each with `name`, `version`, `licence`, `homepage`, `text`.
Only in `lesson-format.html`: `content`, the rendered `lessons/README.md`, its title left out.
"""
