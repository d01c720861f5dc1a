"""The demo's houses and people: all made up but the houses' names, dated from today, made through the verbs.

Who really does it does it here too: the secretariat sets up, coordinators screen and match, leads tell in confidence,
applicants come from the poster, volunteers answer by their links. So the demo shows what the site can, and nothing
that it cannot. A new state gets its words in the `texts_…` of its subject and its verb in the module beside it:
`houses` (projects, roles, courses), `volunteers`, `citizens`, `pairs`, `told` (confidences, guidance), `evenings`.
"""
