import pytest
from django.contrib.auth.hashers import identify_hasher
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.models import Credit, Person, Picture, Plot, Release, Title
from community.demonstration import ACCOUNTS, make_accounts
from community.models import CounterSnapshot, User
from moviemeter import demonstration


@pytest.fixture(autouse=True)
def own_stamp(settings, tmp_path):
    settings.STATE_DIR = tmp_path


def kept():
    return {
        model: sorted(model.objects.values_list("pk", flat=True))
        for model in (Title, Person, Picture, User)
    } | {model: model.objects.count() for model in (Credit, Plot, Release)}


@pytest.mark.django_db
def test_demo_may_be_run_again_and_changes_nothing(capsys):
    call_command("demo")
    once, said = kept(), capsys.readouterr().out
    assert not demonstration.is_due(empty=False)

    call_command("demo")

    assert kept() == once
    assert capsys.readouterr().out == said
    assert said.startswith(f"Loaded {CounterSnapshot.objects.get().films} films, ")
    jobs = ProcrastinateJob.objects.filter(task_name__endswith="draw_cards")
    assert jobs.count() == 1


@pytest.mark.django_db
def test_demonstration_is_due_for_an_empty_or_another_database(settings):
    assert demonstration.is_due(empty=False)

    demonstration._stamp().write_text(demonstration._mark(), encoding="ascii")

    assert not demonstration.is_due(empty=False)
    assert demonstration.is_due(empty=True)


@pytest.mark.django_db
def test_accounts_log_in_and_keep_their_hash(client):
    make_accounts()
    hashes = set(User.objects.values_list("password", flat=True))

    make_accounts()

    assert set(User.objects.values_list("password", flat=True)) == hashes
    for account in ACCOUNTS:
        assert client.login(username=account.username, password=account.password)
        assert identify_hasher(User.objects.get(username=account.username).password)


@pytest.mark.django_db
def test_operator_may_do_everything_and_redactie_only_edits_the_catalogue():
    operator, editor = make_accounts()

    assert operator.is_superuser
    assert not editor.is_superuser
    assert editor.is_staff
    assert editor.has_perms(
        [f"catalog.{verb}_film" for verb in ("add", "change", "view", "delete")]
    )
    assert not editor.has_perm("community.change_user")


def test_demo_is_refused_in_production_before_anything_is_touched(settings):
    settings.DEVELOPMENT = False

    with pytest.raises(CommandError, match="SITE_MODE=development only"):
        call_command("demo")
    with pytest.raises(ImproperlyConfigured, match="SITE_MODE=development only"):
        demonstration.load_all()
    with pytest.raises(ImproperlyConfigured, match="SITE_MODE=development only"):
        make_accounts()
