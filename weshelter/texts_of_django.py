"""What Django says in Danish as no colleague would, or with the quotes of another language: our catalogue says it."""

from django.utils.translation import gettext_noop as _

ADMIN = [
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("Added {name} “{object}”."),
    _("Added “%(object)s”."),
    _("Changed {fields} for {name} “{object}”."),
    _("Changed “%(object)s” — %(changes)s"),
    _("Deleted {name} “{object}”."),
    _("Deleted “%(object)s.”"),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
]
FORMS = [
    _("This field is required."),
    _("Enter a valid email address."),
]
