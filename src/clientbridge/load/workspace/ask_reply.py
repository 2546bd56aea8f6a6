"""What a person answered: seen beside the profile first, then written into it as said by them, dated."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.adapters.mails.mail_texts import mail_texts
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.in_words import in_words
from clientbridge.adapters.workspace.replies.ask_reply import ask_reply
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.setting.key_names import find_key
from clientbridge.adapters.workspace.setting.typed_values import TypedValues
from clientbridge.adapters.workspace.workspace import profile_content
from clientbridge.adapters.yaml_files.nodes import Document
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.command_line import quoted
from clientbridge.core.culture.lookup import SAID_BY_THEM
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import shortened
from clientbridge.core.workspace.asking.asked import AnswerState, Asked, AskedAnswer
from clientbridge.core.workspace.asking.questions import LONGEST, QUESTIONS, SCALES, AskedQuestion
from clientbridge.load.changes import check_writable
from clientbridge.load.workspace.ask import whom_to_ask
from clientbridge.load.workspace.profile_parts import ProfilePart, apply, part_named

if TYPE_CHECKING:
    from clientbridge.adapters.yaml_files.edit import Path as KeyPath
    from clientbridge.load.session import Session

_SHOWN = 60
_BY_KEY = {question.key: question for question in QUESTIONS}
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHORTEST_RUN = 3
_UNSAFE = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_UNSAFE_MARKS = frozenset("\ufffd\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class PlannedReply:
    """The answers beside the profile, and what would be written."""

    asked: Asked
    part: ProfilePart
    splices: tuple[change.Splice, ...]


def plan_reply(session: "Session", name: str, data: bytes, *, file: str) -> PlannedReply:
    """Read a reply and write nothing.

    Raises FileFailedError where it holds no answers, UsageError for those of somebody else, WrongFilesError
    for a profile that has problems already.
    """
    whom = whom_to_ask(session, name)
    mail = mail_texts(data)
    reply = ask_reply(mail.texts, file=file)
    if reply.party != whom.party:
        raise UsageError(f"these are the answers of {shortened(reply.party, _SHOWN)}, not of {whom.party}")
    said_on = mail.sent_on(session.workspace.me.schedule.zone, session.today)
    part = part_named(session, whom.party)
    planner = _Planner(session, part, said_on)
    planned = tuple(planner.planned(reply.answers))
    asked = Asked(
        client=whom.client.id,
        person=whom.person.id,
        name=whom.person.name,
        said_on=said_on,
        answers=tuple(answer for answer, _ in planned),
        file=part.file.name,
    )
    return PlannedReply(asked, part, tuple(splice for _, splice in planned if splice is not None))


def write_reply(session: "Session", plan: PlannedReply) -> Asked:
    """Write what was planned, all of it or nothing; raises as `change_profile`."""
    from dataclasses import replace

    check_writable(session)
    if plan.splices:
        what = f"ask {quoted(plan.asked.party)} --reply"
        apply(session, plan.part.file, _one_after_another(plan.splices), what)
    return replace(plan.asked, written=bool(plan.splices))


def _one_after_another(splices: Sequence[change.Splice]) -> change.Splice:
    def splice(document: Document) -> bytes:
        content = change.keeping(document)
        for one in splices:
            content = one(parse(content, file=document.file))
        return content

    return splice


class _Planner:
    """Goes through the answers in order, each on what the profile would be after those before it."""

    def __init__(self, session: "Session", part: ProfilePart, said_on: date) -> None:
        self._workspace, self._part, self._said_on = session.workspace, part, said_on
        self._values = TypedValues(session.workspace.zones, session.today)
        self._english = page_words("en", "IE", "ask", cache=session.cache)
        self._content = profile_content(part.file.path, file=part.file.name)

    def planned(
        self, answers: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[AskedAnswer, change.Splice | None]]:
        seen: set[str] = set()
        for key, text in answers:
            question = _BY_KEY.get(key)
            if question is None:
                yield _refused(key, text, "this was not asked"), None
            elif key in seen and not question.many:
                yield _refused(_name(question), text, "it is answered twice"), None
            else:
                seen.add(key)
                yield self._one(*self._readable(question, text))

    def _one(self, question: AskedQuestion, text: str) -> tuple[AskedAnswer, change.Splice | None]:
        try:
            text = _checked(question, text)
            splice = self._splice(question, text)
            before = parse(self._content, file=self._part.file.name)
            content = splice(before)
            change.checked_change(self._workspace, self._part.file.which, self._content, content)
        except UsageError as error:
            return _refused(_name(question), self._in_english(question, text), error.say), None
        path = self._path(question)
        had, has = (_words(document, path) for document in (before, parse(content, file=before.file)))
        state = AnswerState.SAME if had == has else AnswerState.NEW if had is None else AnswerState.CHANGED
        answer = AskedAnswer(
            key=_name(question),
            before=had,
            said=self._in_english(question, text),
            after=has,
            state=state,
            of_client=question.of_client,
            beside=question.many or question.path == (schema.NOTES.name,),
        )
        if state is AnswerState.SAME:
            return answer, None
        dated = _one_after_another((splice, *self._dated(question)))
        self._content = dated(before)
        return answer, dated

    def _readable(self, question: AskedQuestion, text: str) -> tuple[AskedQuestion, str]:
        """A name in a script that yours is not in goes to the notes: the one that you can read stays."""
        present = _words(parse(self._content, file=self._part.file.name), self._path(question))
        if question.key != "name" or present is None or _is_latin(present) == _is_latin(text):
            return question, text
        return _BY_KEY["notes"], f"Writes their name {text}."

    def _path(self, question: AskedQuestion) -> "KeyPath":
        return question.path if question.of_client else (*self._part.at, *question.path)

    def _splice(self, question: AskedQuestion, text: str) -> change.Splice:
        section = schema.CLIENT if question.of_client else schema.PERSON
        found = find_key(section, ".".join(question.path))
        path = self._path(question)
        if question.many:
            return change.adding(path, self._values.item(found.key, text))
        if question.path == (schema.NOTES.name,):
            return _noted(path, text)
        if question.key in SCALES:
            value = {"value": text, "because": SAID_BY_THEM, "since": self._said_on.isoformat()}
            return change.setting(path, value)
        return change.setting(path, self._values.value(found.key, text))

    def _dated(self, question: AskedQuestion) -> Iterator[change.Splice]:
        if question.said is not None:
            at = (*self._part.at, schema.SAID_KEY.name, question.said)
            yield change.setting(at, self._said_on.isoformat())

    def _in_english(self, question: AskedQuestion, text: str) -> str:
        """A choice in words, as it was offered."""
        offered = f"{question.key}_{text}" if question.key in SCALES else text
        is_choice = question.key in {*SCALES, "feast"}
        return self._english.sentences.get(offered, text) if is_choice else text


def _checked(question: AskedQuestion, text: str) -> str:
    """The words of an answer; raises UsageError."""
    if not text:
        raise UsageError("it is empty")
    if len(text) > LONGEST:
        raise UsageError(f"it is longer than {LONGEST} characters")
    if any(unicodedata.category(char) in _UNSAFE or char in _UNSAFE_MARKS for char in text):
        raise UsageError("it holds characters that cannot be shown")
    if question.key != "hours":
        return text
    days, _, hours = text.rpartition(" ")
    if not hours[:1].isdigit():
        raise UsageError("it names days without hours")
    return f"{_in_runs(days)} {hours}".strip()


def _is_latin(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)


def _in_runs(days: str) -> str:
    """``mon,tue,wed`` -> ``mon-wed``; what is no list of weekdays stays as it is."""
    named = days.split(",")
    if not set(named) <= set(_WEEK):
        return days
    at = sorted({_WEEK.index(day) for day in named})
    is_run = at[-1] - at[0] == len(at) - 1 and len(at) >= _SHORTEST_RUN
    return f"{_WEEK[at[0]]}-{_WEEK[at[-1]]}" if is_run else ",".join(_WEEK[day] for day in at)


def _noted(path: "KeyPath", text: str) -> change.Splice:
    """After what stands in the notes already, once."""

    def splice(document: Document) -> bytes:
        present = _words(document, path)
        if present is not None and text in present:
            return change.keeping(document)
        return change.setting(path, text if present is None else f"{present} {text}")(document)

    return splice


def _words(document: Document, path: "KeyPath") -> str | None:
    node = change.node_at(document, path)
    return None if node is None else in_words(node)


def _name(question: AskedQuestion) -> str:
    return ".".join(question.path)


def _refused(key: str, text: str, why: str) -> AskedAnswer:
    return AskedAnswer(
        key=key, before=None, said=shortened(text, LONGEST), after=None, state=AnswerState.REFUSED, why=why
    )
