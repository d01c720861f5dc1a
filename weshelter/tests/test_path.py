"""The whole job walked once, in a real browser on a phone's width, with real commits, by those who do it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen
from courses.models import Gathering
from foodclubs.models import Evening, FoodClub
from history.models import AccessLog
from institutions.models import Project
from matching.models import Match
from notes.models import Confidence
from screening.models import Interview
from volunteers.models import Volunteer
from weshelter.tests.browsing import Person, Post, words

PASSWORD = "en lang adgangskode"
TOLD = "Han fortæller historier, der ikke passer, og går, når han bliver rettet."
GUIDANCE = "Ret ham ikke, når historierne bliver store."


@pytest.fixture
def demo(settings, tmp_path):
    """As in the demo: letters go into a folder, and no second factor is asked for."""
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)


@pytest.fixture
def post(demo, site, browser, as_login):
    return Post(Person(browser, site), as_login)


@pytest.fixture
def cast(committed_cast):
    return committed_cast


def test_the_whole_path(site, demo, post, cast, browser, as_login):
    visitor, karen, lars = Person(browser, site), Person(browser, site), Person(browser, site)
    karen.sign_in(cast.karen, PASSWORD)
    lars.sign_in(cast.lars, PASSWORD)

    apply(visitor, cast)
    set_up_a_house(Person(browser, site).sign_in(cast.sille, PASSWORD), cast)
    anna = take_to_ready(karen, visitor, post, cast, as_login)
    bo = register_and_match(karen, lars, visitor, post, cast, anna)
    tell_in_confidence(lars, karen, visitor, post, cast, bo)
    evening = hold_an_evening(karen, Person(browser, site), visitor, post, cast, as_login)
    look_from_elsewhere(Person(browser, site).sign_in(cast.nanna, PASSWORD), cast, anna, bo, evening)
    read_the_figures(Person(browser, site).sign_in(cast.sille, PASSWORD), as_login)


def apply(visitor: Person, cast) -> None:
    """1: a visitor reads what a friend is, applies on a phone, and gets a receipt."""
    visitor.go("/")
    visitor.follow(words("Become a volunteer"))
    page = visitor.page
    page.check(f"[name=role][value='{cast.rg60.friend_role.pk}']")
    page.fill("[name=name]", "Anna Ansøger")
    page.fill("[name=email]", "anna@example.net")
    page.fill("[name=postcode]", "2200")
    visitor.unfold("[name=interests][value=chess]")
    page.check("[name=interests][value=chess]")
    page.check("[name=slots][value=weekday_evening]")
    page.check("[name=has_read]")
    page.wait_for_timeout(3100)  # nobody fills it in faster; a robot is asked to look once more
    page.click("main button[type=submit]")
    page.wait_for_url("**/bliv-frivillig/tak/")
    visitor.look()


def set_up_a_house(sille: Person, cast) -> None:
    """2: the secretariat makes a house and a project, which opens only with an alignment and a lead."""
    page = sille.page
    fill_in(sille, "institutions_institution", name="Pegasus", kind="supported_housing",
            address="Vejen 1", postcode="2400", city="København NV")  # fmt: skip
    fill_in(sille, "institutions_project", institution="Pegasus", kind="friends", name="Venner på Pegasus")
    press_open(sille, "Venner på Pegasus")
    assert Project.objects.get(name="Venner på Pegasus").state == "planned"
    assert "forventningsafstemning" in page.inner_text(".messagelist")
    fill_in(sille, "institutions_membership", user="Leif Leder", role="lead", institution="Pegasus")
    fill_in(sille, "institutions_alignment", project="Venner på Pegasus", tasks="Være sammen", why_volunteers="Lyst",
            interplay="Leif", lead="Leif Leder", review_on="2099-01-01")  # fmt: skip
    press_open(sille, "Venner på Pegasus")
    assert Project.objects.get(name="Venner på Pegasus").state == "open"


def fill_in(sille: Person, model: str, **fields: str) -> None:
    """Add one row in the admin."""
    page = sille.page
    page.goto(f"{sille.site}{reverse(f'admin:{model}_add')}")
    for name, value in fields.items():
        field = page.locator(f"#id_{name}")
        if field.evaluate("field => field.tagName") != "SELECT":
            field.fill(value)
        elif field.locator(f"option[value='{value}']").count():
            field.select_option(value)
        else:
            field.select_option(label=value)
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")


def press_open(sille: Person, project: str) -> None:
    """The admin's action that opens a project."""
    page = sille.page
    page.goto(sille.site + reverse("admin:institutions_project_changelist"))
    page.get_by_role("row", name=project).locator("input.action-select").check()
    page.select_option("[name=action]", "open_projects")
    page.click("button[name=index]")
    page.wait_for_selector(".messagelist li")


