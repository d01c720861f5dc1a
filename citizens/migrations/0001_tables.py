"""Citizens with wishes, homes, attachments and consents. Functions, triggers and policies stand in `database/`."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("institutions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Citizen",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(editable=False, unique=True, verbose_name="number")),
                (
                    "registered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="registered"),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citizens",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "citizen",
                "verbose_name_plural": "citizens",
                "ordering": ["known_as__sorted_as", "number"],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("lives_here", "lives here"), ("comes_here", "comes here")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
            },
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.TextField(max_length=500, verbose_name="reason")),
                ("opened_at", models.DateTimeField(verbose_name="from")),
                ("until", models.DateTimeField(verbose_name="until")),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="looked at")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "it was right"),
                            ("talk", "we talk about it"),
                            ("wrong", "it should not have happened"),
                        ],
                        max_length=10,
                        verbose_name="what was found",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emergencies",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
            ],
            options={
                "verbose_name": "emergency access",
                "verbose_name_plural": "emergency accesses",
            },
        ),
        migrations.CreateModel(
            name="KnownAs",
            fields=[
                (
                    "citizen",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="known_as",
                        serialize=False,
                        to="citizens.citizen",
                    ),
                ),
                ("called_name", models.CharField(max_length=60, verbose_name="what he or she is called")),
                (
                    "sorted_as",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Replace(
                                django.db.models.functions.text.Lower(models.F("called_name")),
                                models.Value("aa"),
                                models.Value("å"),
                            ),
                            models.Value("æäøöåüéèêëáàâãíìîïóòôõúùûçćčñńłšśýžźż"),
                            models.Value("{{||}yeeeeaaaaiiiioooouuucccnnlssyzzz"),
                            function="translate",
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        blank=True,
                        help_text="Such as: in the café before noon, or a phone.",
                        max_length=160,
                        verbose_name="how to reach",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "what a citizen is called",
                "verbose_name_plural": "what citizens are called",
            },
        ),
        migrations.CreateModel(
            name="Wishes",
            fields=[
                (
                    "citizen",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="wishes",
                        serialize=False,
                        to="citizens.citizen",
                    ),
                ),
                ("wants_friend", models.BooleanField(default=True, verbose_name="wishes a network friend")),
                ("own_words", models.TextField(blank=True, max_length=1000, verbose_name="in his or her own words")),
                (
                    "together",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="would like to do together",
                    ),
                ),
                (
                    "interests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="interests",
                    ),
                ),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("going_out", "somebody to get out of the door with"),
                                ("local_places", "help to find good places nearby"),
                                ("courage", "practical courage for the city"),
                                ("new_home", "company in a new home"),
                                ("listening", "somebody who listens"),
                                ("quiet", "quiet company"),
                                ("patience", "patience when it takes time"),
                                ("outside", "somebody from outside the system"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="needs",
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("da", "Danish"),
                                ("en", "English"),
                                ("kl", "Greenlandic"),
                                ("pl", "Polish"),
                                ("ro", "Romanian"),
                                ("ar", "Arabic"),
                                ("so", "Somali"),
                                ("lt", "Lithuanian"),
                                ("de", "German"),
                                ("sgn", "Danish sign language"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="languages",
                    ),
                ),
                (
                    "slots",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("weekday_day", "weekdays, daytime"),
                                ("weekday_evening", "weekdays, evening"),
                                ("weekend_day", "weekends, daytime"),
                                ("weekend_evening", "weekends, evening"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="times",
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{4}$", "A postcode has four digits, such as 2200."
                            )
                        ],
                        verbose_name="postcode where he or she would like to meet",
                    ),
                ),
                (
                    "age_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("18-29", "18 to 29"),
                            ("30-44", "30 to 44"),
                            ("45-59", "45 to 59"),
                            ("60+", "60 or older"),
                        ],
                        max_length=5,
                        verbose_name="own age",
                    ),
                ),
                (
                    "friend_gender",
                    models.CharField(
                        blank=True,
                        choices=[("woman", "a woman"), ("man", "a man")],
                        max_length=5,
                        verbose_name="the friend is",
                    ),
                ),
                (
                    "friend_age",
                    models.CharField(
                        blank=True,
                        choices=[("same", "about my age"), ("younger", "younger than me"), ("older", "older than me")],
                        max_length=7,
                        verbose_name="the friend's age",
                    ),
                ),
                (
                    "limits",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("pets", "dogs and other animals"),
                                ("smoke", "smoke indoors"),
                                ("alcohol", "alcohol around one"),
                                ("stairs", "stairs without a lift"),
                                ("private_home", "visits in a private home"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="cannot be with",
                    ),
                ),
                (
                    "around",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("pets", "dogs and other animals"),
                                ("smoke", "smoke indoors"),
                                ("alcohol", "alcohol around one"),
                                ("stairs", "stairs without a lift"),
                                ("private_home", "visits in a private home"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="comes with me",
                    ),
                ),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said on")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "wishes",
                "verbose_name_plural": "wishes",
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("registration", "being registered, with wishes"),
                            ("friend", "a friend who knows what I said yes to"),
                            ("guidance", "that staff and coordinator help the friend with a few words"),
                        ],
                        max_length=15,
                        verbose_name="purpose",
                    ),
                ),
                ("wording_version", models.PositiveSmallIntegerField(default=2, verbose_name="wording")),
                (
                    "given",
                    models.CharField(
                        choices=[("spoken", "spoken"), ("written", "written")], max_length=10, verbose_name="given"
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="given at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn")),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
                (
                    "witnessed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="witnessed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("past", "my past"),
                            ("health", "my health"),
                            ("family", "my family"),
                            ("housing", "where I live"),
                            ("substances", "alcohol and drugs in my life"),
                            ("uneasy", "what makes me uneasy"),
                            ("bad_day", "what helps on a bad day"),
                            ("stories", "how I like to be met when I tell"),
                            ("not_ask", "what I would rather not be asked about"),
                            ("dreams", "what I look forward to"),
                        ],
                        max_length=10,
                        verbose_name="about",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("no", "no"), ("not_yet", "not yet"), ("yes", "yes")],
                        default="no",
                        max_length=10,
                        verbose_name="may the friend know?",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=500, verbose_name="in his or her own words")),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disclosures",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "disclosure",
                "verbose_name_plural": "disclosures",
            },
        ),
        migrations.CreateModel(
            name="Home",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "municipality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0101", "København"),
                            ("0147", "Frederiksberg"),
                            ("0165", "Albertslund"),
                            ("0201", "Allerød"),
                            ("0151", "Ballerup"),
                            ("0153", "Brøndby"),
                            ("0155", "Dragør"),
                            ("0240", "Egedal"),
                            ("0210", "Fredensborg"),
                            ("0250", "Frederikssund"),
                            ("0190", "Furesø"),
                            ("0157", "Gentofte"),
                            ("0159", "Gladsaxe"),
                            ("0161", "Glostrup"),
                            ("0253", "Greve"),
                            ("0270", "Gribskov"),
                            ("0260", "Halsnæs"),
                            ("0217", "Helsingør"),
                            ("0163", "Herlev"),
                            ("0219", "Hillerød"),
                            ("0167", "Hvidovre"),
                            ("0169", "Høje-Taastrup"),
                            ("0223", "Hørsholm"),
                            ("0183", "Ishøj"),
                            ("0259", "Køge"),
                            ("0173", "Lyngby-Taarbæk"),
                            ("0265", "Roskilde"),
                            ("0230", "Rudersdal"),
                            ("0175", "Rødovre"),
                            ("0269", "Solrød"),
                            ("0185", "Tårnby"),
                            ("0187", "Vallensbæk"),
                            ("0000", "another municipality"),
                        ],
                        max_length=4,
                        verbose_name="own home in the municipality of",
                    ),
                ),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="homes",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "home",
                "verbose_name_plural": "homes",
                "ordering": ["-from_on"],
            },
        ),
        migrations.AddIndex(
            model_name="citizen",
            index=models.Index(fields=["registered_at", "id"], name="citizens_by_registration"),
        ),
        migrations.AddIndex(
            model_name="breakglass",
            index=models.Index(fields=["user", "until"], name="glass_of_a_user_until"),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by__isnull", True),
                    models.Q(("reviewed_by", models.F("user")), _negated=True),
                    _connector="OR",
                ),
                name="an_emergency_is_reviewed_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                    models.Q(
                        ("reviewed_at__isnull", False),
                        ("reviewed_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_review_says_who_when_and_what",
            ),
        ),
        migrations.AddIndex(
            model_name="attachment",
            index=models.Index(
                fields=["institution"], include=("citizen", "from_on", "until_on"), name="attachments_of_a_house"
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("citizen", "purpose"),
                name="one_live_consent_per_purpose",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(fields=("citizen", "line"), name="one_answer_per_line"),
        ),
        migrations.AddConstraint(
            model_name="home",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("institution__isnull", False), ("municipality", "")),
                    models.Q(("institution__isnull", True), models.Q(("municipality", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_home_is_a_house_or_in_a_municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="home",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="a_home_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="home",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)), fields=("citizen",), name="one_home_at_a_time"
            ),
        ),
        migrations.AddIndex(
            model_name="knownas",
            index=models.Index(fields=["sorted_as", "citizen"], name="citizens_by_name"),
        ),
        migrations.AddConstraint(
            model_name="wishes",
            constraint=models.CheckConstraint(
                condition=models.Q(("friend_age", ""), models.Q(("age_group", ""), _negated=True), _connector="OR"),
                name="a_friends_age_is_beside_ones_own",
                violation_error_message="Say roughly the own age too, or choose that it does not matter.",
            ),
        ),
    ]
