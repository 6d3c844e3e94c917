"""Every widget in every state, as pictures to look at.

PYTHONPATH=. python tests/ui/gallery.py FOLDER [SCALE]
"""

from __future__ import annotations

import os
import sys
from array import array
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QLocale, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.certainty import Certainty
from ui.language import speak
from ui.models.faces import Half, PillFace, Row
from ui.theme.theme import Choice, Theme
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.editors import ChoiceEditor, LineEditor, TextEditor
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import FieldRows
from ui.widgets.labels import Label
from ui.widgets.page_preview import PagePreview
from ui.widgets.people_list import PeopleList
from ui.widgets.pill import Pill
from ui.widgets.search_box import SearchBox
from ui.widgets.source_reader import SourceReader
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import Tabs

ROOT = Path(__file__).parents[2]

KINDS = {
    "Missing": ("missing", "circle-help"),
    "Captured": ("held", "lock"),
    "Killed": ("dead", "circle-x"),
    "Released": ("out", "log-out"),
    "Serving": ("still_there", "shield"),
    "Repatriated": ("home", "circle-check"),
    "Not known": ("not_known", "circle-dashed"),
}


def half(word: str, details: str = "", *, shown: str = "") -> Half:
    tone, icon = KINDS[word]
    return Half(tone, icon, shown or word, details)


def confirmed(word: str) -> PillFace:
    return PillFace(Certainty.CONFIRMED, (half(word, "the ministry, 4 Jan 2026"),))


def reported(word: str) -> PillFace:
    return PillFace(Certainty.REPORTED, (half(word, shown=f"Reported {word.lower()}"),))


def desk(word: str) -> PillFace:
    return PillFace(Certainty.DESK, (half(word, shown=f"{word}, desk entry"),))


def disputed(one: str, other: str, lead: str = "") -> PillFace:
    return PillFace(
        Certainty.DISPUTED,
        (half(one, "the ministry, 4 Jan 2026"), half(other, "the family, 12 Dec 2026")),
        lead,
    )


def listed(case: int, name: str, date: str, face: PillFace, origin: str, sources: int) -> Row:
    sentence = f"{name}, {origin}, {face.words}, {date}, {sources} sources"
    return Row(case, name, date, face, sentence, origin, sources)


PEOPLE = [
    listed(1, "Bikram Thapa", "missing since 14 Mar 2026", confirmed("Missing"), "Nepal", 3),
    listed(2, "Sunil Gurung", "captured 2 Mar 2026", reported("Captured"), "Nepal", 5),
    listed(3, "Rohan Perera", "died 27 Feb 2026", disputed("Killed", "Missing", "Disputed:"), "Sri Lanka", 4),
    listed(4, "Yusuf Otieno", "21 Feb 2026", confirmed("Killed"), "Kenya", 2),
    listed(5, "Carlos Valdés", "19 Feb 2026", desk("Serving"), "Cuba", 0),
    listed(6, "विक्रम राई (Vikram)", "around Feb 2026", reported("Missing"), "Nepal", 1),
    listed(7, "عمران شاہ (Imran Shah)", "by 11 Jun, day not known", confirmed("Released"), "Pakistan", 6),
    listed(8, "නිමල් සිල්වා (Nimal Silva)", "17 Jan 2026", confirmed("Repatriated"), "Sri Lanka", 2),
    listed(9, "A very long name that goes on until it is cut", "3 Jan 2026",
        disputed("Repatriated", "Released", "Disputed:"), "Democratic Republic of the Congo", 2),
    listed(10, "Anil Yadav", "date not known", confirmed("Not known"), "India", 1),
]  # fmt: skip

ARTICLE = (
    "Relatives of five men said on Tuesday that the names were read out by a lawyer "
    "who had seen the list.\n\n"
    "“Sunil Gurung, 28, of Kaski is number eighteen,” said his brother, who asked not to be named.\r\n\r\n"
    "The ministry said it could not confirm the list. It has recorded 137 citizens held as prisoners, "
    "up from 129 in January. Officials said the figure covers people seen on video.\n\n"
    "اس کے بھائی نے کہا کہ عمران شاہ فروری سے لاپتہ ہے۔\n\n"
    "A second family gave a different date for the capture, 27 February. The lawyer said both dates "
    "appear on the list, one for the day of capture and one for the day of registration."
)


def stretch(words: str) -> tuple[int, int]:
    start = ARTICLE.index(words)
    return start, start + len(words)


def column(theme: Theme, *parts: QWidget, surface: str = "bg") -> QWidget:
    box = QWidget()
    box.setProperty("surface", surface)
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    lay = QVBoxLayout(box)
    lay.setContentsMargins(16, 16, 16, 16)
    lay.setSpacing(10)
    for part in parts:
        lay.addWidget(part)
    lay.addStretch(1)
    return box


def line(*parts: QWidget) -> QWidget:
    box = QWidget()
    lay = QHBoxLayout(box)
    lay.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        lay.addWidget(part)
    lay.addStretch(1)
    return box


def pills(theme: Theme) -> QWidget:
    rows: list[QWidget] = []
    for make in (confirmed, reported, desk):
        words = list(KINDS)
        rows += [line(*(Pill(theme, make(word)) for word in words[:4]))]
        rows += [line(*(Pill(theme, make(word)) for word in words[4:]))]
    rows.append(line(Pill(theme, disputed("Killed", "Missing", "Disputed:"))))
    rows.append(line(Pill(theme, disputed("Captured", "Released")), Pill(theme, disputed("Serving", "Repatriated"))))
    card = Card(theme, "Status pills")
    for row in rows:
        card.add(row)
    return card