def take_to_ready(karen: Person, visitor: Person, post: Post, cast, as_login) -> Volunteer:
    """3: a time by link, the conversation, the agreement by link, the course; only then can she be matched."""
    karen.go(reverse("coordinators:desk")).follow(words("New application: invite to a talk"))
    assert karen.sees("Anna Ansøger")
    karen.follow(words("Offer times"))
    karen.page.fill("[name=time_1]", f"{timezone.localdate() + timedelta(days=2)}T17:00")
    karen.press("Send the times")
    visitor.go(post.link_to("anna@example.net", "/samtale/"))
    visitor.page.locator("[name=time]").first.check()
    visitor.press("Choose this time")
    karen.page.reload()
    karen.follow(words("Write down the conversation"))
    for side in (*Interview.SIDES, "outcome"):
        karen.page.check(f"[name={side}][value=good]")
    karen.press("Write down the conversation")
    karen.press("Take into training")
    visitor.go(post.link_to("anna@example.net", "/aftale/"))
    visitor.page.check("[name=has_read]")
    visitor.page.click("main button[type=submit]")
    visitor.page.wait_for_url("**/aftale/tak/")
    karen.page.reload()
    karen.page.locator("[name=gathering]").first.check() if karen.page.locator(
        "[name=gathering][type=radio]"
    ).count() else karen.page.select_option("[name=gathering]", str(cast.course.pk))
    karen.press("Book the place")
    let_time_pass(as_login, Gathering)
    karen.go(reverse("courses:gathering", args=[cast.course.pk])).press("Came")
    with acting(user=cast.karen):
        anna = Volunteer.objects.get()
        assert anna.state == "ready"
    return anna


def let_time_pass(as_login, model) -> None:
    """What was to come has just begun: a policy's clock cannot be moved, so the rows are."""
    as_login("owner")
    an_hour_ago = timezone.now() - timedelta(minutes=5)
    if model is Gathering:
        Gathering.objects.update(starts_at=an_hour_ago, ends_at=timezone.now() + timedelta(hours=1))
    else:
        model.objects.update(starts_at=an_hour_ago)
    as_login("app")


def register_and_match(karen: Person, lars: Person, visitor: Person, post: Post, cast, anna: Volunteer) -> Citizen:
    """4: a citizen with wishes and consent, a ranked volunteer with a spoken reason, two yeses, the first meeting."""
    karen.go(reverse("citizens:register"))
    page = karen.page
    page.fill("[name=called_name]", "Bo")
    page.fill("[name=own_words]", "Skak. Jeg spiller bedre, end jeg ser ud.")
    karen.unfold("[name=together][value=chess]")
    page.check("[name=together][value=chess]")
    for purpose in ("registration", "friend", "guidance"):
        page.check(f"[name=purposes][value={purpose}]")
    karen.press("Register")
    karen.follow(words("Find a friend"))
    assert karen.sees("Anna vil gerne være med til: skak.")
    page.locator("[name=volunteer]").first.check()
    karen.press("Propose the one chosen")
    visitor.go(post.link_to("anna@example.net", "/forslag/"))
    visitor.press("Yes, I would like to")
    lars.go(reverse("coordinators:my_house")).follow("Bo")
    lars.press("The citizen says yes")
    karen.page.reload()
    karen.press("They have met")
    with acting(user=cast.karen):
        assert Match.objects.get().state == "trial"
        bo = Citizen.objects.get()
    lars.go(reverse("citizens:disclose", args=[bo.pk]))
    lars.page.check("[name=past_answer][value=yes]")
    lars.page.fill("[name=past_words]", "Jeg har sejlet i mange år.")
    lars.press("Save")
    visitor.go(post.link_to("anna@example.net", "/min-side/"))
    assert visitor.sees("Bo")
    assert visitor.sees("Jeg har sejlet i mange år.")
    assert not visitor.sees("Jeg spiller bedre")
    return bo


