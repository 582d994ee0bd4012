"""Runs the server's migrations on the connection that `creditbank_server.database.migrate` hands over."""

from __future__ import annotations

from alembic import context

from creditbank_server.schema import tables

context.configure(
    connection=context.config.attributes["connection"], target_metadata=tables(), transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
