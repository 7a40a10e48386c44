"""Two builds at once in one checkout do not spoil what the other keeps."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.kept import make_kept, write_whole


def test_a_file_that_two_builds_write_at_once_is_whole(tmp_path: Path) -> None:
    path, data = tmp_path / "library.gz", b"x" * 100_000
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda turn: write_whole(path, data), range(400)))
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_another_build_made_meanwhile_stays(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "a1"

    def fill(part: Path) -> None:
        make_kept(folder, lambda other: write_whole(other / "list", b"theirs"))
        write_whole(part / "list", b"ours")

    make_kept(folder, fill)
    assert (folder / "list").read_bytes() == b"theirs"
    assert list(folder.parent.iterdir()) == [folder]


def test_a_folder_that_has_lost_a_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "a1" / "left").mkdir(parents=True)
    make_kept(tmp_path / "a1", lambda part: write_whole(part / "list", b"new"))
    assert [path.name for path in (tmp_path / "a1").iterdir()] == ["list"]


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="source"):
        make_kept(tmp_path / "a1", lambda part: write_whole(part / "source" / "list", b""))
    assert list(tmp_path.iterdir()) == []
