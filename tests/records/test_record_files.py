"""One file, read and written whole."""

import os
from pathlib import Path

import pytest

from generator.records.files import cannot_write, read_text, write_atomic


def test_writing_only_what_differs(tmp_path: Path) -> None:
    """The first writing makes the folders, the second leaves the file alone, a change replaces it; nothing else is left."""
    path = tmp_path / "a" / "b.yml"
    assert write_atomic(path, "é\n")
    stamp = path.stat().st_mtime_ns
    assert not write_atomic(path, "é\n")
    assert path.stat().st_mtime_ns == stamp
    assert write_atomic(path, "e\n")
    assert [found.name for found in path.parent.iterdir()] == ["b.yml"]
    assert path.read_bytes() == b"e\n"


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the new file cannot take its place, nothing is left beside it."""
    path = tmp_path / "b.yml"
    path.mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_atomic(path, "x")
    assert [found.name for found in tmp_path.iterdir()] == ["b.yml"]


def test_a_file_too_large_or_missing(tmp_path: Path) -> None:
    """Both are problems, not errors."""
    path = tmp_path / "x.yml"
    assert read_text(path, "x.yml")[1][0].code == "file-unreadable"
    path.write_bytes(b"a" * 4_000_001)
    assert read_text(path, "x.yml")[1][0].code == "yaml-too-large"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """Who could write a file can go on writing it; a link goes on leading to its file, which has the new text."""
    path, link = tmp_path / "shared" / "b.yml", tmp_path / "b.yml"
    path.parent.mkdir()
    path.write_text("a", encoding="utf-8")
    path.chmod(0o664)
    link.symlink_to(path)
    assert write_atomic(link, "b")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "b"
    assert path.stat().st_mode & 0o777 == 0o664
    assert [found.name for found in path.parent.iterdir()] == ["b.yml"]


def test_a_failure_names_the_file_itself(tmp_path: Path) -> None:
    """Not the half-written one beside it, and below the project's root."""
    path = tmp_path / "content" / ("a" * 300 + ".yml")
    with pytest.raises(OSError) as failed:  # noqa: PT011 - which one depends on the system
        write_atomic(path, "x")
    problem = cannot_write(failed.value, tmp_path, "content")
    assert (problem.where.path, problem.code) == (f"content/{path.name}", "write-failed")
    assert problem.hint