def details(theme: Theme) -> QWidget:
    card = Card(theme, "Details", "Edit")
    rows = FieldRows(theme)
    rows.add("Status").show_value("Killed", sources=2, versions=2)
    rows.add("Happened").show_value("around Mar 2024", sources=1)
    rows.add("Last seen").show_value(
        "Near Pokrovsk, on the road towards the village whose name the family no longer knows", sources=11
    )
    rows.add("Unit").show_value("")
    rows.add("Recruited in").show_value("Kathmandu", note="Desk entry, no source")
    card.add(rows)
    return card


def editors(theme: Theme) -> QWidget:
    card = Card(theme, "Editors")
    plain = LineEditor(theme, "Place", "City, district or region")
    wrong = LineEditor(theme, "Date")
    wrong.set_value("2029-03-02")
    wrong.show_error("Date is after today. Use 2026-03-02 or leave empty.")
    text = TextEditor(theme, "Notes")
    text.set_value("His brother calls on Mondays.\nSpeaks Nepali and some Russian.")
    text.setFixedHeight(theme.px(80))
    choice = ChoiceEditor(theme, "Status", [("killed", "Killed"), ("missing", "Missing")])
    for part in (plain, wrong, choice, text, SearchBox(theme, "Search people, sources, places…")):
        card.add(part)
    filled = SearchBox(theme, "Search")
    filled.setText("thapa")
    card.add(filled)
    return card


def buttons(theme: Theme) -> QWidget:
    off = Button(theme, "Cannot be used", "link")
    off.setEnabled(False)
    card = Card(theme, "Buttons")
    card.add(
        line(
            Button(theme, "New person", "plus", Kind.PRIMARY),
            Button(theme, "Briefing", "file-text", Kind.QUIET),
            off,
        )
    )
    card.add(line(Button(theme, "Link selection", "link"), Button(theme, "2 sources", "link", Kind.LINK),
                  IconButton(theme, "Undo", "undo-2"), IconButton(theme, "Redo", "redo-2")))  # fmt: skip
    status = StatusLine(theme)
    status.say("All changes saved at 14:02")
    trouble = StatusLine(theme)
    trouble.say("Not saved: disk full.", "trouble", "Try again")
    card.add(status)
    card.add(trouble)
    card.add(Banner(theme, "This casebook is a sample; its people are invented.", "info", "Close sample"))
    card.add(Banner(theme, "Family: NOT TOLD – do not disclose by phone", "warn"))
    card.add(Banner(theme, "The saved text of this source changed: 1 quote not found.", "error"))
    return card


def header(theme: Theme) -> QWidget:
    tabs = Tabs("Case")
    for title in ("Overview", "Timeline", "What sources say", "Contacts & actions", "History"):
        tabs.add(QWidget(), title)
    tabs.setFixedHeight(theme.px(48))
    name = line(Label(theme, "Sunil Gurung", Role.NAME), Pill(theme, disputed("Killed", "Missing", "Disputed:")))
    return column(theme, name, Label(theme, "CF-0001042 · Nepal · also known as सुनिल गुरुङ", ink="muted"), tabs)


def reader(theme: Theme) -> QWidget:
    card = Card(theme, "Source", "Open full", widest=760)
    card.add(Label(theme, "Families name five on exchange list", Role.ARTICLE_TITLE, wrap=True))
    card.add(Label(theme, "Kathmandu Ledger · 3 Mar 2026 · saved copy", Role.META, "muted"))
    words = SourceReader(theme)
    words.show_text(ARTICLE)
    words.set_quotes(
        [stretch("“Sunil Gurung, 28, of Kaski is number eighteen,”")],
        [stretch("137 citizens held as prisoners")],
    )
    words.set_support("Supports: status, age, home district")
    words.next_quote()
    card.add(words, 1)
    return card


def people(theme: Theme) -> PeopleList:
    rows = {row.id: row for row in PEOPLE}
    names = PeopleList(theme, lambda ids: [rows[case] for case in ids if case in rows])
    names.show_ids(array("q", [*rows, 99]))
    names.select_id(3)
    return names


def page(number: int) -> bytes:
    image = QImage(620, 877, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawText(60, 80, f"Page {number}")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def preview(theme: Theme) -> QWidget:
    shown = PagePreview(theme)
    shown.show_pages([page(1), page(2), page(3)])
    return shown


def board(theme: Theme) -> QWidget:
    whole = QWidget()
    whole.setProperty("surface", "bg")
    whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    lay = QHBoxLayout(whole)
    lay.setContentsMargins(0, 0, 0, 0)
    names = people(theme)
    names.setFixedWidth(theme.px(324))
    lay.addWidget(names)
    lay.addWidget(column(theme, header(theme), details(theme), pills(theme), buttons(theme)), 3)
    side = column(theme, reader(theme), editors(theme))
    side.setFixedWidth(theme.px(392))
    lay.addWidget(side)
    last = column(theme, preview(theme), EmptyState(theme, "users", "No one matches “xyz”.", "Clear filters"))
    last.setFixedWidth(theme.px(300))
    lay.addWidget(last)
    return whole


def main(folder: Path, percent: int) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    speak(app, ROOT / "resources" / "translations", QLocale("en"))
    theme = Theme(app, ROOT / "resources")
    theme.set_percent(percent)
    folder.mkdir(parents=True, exist_ok=True)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        app.setLayoutDirection(direction)
        whole = board(theme)
        whole.resize(theme.px(1600), theme.px(1000))
        whole.show()
        names = whole.findChild(PeopleList)
        assert isinstance(names, PeopleList)
        names.setFocus()
        for choice in (Choice.LIGHT, Choice.DARK, Choice.CONTRAST):
            theme.choose(choice)
            app.processEvents()
            whole.grab().save(str(folder / f"{choice.value}_{percent}_{direction.name}.png"))
        whole.close()
        whole.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
