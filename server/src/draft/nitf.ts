import { type Extracted, otherLanguage, type Told } from './extracted.ts';
import { readXml } from './xml.ts';

type Kind = Told['kind'];

// Paragraphs of NITF (https://iptc.org/standards/nitf/) and what they are; those without a kind are told by what they stand in.
const BLOCKS: ReadonlyMap<string, Kind | undefined> = new Map<string, Kind | undefined>([
  ['hl1', 'heading'],
  ['hl2', 'heading'],
  ['byline', 'byline'],
  ['dateline', 'dateline'],
  ['p', undefined],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['caption', 'caption'],
  ['media-caption', 'caption'],
  ['credit', 'byline'],
  ['tagline', undefined],
  ['bibliography', undefined],
  ['fn', undefined],
]);
const AROUND: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['bq', 'quotation'],
  ['li', 'list-item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['media-caption', 'caption'],
]);
const LEFT_OUT =
  /^(?:head|pre|media-producer|media-metadata|media-reference|nitf-table-metadata|note|rights|distributor|series)$/u;

const LANGUAGE = /<(?:\w+:)?nitf\b[^<>]*?\s(?:baselang|xml:lang)\s*=\s*["']([\w-]{1,20})/u;

/** The draft in a story of NITF: headline, byline, dateline and body. Other XML is no draft. */
export function extractNitf(xml: string): Extracted {
  if (!/<(?:\w+:)?nitf[\s>]/u.test(xml))
    return {
      problem: {
        kind: 'no-draft',
        message: 'holds no story: it is neither NITF nor an export of WordPress.',
      },
    };
  const foreign = otherLanguage(LANGUAGE.exec(xml)?.[1]);
  if (foreign !== undefined) return { problem: { kind: 'left-out', message: foreign } };
  const told: Told[] = [];
  const stack: string[] = [];
  let skipped = 0;
  let pending = '';
  const close = (): void => {
    const own = stack.findLast((tag) => BLOCKS.has(tag));
    const around = stack.map((tag) => AROUND.get(tag)).find((kind) => kind !== undefined);
    const kind = (own === undefined ? undefined : BLOCKS.get(own)) ?? around ?? 'prose';
    if (pending.trim() !== '') told.push({ kind, text: pending });
    pending = '';
  };
  readXml(xml, {
    open(name) {
      const tag = name.replace(/^\w+:/u, '');
      if (skipped > 0 || LEFT_OUT.test(tag)) {
        if (skipped === 0) close();
        skipped += 1;
        return;
      }
      if (isBlock(tag)) close();
      else if (tag === 'br') pending += ' ';
      stack.push(tag);
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (isBlock(name.replace(/^\w+:/u, ''))) close();
      stack.pop();
    },
    text(words) {
      if (skipped === 0) pending += words;
    },
  });
  return { paragraphs: told };
}

// What runs on with the words beside it; anything else parts paragraphs.
const INLINE =
  /^(?:a|alt-code|br|chron|classifier|copyrite|em|event|frac|frac-num|frac-sep|frac-den|function|lang|location|city|state|region|country|sublocation|money|num|object\.title|org|person|name\.given|name\.family|postaddr|pronounce|q|story\.date|strong|sub|sup|virtloc|byttl)$/u;
const isBlock = (tag: string): boolean => !INLINE.test(tag);
