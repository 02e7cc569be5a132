"""Terms that somebody may have agreed to are never edited: the database itself refuses, as for programmes."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "store_termsversion"


def forward(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Refuse updates; on PostgreSQL by the function that the programmes' triggers brought."""
    trigger = f"CREATE TRIGGER {TABLE}_unchangeable BEFORE UPDATE ON {TABLE}"
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"{trigger} FOR EACH ROW EXECUTE FUNCTION geleit_refuse_update()", params=None)
    else:
        schema_editor.execute(
            f"{trigger} BEGIN SELECT RAISE(ABORT, '{TABLE} is never edited'); END", params=None
        )


def backward(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Allow updates again."""
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER {TABLE}_unchangeable{on}")


class Migration(migrations.Migration):
    """A trigger on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("store", "0008_terms_attempts_erasure")]
    operations: ClassVar = [migrations.RunPython(forward, backward)]
