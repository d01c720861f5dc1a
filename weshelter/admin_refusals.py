"""What a verb or the database refuses is a sentence above the admin's form, which keeps what was typed."""

from django import forms
from django.contrib.admin import ModelAdmin
from django.db import IntegrityError
from django.utils.translation import gettext as _
from psycopg2.errors import ForeignKeyViolation, UniqueViolation

from history.moves import NotPossible, gates


class RefusedForm(forms.ModelForm):
    """A form that says why it was refused, whatever was typed."""

    refusal = ""

    def clean(self) -> dict | None:
        cleaned = super().clean()
        self.add_error(None, self.refusal)
        return cleaned


class Refusals(ModelAdmin):
    """Mixed into each model's pages. Nothing of what was refused is saved: the form is filled in once more."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            with gates():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except NotPossible as refused:
            request.refusal = str(refused)
        except IntegrityError as refused:
            request.refusal = in_words(refused)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", "")
        return type(form.__name__, (RefusedForm, form), {"refusal": refusal}) if refusal else form


def in_words(refused: IntegrityError) -> str:
    """What no form can know before it saves; anything else is a fault of ours and stays one."""
    if isinstance(refused.__cause__, UniqueViolation):
        return _("Somebody else has just added one like it. Look in the list before you go on.")
    if isinstance(refused.__cause__, ForeignKeyViolation):
        return _("Something belongs to it where it is now, so it must stay there. Add a new one instead.")
    raise refused
