import { toldOfCopy, toldOfHtml, toldOfPlain } from './copy.ts';
import { type Extracted, otherLanguage, type Told } from './extracted.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The draft in an item of IPTC's ninjs: `headline`, `byline`, `dateline` and `body_text` or `body_xhtml` of versions 1 and 2, `headlines` and `bodies`
 * of version 3 (https://iptc.org/standards/ninjs/). Other JSON is no draft.
 */
export function extractNinjs(json: string): Extracted {
  // most JSON is something else and need not be parsed
  if (!/"(?:body_\w+|bodies|headlines?)"/u.test(json)) return NONE;
  let item: unknown;
  try {
    item = JSON.parse(json.replace(/^\ufeff/u, ''));
  } catch {
    return /"(?:body_\w+|bodies)"/u.test(json)
      ? { problem: { kind: 'unreadable', message: 'is broken: it is no JSON. Nothing in it was checked.' } }
      : NONE;
  }
  const paragraphs = isObject(item) ? toldOfItem(item) : undefined;
  if (paragraphs === undefined) return NONE;
  const message = otherLanguage((item as Fields).language);
  return message === undefined ? { paragraphs } : { problem: { kind: 'left-out', message } };
}

const NONE: Extracted = {
  problem: {
    kind: 'no-draft',
    message: 'holds no story: it is not ninjs (headline, body_text, body_xhtml or bodies).',
  },
};

/** The paragraphs of an item of ninjs; undefined for an object that is none. */
export function toldOfItem(item: Fields): readonly Told[] | undefined {
  const body = bodyOf(item);
  if (body === undefined) return undefined;
  const line = (kind: Told['kind'], ...names: readonly string[]): readonly Told[] => {
    const text = names.map((name) => wordsOf(item[name])).find((words) => words !== '');
    return text === undefined ? [] : [{ kind, text }];
  };
  const headline = line('heading', 'headline', 'headlines', 'title');
  const lines = [...headline, ...line('byline', 'byline'), ...line('dateline', 'dateline')];
  // many a body begins with them again
  const known = new Set(lines.map(({ text }) => text.trim()));
  const top = body.findIndex(({ text }) => !known.has(text.trim()));
  const captions = pictures(item.associations).flatMap((one) =>
    [
      ...new Set(
        ['description_caption', 'description_text', 'descriptions', 'headline'].map((name) =>
          wordsOf(one[name]),
        ),
      ),
    ]
      .filter((text) => text !== '')
      .slice(0, 1)
      .map((text): Told => ({ kind: 'caption', text })),
  );
  return [...lines, ...body.slice(Math.max(0, top)), ...captions];
}

function bodyOf(item: Fields): readonly Told[] | undefined {
  const { body_xhtml: xhtml, body_text: text, bodies } = item;
  if (typeof xhtml === 'string') return toldOfHtml(xhtml);
  if (typeof text === 'string') return toldOfPlain(text);
  const other = Object.entries(item).find(
    ([name, value]) => /^body_\w+$/u.test(name) && typeof value === 'string',
  );
  if (other !== undefined) return toldOfCopy(String(other[1]));
  if (!Array.isArray(bodies)) return undefined;
  const all = bodies.filter(isObject).filter(({ value }) => typeof value === 'string');
  // the same body can be there in several shapes: one with markup tells most
  const best = all.find((one) => /html/i.test(String(one.contenttype ?? one.contentType ?? ''))) ?? all[0];
  return best === undefined ? [] : toldOfCopy(String(best.value));
}

/** A field's words: it is a text, or a list of texts of which the main one comes first or says so. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  const all = value.filter(isObject).filter((one) => typeof one.value === 'string');
  const main = all.find(({ role }) => /main|headline/i.test(String(role ?? ''))) ?? all[0];
  return String(main?.value ?? '');
}

/** The pictures of an item: named in versions 1 and 2, in a list in version 3. */
const pictures = (associations: unknown): readonly Fields[] =>
  (Array.isArray(associations) ? associations : isObject(associations) ? Object.values(associations) : [])
    .filter(isObject)
    .filter(({ type }) => type === 'picture' || type === 'graphic' || type === 'video');
