"""Faults of the central server and its database, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_SERVER: Mapping[str, str] = {
    "database.address": mark("The address of the database is not one of PostgreSQL. Check the settings."),
    "database.away": mark("The server's database cannot be reached. Start it and try again."),
    "database.newer": mark(
        "The server's database comes from a newer version ({revision}). Update the program."
    ),
    "postgres.missing": mark("The program of the server's database is missing. Run the set-up again."),
    "postgres.program": mark("The server's database did not start: {said}"),
    "postgres.lost": mark(
        "The files of the server's database are gone: {path}. Restore the server or remove the sample office."
    ),
    "postgres.start": mark("The server's database did not start: {log}"),
    "postgres.user": mark("The server's database needs the system user {user}, who could not be made."),
    "server.keys_damaged": mark("The server's key file {path} is damaged. Restore it from a backup."),
    "server.keys_differ": mark("The server's keys are not those of its database. Restore both together."),
    "server.keys_missing": mark("The server's key file {path} is missing. Restore it from a backup."),
    "server.port_taken": mark("Another program uses port {port}. Close it or choose another port."),
    "server.record_unreadable": mark(
        "A record of the server cannot be read ({kind} {id}). Check the server."
    ),
    "server.start": mark("The server did not start in time. Try again."),
}
