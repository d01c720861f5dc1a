"""Goal 5: one citizen's best ten of 2,000 volunteers in scope, the rows loaded under row security.

It needs a database with the people in it, so it runs on the tests' server: `python -m pytest benchmarks/one_suggestion.py -s`.
"""

from statistics import median

from django.db import connection

from access.context import acting
from benchmarks.measuring import measure
from benchmarks.people import AREAS, INTERESTS, LANGUAGES, SLOTS
from institutions.vocabulary import Interest
from matching.suggesting.candidates import candidates_of, suggestions_for, wishes_of
from matching.suggesting.ranking import best
from matching.suggesting.rules import rarity, score
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights
from weshelter.tests import people

HOW_MANY, ROUNDS = 2000, 15
THEIRS = ("screening_interview", "screening_signature", "courses_attendance", "volunteers_assignment")


def columns_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def copies(table: str, **changed: str) -> str:
    names = columns_of(table)
    values = ", ".join(changed.get(name, f't."{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"ALTER TABLE {table} DISABLE TRIGGER USER; INSERT INTO {table} ({quoted}) SELECT {values} FROM {table} t"


def one_of(codes: list[str], most: int) -> str:
    """Some of the codes, drawn for each row anew."""
    quoted = ", ".join(f"'{code}'" for code in codes)
    return f"(SELECT array_agg(c) FROM (SELECT c FROM unnest(ARRAY[{quoted}]) c ORDER BY md5(c || n::text) LIMIT 1 + n %% {most}) s)"


def many_like(volunteer) -> None:
    """As the owner: the same volunteer some thousand times, each with other interests, languages, times and postcode."""
    area = "(ARRAY[" + ", ".join(f"'{code}'" for code in AREAS) + f"])[1 + n %% {len(AREAS)}]"
    drawn = {
        "id": "gen_random_uuid()",
        "email": "n || t.email",
        "interests": one_of(INTERESTS, 8),
        "languages": one_of(LANGUAGES, 3),
        "slots": one_of(SLOTS, 3),
        "postcode": area,
    }
    with connection.cursor() as cursor:
        sql = copies("volunteers_volunteer", **drawn) + ", generate_series(2, %s) n WHERE t.id = %s"
        cursor.execute(sql, [HOW_MANY, volunteer.pk])
        for table in THEIRS:
            sql = copies(table, id="gen_random_uuid()", volunteer_id="v.id")
            cursor.execute(
                sql + ", volunteers_volunteer v WHERE v.id <> %s AND t.volunteer_id = %s", [volunteer.pk] * 2
            )
        for table in ("volunteers_volunteer", *THEIRS):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER; ANALYZE {table}")


def test_one_suggestion_of_many(committed_cast, as_login):
    cast = committed_cast
    bo = people.create_citizen(
        cast, interests=INTERESTS[:4], languages=["da", "en"], slots=["weekday_day", "weekend_day"]
    )
    vera = people.ready_volunteer(cast)
    as_login("owner")
    Interest.objects.bulk_create(Interest(code=code, name_da=code, name_en=code) for code in INTERESTS)
    many_like(vera)
    as_login("app")

    with acting(user=cast.karen):
        whole = [measure(lambda: suggestions_for(bo, cast.karen, Weights()))[0] for _number in range(ROUNDS)]
        volunteers = candidates_of(cast.karen, [bo.project_id])
        [wish] = wishes_of(cast.karen, type(bo).objects.filter(pk=bo.pk))
    loading = [measure(lambda: Pool(volunteers))[0] for _number in range(ROUNDS)]
    pool, rare = Pool(volunteers), rarity(volunteers)
    arrays = [measure(lambda: best(Scoring([wish], pool, Weights()).all()[0]))[0] for _number in range(ROUNDS)]
    objects = [
        measure(lambda: [score(wish, one, Weights(), rare) for one in volunteers])[0] for _number in range(ROUNDS)
    ]
    scores = [score(wish, one, Weights(), rare) for one in volunteers]
    same = best(Scoring([wish], pool, Weights()).all()[0]) == sorted(range(len(scores)), key=lambda n: -scores[n])[:10]

    print(
        f"\n{len(volunteers)} volunteers: {median(whole) * 1e3:.1f} ms with loading and sentences;"
        f" made arrays {median(loading) * 1e3:.1f} ms, scored {median(arrays) * 1e3:.2f} ms,"
        f" as objects {median(objects) * 1e3:.1f} ms = {median(objects) / median(arrays):.0f} ×; the same ten: {same}"
    )
