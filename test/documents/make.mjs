// Makes changes.docx with the library docx, which writes tracked changes, comments and notes as Word does.
//
//   npm install --no-save docx@9 && node test/documents/make.mjs
import { writeFileSync } from 'node:fs';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';

const change = (id, text) => ({ id, text, author: 'Mara Quill', date: '2031-06-02T10:00:00Z' });
const document = new Document({
  comments: {
    children: [
      { id: 0, author: 'Ana Okafor', date: new Date(0), children: [new Paragraph('Is is this right?')] },
    ],
  },
  footnotes: { 1: { children: [new Paragraph('Minutes of the harbour board.')] } },
  features: { trackRevisions: true },
  sections: [
    {
      children: [
        new Paragraph({ text: 'Ferry stays in port', heading: HeadingLevel.TITLE }),
        new Paragraph({
          children: [
            new TextRun('The ferry will '),
            new DeletedTextRun(change(1, 'sail sail on Monday')),
            new InsertedTextRun(change(2, 'stay in port until Friday')),
            new TextRun(', its owner said.'),
            new FootnoteReferenceRun(1),
          ],
        }),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('The board meets on Thursday.'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
      ],
    },
  ],
});
writeFileSync(new URL('changes.docx', import.meta.url), await Packer.toBuffer(document));
