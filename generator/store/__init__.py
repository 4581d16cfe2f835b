"""The content folder in, values out; and changes to it back, without touching what people wrote."""

from .add import Join, Joined, plan_add
from .changes import Changes, FieldChange, FileChange
from .content import Content, load_content
from .project import Project, load_project
from .write import Disk, recover, write_changes

__all__ = [
    "Changes", "Content", "Disk", "FieldChange", "FileChange", "Join", "Joined", "Project",
    "load_content", "load_project", "plan_add", "recover", "write_changes",
]  # fmt: skip
