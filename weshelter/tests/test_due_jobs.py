"""The daily command: each job by itself, under the login of the jobs, and twice is once."""

import pytest
from django.core.management import call_command

from institutions.models import Institution
from weshelter.management.commands import run_due_jobs
from weshelter.models import JobRun
from weshelter.names import JOB_NAMES
from weshelter.postgres import login_for


def rename_a_house_and_fail(today):
    Institution.objects.update(name="halvt gjort")
    raise ValueError("Bo Borger, 010203-1234")


def count_houses(today):
    return Institution.objects.count()


def test_it_runs_as_the_jobs_login():
    assert login_for(["manage.py", "run_due_jobs"]) == "jobs"


def test_every_job_says_what_it_did_and_may_be_repeated(committed_cast, as_login, capsys):
    as_login("jobs")

    call_command("run_due_jobs")
    call_command("run_due_jobs")

    said = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert said == [name for name, _job in run_due_jobs.JOBS] * 2


def test_every_job_has_a_name_for_the_secretariat():
    assert {name for name, _job in run_due_jobs.JOBS} <= set(JOB_NAMES)


def test_a_job_that_fails_leaves_nothing_half_done_and_the_others_run(committed_cast, as_login, capsys, monkeypatch):
    monkeypatch.setattr(run_due_jobs, "JOBS", [("names", rename_a_house_and_fail), ("houses", count_houses)])
    as_login("jobs")

    with pytest.raises(SystemExit) as stopped:
        call_command("run_due_jobs")

    assert stopped.value.code == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("houses: 2\n", "names: ValueError\n")
    assert not Institution.objects.filter(name="halvt gjort").exists()
    assert sorted(JobRun.objects.values_list("job", "done", "error")) == [("houses", 2, ""), ("names", 0, "ValueError")]
