"""Forms that leave a column out because it is settled, and are checked whole."""

from typing import Any, ClassVar

from django.forms import ModelForm


class SettledForm(ModelForm[Any]):  # Any: titles, or rows of many models
    """A form that sets `settled` columns itself.

    Django leaves a constraint unchecked that names a column which a form leaves out;
    here those that name a settled column are checked as well.
    """

    settled: ClassVar[dict[str, Any]] = {}  # Any: values of any column
    # Columns that a form leaves out as they stand, named by a constraint.
    checked: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        for column, value in self.settled.items():
            setattr(self.instance, column, value)

    def _get_validation_exclusions(self) -> set[str]:
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's own hook, not in its stubs
        return exclusions - self.settled.keys() - self.checked
