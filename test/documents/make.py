"""Makes the documents of this folder, with libraries that write what Word and LibreOffice write.

    pip install python-docx==1.2.0 odfpy==1.4.1
    python3 test/documents/make.py

changes.docx is made by make.mjs. libreoffice.odt, .html and .docx are story.docx as LibreOffice 7.4 converted it (soffice --headless
--convert-to odt, html; docx from that odt). The tests only read what was made.
"""
from pathlib import Path

from docx import Document
from odf.opendocument import OpenDocumentText
from odf.style import Style
from odf.table import Table, TableCell, TableRow
from odf.text import H, LineBreak, List, ListItem, Note, NoteBody, NoteCitation, P, Span

HERE = Path(__file__).parent

# The story of story.txt and its fellows: what each paragraph is, and its words.
STORY = [
    ("title", "Ferry stays in port as crew walks out"),
    ("p", "By Mara Quill"),
    ("p", "The owner of the the Ellmouth ferry said on Tuesday that it would not sail this week."),
    ("p", "Nurses at the harbour clinic began a strike over pay that may last a week or longer, their union said."),
    ("p", "The repairs will cost £TK, according to the harbour board."),
    ("h", "What happens next"),
    ("li", "The crew stays ashore until Friday."),
    ("li", "The cargo goes by road, the owner said."),
    ("quote", "We are sorry for everyone who is is stranded."),
    ("p", "Nurses at the harbour clinic began a strike over pay that may last a week or longer, their union said."),
    ("p", "The board meets again on Thursday."),
]


def docx():
    document = Document()
    styles = {"title": "Title", "p": "Normal", "h": "Heading 1", "li": "List Bullet", "quote": "Quote"}
    for kind, words in STORY:
        document.add_paragraph(words, style=styles[kind])
    document.save(HERE / "story.docx")


def odt():
    document = OpenDocumentText()
    quotation = Style(name="Quotations", family="paragraph")
    document.styles.addElement(quotation)
    own = Style(name="P1", family="paragraph", parentstylename=quotation)
    document.automaticstyles.addElement(own)
    items = None
    for kind, words in STORY:
        if kind == "li":
            if items is None:
                items = List()
                document.text.addElement(items)
            item = ListItem()
            item.addElement(P(text=words))
            items.addElement(item)
            continue
        items = None
        if kind in ("title", "h"):
            document.text.addElement(H(outlinelevel=1, text=words))
        elif kind == "quote":
            document.text.addElement(P(stylename=own, text=words))
        else:
            document.text.addElement(P(text=words))
    document.save(str(HERE / "story.odt"))


def odt_parts():
    """A table, a note, spans, line breaks and a comment."""
    from odf.office import Annotation

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Tides at Ellmouth"))
    line = P()
    line.addText("High water is ")
    line.addElement(Span(text="late"))
    note = Note(noteclass="footnote", id="ftn1")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="Times are those of the harbour board."))
    note.addElement(body)
    line.addElement(note)
    line.addText(" today,")
    line.addElement(LineBreak())
    line.addText("the board said.")
    comment = Annotation()
    comment.addElement(P(text="Check check this."))
    line.addElement(comment)
    document.text.addElement(line)
    table = Table()
    row = TableRow()
    for words in ("Monday", "14:05"):
        cell = TableCell()
        cell.addElement(P(text=words))
        row.addElement(cell)
    table.addElement(row)
    document.text.addElement(table)
    document.save(str(HERE / "parts.odt"))


def docx_parts():
    """A table, a caption, a header and a footer, a line break, runs of one word."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "The the Ellmouth Gazette"
    document.sections[0].footer.paragraphs[0].text = "Page page 1"
    document.add_heading("Tides at Ellmouth", 0)
    line = document.add_paragraph("High wa")
    line.add_run("ter is ").bold = True
    run = line.add_run("late today,")
    run.add_break()
    run.add_text("the board said.")
    hidden = line.add_run(" Not this this.")
    hidden.font.hidden = True
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Monday"
    table.rows[0].cells[1].text = "14:05"
    document.add_paragraph("The quay at Ellmouth.", style="Caption")
    document.add_paragraph("Intense words.", style="Intense Quote")
    document.save(HERE / "parts.docx")


docx()
odt()
odt_parts()
docx_parts()
