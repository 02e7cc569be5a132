"""What the delegates get, as a share of what they could have had: mean and smallest, then everyone beside everyone."""

from collections.abc import Iterator
from html import escape

from geleit.documents.stress.style import CHART_HEIGHT, LABEL_WIDTH, MARGIN, WIDTH
from geleit.documents.words.stress import stress_word
from geleit.domain.stress import Spread, StressReport
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_percent

HEAD = 44
BAND = 30
STEP_PERCENT = 20


def shares_height(report: StressReport) -> float:
    """Return how high the chart is; 0 where nobody benefits."""
    return HEAD + 2 * BAND + 34 + (CHART_HEIGHT + 30 if report.delegates else 0)


def shares_chart(report: StressReport, trip: Trip, lang: Language, top: float) -> Iterator[str]:
    """Yield the chart's parts.

    Parameters
    ----------
    top
        Where it begins.
    """
    yield _text(stress_word("picture_shares", lang), MARGIN, top + 20, "head")
    yield _text(stress_word("picture_spread", lang), MARGIN, top + 38, "muted small")
    chart = _Chart(report, lang)
    for number, (key, spread) in enumerate(
        (("picture_mean", report.mean_share), ("picture_worst", report.worst_share))
    ):
        yield from chart.band(stress_word(key, lang), spread, top + HEAD + (number + 0.5) * BAND)
    bottom = top + HEAD + 2 * BAND
    yield from chart.scale(top + HEAD, bottom)
    if report.delegates:
        yield from chart.people(trip, bottom + 44)


class _Chart:
    def __init__(self, report: StressReport, lang: Language) -> None:
        self.report, self.lang = report, lang
        highest = max(
            [1.0, report.mean_share.high, report.worst_share.high, *(d.share.high for d in report.delegates)]
        )
        self.most = -(-highest * 100 // STEP_PERCENT) * STEP_PERCENT / 100
        self.left, self.width = MARGIN + LABEL_WIDTH, WIDTH - 2 * MARGIN - LABEL_WIDTH

    def x(self, share: float) -> float:
        return self.left + self.width * share / self.most

    def band(self, name: str, spread: Spread, middle: float) -> Iterator[str]:
        """Yield one spread from left to right, with the middle case as a number."""
        low, lower, median, upper, high = (
            round(self.x(value), 1)
            for value in (spread.low, spread.lower, spread.median, spread.upper, spread.high)
        )
        yield _text(name, MARGIN, middle + 5, "")
        yield f'<line class="whisker" x1="{low}" y1="{middle}" x2="{high}" y2="{middle}"/>'
        yield f'<rect class="half" x="{lower}" y="{middle - 7}" width="{upper - lower:.1f}" height="14" rx="2"/>'
        yield f'<line class="middle" x1="{median}" y1="{middle - 10}" x2="{median}" y2="{middle + 10}"/>'
        yield _text(self._percent(spread.median), high + 8, middle + 5, "num")

    def scale(self, top: float, bottom: float) -> Iterator[str]:
        for percent in range(0, round(100 * self.most) + 1, STEP_PERCENT):
            x = round(self.x(percent / 100), 1)
            yield f'<line class="hour" x1="{x}" y1="{top}" x2="{x}" y2="{bottom}"/>'
            yield _text(self._percent(percent / 100), x, bottom + 16, "muted small mid num")

    def people(self, trip: Trip, top: float) -> Iterator[str]:
        """Yield every delegate's spread from bottom to top, the smallest on the left."""
        step = self.width / len(self.report.delegates)
        thick = max(2.0, min(9.0, 0.6 * step))

        def y(share: float) -> float:
            return round(top + CHART_HEIGHT * (1 - share / self.most), 1)

        for percent in range(0, round(100 * self.most) + 1, 2 * STEP_PERCENT):
            line = y(percent / 100)
            yield f'<line class="hour" x1="{self.left}" y1="{line}" x2="{self.left + self.width}" y2="{line}"/>'
            yield _text(self._percent(percent / 100), self.left - 8, line + 4, "muted small end num")
        for number, each in enumerate(self.report.delegates):
            share, x = each.share, round(self.left + (number + 0.5) * step, 1)
            told = stress_word(
                "delegate",
                self.lang,
                name=trip.delegate_by_id[each.delegate].name,
                median=self._percent(share.median),
                low=self._percent(share.low),
                high=self._percent(share.high),
            )
            yield (
                f"<g><title>{escape(told)}</title>"
                f'<line class="whisker" x1="{x}" y1="{y(share.low)}" x2="{x}" y2="{y(share.high)}"/>'
                f'<rect class="half" x="{x - thick / 2:.1f}" y="{y(share.upper)}" width="{thick:.1f}" '
                f'height="{y(share.lower) - y(share.upper):.1f}"/>'
                f'<line class="middle" x1="{x - thick / 2:.1f}" y1="{y(share.median)}" x2="{x + thick / 2:.1f}" '
                f'y2="{y(share.median)}"/></g>'
            )

    def _percent(self, share: float) -> str:
        return format_percent(100 * share, self.lang, decimals=0)


def _text(text: str, x: float, y: float, style: str) -> str:
    return f'<text class="{style}" x="{x:g}" y="{y:g}">{escape(text)}</text>'
