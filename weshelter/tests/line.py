"""A line to the database that can be cut and mended: to whoever uses it, the database is away."""

import socket
from threading import Thread

from django.db import connection


class MailLine:
    """Passes on what comes to its port, until it is cut; then it refuses, until it is mended."""

    def __init__(self) -> None:
        self.to = (connection.settings_dict["HOST"], int(connection.settings_dict["PORT"]))
        self.port = 0
        self.mend()

    def mend(self) -> None:
        self.sockets: list[socket.socket] = []
        self.door = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port = self.door.getsockname()[1]
        Thread(target=self.serve, args=[self.door], daemon=True).start()

    def serve(self, door: socket.socket) -> None:
        while True:
            try:
                caller, _address = door.accept()
            except OSError:
                return  # cut
            database = socket.create_connection(self.to)
            self.sockets += [caller, database]
            for here, there in ((caller, database), (database, caller)):
                Thread(target=pass_on, args=[here, there], daemon=True).start()

    def cut(self) -> None:
        for one in [self.door, *self.sockets]:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # its other end was faster
            one.close()


def pass_on(here: socket.socket, there: socket.socket) -> None:
    try:
        while some := here.recv(65536):
            there.sendall(some)
        there.shutdown(socket.SHUT_WR)
    except OSError:
        return  # cut
