"""A stress test as one SVG: a strip for each day, then what the delegates get."""

from collections.abc import Iterator
from html import escape

from geleit.documents.fonts import families
from geleit.documents.stress.layout import Card, Row, rows_of
from geleit.documents.stress.shares import shares_chart, shares_height
from geleit.documents.stress.style import (
    BAR_HEIGHT,
    CARD_HEIGHT,
    DAY_GAP,
    DAY_HEAD,
    LANE_HEIGHT,
    LETTER_WIDTH,
    MARGIN,
    WIDTH,
    style_sheet,
)
from geleit.documents.words.stress import stress_word
from geleit.domain.stress import StressReport, TransferRisk
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_board_day, format_number, format_percent

SURE = 0.995
HEAD_HEIGHT = 118
BOLDER = 1.1
SQUARE = 15
"""Room for the number of a group."""
WEAK_ROW = 22
"""Height of the line of weak transfers that lead to no session."""


def stress_picture(trip: Trip, report: StressReport, lang: Language) -> str:
    """Return the picture as SVG text, for light and dark, in the reader's language.

    Each session is a card at its time, with the share of runs in which it starts on time as number and bar; a dashed
    card may not take place; a red triangle marks transfers that fail in more than one of ten runs.
    """
    return "\n".join(_Picture(trip, report, lang).lines()) + "\n"


