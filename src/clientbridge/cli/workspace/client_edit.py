"""`cb client edit`: your editor, then a check; a text with mistakes is kept aside and the old file stays."""

from typing import TYPE_CHECKING

import typer

from clientbridge.cli.arguments import ClientName

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def edit(ctx: typer.Context, client: ClientName) -> None:
    """Change a client (or 'me') in your editor; wrong text is kept aside, and the old file stays."""
    from clientbridge.adapters.editor import edit as open_editor
    from clientbridge.adapters.editor import editor_command
    from clientbridge.adapters.workspace.profile_edits import Draft
    from clientbridge.adapters.workspace.workspace import MY_ID, check_writable
    from clientbridge.cli.workspace.undo_log import remember
    from clientbridge.core.workspace.changes import ClientEdited

    context: Context = ctx.obj
    workspace = context.workspace()
    check_writable(workspace)
    which = MY_ID if client.casefold() == MY_ID else workspace.client_id(client)
    command = editor_command(context.environment)
    draft = Draft(workspace=workspace, which=which)
    if draft.start():
        context.note(f"going on with the text kept in {draft.kept}")
    before = draft.base()
    open_editor(draft.path, command)
    if not draft.changed():
        context.show(ClientEdited(id=which, file=draft.file, changed=False))
        return
    notes = draft.accept(before)
    remember(context, f"client edit {which}", files={draft.file: before})
    context.show(ClientEdited(id=which, file=draft.file, changed=True, notes=tuple(map(str, notes))))
