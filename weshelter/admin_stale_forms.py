"""In the admin, too, nobody overwrites what somebody else has changed since the page was opened."""

from django.contrib.admin import ModelAdmin

from pages.stale_forms import OnlyChanges


class NobodyOverwrites(ModelAdmin):
    """Mixed into each model's pages: the form of a row that stands saves what was changed on it, and nothing else."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (OnlyChanges, form), {}) if change else form
