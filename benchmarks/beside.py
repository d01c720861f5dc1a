"""The programs beside ours, each run with the Python that has it: `beside.py <which> <size or file of scores>`."""

import json
import random
import resource
import sys
import time


def report(seconds, **figures):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "mb": round(peak), **figures}))


def lapx(file):
    """lapjvs on ready-made scores."""
    import lap
    import numpy as np

    scores = np.load(file)
    cost = 255 - scores.astype(np.float32)  # no cost below 0: it takes a sixth of the time so
    start = time.process_time()
    rows, columns = lap.lapjvs(cost, return_cost=False)
    seconds = time.process_time() - start
    report(seconds, total=int(scores[rows, columns].sum(dtype=np.int64)))


def matching(file):
    """Stable pairs by the package `matching`, from the same scores."""
    import numpy as np
    from matching.games import StableMarriage

    sys.setrecursionlimit(100_000)  # it copies its players deeply, each with those that she likes
    scores = np.load(file).astype(int)
    size = len(scores)
    citizens = {f"c{n}": [f"v{m}" for m in np.argsort(-scores[n], kind="stable")] for n in range(size)}
    volunteers = {f"v{n}": [f"c{m}" for m in np.argsort(-scores[:, n], kind="stable")] for n in range(size)}
    start = time.process_time()
    game = StableMarriage.create_from_dictionaries(citizens, volunteers)
    solved = game.solve()
    seconds = time.process_time() - start
    report(seconds, total=sum(int(scores[int(str(c)[1:]), int(str(v)[1:])]) for c, v in solved.items()))


def mentor_match(size):
    """mentor-match with rules of its own kinds, about as many as ours."""
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules import rule

    draw = random.Random(6)

    def person(kind, number):
        return kind(
            grade=draw.randrange(6),
            organisation=f"house {draw.randrange(8)}",
            profession=f"interest {draw.randrange(24)}",
            email=f"{kind.__name__}{number}@example.org",
            role="",
        )

    mentors = [person(Mentor, n) for n in range(int(size))]
    mentees = [person(Mentee, n) for n in range(int(size))]
    rules = [
        [
            rule.Disqualify(lambda match: match.mentor.grade - match.mentee.grade > 4),
            rule.Equivalent("organisation", {True: 4, False: 0}),
            rule.Equivalent("profession", {True: 9, False: 0}),
            rule.Grade(1, lambda difference, target: difference == target, {True: 3, False: 0}),
            rule.Grade(0, lambda difference, target: difference == target, {True: 5, False: 0}),
        ]
    ]
    start = time.process_time()
    process_data(mentors, mentees, rules)
    report(time.process_time() - start)


if __name__ == "__main__":
    {"lapx": lapx, "matching": matching, "mentor-match": mentor_match}[sys.argv[1]](sys.argv[2])
