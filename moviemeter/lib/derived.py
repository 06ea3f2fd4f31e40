"""Columns that are computed from their own row whenever it is written."""

from collections.abc import Callable
from typing import Any

from django.db import models


class DerivedCharField(models.CharField[str, str]):
    """A text that `derive(row)` gives anew at each save and bulk_create.

    Kept as bytes in order (collation C), so that sorting and prefix search use one
    plain index on every PostgreSQL, whatever locale it was made with.
    """

    def __init__(
        self,
        *args: Any,  # Any: what Field takes
        derive: Callable[[Any], str] | None = None,
        **options: Any,
    ) -> None:
        self.derive = derive
        options |= {"editable": False, "db_collation": "C", "default": ""}
        options.setdefault("max_length", 400)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:  # Any: Field's own loose tuple
        name, path, args, options = super().deconstruct()
        for fixed in ("editable", "db_collation", "default"):
            options.pop(fixed, None)
        return name, path, args, options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001 - Django's signature
        if self.derive is not None:
            text = self.derive(model_instance)[: self.max_length]
            setattr(model_instance, self.attname, text)
        return str(getattr(model_instance, self.attname))
