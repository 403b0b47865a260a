import type { Extracted, Told } from './extracted.ts';
import { readXml } from './xml.ts';
import { BROKEN, unpack } from './zip.ts';

const PARTS = /^(?:_rels\/\.rels|word\/(?:document\d*|styles|footnotes|endnotes)\.xml)$/u;

/**
 * The paragraphs of a Word document as it reads with all its tracked changes accepted; comments, headers, footers and hidden text are
 * left out, notes follow at the end.
 */
export function extractDocx(bytes: Uint8Array): Extracted {
  const { files, problem } = unpack(bytes, (path) => PARTS.test(path));
  if (problem !== undefined) return { problem };
  const main = /Target="\/?(word\/document\d*\.xml)"/u.exec(files.get('_rels/.rels') ?? '')?.[1];
  const document = files.get(main ?? 'word/document.xml');
  if (document === undefined)
    return { problem: { kind: 'unreadable', message: 'holds no Word document. Nothing in it was checked.' } };
  // one that was cut off, or says that it is smaller than it is
  if (!document.includes('</w:document>')) return BROKEN;
  const styles = stylesIn(files.get('word/styles.xml') ?? '');
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) =>
    paragraphsIn(files.get(part) ?? '', styles),
  );
  return { paragraphs: [...paragraphsIn(document, styles), ...notes] };
}

type Kind = Told['kind'];

// The names that Word has for its own styles in a file, whatever language it runs in.
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:heading \d|title)$/u, 'heading'],
  [/quote$/u, 'quotation'],
  [/^caption$/u, 'caption'],
  [/^list\b/u, 'list-item'],
];

/** What paragraphs of each style are, by the style’s id: its own name tells, or that of one it is based on. */
function stylesIn(xml: string): ReadonlyMap<string, Kind> {
  const styles = new Map<string, { name: string; base: string }>();
  let id = '';
  readXml(xml, {
    open(tag, attributes) {
      const value = attributes['w:val'] ?? '';
      if (tag === 'w:style') {
        id = attributes['w:styleId'] ?? '';
        styles.set(id, { name: '', base: '' });
      }
      const style = styles.get(id);
      if (style !== undefined && tag === 'w:name') style.name = value.toLowerCase();
      if (style !== undefined && tag === 'w:basedOn') style.base = value;
    },
    close() {},
    text() {},
  });
  const kinds = new Map<string, Kind>();
  for (const one of styles.keys()) {
    let style = styles.get(one);
    for (let depth = 0; style !== undefined && depth < 10; depth += 1) {
      const { name } = style;
      const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
      if (kind !== undefined) {
        kinds.set(one, kind);
        break;
      }
      style = styles.get(style.base);
    }
  }
  return kinds;
}

// Deleted or moved away, what stood before, the second of two ways to show something, and what parts the notes from the page.
const LEFT_OUT = /^(?:w:del|w:moveFrom|w:\w+Change|mc:Fallback)$/u;

interface Open {
  text: string;
  kind: Kind | undefined;
  /** The mark at its end was deleted: the next paragraph goes on from it. */
  goesOn: boolean;
}

function paragraphsIn(xml: string, styles: ReadonlyMap<string, Kind>): readonly Told[] {
  const told: Told[] = [];
  // paragraphs can stand in one another: a text box in the paragraph it hangs on
  const open: Open[] = [];
  let skipped = 0;
  let cells = 0;
  let carried: string | undefined;
  let properties: 'paragraph' | 'run' | undefined;
  let hidden = false;
  let inText = false;
  const add = (words: string): void => {
    const paragraph = open.at(-1);
    if (paragraph !== undefined && !hidden) paragraph.text += words;
  };

  readXml(xml, {
    open(tag, attributes) {
      const paragraph = open.at(-1);
      const value = attributes['w:val'];
      if (properties === 'paragraph' && tag === 'w:del' && skipped === 0 && paragraph !== undefined)
        paragraph.goesOn = true;
      const isSeparator =
        /^w:(?:foot|end)note$/u.test(tag) && /eparator|Notice$/u.test(attributes['w:type'] ?? '');
      if (skipped > 0 || LEFT_OUT.test(tag) || isSeparator) {
        skipped += 1;
        return;
      }
      switch (tag) {
        case 'w:p':
          open.push({ text: carried ?? '', kind: cells > 0 ? 'cell' : undefined, goesOn: false });
          carried = undefined;
          return;
        case 'w:tc':
          cells += 1;
          return;
        case 'w:pPr':
          properties = 'paragraph';
          return;
        case 'w:rPr':
          properties ??= 'run';
          return;
        case 'w:r':
          hidden = false;
          return;
        case 'w:vanish':
          if (properties === 'run') hidden = !/^(?:0|false|off)$/u.test(value ?? '');
          return;
        case 'w:pStyle':
          if (paragraph !== undefined) paragraph.kind ??= styles.get(value ?? '');
          return;
        case 'w:numPr':
          if (paragraph !== undefined) paragraph.kind ??= 'list-item';
          return;
        case 'w:outlineLvl':
          if (paragraph !== undefined && /^[0-8]$/u.test(value ?? '')) paragraph.kind ??= 'heading';
          return;
        case 'w:t':
          inText = true;
          return;
        case 'w:tab':
          if (properties === undefined) add(' ');
          return;
        case 'w:br':
        case 'w:cr':
          add('\n');
          return;
        case 'w:noBreakHyphen':
          add('-');
          return;
        default:
      }
    },
    close(tag) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (tag === 'w:t') inText = false;
      else if (tag === 'w:tc') cells -= 1;
      else if (tag === 'w:pPr' || (tag === 'w:rPr' && properties === 'run')) properties = undefined;
      else if (tag === 'w:p') {
        const done = open.pop();
        if (done?.goesOn) carried = done.text;
        // whoever ends a line twice parts paragraphs
        else if (done !== undefined)
          for (const text of done.text.split(/\n[ \u00a0]*\n\s*/u))
            told.push({ kind: done.kind ?? 'prose', text });
      }
    },
    text(words) {
      if (inText && skipped === 0) add(words);
    },
  });
  if (carried !== undefined) told.push({ kind: 'prose', text: carried });
  return told;
}
