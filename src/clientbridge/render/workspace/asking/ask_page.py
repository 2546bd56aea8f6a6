"""The page that asks a person how they like to work, in their language. Every field may stay empty."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.asking.questions import FEASTS, LONGEST, REPLY_WITHIN, SCALES, STEPS
from clientbridge.render.meeting.offers.local_times import LocalTimes
from clientbridge.render.workspace.asking.ask_script import ASK_SCRIPT
from clientbridge.render.writers.client_page import (
    ClientPage,
    client_page,
    reply_section,
    sentence,
    shown,
)

if TYPE_CHECKING:
    from babel import Locale

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LANGUAGES = "ar cs da de el en es fi fr he hi id it ja ko nb nl pl pt pt-BR ru sv th tr uk vi zh zh-Hant"
_SPANS = {
    "4h": timedelta(hours=4),
    "1d": timedelta(days=1),
    "2d": timedelta(days=2),
    "1w": timedelta(weeks=1),
}
_LONGEST_LINK = 2000
"""What systems still hand to a mail program."""
_STAYS = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPerson:
    """Who asks, and who is asked."""

    party: str
    """``acme/ana``."""
    name: str
    sender: str
    address: str | None
    """Where the answers go; None where no address of yours is known."""


def ask_page(words: PageWords, person: AskedPerson) -> str:
    """The file."""
    page = _AskPage(words, LocalTimes(words).locale)
    return client_page(
        ClientPage(
            words=words,
            title=f"{words.say('heading')} – {person.sender}",
            body="\n".join(page.body(person)),
            script=ASK_SCRIPT,
            data={
                "id": person.party,
                "to": person.address,
                "most": _LONGEST_LINK,
                "scales": list(SCALES),
                "words": {key: words.sentences[key] for key in ("copied", "keep", "said", "subject")},
            },
        )
    )


@dataclass(frozen=True)
class _AskPage:
    words: PageWords
    locale: "Locale"

    def body(self, person: AskedPerson) -> Iterator[str]:
        """Everything that is seen."""
        yield f"<main>\n<h1>{self._say('heading')}</h1>"
        yield f'<p class="quiet">{sentence(self.words, "for", client=person.name)}</p>'
        yield f"<p>{sentence(self.words, 'intro', sender=person.sender)}</p>"
        yield '<form id="form">'
        yield self._group("you", map(self._line, ("name", "say", "call")))
        yield self._group("time", (self._days(), self._hours()))
        yield self._group("away", map(self._stay, _STAYS))
        yield self._group("feasts", (*map(self._feast, FEASTS), self._line("other", "feast_other")))
        yield self._group("contact", (self._line("channel"), self._spans(), self._languages()))
        yield f"<h2>{self._say('ways')}</h2>"
        yield from (self._group(scale, self._steps(scale)) for scale in SCALES)
        yield f'<p><label for="notes">{self._say("notes")}</label>'
        yield f'<textarea id="notes" name="notes" rows="4" maxlength="{LONGEST}"></textarea></p>'
        yield f'<p><button type="submit" class="act js-only">{self._say("make")}</button></p>\n</form>'
        yield reply_section(self.words, sender=person.sender, address=person.address)
        yield f'<p class="quiet">{self._say("private")}</p>\n</main>'

    def _say(self, key: str) -> str:
        return sentence(self.words, key)

    def _group(self, legend: str, fields: Iterable[str]) -> str:
        return "\n".join((f"<fieldset><legend>{self._say(legend)}</legend>", *fields, "</fieldset>"))

    def _line(self, name: str, label: str | None = None) -> str:
        return (
            f'<label for="{name}">{self._say(label or name)}</label>'
            f'<input type="text" id="{name}" name="{name}" maxlength="120" autocomplete="off">'
        )

    def _pick(self, name: str, value: str, label: str, *, kind: str = "checkbox", on: bool = False) -> str:
        field = f'type="{kind}" id="{name}-{value}" name="{name}" value="{value}"{" checked" if on else ""}'
        return f'<div class="pick"><input {field}><label for="{name}-{value}">{label}</label></div>'

    def _days(self) -> str:
        names = self.locale.days["stand-alone"]["wide"]
        first = self.locale.first_week_day
        order = [(first + at) % 7 for at in range(7)]
        picks = (self._pick("day", _WEEKDAYS[at], shown(names[at])) for at in order)
        return f'<div role="group" aria-label="{self._say("days")}">{"".join(picks)}</div>'

    def _hours(self) -> str:
        return self._pair("time", ("from", "to"))

    def _stay(self, number: int) -> str:
        return self._pair("date", (f"first{number}", f"last{number}"))

    def _pair(self, kind: str, names: tuple[str, str]) -> str:
        fields = (
            f'<div><label for="{name}">{self._say(label)}</label>'
            f'<input type="{kind}" id="{name}" name="{name}"></div>'
            for name, label in zip(names, ("from", "to"), strict=True)
        )
        return f'<div class="pair">{"".join(fields)}</div>'

    def _feast(self, feast: str) -> str:
        return self._pick("feast", feast, self._say(feast))

    def _spans(self) -> str:
        from babel.dates import format_timedelta

        named = [(span, format_timedelta(_SPANS[span], locale=self.locale)) for span in REPLY_WITHIN]
        return self._select("reply", named)

    def _languages(self) -> str:
        return self._select("language", [(tag, tag) for tag in _LANGUAGES.split()])

    def _select(self, name: str, options: Iterable[tuple[str, str]]) -> str:
        listed = "".join(f'<option value="{value}">{shown(label)}</option>' for value, label in options)
        return (
            f'<label for="{name}">{self._say(name)}</label><select id="{name}" name="{name}">'
            f'<option value="">{self._say("no_choice")}</option>{listed}</select>'
        )

    def _steps(self, scale: str) -> Iterator[str]:
        for step in STEPS:
            yield self._pick(scale, str(step), self._say(f"{scale}_{step}"), kind="radio")
        yield self._pick(scale, "", self._say("no_choice"), kind="radio", on=True)
