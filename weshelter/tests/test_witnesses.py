"""Whatever writes into the access log leaves its line, and a target that takes none stops nobody from opening."""

import logging
import socket

import pytest
from django.db import connection
from django.urls import reverse

from access.context import acting
from citizens.breakglass import BreakGlass
from history.failures import Failure
from history.models import AccessLog
from history.tests.chains import log
from history.witness import outside as witness
from notes.tests.telling import TOLD, consenting_citizen, tell
from weshelter.tests import people
from weshelter.witnesses import fault_of, handler_for

WHY = "Bo er ikke set i tre dage, og Karen er på ferie"
LINE = "access log: 7 " + "0a" * 32


@pytest.fixture
def cast(committed_cast):
    """The cast, a second person of the secretariat, and something told about a citizen."""
    committed_cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    committed_cast.bo = consenting_citizen(committed_cast)
    committed_cast.told = tell(committed_cast.bo, committed_cast.rg60)
    return committed_cast


@pytest.fixture
def told_to():
    """Let the lines go to an address, or to several."""
    added = []

    def tell_to(*addresses: str) -> None:
        for address in addresses:
            added.append(handler_for(address))
            added[-1].name = address
            witness.addHandler(added[-1])

    yield tell_to
    for handler in added:
        witness.removeHandler(handler)
        handler.close()


def opens(client, cast):
    people.sign_in(client, cast.karen)
    return client.post(reverse("notes:open", args=[cast.told.pk]), {"purpose": "check_in"})


def exports(client, cast):
    people.sign_in(client, cast.sille)
    return client.post(reverse("reports:figures_csv"), {"purpose": "funding", "recipient": "municipality"})


def breaks_the_glass(client, cast):
    people.sign_in(client, cast.sille)
    with acting(user=cast.sille):
        number = cast.bo.number
    return client.post(reverse("coordinators:begin_emergency"), {"number": number, "reason": WHY})


def opens_in_an_emergency(client, cast):
    breaks_the_glass(client, cast)
    with acting(user=cast.sille):
        glass = BreakGlass.objects.get()
    return client.post(reverse("coordinators:open_in_emergency", args=[glass.pk, cast.told.pk]))


DOORS = [opens, exports, breaks_the_glass, opens_in_an_emergency]


def test_these_are_all_that_write_into_the_chain(db):
    """Whoever makes another door adds what goes through it to DOORS."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname::text FROM pg_proc WHERE pronamespace = 'app'::regnamespace"
            " AND prosrc ~ '(log_access|log_export|INTO history_accesslog)\\M' ORDER BY 1"
        )
        writers = [name for (name,) in cursor.fetchall()]

    assert writers == ["break_glass", "log_access", "log_export", "note_open"]


@pytest.mark.feature(86)
@pytest.mark.parametrize("door", DOORS)
def test_each_door_leaves_a_line_for_each_row(client, cast, told_to, tmp_path, door):
    told_to((tmp_path / "seen.txt").as_uri())

    assert door(client, cast).status_code in {200, 302}

    with acting(user=cast.sille):
        rows = [f"access log: {row.seq} {bytes(row.hash).hex()}" for row in AccessLog.objects.order_by("seq")]
    assert (tmp_path / "seen.txt").read_text().splitlines() == rows != []


@pytest.mark.parametrize("door", DOORS[:3])
def test_where_the_database_tells_nothing_the_door_stays_shut(client, cast, as_login, door):
    as_login("owner")
    connection.cursor().execute("ALTER TABLE history_accesslog DISABLE TRIGGER tell")
    as_login("app")
    client.raise_request_exception = False

    response = door(client, cast)

    as_login("owner")
    connection.cursor().execute("ALTER TABLE history_accesslog ENABLE TRIGGER tell")
    assert response.status_code == 500
    assert TOLD not in response.content.decode()
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("silent", ["file:///nowhere/at/all/seen.txt", "/nowhere/log"])
def test_a_target_that_takes_nothing_is_told_of_and_the_others_get_the_line(
    client, cast, told_to, tmp_path, caplog, silent
):
    told_to(silent, (tmp_path / "seen.txt").as_uri())

    assert TOLD in opens(client, cast).content.decode()

    assert len((tmp_path / "seen.txt").read_text().splitlines()) == 1
    assert [one.getMessage() for one in caplog.records if one.name == "weshelter"] == [
        f"{silent} took no line of the access log: FileNotFoundError"
    ]
    with acting(user=cast.sille):
        counted = Failure.objects.unsettled().values_list("kind", "place", "error", "times")
        assert list(counted) == [("line", silent, "FileNotFoundError", 1)]


def test_a_file_that_is_turned_over_is_written_anew(tmp_path, told_to):
    file = tmp_path / "seen.txt"
    told_to(file.as_uri())
    witness.info(LINE)

    file.rename(tmp_path / "seen.1")
    witness.info(LINE)

    assert (file.read_text(), (tmp_path / "seen.1").read_text()) == (f"{LINE}\n", f"{LINE}\n")


def test_the_system_log_gets_it_as_what_concerns_safety(tmp_path, told_to):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log_socket:
        log_socket.bind(str(tmp_path / "log"))
        told_to(str(tmp_path / "log"))

        witness.info(LINE)

        assert log_socket.recv(200).decode() == f"<38>weshelter: {LINE}"


def test_another_machine_gets_it(told_to):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as machine:
        machine.bind(("127.0.0.1", 0))
        told_to(f"udp://127.0.0.1:{machine.getsockname()[1]}")

        witness.info(LINE)

        assert machine.recv(200).decode() == f"<38>weshelter: {LINE}"


def test_standard_error_gets_it_where_there_is_no_system_log(told_to, capsys):
    told_to("stderr")

    witness.info(LINE)

    assert capsys.readouterr().err == f"{LINE}\n"


@pytest.mark.parametrize("address", ["udp://10.0.0.7:514", "udp://[fd00::7]:514", "file:///var/log/weshelter/seen"])
def test_such_a_target_can_be_set(address):
    assert fault_of(address) == ""


@pytest.mark.parametrize(
    "address", ["10.0.0.7", "udp://10.0.0.7", "udp://log.example.org:514", "tcp://10.0.0.7:514", "file://seen", "file:"]
)
def test_another_is_refused_with_a_sentence(address):
    assert fault_of(address).startswith("it must be udp://")


def test_the_line_goes_nowhere_else(db, caplog):
    """Not into the site's own log, whose lines carry the number of the request and so of a person."""
    with caplog.at_level(logging.INFO):
        log(people.create_user("Karen Koordinator"))

    assert (witness.propagate, caplog.messages) == (False, [])