class _Picture:
    def __init__(self, trip: Trip, report: StressReport, lang: Language) -> None:
        self.trip, self.report, self.lang = trip, report, lang
        self.hours, self.rows = rows_of(trip, report)

    def lines(self) -> Iterator[str]:
        tops, top = [], float(HEAD_HEIGHT)
        for row in self.rows:
            tops.append(top)
            top += DAY_HEAD + row.lanes * LANE_HEIGHT + (WEAK_ROW if row.others else 0) + DAY_GAP
        height = round(top + shares_height(self.report) + MARGIN)
        title = stress_word("picture_title", self.lang, title=self.trip.title.get(self.lang))
        about = stress_word("picture_about", self.lang, runs=format_number(self.report.runs, self.lang))
        font = ", ".join(f"'{family}'" for family in families(self.lang)[:2])
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" lang="{self.lang}" aria-labelledby="stress-title stress-about">'
        )
        yield f'<title id="stress-title">{escape(title)}</title><desc id="stress-about">{escape(about)}</desc>'
        yield f"<style>{style_sheet(f'{font}, sans-serif')}</style>"
        yield f'<rect class="page" width="{WIDTH}" height="{height}"/>'
        yield self._text(title, MARGIN, 42, "big")
        yield self._text(about, MARGIN, 68, "muted small")
        yield from self._legend()
        for row, at in zip(self.rows, tops, strict=True):
            yield from self._day(row, at)
        yield from shares_chart(self.report, self.trip, self.lang, top)
        yield "</svg>"

    def _legend(self) -> Iterator[str]:
        """Yield what the edges and the triangle mean."""
        left, top = float(MARGIN), 84
        for dashes, key in (("", "legend_sure"), (' stroke-dasharray="4 3"', "legend_unsure")):
            word = stress_word(key, self.lang)
            yield f'<g class="move"><rect class="card" x="{left}" y="{top}" width="26" height="14" rx="3"{dashes}/></g>'
            yield self._text(word, left + 34, top + 12, "small")
            left += 34 + _wide(word) + 28
        yield _triangle(left, top + 15)
        yield self._text(stress_word("legend_weak", self.lang), left + 22, top + 12, "small")

    def _day(self, row: Row, top: float) -> Iterator[str]:
        bottom = top + DAY_HEAD + row.lanes * LANE_HEIGHT
        yield self._text(format_board_day(row.day, self.lang), MARGIN, top + DAY_HEAD + 22, "head")
        for hour in range(self.hours.start // 60, self.hours.end // 60 + 1):
            x = round(self.hours.x(hour * 60), 1)
            yield f'<line class="hour" x1="{x}" y1="{top + 20}" x2="{x}" y2="{bottom}"/>'
            yield self._text(str(hour % 24), x, top + 14, "muted small mid num")
        for card in row.cards:
            yield from self._card(card, top + DAY_HEAD + card.lane * LANE_HEIGHT)
        for risks, minute in row.others:
            yield from self._mark(risks, self.hours.x(minute), bottom + WEAK_ROW - 4)

    def _card(self, card: Card, top: float) -> Iterator[str]:
        risk, item = card.risk, self.trip.item_by_id[card.risk.item]
        left, width = round(card.left + 1, 1), round(card.width - 2, 1)
        dashes = "" if risk.takes_place >= SURE else ' stroke-dasharray="4 3"'
        on_time = self._percent(risk.on_time)
        yield f'<g class="{item.kind.family.value}"><title>{escape(self._told(card))}</title>'
        yield (
            f'<rect class="card" x="{left}" y="{top}" width="{width}" height="{CARD_HEIGHT}" rx="4"{dashes}/>'
            f'<rect class="edge" x="{left}" y="{top}" width="{4 if risk.takes_place >= SURE else 2}" '
            f'height="{CARD_HEIGHT}"/>'
        )
        room = max(0.0, width - 12)
        yield (
            f'<rect class="rest" x="{left + 8}" y="{top + 35}" width="{room:.1f}" height="{BAR_HEIGHT}" rx="2"/>'
            f'<rect class="bar" x="{left + 8}" y="{top + 35}" width="{room * risk.on_time:.1f}" height="{BAR_HEIGHT}" '
            'rx="2"/></g>'
        )
        squares = tuple(self._groups(card, left + width - 4, top + 3)) if room > 54 else ()
        free = room - SQUARE * len(squares)
        name = _fitting(str(item.title.get(self.lang)), str(item.display_short.get(self.lang)), free)
        yield from squares
        yield self._text(name, left + 8, top + 14, "small name")
        yield self._text(on_time, left + 8, top + 29, "small num")
        if card.weak:
            yield from self._mark(card.weak, left + width - 20, top + 31, is_inside=room > 78)

    def _groups(self, card: Card, right: float, top: float) -> Iterator[str]:
        """Yield the numbers of a session's groups, each in its square; none where more than two go."""
        for number, group in enumerate(reversed(card.risk.groups if len(card.risk.groups) <= 2 else ())):
            x = right - SQUARE * (number + 1) + 2
            yield (
                f'<g><rect class="square" x="{x:g}" y="{top:g}" width="13" height="13" rx="2"/>'
                f"{self._text(group[:1], x + 6.5, top + 10.5, 'small mid num')}</g>"
            )

    def _mark(
        self, risks: tuple[TransferRisk, ...], left: float, bottom: float, *, is_inside: bool = True
    ) -> Iterator[str]:
        """Yield the triangle of weak transfers, with the share of the weakest one's failures where there is room."""
        told = "; ".join(
            f"{self._place(risk.origin)} → {self._place(risk.destination)}, {self._percent(risk.failures)}, "
            f"{risk.slack_min} min"
            for risk in risks
        )
        worst = max(risk.failures for risk in risks)
        yield f"<g><title>{escape(told)}</title>{_triangle(left, bottom)}</g>"
        if is_inside:
            yield self._text(self._percent(worst), left - 3, bottom, "small num alarm end")

    def _told(self, card: Card) -> str:
        """Return everything about a session in words, for those who point at it or listen."""
        risk = card.risk
        return stress_word(
            "session",
            self.lang,
            when=f"{_clock(card.start_min)}–{_clock(card.end_min)}",
            item=self.trip.item_by_id[risk.item].title.get(self.lang),
            on_time=self._percent(risk.on_time),
            within=self._percent(risk.within_10_min),
            expected=format_number(round(risk.expected_people, 1), self.lang),
            people=risk.people,
        )

    def _percent(self, share: float) -> str:
        return format_percent(100 * share, self.lang, decimals=0)

    def _place(self, place: str) -> str:
        return str(self.trip.place_by_id[place].name.get(self.lang))

    @staticmethod
    def _text(text: str, x: float, y: float, style: str) -> str:
        return f'<text class="{style}" x="{x:g}" y="{y:g}">{escape(text)}</text>'


def _triangle(left: float, bottom: float) -> str:
    """Return the sign of alarm, 15 wide: a triangle with an exclamation mark."""
    return (
        f'<path class="alarm" d="M{left:.1f} {bottom:.1f}h16l-8-14z"/>'
        f'<path class="sign" d="M{left + 7:.1f} {bottom - 9:.1f}h2v4.5h-2zm0 5.8h2v2h-2z"/>'
    )


def _fitting(name: str, short: str, room: float) -> str:
    """Return the name where it fits, else its short form, else as much of that as there is room for."""
    if _wide(name) * BOLDER <= room:
        return name
    while short and _wide(short) * BOLDER > room:
        short = short[:-1]
    return short


def _wide(text: str) -> float:
    return sum(13.0 if letter >= "\u2e80" else LETTER_WIDTH for letter in text)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
