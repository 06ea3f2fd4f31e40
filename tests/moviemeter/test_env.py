import pytest
from django.core.exceptions import ImproperlyConfigured

from moviemeter import env


@pytest.fixture
def variable(monkeypatch):
    return lambda text: monkeypatch.setenv("THING", text)


def test_text_without_default_stops_the_start_when_unset(monkeypatch):
    monkeypatch.delenv("THING", raising=False)

    with pytest.raises(ImproperlyConfigured, match="Set the environment variable"):
        env.text("THING")


def test_text_takes_an_empty_variable_for_an_unset_one(variable):
    variable("")

    assert env.text("THING", "default") == "default"


@pytest.mark.parametrize(("text", "found"), [("1", True), ("0", False), ("", True)])
def test_flag(variable, text, found):
    variable(text)

    assert env.flag("THING", default=True) is found


@pytest.mark.parametrize("text", ["yes", "true", "2", " 1"])
def test_flag_refuses_odd_values(variable, text):
    variable(text)

    with pytest.raises(ImproperlyConfigured, match="THING must be 0 or 1"):
        env.flag("THING")


@pytest.mark.parametrize("text", ["-1", "0", "1.5", "many", "²"])
def test_number_refuses_odd_values(variable, text):
    variable(text)

    with pytest.raises(ImproperlyConfigured, match="whole number of at least 1"):
        env.number("THING", 3, least=1)


def test_number_reads_or_falls_back(variable):
    assert env.number("THING", 3) == 3

    variable("12")

    assert env.number("THING", 3) == 12


def test_choice_is_the_first_unless_said(variable):
    assert env.choice("THING", ("one", "two")) == "one"

    variable("three")

    with pytest.raises(ImproperlyConfigured, match="THING must be one or two"):
        env.choice("THING", ("one", "two"))


def test_names_are_split_at_commas(variable):
    assert env.names("THING", ["a"]) == ["a"]

    variable("x, y,,z ")

    assert env.names("THING") == ["x", "y", "z"]


def test_database_reads_an_address(variable):
    variable("postgresql://me:secret@db.example:5433/films")

    known = env.database("THING")

    assert known["NAME"] == "films"
    assert (known["HOST"], known["PORT"]) == ("db.example", 5433)


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "sqlite:///x.db",
        "postgres://[::1/x",
        "postgres://h:abc/x",
        "postgres://",
    ],
)
def test_database_refuses_odd_addresses_without_repeating_them(variable, address):
    variable(address)

    with pytest.raises(ImproperlyConfigured, match="must be an address") as refused:
        env.database("THING")

    assert address not in str(refused.value) or address == "postgres://"


def test_kept_secret_is_made_once_and_ours_alone(tmp_path):
    path = tmp_path / "new" / "secret"

    made = env.kept_secret(path)

    assert len(made) >= 50
    assert env.kept_secret(path) == made
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_require_names_everything_that_lacks(monkeypatch):
    monkeypatch.setenv("THING", "there")
    monkeypatch.setenv("EMPTY", "")
    monkeypatch.delenv("ABSENT", raising=False)

    with pytest.raises(
        ImproperlyConfigured, match=r"^Set the environment variables EMPTY, ABSENT\.$"
    ):
        env.require("THING", "EMPTY", "ABSENT")


def test_require_is_content_when_nothing_lacks(monkeypatch):
    monkeypatch.setenv("THING", "there")

    env.require("THING")
