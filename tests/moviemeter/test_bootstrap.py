import io
import os
import sys

import pytest

from moviemeter import bootstrap


def test_locked_packages_counts_each_name_once():
    lock = (
        "# made by a tool\n"
        "asgiref==3.13.0 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n"
        "    # via django==5\n"
        "psycopg-binary==3.3.9 ; os_name == 'posix' \\\n    --hash=sha256:22\n"
        "psycopg[binary]==3.3.9 \\\n    --hash=sha256:33\n"
    )

    assert bootstrap.locked_packages(lock) == 3


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("Collecting django==5.2.19", "django"),
        ("Requirement already satisfied: pillow==13.0.0 in ./lib", "pillow"),
        ("Processing /wheels/attrs-26.1.0-py3-none-any.whl", "attrs"),
        ("  Downloading django-5.2.19-py3-none-any.whl (8.3 MB)", ""),
        ("Installing collected packages: polib, django", ""),
        ("WARNING: Location 'x' is ignored", ""),
        ("", ""),
    ],
)
def test_package_begun(line, package):
    assert bootstrap.package_begun(line) == package


def test_last_words_begin_at_the_first_error():
    output = (
        "Collecting django\nWARNING: of no matter\n\nERROR: hashes do not match\n"
        "    Expected sha256 00\n         Got 11\n[notice] a new pip\n"
    )

    assert bootstrap.last_words(output) == (
        "ERROR: hashes do not match\n    Expected sha256 00\n         Got 11"
    )


def test_last_words_without_an_error_are_the_last_lines():
    output = "\n".join(str(number) for number in range(100))

    assert bootstrap.last_words(output).splitlines()[0] == "85"


@pytest.mark.parametrize(
    ("version", "old"), [((3, 9), True), ((3, 11), False), ((3, 12), False)]
)
def test_too_old(version, old):
    assert bootstrap.too_old(version) is old


def test_bar_outside_a_terminal_is_a_line_at_each_quarter():
    stream = io.StringIO()
    bar = bootstrap.Bar("Packages", 8, stream)

    for done in range(9):
        bar.show(done)
    bar.close()

    assert stream.getvalue().splitlines() == [
        f"Packages: {done} of 8" for done in (0, 2, 4, 6, 8)
    ]


def test_bar_on_a_terminal_is_drawn_over_and_taken_away():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    stream = Terminal()
    bar = bootstrap.Bar("Packages", 2, stream)

    bar.show(1, "django")
    bar.close()

    half = "█" * 12 + "░" * 12
    assert stream.getvalue() == f"\r\x1b[KPackages {half} 1/2 django\r\x1b[K"


def test_find_chromium_takes_the_one_that_is_named(monkeypatch):
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert bootstrap.find_chromium() == sys.executable

    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert bootstrap.find_chromium() is None


def test_missing_chromium_is_said_and_never_passed_over(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "install", lambda lock: None)
    monkeypatch.setattr(bootstrap, "CHROMIUM", ("no-such-browser",))
    monkeypatch.setattr(bootstrap, "APT_PLACES", ())
    monkeypatch.delenv("CHROMIUM", raising=False)

    assert bootstrap.main(["test"]) == 1

    assert "install the package chromium" in capsys.readouterr().err


def test_missing_venv_names_the_package(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")
    monkeypatch.setattr(bootstrap, "APT_PLACES", ())
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)

    assert bootstrap.main(["run"]) == 1

    assert "install the package python3-venv" in capsys.readouterr().err


def test_nothing_is_done_where_the_stamp_is_right(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    assert not bootstrap.stamped("local")

    stamp = tmp_path / "installed"
    stamp.write_text(bootstrap.fingerprint("local") + "\n", encoding="utf-8")
    assert bootstrap.stamped("local")
    assert not bootstrap.stamped("test")

    (tmp_path / "unfinished").touch()
    assert not bootstrap.stamped("local")


def test_pip_that_fails_ends_with_its_own_words(monkeypatch, tmp_path, capsys):
    program = tmp_path / "venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho Collecting x==1\necho ERROR: no x\nexit 2\n")
    program.chmod(0o755)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")
    monkeypatch.setattr(bootstrap, "_make_venv", lambda: None)

    assert bootstrap.main(["run"]) == 1

    said = capsys.readouterr()
    assert "Installing" in said.out
    assert said.err == "pip failed:\nERROR: no x\n"
    assert not (tmp_path / "venv" / "installed").exists()


def test_unknown_command_is_refused(capsys):
    assert bootstrap.main([]) == 1
    assert capsys.readouterr().err.startswith("Usage:")


def test_environment_of_others_does_not_reach_pip(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")

    passed = bootstrap._environment()

    assert not {"PIP_TARGET", "PYTHONPATH"} & passed.keys()
    assert passed["PATH"] == os.environ["PATH"]
