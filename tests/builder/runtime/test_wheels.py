import io
import zipfile

from builder.project import Project
from builder.runtime.wheels import (
    cut,
    directory_start,
    engine_sources,
    pack_wheel,
    pack_zip,
    read_zip,
    stdlib_imports,
)

ENGINE = Project().root / "engine"


def test_the_learners_wheel_has_nothing_that_knows_the_answers():
    names = engine_sources(ENGINE, with_grading=False)
    assert "engine/kernel/bridge.py" in names
    assert not any(name.startswith("engine/grading") for name in names)


def test_the_judges_wheel_has_the_grading():
    assert "engine/grading/__init__.py" in engine_sources(ENGINE, with_grading=True)


def test_nothing_that_starts_processes_is_sent_to_the_page():
    names = engine_sources(ENGINE, with_grading=True)
    assert not {"engine/grading/realm.py", "engine/kernel/child.py"} & set(names)


def test_an_archive_cut_in_two_is_whole_again():
    head, rest = cut({"a": b"1", "b": b"2"}, {"c": b"3"})
    assert read_zip(head) == {"a": b"1", "b": b"2"}
    assert read_zip(head[: directory_start(head)] + rest) == {"a": b"1", "b": b"2", "c": b"3"}


def test_the_same_sources_make_the_same_wheel():
    sources = engine_sources(ENGINE, with_grading=True)
    assert pack_wheel("engine", "1.0", sources) == pack_wheel("engine", "1.0", sources)


def test_a_wheel_lists_every_file_with_its_hash():
    wheel = pack_wheel("engine", "1.0", {"engine/__init__.py": b"x = 1\n"})
    record = read_zip(wheel)["engine-1.0.dist-info/RECORD"].decode()
    assert "engine/__init__.py,sha256=" in record
    assert record.count("\n") == len(read_zip(wheel))


def test_archives_are_stored_so_that_they_can_be_compressed_whole():
    with zipfile.ZipFile(io.BytesIO(pack_zip({"a": b"1" * 100}))) as archive:
        assert archive.getinfo("a").compress_type == zipfile.ZIP_STORED


def test_imports_of_the_engine_itself_are_left_out():
    sources = {
        "engine/a.py": b"import json\nfrom engine.nn import x\nfrom . import y\nimport numpy"
    }
    assert stdlib_imports(sources) == {"json"}
