"""The ready volunteers of one's own scope as values for `suggestions`: loaded fresh, scored as values, never cached."""

from django.db import connection

from citizens.models import Citizen, Wishes
from institutions.vocabulary import Interest, Language, Slot
from matching.suggestions import Candidate, Ranking, Wish, rank
from volunteers.models import Volunteer
from volunteers.screening import not_kept_from


def suggestions_for(citizen: Citizen, user) -> Ranking:
    """The volunteers ready for the citizen's project whom the user may see, ranked, with reasons."""
    said = Wishes.objects.visible_to(user).filter(citizen=citizen).first()
    wish = (
        Wish(frozenset(said.interests), frozenset(said.languages), frozenset(said.slots))
        if said
        else Wish(frozenset(), frozenset(), frozenset())
    )
    return rank(wish, candidates_for(citizen, user), spoken_names())


def candidates_for(citizen: Citizen, user) -> list[Candidate]:
    """Ready and assigned to the project, longest waiting first; room is counted over all projects."""
    volunteers = list(Volunteer.objects.visible_to(user).ready().assigned_to(citizen.project).order_by("applied_at"))
    volunteers = not_kept_from(citizen.project, volunteers)
    taken = _open_matches(volunteers)
    return [
        Candidate(
            id=volunteer.pk,
            first_name=volunteer.first_name,
            area=volunteer.postcode,
            interests=frozenset(volunteer.interests),
            languages=frozenset(volunteer.languages),
            slots=frozenset(volunteer.slots),
            has_room=taken.get(volunteer.pk, 0) < volunteer.capacity,
        )
        for volunteer in volunteers
    ]


def spoken_names() -> dict[str, str]:
    """Every code of the vocabulary with the name that is said aloud."""
    names = {interest.code: str(interest) for interest in Interest.objects.all()}
    return names | {code: str(name) for code, name in [*Language.choices, *Slot.choices]}


def _open_matches(volunteers) -> dict:
    with connection.cursor() as cursor:
        cursor.execute("SELECT volunteer_id, matches FROM app.open_matches_seen(%s)", [[v.pk for v in volunteers]])
        return dict(cursor.fetchall())
