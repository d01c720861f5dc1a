"""What is told in confidence in the demo, and the sentences for the friend: behaviour, never a diagnosis. All made up."""

# Citizen, told by the lead so many days ago, the text; then what became of it: unopened, opened, or withdrawn.
CONFIDENCES = {
    "rg60": [
        ("Bo", 3, "Han fortæller historier, der ikke passer, og bliver væk, hvis nogen retter ham. Lad dem bare være store.", "opened"),
        ("Preben", 1, "Hans gamle skib er blevet hugget op, og han tager det tungt. Han har ikke sagt det til nogen selv.", "unopened"),
        ("Dorit", 15, "Hun vil helst ikke gå forbi Den Røde Plads. Hun har bedt mig sige det til dig og ikke til andre.", "withdrawn"),
    ],
    "kollegiet": [
        ("Niels", 4, "Han bliver hurtigt træt og siger det ikke. Foreslå selv en pause.", "opened"),
        ("Sanne", 2, "Den ældste datter har ringet for første gang i år. Sanne går og venter på, at hun ringer igen.", "unopened"),
    ],
    "nabo": [
        ("Frank", 9, "Hunde er en stor sorg for tiden. Lad ham selv tage det op.", "opened"),
        ("Maja", 5, "Hun har fået besked om at flytte ud af værelset til den første. Hun er bange for at miste tirsdagene.", "unopened"),
    ],
}  # fmt: skip

# Citizen, written so many days ago, the sentence, how far it has come, and in how many days it is looked at again.
# "told": it came out of what was told in confidence. "read": approved, and the friend has said that it was read.
GUIDANCE = {
    "rg60": [
        ("Bo", 0, "Ret ham ikke, når historierne bliver store.", "told", 90),
        ("Lene", 33, "Lad hende vælge filmen, også når den er dårlig.", "read", -4),
        ("Marek", 120, "Kom til tiden, eller skriv. Han står klar ti minutter før.", "read", 40),
        ("Abdi", 4, "Spørg, om han vil have rettelser, når I øver dansk. Nogle dage vil han hellere bare tale.", "draft", 60),
    ],
    "kollegiet": [
        ("Niels", 0, "Foreslå selv en pause efter den første halve time.", "told", 90),
        ("Sanne", 50, "Hjælp med telefonen, men lad hende trykke selv.", "read", -17),
        ("Ole", 11, "Han læser ikke sms'er. Ring på.", "withdrawn", 60),
    ],
    "nabo": [
        ("Frank", 0, "Lad ham selv begynde at tale om hunde.", "told", 90),
        ("Maja", 45, "Sig det, hvis du taber med vilje. Hun opdager det alligevel.", "approved", 30),
        ("Kalle", 88, "Tag en ekstra trøje med. Han siger ikke, at han fryser.", "read", 12),
    ],
}  # fmt: skip
