"""The content folder in, values out; and changes to it back, without touching what people wrote."""

from .absorb import plan_merge
from .add import plan_add
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .edits import plan_rename, plan_tidy
from .elsewhere import Proposed, read_proposed
from .importing import Brought, Imported, imports_of, plan_import
from .joining import Join, Joined
from .load import load_content
from .project import Named, Project, load_project, site_settings
from .since import Change, changes_since, facts_at, facts_of
from .write import Disk, recover, write_changes

__all__ = [
    "Brought", "Change", "Changes", "Content", "Disk", "FieldChange", "FileChange", "Imported", "Join", "Joined", "Named", "Project", "Proposed",
    "changes_since", "facts_at", "facts_of", "imports_of", "load_content", "load_project", "plan_add", "plan_import", "plan_merge", "plan_rename",
    "plan_tidy", "read_proposed", "recover", "site_settings", "write_changes",
]  # fmt: skip
