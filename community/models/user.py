"""A member: everybody with an account."""

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    # Names of persons are not asked for: the username is what everyone sees.
    first_name = None  # type: ignore[assignment]  # takes the column away
    last_name = None  # type: ignore[assignment]  # takes the column away
    email = models.EmailField(_("e-mail address"))

    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="one_username_whatever_its_case",
                violation_error_message=_("This username is taken."),
            ),
            models.CheckConstraint(
                condition=~models.Q(username=""), name="a_member_has_a_username"
            ),
        ]
        indexes = [
            models.Index(
                OpClass(Lower("username"), name="text_pattern_ops"),
                name="member_by_username",
            ),
            models.Index(Lower("email"), name="member_by_email"),
        ]

    def get_full_name(self) -> str:
        return self.username

    def get_short_name(self) -> str:
        return self.username
