"""Small rows on a title's or person's page: as many as there are, at a few queries."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    RelatedFieldWidgetWrapper,
)
from django.db.models import ForeignKey, Max, Model, QuerySet, TextField
from django.forms import BaseInlineFormSet, Field, ModelChoiceField, Widget
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils.text import capfirst

from catalog.admin.settled import SettledForm
from moviemeter.lib.choosing import ChosenSelect


class RowForm(SettledForm):
    """A row that nobody touched is neither checked nor saved again."""

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        if position := self.fields.get("position"):
            position.required = False
            if self.instance.pk is None:
                # Not the column's 0: an empty order means behind all others.
                position.initial = self.initial["position"] = None
        for name, field in self.fields.items():
            _tell_chosen(field, self.instance, name)
            _name_aloud(field)

    def full_clean(self) -> None:
        if self.is_bound and self.instance.pk is not None and not self.has_changed():
            self._errors = ErrorDict()
            # What the other rows are compared with.
            self.cleaned_data = {
                name: getattr(self.instance, name, None) for name in self.fields
            }
            return
        super().full_clean()


def _name_aloud(field: Field) -> None:
    """Say what the field is where only the head of its column does."""
    widget = _bare(field)
    if not widget.is_hidden and field.label:
        widget.attrs["aria-label"] = capfirst(str(field.label))


def _tell_chosen(field: Field, row: Model, name: str) -> None:
    """Hand the widget what the row's own query fetched."""
    widget = _bare(field)
    if isinstance(widget, ChosenSelect) and row._meta.get_field(name).is_cached(row):  # type: ignore[union-attr]  # a foreign key
        widget.chosen = getattr(row, name)


def _bare(field: Field) -> Widget:
    """The widget without the links that Django puts around it."""
    widget = field.widget
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


class RowFormSet(BaseInlineFormSet[Any, Any, Any]):  # Any: rows of many models
    """Rows of one thing; new ones without an order go to the end."""

    def add_fields(self, form: Any, index: int | None) -> None:  # Any: as BaseFormSet
        super().add_fields(form, index)
        if self.instance.pk is not None:
            # Known already, so that no row asks the database for it.
            setattr(form.instance, self.fk.name, self.instance)
        if "DELETE" in form.fields:
            _name_aloud(form.fields["DELETE"])

    def clean(self) -> None:
        super().clean()
        unplaced = [form for form in self.forms if _lacks_a_place(form)]
        if not unplaced:
            return
        assert self.queryset is not None  # the admin gives one
        last = self.queryset.aggregate(last=Max("position"))["last"]
        first_free = 0 if last is None else last + 1
        for position, form in enumerate(unplaced, start=first_free):
            form.cleaned_data["position"] = form.instance.position = position


def _lacks_a_place(form: RowForm) -> bool:
    if "position" not in form.fields or not form.has_changed():
        return False
    return form.is_valid() and form.cleaned_data.get("position") is None


class PlainTextarea(AdminTextareaWidget):
    """Lines end as they are stored, or a text that nobody touched would be changed."""

    def value_from_datadict(  # Any: as Widget
        self, data: Any, files: Any, name: str
    ) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class Rows(admin.TabularInline[Any, Any]):  # Any: rows of many models
    """Rows whose relations are fetched with them and whose choices are read once."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    formfield_overrides = {TextField: {"widget": PlainTextarea}}
    # Foreign keys of which the chosen thing may be made in a window of its own.
    makeable: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any) -> None:  # Any: as InlineModelAdmin
        super().__init__(*args)
        # Django makes one of these a request, and asks for each field several times.
        self._choices: dict[str, list[Any]] = {}  # Any: pairs, or groups of pairs

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)
        told = [
            key.name
            for key in self.model._meta.fields
            if isinstance(key, ForeignKey) and not self._leads_home(key)
        ]
        return rows.select_related(*told) if told else rows

    def _leads_home(self, key: ForeignKey[Any, Any]) -> bool:
        """Whether this is the key to the page's own thing."""
        return issubclass(self.parent_model, key.related_model)

    def formfield_for_foreignkey(
        self,
        db_field: ForeignKey[Any, Any],
        request: HttpRequest,
        **options: Any,  # Any: as ModelAdmin
    ) -> ModelChoiceField[Any] | None:
        chosen = db_field.name in self.autocomplete_fields
        if chosen:
            options["widget"] = ChosenSelect(db_field, self.admin_site)
        field = super().formfield_for_foreignkey(db_field, request, **options)
        # The key to the page's own thing is a hidden field; its choices are never read.
        if field is not None and not chosen and not self._leads_home(db_field):
            if db_field.name not in self._choices:
                # Through iter(), or Django would count them first.
                self._choices[db_field.name] = list(iter(field.choices))  # type: ignore[arg-type]  # iterable, of a queryset
            field.choices = self._choices[db_field.name]
        return field

    def formfield_for_dbfield(
        self,
        db_field: Any,  # Any: as ModelAdmin
        request: HttpRequest,
        **options: Any,
    ) -> Field | None:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            wrapper = field.widget
            wrapper.can_add_related &= db_field.name in self.makeable
            wrapper.can_change_related = wrapper.can_view_related = False
            wrapper.can_delete_related = False
        return field


def rows(model: type[Model], *chosen: str) -> type[Rows]:
    """Rows of this model; `chosen` are looked up while typing."""
    return type(
        f"{model.__name__}Rows",
        (Rows,),
        {"model": model, "autocomplete_fields": chosen},
    )
