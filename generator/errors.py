"""Problems as values: a code, a place, a message and a remedy. Only the edge prints or exits.

Every code that can be reported stands in ``CATALOGUE``; a golden file in the tests prints them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .model import Place

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: ``message`` and ``remedy`` are ``str.format`` templates over named details."""

    severity: Severity
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, where, and how to mend it."""

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    place: Place = Place()
    value: str = ""
    fact: str = ""  # id of the fact concerned, if any
    article: str = ""  # id of the article concerned, if any

    def __str__(self) -> str:
        """``file:line:column: severity code: message. remedy`` on one line."""
        where = self.place.path
        if self.place.line:
            where += f":{self.place.line}:{self.place.column or 1}"
        head = f"{where}: " if where else ""
        tail = f" {self.remedy}" if self.remedy else ""
        return f"{head}{self.severity} {self.code}: {self.message}{tail}"


class ChronofactError(Exception):
    """Raised when a whole step cannot go on; carries every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


# Sorted by stage, then code. A message states the place's value; a remedy says what to type.
CATALOGUE: dict[str, ProblemKind] = {
    # fitted numbers of the program itself
    "numbers-broken": ProblemKind(
        "error",
        "The fitted numbers in '{value}' cannot be used: {why}.",
        "Install Chronofact again; if you fitted them yourself, write them with the script that the file names.",
    ),
    # config
    "setting-unknown": ProblemKind(
        "error", "mkdocs.yml has an unknown chronofact setting '{name}'.", "{hint}"
    ),
    "setting-value": ProblemKind(
        "error", "mkdocs.yml sets chronofact '{name}' to {value}, {why}.", "Write {expected}."
    ),
    "folder-outside": ProblemKind(
        "error",
        "mkdocs.yml sets '{name}' to '{value}', which leads out of the project.",
        "Name a folder below that of mkdocs.yml; a link to another place does not count.",
    ),
    "folder-project": ProblemKind(
        "error",
        "mkdocs.yml sets '{name}' to '{value}', which is the project itself or holds it.",
        "Name a folder of its own, below that of mkdocs.yml.",
    ),
    "folder-clash": ProblemKind(
        "error",
        "mkdocs.yml sets '{name}' to '{value}', which is the folder of '{other}', lies in it or holds it.",
        "Give each a folder of its own, beside the other.",
    ),
    "cache-foreign": ProblemKind(
        "error",
        "The folder '{value}' of 'cache_dir' holds files that Chronofact did not write.",
        "Name a folder that is empty or does not exist yet; what is in this one stays as it is.",
    ),
    "target-project": ProblemKind(
        "error",
        "'{value}' is the project's folder or holds it; its own files would lie among the pages.",
        "Name a new folder, such as build/pages.",
    ),
    "target-clash": ProblemKind(
        "error",
        "'{value}' is the folder of '{name}', lies in it or holds it.",
        "Name a new folder, such as build/pages.",
    ),
    "site-foreign": ProblemKind(
        "error",
        "The folder '{value}', which a build empties, holds files and none of a built site.",
        "Name a folder that is empty or new as 'site_dir'; what is in this one stays as it is.",
    ),
    "search-index": ProblemKind(
        "error",
        "Pagefind ('{value}') made no search index: {why}.",
        "Install 'pagefind-bin' again, or set 'pagefind_facts' above the number of facts: then the built-in search is used.",
    ),
    "export-clash": ProblemKind(
        "error",
        "'{value}' is or lies in '{name}', where no export belongs.",
        "Name a file in another folder.",
    ),
    "export-foreign": ProblemKind(
        "error",
        "The file '{value}' is there and no export wrote it, or it was changed since.",
        "Name another file, or add --overwrite to replace it.",
    ),
    "target-foreign": ProblemKind(
        "error",
        "The folder '{value}' holds files that Chronofact did not write.",
        "Name an empty folder or a new one; what is in this one stays as it is.",
    ),
    "target-changed": ProblemKind(
        "error",
        "This file is not as Chronofact wrote it, so it is not replaced.",
        "Move it away or delete it, then run the command again. Nothing was written.",
    ),
    "target-failed": ProblemKind(
        "error",
        "This file cannot be written: {why}.",
        "Make room or allow writing there, then run the command again; every file is whole, old or new.",
    ),
    # pages: the project's own templates
    "template-error": ProblemKind("error", "This template cannot be used: {why}.", "{hint}"),
    # articles: reading files, pages, feeds and records
    "article-binary": ProblemKind(
        "error",
        "'{value}' is {kind}, not an article's text.",
        "Copy its text into a .txt file and add that, or save it as .docx, .odt or .html.",
    ),
    "article-empty": ProblemKind(
        "error", "'{value}' is empty.", "Put the article's text into it or leave it out."
    ),
    "article-encoding": ProblemKind(
        "error",
        "The encoding of '{value}' cannot be told, so its letters would come out wrong.",
        "Save it as UTF-8 in your editor and add it again.",
    ),
    "article-failed": ProblemKind(
        "error",
        "Reading '{value}' failed ({why}).",
        "All else was read. Save it anew as .txt, and report this if the file is in order.",
    ),
    "article-missing": ProblemKind(
        "error", "There is no file or folder '{value}'.", "Check the spelling, or give the full path."
    ),
    "article-no-article": ProblemKind(
        "error",
        "No article was found in the page '{value}'.",
        "If it has one, copy its text into a .txt file and add that.",
    ),
    "article-too-long": ProblemKind(
        "error",
        "'{value}' holds more than {most}, which no article does.",
        "Cut out the article, or split the file.",
    ),
    "article-too-large": ProblemKind(
        "error",
        "'{value}' is larger than {most} MB, which no article is.",
        "Cut out the article, or split the file.",
    ),
    "article-unreadable": ProblemKind(
        "error", "'{value}' cannot be read: {why}.", "Check that it is a file and that you may read it."
    ),
    "feed-empty": ProblemKind("warning", "The feed '{value}' has no entries.", "Try again when it has some."),
    "feed-not-one": ProblemKind(
        "error",
        "'{value}' is not an RSS or Atom feed.",
        "Give the feed's own address or file, or the page as .html.",
    ),
    "fetch-address": ProblemKind(
        "error",
        "'{value}' is not an address that can be fetched.",
        "Give one that begins with http:// or https://.",
    ),
    "fetch-private": ProblemKind(
        "error",
        "'{value}' leads into a private network, where only addresses that you give yourself are asked.",
        "If that is meant, give this address by its number (http://192.168.…), or save the page as .html.",
    ),
    "fetch-redirects": ProblemKind(
        "error",
        "'{value}' sends on to other addresses more than {most} times.",
        "Open it in a browser and give the last address.",
    ),
    "fetch-refused": ProblemKind(
        "error",
        "'{value}' cannot be reached: {why}.",
        "Check the address and the connection, or save the page as .html.",
    ),
    "fetch-status": ProblemKind(
        "error",
        "'{value}' answers with status {status}.",
        "Open it in a browser; if it shows the article, save it as .html.",
    ),
    "fetch-timeout": ProblemKind(
        "error",
        "'{value}' did not answer in full within {seconds} s.",
        "Try again later, or save the page as .html.",
    ),
    "fetch-type": ProblemKind(
        "error", "'{value}' is of type {type}, not a page or feed.", "Give the address of the article's page."
    ),
    "file-name": ProblemKind(
        "error",
        "The name of the file '{value}' is not UTF-8, so nothing could name it again.",
        "Rename it and add it again.",
    ),
    "files-passed-over": ProblemKind(
        "note",
        "Files that are no articles were passed over: {value}.",
        "If one is, name it on the command line, or give it the ending .txt.",
    ),
    "folder-empty": ProblemKind(
        "error",
        "The folder '{value}' holds no article.",
        "Put .txt, .md, .html, .docx, .eml, .csv, .json or .jsonl files into it.",
    ),
    "json-broken": ProblemKind("error", "This is not JSON: {why}.", "Mend it at this place."),
    "links-passed-over": ProblemKind(
        "note",
        "Symbolic links were passed over, since they may lead out of the folder: {value}.",
        "Name what they lead to on the command line, or copy it into the folder.",
    ),
    "pdf-broken": ProblemKind(
        "error",
        "'{value}' cannot be read as a PDF.",
        "Open it in a viewer and print it to a new PDF, or copy its text into a .txt file.",
    ),
    "pdf-locked": ProblemKind(
        "error", "'{value}' is locked with a password.", "Save it without one and add that."
    ),
    "pdf-long": ProblemKind(
        "error", "'{value}' has more pages than any document here may have.", "Add the chapters that matter."
    ),
    "pdf-slow": ProblemKind(
        "error",
        "'{value}' takes longer to read, or more memory, than any document may.",
        "Open it in a viewer and print it to a new PDF, or copy its text into a .txt file.",
    ),
    "pdf-scan": ProblemKind(
        "error",
        "'{value}' holds pictures of pages and no text: it is a scan.",
        "Let a program recognise its letters (ocrmypdf writes a PDF with text), then add that.",
    ),
    "transcript-empty": ProblemKind(
        "error",
        "'{value}' holds no words behind a time code.",
        "A cue is a line '00:01:02,000 --> 00:01:04,000' and the words below it; save it as UTF-8.",
    ),
    "office-unreadable": ProblemKind(
        "error",
        "'{value}' cannot be read as a word processor's file.",
        "Open it there and save it as .docx, .odt or .txt.",
    ),
    "page-part-lost": ProblemKind(
        "warning",
        "{value} of the {of} paragraphs of this page are not in the article's text: they stand in another part of it.",
        "Compare the text with the page; what is missing can be added from a file with the whole text.",
    ),
    "page-part-restored": ProblemKind(
        "warning",
        "{value} of the {of} paragraphs of this page stood outside the part that was taken for its article, and were put back.",
        "Compare the text with the page; reject the facts of what does not belong to the article.",
    ),
    "published-doubtful": ProblemKind(
        "warning",
        "The day of publication, {value}, lies before everything the article tells: its first date is {told}.",
        "Look the day up and add the article again with --published, or correct it in the article's record.",
    ),
    "published-value": ProblemKind(
        "error", "'{value}' is not a date of publication.", "Write it as 2025-05-16 or 2025-05-16T18:04."
    ),
    "reader-missing": ProblemKind(
        "error",
        "Web pages cannot be read: the package '{value}' is not installed.",
        "Install Chronofact again with its dependencies: python -m pip install --upgrade pip, then the same command.",
    ),
    "record-empty": ProblemKind(
        "error",
        "The record '{value}' has neither text nor html.",
        "Give it a 'text' or an 'html' that is not empty.",
    ),
    "record-value": ProblemKind(
        "error", "The record's '{name}' is not a text but {value}.", "Write it as a text in quotes."
    ),
    "record-no-object": ProblemKind(
        "error", "A record is {value} and not an object.", 'Write {{"id": …, "text": …}}.'
    ),
    "table-broken": ProblemKind(
        "error",
        "From here on this table cannot be read: {why}.",
        "Look for a quotation mark that is never closed above this line; the rows before it were read.",
    ),
    "table-no-text": ProblemKind(
        "error",
        "No column of this table holds articles' texts (its columns: {value}).",
        "Name the column of the texts 'text', and others title, publisher, published, url.",
    ),
    "sidecar-key": ProblemKind("error", "A sidecar has no key '{value}'.", "{hint}"),
    "sidecar-value": ProblemKind(
        "error",
        "The sidecar's '{name}' is {value}.",
        "Write a text, or for authors and tags a list of texts.",
    ),
    "sidecar-yaml": ProblemKind(
        "error", "This sidecar cannot be read: {why}.", "Write lines of the form 'title: …'."
    ),
    # dates: finding and resolving
    "date-impossible": ProblemKind(
        "warning",
        "'{value}' names a day that no calendar has, so no date is taken from it.",
        "Look the day up, and write the fact's date by hand.",
    ),
    "date-weekday": ProblemKind(
        "warning",
        "'{value}' names a weekday that its day was not, so one of the two is wrong.",
        "Look the day up, and correct the fact's date where the weekday is right.",
    ),
    "date-ambiguous": ProblemKind(
        "warning",
        "'{value}' can be read day first or month first, so no day is taken from it.",
        "Set date_order in mkdocs.yml to DMY or MDY, or write the fact's date by hand.",
    ),
    # pipeline and command line
    "stage-failed": ProblemKind(
        "error",
        "Reading this article failed inside Chronofact ({value}).",
        "The other articles were read; please report this one.",
    ),
    "article-no-sentence": ProblemKind(
        "warning",
        "'{value}' holds no sentence of running text, so it gives no fact.",
        "Check that it is the article and not a menu, a gallery or an empty page.",
    ),
    "line-not-json": ProblemKind(
        "error", "This line is not JSON: {value} ({why}).", "Write one JSON object a line."
    ),
    "line-not-object": ProblemKind(
        "error",
        "This line is JSON but not an object: {value}",
        'Write {{"id": …, "text": …}} on one line.',
    ),
    "article-undated": ProblemKind(
        "warning",
        "Nothing says when '{value}' was published, so facts whose words name no full date stay undated.",
        "Add it with --published YYYY-MM-DD, or write published: {{value: YYYY-MM-DD}} in "
        "{folder}/articles/{value}.yaml and add it again.",
    ),
    "article-id-twice": ProblemKind(
        "error", "The id '{value}' stands on two lines.", "Give every article an id of its own."
    ),
    # store: the YAML that people edit
    "project-missing": ProblemKind(
        "error",
        "There is no mkdocs.yml in {value} or any folder above it.",
        "Go to the project's folder, or make one with 'chronofact new DIR'.",
    ),
    "project-without-plugin": ProblemKind(
        "warning",
        "mkdocs.yml does not switch on the plugin 'chronofact', so the site is built without the timeline.",
        "Add '- chronofact' to the list under 'plugins:', below '- search'.",
    ),
    "project-unreadable": ProblemKind(
        "error", "mkdocs.yml cannot be read: {why}.", "Mend the line; the settings stand at their defaults."
    ),
    "file-unreadable": ProblemKind(
        "error", "This file cannot be read: {why}.", "Check that it is a file and that you may read it."
    ),
    "file-outside": ProblemKind(
        "error",
        "This is a link that leads out of the project, so it is not read.",
        "Put the file itself in its place.",
    ),
    "folder-link": ProblemKind(
        "error",
        "This is a link to a folder, and what lies behind it is not read.",
        "Put the folder itself in its place; until then nothing counts as removed.",
    ),
    "file-ending": ProblemKind(
        "error",
        "This file looks like {what} and is not read, because its name does not end in .yaml.",
        "Rename it to '{name}'; until then nothing in it counts as removed.",
    ),
    "content-missing": ProblemKind(
        "error",
        "There is no folder '{value}', where the articles and facts lie.",
        "Put it back from version control, or add the first article with 'chronofact add PATH'.",
    ),
    "content-part-missing": ProblemKind(
        "error",
        "There is no folder '{value}', and articles were added before.",
        "Put it back from version control; if all in it was removed on purpose, make an empty folder.",
    ),
    "article-record-twice": ProblemKind(
        "error", "'{value}' is the record of the same article.", "Keep one of the two files."
    ),
    "file-too-large": ProblemKind(
        "error", "This file has {value} MB; a file people edit has less than {most} MB.", "Split it."
    ),
    "yaml-encoding": ProblemKind(
        "error", "This is not UTF-8 text ({value}).", "Save the file with the encoding UTF-8."
    ),
    "yaml-character": ProblemKind(
        "error", "There is a control character here ({value}).", "Delete it; it may be invisible."
    ),
    "yaml-sign": ProblemKind(
        "error",
        "Here stands {what} ({value}).",
        "Type the plain sign, or let 'chronofact check --fix' do it.",
    ),
    "text-cut": ProblemKind(
        "error",
        "The {name} ends at '{value}', for what follows ('{rest}') is a comment to YAML.",
        "Put the whole {name} in quotation marks; what is meant as a comment needs a space behind its '#'.",
    ),
    "name-marked": ProblemKind(
        "warning",
        "The {name} {value} stands in quotation marks of its own, so it is another name than the one without.",
        "Take the marks away: 'chronofact check --fix' does it.",
    ),
    "yaml-tab": ProblemKind(
        "error", "This line is indented with a tab.", "Indent with spaces: YAML allows no tab here."
    ),
    "yaml-syntax": ProblemKind(
        "error",
        "This is where the file stops making sense: {why}.",
        "Look at this line and the one above; quote a text that holds ': ' or ' #'.",
    ),
    "yaml-alias": ProblemKind(
        "error",
        "'{value}' begins with & or *, which YAML takes for an anchor or alias.",
        "Put quotes around a text that begins so; anchors are not used here.",
    ),
    "yaml-tag": ProblemKind(
        "error",
        "'{value}' begins with !, which YAML takes for a tag.",
        "Put quotes around a text that begins so; tags are not used here.",
    ),
    "yaml-documents": ProblemKind(
        "error",
        "A second document begins here ('---').",
        "Delete the line, or move what follows to a new file.",
    ),
    "yaml-key": ProblemKind(
        "error", "A list or group of keys stands where a key belongs.", "Write 'key: value'."
    ),
    "yaml-too-deep": ProblemKind(
        "error",
        "This is nested more than {value} levels deep.",
        "Nothing in these files is; check the brackets.",
    ),
    "file-form": ProblemKind("error", "This file should hold {what}.", "See the other files for the form."),
    "entry-form": ProblemKind(
        "error", "{value} is not one of the {what}: it has no keys.", "Begin it with '- id: …'."
    ),
    "key-unknown": ProblemKind("error", "'{value}' is not a key of {what}.", "{hint}"),
    "key-twice": ProblemKind(
        "error",
        "The key '{value}' stands here for the second time; the first is in line {first}.",
        "Keep one of the two.",
    ),
    "key-missing": ProblemKind("error", "{what} needs the key '{value}'.", "Add '{example}'."),
    "value-empty": ProblemKind("error", "The key '{value}' has no value.", "Write one after the colon."),
    "value-null": ProblemKind(
        "error",
        "'{name}: {value}' means nothing in YAML and the word itself here.",
        "Delete the line if it is unknown, or put the word in quotes.",
    ),
    "value-form": ProblemKind("error", "'{name}' should be {expected}, not {value}.", "Write '{example}'."),
    "value-entries": ProblemKind(
        "error", "'{name}' should be a list of entries, not {value}.", "Begin each of them with '- {first}'."
    ),
    "value-choice": ProblemKind("error", "'{value}' is no {name} that exists.", "{hint}"),
    "id-form": ProblemKind(
        "error",
        "'{value}' cannot be an id in '{name}': it becomes part of a link.",
        "Write small letters and digits, joined by single hyphens, as in '{example}'.",
    ),
    "date-form": ProblemKind("error", "The {name} cannot be read: {why}.", "{hint}"),
    "day-form": ProblemKind("error", "'{name}' should be one day, not '{value}'.", "Write it as 2025-05-16."),
    "language-form": ProblemKind(
        "error",
        "'{name}' should be a language, not '{value}'.",
        "Write its BCP 47 tag, as in 'uk' or 'pt-BR', or delete the line.",
    ),
    "fact-sources": ProblemKind(
        "error",
        "The fact '{value}' has no source.",
        "Add at least one article and its quote, or set it aside with 'status: withdrawn' and a reason.",
    ),
    "fact-id-twice": ProblemKind(
        "error",
        "The id '{value}' is taken: {first} has it too.",
        "Give one of the two another id, or join them with 'chronofact merge'.",
    ),
    "fact-id-moved": ProblemKind(
        "error",
        "'{value}' is a former id of the fact in {first} and cannot be an id again.",
        "Give this fact another id: the old link leads elsewhere.",
    ),
    "fact-link-unknown": ProblemKind(
        "warning", "'{name}' names the fact '{value}', which does not exist.", "{hint}"
    ),
    "source-place": ProblemKind(
        "error",
        "The quote does not stand at '{value}': in the text it stands at {where}.",
        "Write 'at: {where}', or leave 'at' out: the text says it.",
    ),
    "source-article-unknown": ProblemKind(
        "error", "There is no article '{value}' in content/articles.", "{hint}"
    ),
    "article-id": ProblemKind(
        "error", "The id '{value}' is not the name of this file.", "Delete the line, or write 'id: {name}'."
    ),
    "article-text-missing": ProblemKind(
        "error",
        "The text of the article '{value}' is not at {file}: {why}.",
        "Put the file back, or mend the path under 'file' or 'text'.",
    ),
    "article-text-changed": ProblemKind(
        "warning",
        "The text in {file} is no longer the one that was read (its sha256 differs).",
        "Add it again with 'chronofact add {file}', or restore the file.",
    ),
    "entity-ambiguous": ProblemKind(
        "warning",
        "The name '{name}' stands for two entries: {one} and {other}.",
        "Take it from the aliases of one, or write the fuller name, so that it links to one of them.",
    ),
    "entity-id-twice": ProblemKind(
        "error", "The id '{value}' is taken: line {first} has it too.", "Give one of the two another id."
    ),
    # store: writing
    "write-changed": ProblemKind(
        "error",
        "This file was changed by someone else while the command ran.",
        "Nothing was written; run the command again.",
    ),
    "write-failed": ProblemKind(
        "error",
        "This file cannot be written: {why}.",
        "Nothing was written; make room or allow writing there, then run the command again.",
    ),
    "write-outside": ProblemKind(
        "error",
        "'{value}' leads out of the project or to a file that is not for Chronofact to write.",
        "Nothing was written. Mend the path in the article's record, or replace the link by the file itself.",
    ),
    "write-journal": ProblemKind(
        "warning",
        "The journal of an interrupted run could not be understood, so nothing was done from it.",
        "Run 'chronofact check', and the command again that was interrupted.",
    ),
    "write-recovered": ProblemKind(
        "note", "An interrupted run was completed: {value} files were put in place.", ""
    ),
    "write-rolled-back": ProblemKind(
        "note", "An interrupted run was undone: {value} unfinished files were removed.", ""
    ),
    "add-unreadable": ProblemKind(
        "error",
        "Nothing can be added while this file cannot be read: its facts could come in twice.",
        "Mend it first; 'chronofact check' says where.",
    ),
    "plugin-skipped": ProblemKind(
        "error",
        "'{value}' was built by {by}, which passed over the chronofact plugin: no fact is on that site.",
        "Build with mkdocs, or let `chronofact render DIR --for zensical` make a project that Zensical builds whole.",
    ),
    "format-newer": ProblemKind(
        "error",
        "This folder is in form {value}, which a newer Chronofact writes; this one knows forms up to {number}.",
        "Install the newer release; nothing is written with this one.",
    ),
    "format-odd": ProblemKind(
        "error",
        "'{value}' is no number of a form.",
        "Write {number}, or take the file's old line from version control.",
    ),
    "import-unreadable": ProblemKind(
        "error",
        "'{value}' cannot be read: {why}.",
        "Mend the file, or say with --form what it is.",
    ),
    "import-form": ProblemKind(
        "error",
        "Nothing tells what form of timeline '{value}' is.",
        "Say it with --form; `chronofact import --help` lists the forms.",
    ),
    "import-extra": ProblemKind(
        "error",
        "This form needs the package '{value}', which is not installed.",
        "python -m pip install {value}",
    ),
    "import-columns": ProblemKind(
        "error",
        "No column of '{value}' says what happened; its columns are {names}.",
        "Say which one does: --column text=NAME, and --column date=NAME for when.",
    ),
    "import-deep": ProblemKind(
        "error",
        "The entry is nested more than {most} levels deep and was left out.",
        "Make it flatter, or take out what lies so deep.",
    ),
    "import-no-text": ProblemKind(
        "warning",
        "The entry says nothing that could be a fact's text and was left out: {value}.",
        "Give it a headline or a description, or say which key is one: --column text=NAME.",
    ),
    "import-date": ProblemKind(
        "warning",
        "'{value}' is no date that has one reading; the fact is undated, and the words stay under extra.",
        "Say the order of its numbers with --dates day-first or month-first, or write the date in the fact.",
    ),
    "import-coarser": ProblemKind(
        "note",
        "'{value}' is taken as {taken}: {why}.",
        "To have every date as it is written: --dates as-written.",
    ),
    "import-repeats": ProblemKind(
        "warning",
        "{value} events repeat; each is a fact of its first time, and its rule stays under extra.",
        "Write the other times as facts of their own where they matter.",
    ),
    "import-own-table": ProblemKind(
        "note",
        "A table of ours does not hold {value}.",
        "Import the JSON export (`chronofact export json`) to have all of it.",
    ),
    "import-sheets": ProblemKind(
        "note",
        "Only the sheet '{sheet}' was read, not: {value}.",
        "Save another sheet as a file of its own and import that.",
    ),
    "import-gone": ProblemKind(
        "note",
        "{value} entries that were imported before are not there any more; their facts stay.",
        "Reject the facts that should go: `chronofact reject FACT`.",
    ),
    "edit-unsafe": ProblemKind(
        "warning",
        "The change to '{value}' could not be made without touching more than it should.",
        "Make it by hand.",
    ),
    # exports
    "export-left-out": ProblemKind(
        "note", "Fact '{value}' is not in the {format} export: {why}.", "The json and csv exports carry it."
    ),
    "edit-refused": ProblemKind(
        "error",
        "'{value}' is laid out in a way that cannot be edited without touching more than it should.",
        "Nothing was written. Move this file's facts to a file of plain 'key: value' lines, then try again.",
    ),
    "write-interrupted": ProblemKind(
        "error",
        "Writing stopped at this file: {why}.",
        "Every file is whole; run the command again to put the rest in place.",
    ),
    # check: what is well formed and still doubtful
    "quote-missing": ProblemKind(
        "error",
        "This quote does not stand in the article '{article_id}': '{value}'.",
        "{hint}",
    ),
    "date-words-missing": ProblemKind(
        "warning",
        "The date's words '{value}' do not stand in the article '{article_id}'.",
        "Copy them from the article, or write 'basis: by hand' and leave 'words' out.",
    ),
    "date-words-differ": ProblemKind(
        "warning",
        "The date is {date}, but the source's own words '{value}' say {said}.",
        "Correct the date, or write 'basis: by hand' in the source once you know better than its words.",
    ),
    "date-rule-unknown": ProblemKind("warning", "There is no date rule '{value}'.", "{hint}"),
    "date-false-precision": ProblemKind(
        "warning",
        "The date {value} is one day, but its words '{words}' name only {unit}.",
        "Write 'date: {coarser}', or the words that name the day.",
    ),
    "date-many-firsts": ProblemKind(
        "warning",
        "{value} of {total} exact days are the first of a month, far more than chance allows.",
        "Look whether months or years were written as their first day; write 2025-05, not 2025-05-01.",
    ),
    "date-after-article": ProblemKind(
        "warning",
        "The {kind} is dated {value}, after its articles came out ({published}).",
        "Mend the date, or write 'kind: plan' if it was still to come.",
    ),
    "date-far-from-article": ProblemKind(
        "warning",
        "The year of {value} is far from its articles' ({published}) and stands in none of them.",
        "Mend the year, or give the words that name it.",
    ),
    "fact-dated-now": ProblemKind(
        "note",
        "The fact has a date by now ({value}) and still stands among the undated.",
        "'chronofact check --fix' moves it to the file of its date.",
    ),
    "facts-none": ProblemKind(
        "note", "This file holds no fact.", "Delete it, unless you are about to write in it."
    ),
    "reviewed-inferred": ProblemKind(
        "warning",
        "The fact is {status}, but its date rests only on an article whose own date was inferred.",
        "Give the article its date, or write 'basis: by hand' once you have checked the day.",
    ),
    "reason-missing": ProblemKind(
        "warning", "The fact is {value} and does not say why.", "Add 'reason: …': readers see it."
    ),
    "speaker-spelling": ProblemKind(
        "warning",
        "The speaker '{value}' looks like a misspelling of '{other}' ({count} facts).",
        "Write it the same, or give both names an entry in entities.yaml.",
    ),
    "tag-spelling": ProblemKind(
        "warning",
        "The tag '{value}' looks like a misspelling of '{other}' ({count} facts).",
        "Write it the same.",
    ),
    "fact-duplicate": ProblemKind(
        "warning",
        "The fact says what '{other}' says, on the same date.",
        "Join them with 'chronofact merge {value} {other}', or write 'not_same_as: [{other}]'.",
    ),
    "maybe-same-stale": ProblemKind(
        "note",
        "'{value}' stands under maybe_same_as, but the two dates are {days} days apart by now.",
        "Take it out; or mend the date if it is one event after all.",
    ),
    "fact-link-dead": ProblemKind(
        "error",
        "The fact '{value}' was public and is gone: its link /f/{value}/ leads nowhere.",
        "Bring it back with 'status: withdrawn' and a reason, or add 'was: [{value}]' to the fact in its place.",
    ),
    "article-orphan": ProblemKind(
        "note", "No fact rests on the article '{value}'.", "Leave it, or remove its record."
    ),
    "embargo-waits": ProblemKind(
        "warning",
        "The fact '{value}' is under an embargo until {until}; no page and no file of the site has it before.",
        "Build the site again at that moment; an embargo that was lifted is taken out of the fact or the article's record.",
    ),
    "embargo-source": ProblemKind(
        "warning",
        "The article '{value}' is under an embargo until {until}, and readers see a fact that rests on it too.",
        "The site leaves that source out until then. Read whether the fact's own words tell of it; give it an 'embargo' if so.",
    ),
    "image-alt-missing": ProblemKind(
        "error",
        "The image '{value}' has no text for those who do not see it.",
        "Add 'image_alt: …' with what it shows.",
    ),
    "word-loaded": ProblemKind(
        "warning",
        "'{value}' passes judgement in our own voice.",
        "Quote it, say whose word it is, or choose a plainer one; the list is {file}.",
    ),
    "bracket-missing": ProblemKind(
        "error",
        "The words in brackets '[{value}]' do not stand in the article '{article_id}'.",
        "Brackets hold words of the same article: copy them from there, or leave them out.",
    ),
    "bracket-untold": ProblemKind(
        "note",
        "The words in brackets '[{value}]' have no entry under 'brackets'.",
        "Write 'brackets: [{{words: …, for: …, start: {start}}}]'; 'for' are the words they explain.",
    ),
    "bracket-unused": ProblemKind(
        "error",
        "'brackets' tells of '{value}', which stands in no square brackets of the text.",
        "Take it out, or put the words into the text in square brackets.",
    ),
    "bracket-where": ProblemKind(
        "error",
        "The text does not say '{value}', so its brackets have no place.",
        "Copy from the text the words that the brackets explain; the brackets stand behind them.",
    ),
    "bracket-start": ProblemKind(
        "error",
        "The words in brackets '[{value}]' do not stand at {start} in the article.",
        "Write 'start: {found}', where they do, or leave 'start' out.",
    ),
    "article-unknown": ProblemKind(
        "error",
        "There is no article '{value}' in the project.",
        "{hint}",
    ),
    "aside-unknown": ProblemKind(
        "error",
        "'{value}' names no one statement kept aside: {why}.",
        "`chronofact review --aside {article_id}` lists them; give an id, or enough of its beginning.",
    ),
    "context-missing": ProblemKind(
        "warning",
        "The context '{value}' does not stand in the fact's articles.",
        "Copy whole sentences of an article; write ' … ' between two that do not stand side by side.",
    ),
    "measure-both": ProblemKind(
        "error",
        "The figure of '{value}' is 'at least' and 'about' at once.",
        "Keep the one that the words say.",
    ),
    "fact-ambiguous": ProblemKind(
        "error", "'{value}' begins {count} ids: {others}.", "Give more of the one you mean."
    ),
    "decision-public": ProblemKind(
        "error",
        "'{value}' is public, so it cannot be taken away without a word ({name}).",
        "Withdraw it with a reason, which readers see: chronofact withdraw {value} --why '…'.",
    ),
    "decision-why": ProblemKind(
        "error", "'{value}' would be {name} without a reason, which readers see.", "Add --why '…'."
    ),
    "rejected-unknown": ProblemKind(
        "error", "No fact '{value}' was rejected.", "'chronofact rejected' lists those that were."
    ),
    "undo-nothing": ProblemKind(
        "error", "There is nothing to undo.", "Git has what was before the last commit."
    ),
    "undo-changed": ProblemKind(
        "error",
        "'{value}' was changed since that decision, so undoing it would lose the change.",
        "Take it back by hand, or undo the later change first.",
    ),
    "join-left": ProblemKind(
        "warning",
        "Two people changed the same of '{value}', so its marks stay.",
        "Keep what is right of the two versions and delete the lines of marks.",
    ),
    "names-line": ProblemKind(
        "error",
        "'{value}' says nothing about a name.",
        "Write 1 to take the first, -1 to ignore it, 1=2 to join two spellings, 1:place for its kind, or all.",
    ),
    "name-unknown": ProblemKind("error", "There is no name '{value}'.", "{hint}"),
    "sheet-unreadable": ProblemKind(
        "error", "This is no table that can be read: {why}.", "Save it as CSV, with a header row."
    ),
    "sheet-columns": ProblemKind(
        "error",
        "The table lacks the columns of a review sheet, or has no rows.",
        "It begins with: {value}. 'chronofact review --csv FILE' writes one.",
    ),
    "sheet-decision": ProblemKind(
        "error", "'{value}' is no decision.", "Write accept, reject, hold, or leave the cell empty."
    ),
    "sheet-old": ProblemKind(
        "warning",
        "'{value}' was changed since the sheet was written, so its row was left alone.",
        "Look at it again: chronofact why {value}.",
    ),
    "fact-unknown": ProblemKind("error", "There is no fact '{value}'.", "{hint}"),
    "rename-taken": ProblemKind("error", "The id '{value}' is taken.", "Choose another."),
    "merge-itself": ProblemKind("error", "'{value}' is this fact already.", "Name two different facts."),
    "merge-declared": ProblemKind(
        "error",
        "'{value}' and '{other}' were declared different (not_same_as).",
        "Delete that line first if it was wrong.",
    ),
    "proposed-field": ProblemKind(
        "error",
        "The proposed fact '{value}' was refused: '{name}' is wrong, {why}.",
        "Mend the line and add it again.",
    ),
    "proposed-article": ProblemKind(
        "error",
        "The proposed fact '{value}' was refused: there is no article '{article_id}'.",
        "Add the article first.",
    ),
    "proposed-quote": ProblemKind(
        "error",
        "The proposed fact '{value}' was refused: its quote does not stand in '{article_id}': '{quote}'.",
        "A quote must be in the article's text character for character.",
    ),
    "write-lost": ProblemKind(
        "error",
        "The new version of this file is gone: another run cleared it away.",
        "The old version stands; run the command again.",
    ),
    "write-busy": ProblemKind(
        "error",
        "Another run is writing to this project.",
        "Wait until it is done, then run the command again.",
    ),
    "scheduler-extra": ProblemKind(
        "error",
        "The scheduler '{value}' cannot be asked: Dask is not installed.",
        "Install it: pip install 'distributed>=2024.8,<2027'.",
    ),
    "extra-missing": ProblemKind(
        "error",
        "To read {what} ('{value}') a package is needed that is not installed.",
        "Install it: pip install '{package}'.",
    ),
    "scheduler-silent": ProblemKind(
        "error",
        "No Dask scheduler answers at '{value}': {why}.",
        "Write its address as it says it when it starts, such as tcp://10.0.0.5:8786.",
    ),
    "add-waits": ProblemKind(
        "warning",
        "A source for the fact '{value}' was left out: the fact's entry has a mistake.",
        "Mend it ('chronofact check' says where), then add the article again.",
    ),
    "correction-missing": ProblemKind(
        "note",
        "The {name} of this public fact was '{was}' and no correction says that it changed.",
        "Add one under 'corrections' (on, was, now, why), unless nobody could have been misled.",
    ),
    "yaml-conflict": ProblemKind(
        "error",
        "Version control left a conflict here ({value}).",
        "Keep what is right of the two versions and delete the three lines of marks; 'chronofact check --fix' joins what two people did to different facts.",
    ),
    "word-adopted": ProblemKind(
        "note",
        "'{value}' is the source's judgement; without a speaker it reads as ours.",
        "Say whose word it is, put it in quotation marks, or leave it; the list is {file}.",
    ),
}


def problem(
    code: str,
    place: Place = Place(),
    *,
    fact: str = "",
    article: str = "",
    **details: object,
) -> Problem:
    """Make the problem of kind ``code``; ``details`` fill its templates. Raises KeyError on an unknown code."""
    kind = CATALOGUE[code]
    return Problem(
        code=code,
        severity=kind.severity,
        message=kind.message.format(**details),
        remedy=kind.remedy.format(**details).strip(),
        place=place,
        value=str(details.get("value", "")),
        fact=fact,
        article=article,
    )