def tell_in_confidence(lars: Person, karen: Person, visitor: Person, post: Post, cast, bo: Citizen) -> None:
    """5: told in confidence, opened with a purpose, turned into guidance that the friend reads."""
    lars.go(reverse("notes:write", args=[bo.pk]))
    lars.page.fill("[name=text]", TOLD)
    lars.page.click("main button[type=submit]")
    lars.page.wait_for_load_state()
    assert not lars.look().sees(TOLD)
    karen.go(reverse("coordinators:desk")).follow(words("Somebody has told you something in confidence"))
    karen.page.check("[name=purpose][value=prepare_guidance]")
    with acting(user=cast.karen):
        assert not AccessLog.objects.exists()
    karen.press("Open")
    assert karen.sees(TOLD)
    with acting(user=cast.karen):
        assert AccessLog.objects.get().object_id == Confidence.objects.get().pk
    karen.go(reverse("notes:guide", args=[bo.pk]))
    assert not karen.sees(TOLD)
    karen.page.fill("[name=text]", GUIDANCE)
    karen.page.click("main button[type=submit]")
    karen.page.wait_for_load_state()
    visitor.page.reload()
    assert not visitor.sees(GUIDANCE)
    karen.look().press("Approve")
    visitor.page.reload()
    assert visitor.look().sees(GUIDANCE)
    visitor.press("I have read it")
    assert not visitor.sees(TOLD)


def hold_an_evening(karen: Person, guest: Person, visitor: Person, post: Post, cast, as_login) -> Evening:
    """6: a guest by nickname, a volunteer by link, the last place to one of two, 15 kr. each."""
    with acting(user=cast.sille):
        FoodClub.objects.create(project=cast.rg60.food, name="Madklubben på RG60", weekday=1)
    with acting(user=cast.karen):
        Volunteer.objects.get().assign(cast.rg60.food, by=cast.karen)
    karen.go(reverse("foodclubs:plan"))
    karen.page.fill("[name=starts_at]", f"{timezone.localdate() + timedelta(days=3)}T18:00")
    karen.page.fill("[name=menu]", "Gulerodssuppe og pandekager")
    karen.page.fill("[name=places]", "1")
    karen.page.click("main button[type=submit]")
    karen.page.wait_for_load_state()
    karen.look().press("Open for sign-up")
    karen.follow(words("Offer the tasks by letter")).press("Send the letters")
    with acting(user=cast.karen):
        evening = Evening.objects.get()
    guest.go(reverse("house", args=["rg60"]))
    guest.go(reverse("foodclubs:join", args=[evening.pk]))
    guest.page.fill("[name=nickname]", "Kaptajnen")
    guest.page.click("main button[type=submit]")
    guest.page.wait_for_url("**/tak/")
    guest.look().go(reverse("foodclubs:join", args=[evening.pk]))
    assert guest.page.locator("[name=nickname]").count() == 0
    visitor.go(post.link_to("anna@example.net", "/madklub-opgave/"))
    visitor.page.locator("[name=task]").first.check()
    visitor.press("I will do that")
    let_time_pass(as_login, Evening)
    karen.go(reverse("foodclubs:close", args=[evening.pk]))
    karen.page.locator("label", has_text=words("Paid %(price)s kr.", price=15)).click()
    karen.page.get_by_text(words("Came"), exact=True).last.click()
    karen.press("Close the evening")
    with acting(user=cast.karen):
        evening.refresh_from_db()
        assert (evening.state, evening.income, evening.guests_came, evening.volunteers_came) == ("held", 15, 1, 1)
    return evening


def look_from_elsewhere(nanna: Person, cast, anna: Volunteer, bo: Citizen, evening: Evening) -> None:
    """7: for somebody of another house each of these pages is, byte for byte, the page of what does not exist."""
    with acting(user=cast.karen):
        pages = [
            ("screening:detail", anna.pk),
            ("coordinators:citizen", bo.pk),
            ("matching:propose", bo.pk),
            ("coordinators:pair", Match.objects.get().pk),
            ("notes:confidence", Confidence.objects.get().pk),
            ("notes:guide", bo.pk),
            ("foodclubs:evening", evening.pk),
        ]
    for name, pk in pages:
        hidden = nanna.page.goto(nanna.site + reverse(name, args=[pk]))
        seen = (hidden.status, hidden.body())
        missing = nanna.page.goto(nanna.site + reverse(name, args=["00000000-0000-0000-0000-000000000000"]))
        assert seen == (404, missing.body()), name


def read_the_figures(sille: Person, as_login) -> None:
    """8: the secretariat reads the figures; what is under five is hidden."""
    as_login("jobs")
    call_command("run_due_jobs", verbosity=0)
    as_login("app")
    sille.go(reverse("reports:figures"))
    assert sille.sees("RG60")
    assert sille.sees("<5")
