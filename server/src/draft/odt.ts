import type { Extracted, Told } from './extracted.ts';
import { readXml } from './xml.ts';
import { BROKEN, unpack } from './zip.ts';

type Kind = Told['kind'];

// Deletions that are tracked, comments, the mark of a note, what is only kept for a field.
const LEFT_OUT =
  /^(?:text:tracked-changes|office:annotation|text:note-citation|text:variable-decls|text:sequence-decls|office:forms|text:hidden-text)$/u;
const PARAGRAPH = /^text:[ph]$/u;
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:Title|Heading)/u, 'heading'],
  [/^Quotations$/u, 'quotation'],
  [/^(?:Caption|Illustration|Figure)$/u, 'caption'],
  [/^List/u, 'list-item'],
];

/** The paragraphs of a document of LibreOffice as it reads with its tracked changes accepted, without comments; notes follow at the end. */
export function extractOdt(bytes: Uint8Array): Extracted {
  const { files, problem } = unpack(bytes, (path) => /^(?:content|META-INF\/manifest)\.xml$/u.test(path));
  if (problem !== undefined) return { problem };
  if (/<manifest:encryption-data/u.test(files.get('META-INF/manifest.xml') ?? ''))
    return {
      problem: {
        kind: 'unreadable',
        message:
          'is protected by a password. Save it without one and check it again; nothing in it was checked.',
      },
    };
  const content = files.get('content.xml');
  if (content === undefined)
    return { problem: { kind: 'unreadable', message: 'holds no text document. Nothing in it was checked.' } };
  if (!content.includes('</office:document-content>')) return BROKEN;
  return { paragraphs: paragraphsIn(content) };
}

function paragraphsIn(xml: string): readonly Told[] {
  const told: Told[] = [];
  const notes: Told[] = [];
  const open: { text: string; readonly kind: Kind }[] = [];
  const parents = new Map<string, string>();
  const within = { skipped: 0, list: 0, cell: 0, note: 0 };
  const add = (words: string): void => {
    const paragraph = open.at(-1);
    if (paragraph !== undefined && within.skipped === 0) paragraph.text += words;
  };
  const kindOf = (tag: string, style: string): Kind => {
    if (tag === 'text:h') return 'heading';
    // a style of the document’s own is based on one with a name
    const name = (parents.get(style) ?? style).replaceAll('_20_', ' ');
    if (within.cell > 0) return 'cell';
    if (within.list > 0) return 'list-item';
    return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'prose';
  };
  const step = (tag: string, by: number): void => {
    if (tag === 'text:list-item') within.list += by;
    else if (tag === 'table:table-cell') within.cell += by;
    else if (tag === 'text:note-body') within.note += by;
  };

  readXml(xml, {
    open(tag, attributes) {
      if (within.skipped > 0 || LEFT_OUT.test(tag)) {
        within.skipped += 1;
        return;
      }
      step(tag, 1);
      if (tag === 'style:style')
        parents.set(attributes['style:name'] ?? '', attributes['style:parent-style-name'] ?? '');
      else if (PARAGRAPH.test(tag))
        open.push({ text: '', kind: kindOf(tag, attributes['text:style-name'] ?? '') });
      else if (tag === 'text:s') add(' ');
      else if (tag === 'text:tab') add(' ');
      else if (tag === 'text:line-break') add('\n');
    },
    close(tag) {
      if (within.skipped > 0) {
        within.skipped -= 1;
        return;
      }
      step(tag, -1);
      const done = PARAGRAPH.test(tag) ? open.pop() : undefined;
      for (const text of done?.text.split(/\n[ \u00a0]*\n\s*/u) ?? [])
        (within.note > 0 ? notes : told).push({ kind: done?.kind ?? 'prose', text });
    },
    text: add,
  });
  return [...told, ...notes];
}
