"""All addresses. Paths are Danish, names English. A page that declares no access is closed to everybody."""

from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from allauth.usersessions import urls as session_urls
from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from access.declaration import PUBLIC, SIGNED_IN, access, declare, declare_all
from accounts.reauthentication import change_of_factors
from weshelter import health, operation, views

# Which of allauth's pages are open, and to whom; the others stay closed (sign-up, e-mail change, names of keys).
LOGIN_PAGES = {
    "account_login": access(PUBLIC),
    "account_logout": access(SIGNED_IN),
    "account_inactive": access(PUBLIC),
    "account_reset_password": access(PUBLIC),
    "account_reset_password_done": access(PUBLIC),
    "account_reset_password_from_key": access(PUBLIC),
    "account_reset_password_from_key_done": access(PUBLIC),
    "account_change_password": access(SIGNED_IN),  # asks for the present one
    "account_reauthenticate": access(SIGNED_IN),
    "mfa_authenticate": access(PUBLIC),
    "mfa_login_webauthn": access(PUBLIC),
    "mfa_reauthenticate": access(SIGNED_IN),
    "mfa_reauthenticate_webauthn": access(SIGNED_IN),
    "mfa_index": access(SIGNED_IN),
    "mfa_activate_totp": change_of_factors,
    "mfa_deactivate_totp": change_of_factors,
    "mfa_list_webauthn": access(SIGNED_IN),
    "mfa_add_webauthn": change_of_factors,
    "mfa_remove_webauthn": change_of_factors,
    "mfa_generate_recovery_codes": change_of_factors,
    "mfa_view_recovery_codes": change_of_factors,
    "mfa_download_recovery_codes": change_of_factors,
    "usersessions_list": access(SIGNED_IN),
}

urlpatterns = [
    path("", views.front, name="front"),
    path("start/", views.start, name="start"),
    path("huse/<slug:slug>/", views.house, name="house"),
    path(health.PATH, health.health, name="health"),
    path("favicon.ico", views.favicon),
    path("sprog/", access(PUBLIC, methods="POST")(set_language), name="set_language"),
    path("drift/", operation.operation, name="operation"),
    path("drift/mail/<uuid:message_id>/igen/", operation.send_mail_again, name="send_mail_again"),
    path("drift/mail/<uuid:message_id>/til-side/", operation.put_mail_aside, name="put_mail_aside"),
    path("drift/opgave/<uuid:task_id>/igen/", operation.try_task_again, name="try_task_again"),
    path("drift/opgave/<uuid:task_id>/til-side/", operation.put_task_away, name="put_task_away"),
    path("drift/fejl/<uuid:failure_id>/", operation.settle_failure, name="settle_failure"),
    path("konto/", include(declare(account_urls.urlpatterns, LOGIN_PAGES))),
    path("konto/2fa/", include(declare(mfa_urls.urlpatterns, LOGIN_PAGES))),
    path("konto/enheder/", include(declare(session_urls.urlpatterns, LOGIN_PAGES))),
    path("konto/", include("accounts.urls")),
    path("administration/", admin.site.urls),
    path("", include("letters.urls")),
    path("", include("volunteers.urls")),
    path("", include("screening.urls")),
    path("", include("courses.urls")),
    path("", include("citizens.urls")),
    path("", include("matching.urls")),
    path("", include("friendships.urls")),
    path("", include("foodclubs.urls")),
    path("", include("notes.urls")),
    path("", include("coordinators.urls")),
    path("", include("reports.urls")),
]
if settings.DEVELOP:  # on this machine alone
    from debug_toolbar.toolbar import debug_toolbar_urls

    urlpatterns += declare_all(debug_toolbar_urls(), access(PUBLIC))
handler404 = "weshelter.views.not_found"
handler403 = "weshelter.views.forbidden"
