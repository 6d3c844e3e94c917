"""The article that started the project, entered at the window: every value rests on its words, and all is undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QRadioButton, QTableView, QTextEdit

from casefiles.domain.certainty import Certainty
from casefiles.workspace.finding import Wanted, parse
from tests.journeys.hand import CONTROL, SHIFT
from ui.dialogs.add_source import AddSource
from ui.dialogs.identify import IdentifyDialog
from ui.dialogs.new_casebook import NewCasebookDialog

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook
    from casefiles.workspace.views import CaseView
    from tests.journeys.hand import Hand

K = Qt.Key
ARTICLE = Path(__file__).parents[1] / "data" / "seed_article.txt"
TITLE = "India calls for release of Indians serving in Russian Army"
MINISTRY = "Ministry of External Affairs (MEA)"


def test_the_seed_article_at_the_window(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "Nationals.casebook"
    make_casebook(hand, path)
    add_article(hand)
    enter_people(hand)
    asfan, mangua, two = (view_of(hand, name) for name in ("asfan", "mangua", "group"))
    says_what_the_article_says(hand, asfan, mangua, two)
    finds_them(hand, asfan)
    links_one_more_word(hand, asfan)
    names_one_of_the_group(hand, two)
    before = everything(hand)
    prints_both_briefings(hand, tmp_path)
    undo_and_redo_everything(hand, before)
    hand.choose("&File", "verify")
    hand.until_said("Verified: nothing is wrong")
    reopen(hand, path)
    assert everything(hand) == before


def make_casebook(hand: Hand, path: Path) -> None:
    hand.choose("&File", "new-casebook")
    hand.come(NewCasebookDialog)
    hand.fill("Where", str(path))
    hand.fill("Title", "Nationals in the war")
    hand.fill("Your name", "Mina Bose")
    hand.fill("Time zone", "Asia/Kolkata")
    hand.fill("Your ministry or desk: it can confirm what it says", MINISTRY)
    hand.press("Make the casebook")
    hand.until(lambda: hand.window.desk is not None and hand.desk.pages.name == "people")
    assert [body.name for body in casebook(hand).settings.confirming()] == [MINISTRY]


def add_article(hand: Hand) -> None:
    hand.look()
    hand.key(K.Key_N, held=CONTROL | SHIFT)
    hand.come(AddSource)
    hand.paste(ARTICLE.read_text(encoding="utf-8"))
    hand.until(lambda: hand.seen("Published on", QLineEdit))
    hand.write("12 June 2024")
    hand.fill("Publisher", "India Today")
    hand.press("Add source")
    hand.until(lambda: hand.front is hand.window)
    hand.look()


def enter_people(hand: Hand) -> None:
    hand.select_sentence("In March, 30-year-old")
    hand.key(K.Key_P)
    front = "injuries sustained with Russian troops at the front"
    hand.write("Mohammed Asfan", "30", "Hyderabad", "killed", "March 2024", "", front)
    hand.key(K.Key_Return)
    hand.select_sentence("In February, Hemal")
    hand.key(K.Key_P)
    hand.write("Hemal Ashwinbhai Mangua")
    narrow_to(hand, "In February, Hemal Ashwinbhai Mangua, a ", "23-year-old")
    hand.write("23", "Surat in Gujarat", "killed", "February 2024", "Donetsk region", "air strike", "security helper")
    hand.key(K.Key_Return)
    hand.select_sentence("This announcement came a day after")
    hand.key(K.Key_P, K.Key_Backtab, K.Key_Backtab)
    hand.write("Group", "2", "", "", "", "killed", "by 11 June 2024")
    hand.fill("Said by", "MEA")
    hand.fill("Said on", "11 June 2024")
    hand.key(K.Key_Return)
    hand.until(lambda: casebook(hand).finding.totals().people.low == 4)


def narrow_to(hand: Hand, before: str, words: str) -> None:
    """Let the next field rest on fewer words, chosen with the keyboard."""
    hand.key(K.Key_Tab)
    hand.key(K.Key_L, held=CONTROL)
    hand.key(*[K.Key_Right] * len(before))
    hand.key(*[K.Key_Right] * len(words), held=SHIFT)
    hand.key(K.Key_Return)


# what the officer sees of it


def says_what_the_article_says(hand: Hand, asfan: CaseView, mangua: CaseView, two: CaseView) -> None:
    assert [one.pill.text for one in (asfan, mangua, two)] == ["Reported killed", "Reported killed", "Killed"]
    assert two.pill.certainty is Certainty.CONFIRMED
    assert (asfan.field("age").text, asfan.field("origin").text, asfan.date) == ("30", "Hyderabad", "died Mar 2024")
    assert (mangua.field("age").text, mangua.field("origin").text) == ("23", "Surat, Gujarat")
    assert (mangua.field("role").text, mangua.date) == ("security helper", "died Feb 2024")
    (died,) = mangua.timeline
    assert (died.place, died.cause) == ("Donetsk region", "air strike")
    (told,) = two.timeline
    assert (told.report.speakers.split(",")[0], told.report.said) == ("MEA", "11 Jun 2024")
    assert (two.heading, two.date, two.field("sex").text) == ("2 people not named", "died by 11 Jun 2024", "")
    text = casebook(hand).sources.view(1).text
    for view in (asfan, mangua, two):
        assert all(field.certainty is not Certainty.DESK for field in view.fields)
        assert all(text[quote.start : quote.end] == quote.quote for quote in view.quotes)
    assert mangua.field("age").reports[0].quotes[0].quote == "23-year-old"


def finds_them(hand: Hand, asfan: CaseView) -> None:
    hand.key(K.Key_F, held=CONTROL)
    hand.write("asfan")
    hand.until(lambda: listed(hand) == [asfan.heading])
    hand.key(K.Key_Return)
    hand.until_said("Reported killed")
    hand.key(K.Key_F, held=CONTROL)
    hand.write("demanded verified stop")
    hand.until_said("No one matches")
    articles = hand.find("Articles that contain these words", QListWidget)
    hand.until(lambda: [row for row in range(articles.count()) if "demanded" in articles.item(row).toolTip()] == [0])
    hand.go_into(articles)
    hand.key(K.Key_Down, K.Key_Return)
    reader = hand.find("Source text", QTextEdit)
    hand.until(lambda: reader.textCursor().selectedText() == "demanded")


def links_one_more_word(hand: Hand, asfan: CaseView) -> None:
    hand.select_words("Russian troops")
    hand.key(K.Key_L, K.Key_Backtab)
    hand.write("Mohammed", "Unit", "Russian troops")
    hand.fill("Said by", "")
    hand.fill("Said on", "")
    hand.key(K.Key_Return)
    hand.until(lambda: casebook(hand).people.view(asfan.id).field("unit").text == "Russian troops")
    (report,) = casebook(hand).people.view(asfan.id).field("unit").reports
    assert ([quote.quote for quote in report.quotes], report.speakers) == (["Russian troops"], "India Today")


def names_one_of_the_group(hand: Hand, two: CaseView) -> None:
    before = casebook(hand).finding.totals()
    hand.key(K.Key_F, held=CONTROL)
    hand.write("group")
    hand.until(lambda: listed(hand) == [two.heading])
    hand.key(K.Key_Return)
    hand.key(K.Key_I, held=CONTROL | SHIFT)
    hand.come(IdentifyDialog)
    hand.write("Vikram Example", "His family was told by the embassy")
    hand.press("Make a new person of this name")
    hand.until(lambda: hand.front is hand.window)
    hand.look()
    after = casebook(hand).finding.totals()
    assert (after.people, after.by_group) == (before.people, before.by_group)
    assert after.cases == before.cases + 1
    hand.key(K.Key_F, held=CONTROL)
    hand.write(" ")
    hand.key(K.Key_Backspace)


# on paper


def prints_both_briefings(hand: Hand, folder: Path) -> None:
    hand.key(K.Key_P, held=CONTROL)
    situation = save_pages(hand, folder / "situation.pdf")
    assert all(name in situation for name in ("Mohammed Asfan", "Hemal Ashwinbhai Mangua", "2 people not named"))
    dossier_of = hand.find("Dossier", QRadioButton)
    QTest.mouseClick(dossier_of, Qt.MouseButton.LeftButton, pos=dossier_of.rect().center())
    for name in ("asfan", "mangua"):
        hand.fill("Add a person by name", name)
        hand.until(lambda: hand.seen("People found", QListWidget))
        hand.key(K.Key_Return)
    dossier = save_pages(hand, folder / "dossier.pdf")
    assert "succumbed to injuries" in dossier
    assert "Ukrainian air strike" in dossier
    hand.key(K.Key_F, held=CONTROL)


def save_pages(hand: Hand, path: Path) -> str:
    """Save the pages in view, and read them back."""
    hand.press("Save PDF…")
    hand.save_as(str(path))
    hand.until(path.exists)
    hand.look()
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


# taking back, and coming again


def undo_and_redo_everything(hand: Hand, before: object) -> None:
    undo, redo = hand.window.commands["undo"], hand.window.commands["redo"]
    labels = []
    while undo.isEnabled():
        labels.append(undo.text())
        hand.choose("&Edit", "undo")
    assert labels[-2:] == ["Undo Add Mohammed Asfan", f"Undo Add source {TITLE}"]
    assert everything(hand) == []
    while redo.isEnabled():
        hand.choose("&Edit", "redo")
    assert everything(hand) == before


def reopen(hand: Hand, path: Path) -> None:
    hand.choose("&File", "close-casebook")
    hand.until(lambda: hand.window.desk is None)
    hand.press(path.name)
    hand.until(lambda: hand.window.desk is not None and hand.desk.pages.name == "people")


# what the casebook holds


def casebook(hand: Hand) -> Casebook:
    return hand.desk.session.casebook


def listed(hand: Hand) -> list[str]:
    """Who is in the list, as a screen reader says it up to the first comma."""
    model = hand.find("People", QTableView).model()
    sentences = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount()))
    return [sentence.split(",")[0] for sentence in sentences]


def view_of(hand: Hand, typed: str) -> CaseView:
    (key,) = casebook(hand).finding.ids(Wanted(parse(typed)))
    return casebook(hand).people.view(key)


def everything(hand: Hand) -> list[CaseView]:
    return [casebook(hand).people.view(key) for key in sorted(casebook(hand).finding.ids(Wanted()))]
