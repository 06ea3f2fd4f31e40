"""The roles of the crew: groups by their Dutch names, made by migrations.

What a role may do is data: the groups' permissions, given here and changed by a
superuser where an installation wants it otherwise. Whoever has a role gets in at the
desk (community.admin sees to that).
"""

from collections.abc import Iterable
from typing import Any

from django.apps.registry import Apps

WRITER = "schrijver"
EDITOR = "redacteur"
CHIEF = "hoofdredacteur"
MODERATOR = "moderator"
OPERATOR = "beheerder"
ROLES = (WRITER, EDITOR, CHIEF, MODERATOR, OPERATOR)


def permissions(app: str, models: Iterable[str], *actions: str) -> list[str]:
    """«catalog.add_film» and so on: each action on each model."""
    return [f"{app}.{action}_{model}" for model in models for action in actions]


def give(apps: Apps, role: str, names: Iterable[str]) -> None:
    """Give a role these permissions («catalog.add_film»), for use in migrations.

    The group is made where it is missing, and so are permissions, which Django itself
    makes only after all migrations.
    """
    group, _made = _manager(apps, "auth.Group").get_or_create(name=role)
    group.permissions.add(*[_permission(apps, name) for name in names])


def _permission(apps: Apps, name: str) -> Any:  # Any: a model of a migration's state
    app, codename = name.split(".")
    action, _, model = codename.partition("_")
    content_type, _made = _manager(apps, "contenttypes.ContentType").get_or_create(
        app_label=app, model=model
    )
    permission, _made = _manager(apps, "auth.Permission").get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {action} {model}"},
    )
    return permission


def _manager(apps: Apps, model: str) -> Any:  # Any: of a model of a migration's state
    return apps.get_model(model)._default_manager
