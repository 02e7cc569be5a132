"""What is published or recorded is never edited: the database itself refuses, whoever asks."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("store_programmeversion", "store_tripsnapshot", "store_auditentry")
# An account or a trip may go; the trail then forgets the link to it and keeps the words.
FREE_COLUMNS = {"store_auditentry": "account_id"}
FUNCTION = """
CREATE OR REPLACE FUNCTION geleit_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never edited', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def forward(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Refuse updates."""
    for table in TABLES:
        for statement in _statements(table, schema_editor):
            schema_editor.execute(statement, params=None)


def backward(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Allow updates again."""
    for table in TABLES:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_unchangeable{on}")


def _statements(table: str, schema_editor: BaseDatabaseSchemaEditor) -> tuple[str, ...]:
    with schema_editor.connection.cursor() as cursor:
        description = schema_editor.connection.introspection.get_table_description(cursor, table)
    columns = [each.name for each in description if each.name != FREE_COLUMNS.get(table)]
    listed = ", ".join(f'"{column}"' for column in columns)
    trigger = f"CREATE TRIGGER {table}_unchangeable BEFORE UPDATE OF {listed} ON {table}"
    if schema_editor.connection.vendor == "postgresql":
        return FUNCTION, f"{trigger} FOR EACH ROW EXECUTE FUNCTION geleit_refuse_update()"
    return (f"{trigger} BEGIN SELECT RAISE(ABORT, '{table} is never edited'); END",)


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("store", "0001_first")]
    operations: ClassVar = [migrations.RunPython(forward, backward)]
