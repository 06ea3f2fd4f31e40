"""Members and their roles on the desk."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from community.models import Rename, User
from community.renaming import rename_member
from moviemeter.lib.long_lists import LongListAdmin


class RenameForm(forms.ModelForm[Rename]):
    """Another username and the reason that the public log will show."""

    class Meta:
        model = Rename
        fields = ["new_username", "reason"]

    def clean_new_username(self) -> str:
        username: str = self.cleaned_data["new_username"]
        User._meta.get_field("username").run_validators(username)
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("This username is taken."))
        return username


class RenameRows(admin.TabularInline[Rename, User]):
    """Earlier usernames, to look at."""

    model = Rename
    fk_name = "member"
    fields = ["old_username", "new_username", "renamed_by", "reason", "renamed_at"]
    readonly_fields = [
        "old_username",
        "new_username",
        "renamed_by",
        "reason",
        "renamed_at",
    ]
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class MemberAdmin(LongListAdmin, UserAdmin[User]):
    """Accounts and roles. A username is changed by renaming alone, which is logged."""

    list_display = ["username", "email", "is_active", "last_login"]
    list_filter = ["is_active", "is_staff", "groups"]
    ordering = ["-id"]
    search_help_text = gettext_lazy(
        "The beginning of a username, or an e-mail address."
    )
    filter_horizontal = ()
    inlines = [RenameRows]
    readonly_fields = ["username", "last_login", "date_joined"]
    add_fieldsets = [
        (
            None,
            {
                "classes": ["wide"],
                "fields": [
                    "username",
                    "email",
                    "usable_password",
                    "password1",
                    "password2",
                ],
            },
        )
    ]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Any: as ModelAdmin. Who is no superuser makes none."""
        if obj is None:
            return self.add_fieldsets
        rights = ["is_active", "groups"]
        if _is_superuser(request):
            rights.append("is_superuser")
        return [
            (None, {"fields": ["username", "email", "password"]}),
            (gettext_lazy("Roles"), {"fields": rights}),
            (gettext_lazy("Moments"), {"fields": ["last_login", "date_joined"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Any: as ModelAdmin. A new member's name is typed once, and stays.

        Nobody takes away or gives themselves rights, so nobody locks themselves out.
        """
        if obj is None:
            return []
        own = ["is_active", "groups", "is_superuser"] if obj == request.user else []
        return [*self.readonly_fields, *own]

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        """Any: as ModelAdmin."""
        return [] if obj is None else self.inlines

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **options: Any
    ) -> Any:
        """Any: as ModelAdmin. Roles are few, so they are ticked."""
        options["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **options)

    def has_change_permission(
        self, request: HttpRequest, obj: User | None = None
    ) -> bool:
        """Nobody but a superuser changes one, or a password would open all doors."""
        if obj is not None and obj.is_superuser and not _is_superuser(request):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(
        self, request: HttpRequest, obj: User | None = None
    ) -> bool:
        """A member's words and votes hang on the account: it is closed, not deleted."""
        return False

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        folded = words.strip().lower()
        mailed = User.objects.annotate(mail=Lower("email")).filter(mail=folded)
        named = rows.annotate(folded=Lower("username"))
        found: QuerySet[Any] = named.filter(
            Q(folded__startswith=folded) | Q(pk__in=mailed.values("pk"))
        )
        return found

    def save_related(self, request: HttpRequest, form: Any, *rest: Any) -> None:
        """Any: as ModelAdmin. Whoever has a role gets in at the desk."""
        super().save_related(request, form, *rest)
        member: User = form.instance
        let_in = member.is_superuser or member.groups.exists()
        if member.is_staff != let_in:
            member.is_staff = let_in
            member.save(update_fields=["is_staff"])

    def get_urls(self) -> list[URLPattern]:
        renaming = self.admin_site.admin_view(self.renaming)
        return [
            path("<int:pk>/hernoemen/", renaming, name="community_user_rename"),
            *super().get_urls(),
        ]

    def renaming(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give a member another username: `community.add_rename` may."""
        member = get_object_or_404(User, pk=pk)
        allowed = request.user.has_perm("community.add_rename")
        if not allowed or (member.is_superuser and not _is_superuser(request)):
            raise PermissionDenied
        form = RenameForm(request.POST or None)
        if form.is_valid() and _renamed(request, member, form):
            return redirect("admin:community_user_change", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Rename %(member)s") % {"member": member.username},
            "opts": self.opts,
            "original": member,
            "form": form,
        }
        return render(request, "admin/community/user/rename.html", context)


def _is_superuser(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_superuser


def _renamed(request: HttpRequest, member: User, form: RenameForm) -> bool:
    """Whether the name was still free when it came to it."""
    assert isinstance(request.user, User)  # the desk lets nobody else in
    try:
        rename = rename_member(
            member=member,
            new_username=form.cleaned_data["new_username"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
    except IntegrityError:
        form.add_error("new_username", _("This username is taken."))
        return False
    told = _("%(old)s is now called %(new)s; the public log says so.")
    names = {"old": rename.old_username, "new": rename.new_username}
    messages.success(request, told % names)
    return True
