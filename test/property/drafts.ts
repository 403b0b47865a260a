import fc from 'fast-check';
import type { Format } from '../../server/src/draft/draft.ts';
import { type Told, writeExtracted } from '../../server/src/draft/extracted.ts';
import type { Change } from '../../server/src/draft/plain.ts';
import { type Chance, chanceFrom } from '../corpus/chance.ts';

/**
 * How often and from where properties are tried. A plain run tries the same drafts each time; PROPERTY_RUNS and
 * PROPERTY_SEED try more of them, or others (`PROPERTY_RUNS=5000 PROPERTY_SEED=7 npm run test:property`).
 */
export const tried = (runs = 100): { numRuns: number; seed: number } => ({
  numRuns: Number(process.env.PROPERTY_RUNS ?? runs),
  seed: Number(process.env.PROPERTY_SEED ?? 1),
});

/** Time for a property that is tried more often than usual, in milliseconds. */
export const PATIENCE = process.env.PROPERTY_RUNS === undefined ? 600_000 : 6 * 3_600_000;

const STOCK =
  `council harbour minister voted river budget school teacher union pilots ferry storm police hospital nurses
  farmers wheat prices market inquiry report judge appeal bridge tunnel railway station airport strike pension tax
  reform parliament deputy mayor election ballot turnout district border convoy ceasefire talks envoy aid shelter flood
  drought reservoir pipeline turbine factory workers wages inflation bank lender mortgage rent tenants landlord museum
  gallery painter novel festival concert singer striker keeper captain coach league stadium record relay swimmer doctor
  vaccine trial patient clinic virus laboratory satellite rocket launch engineer software outage network breach regulator
  fine merger shares profit retailer warehouse driver lorry port customs fishery trawler quota island lighthouse village
  quarry forest warden wolves moorland footpath chapel bishop choir archive`.split(/\s+/u);

const ODD = [
  'café',
  'cafe\u0301',
  'naïve',
  'Zoë',
  '👍',
  '👩‍👩‍👧',
  '🇺🇦',
  '𝔘𝔫𝔦',
  'Łódź',
  '42',
  '1,200',
  '£3.5m',
  'U.S.',
  'Mr.',
  '—',
  '–',
];

/** A word of our own stock; now and then one with accents, an emoji or a figure. */
export const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...STOCK) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);

/** A sentence of 4 to 14 words; some are quotes. */
export const sentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(word, { minLength: 4, maxLength: 14 }),
    fc.constantFrom('.', '.', '.', '?', '!', '…', '.”', ''),
    fc.constantFrom('', '', '', '“', '"', "'"),
  )
  .map(([words, stop, quote]) => {
    const said = words.join(' ');
    return `${quote}${said.charAt(0).toUpperCase()}${said.slice(1)}${stop}${quote === '“' && stop !== '.”' ? '”' : quote === '“' ? '' : quote}`;
  });

const furniture = fc.constantFrom(
  'By Mara Quill',
  'ELLMOUTH, March 4 —',
  '12:30',
  'What happens next',
  '- bring a coat',
  '2. the second item',
  '> He went on',
  '>',
  '- ',
  'Photo: the harbour at dawn',
);

/** A paragraph: mostly one to four sentences, now and then a line of another kind. */
export const paragraph: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' ')),
  },
  { weight: 1, arbitrary: furniture },
);

export type Shape = 'blank lines' | 'one line each' | 'wrapped';
export const shape: fc.Arbitrary<Shape> = fc.constantFrom('blank lines', 'one line each', 'wrapped');
export const lineEnd: fc.Arbitrary<string> = fc.constantFrom('\n', '\r\n', '\r');

/** Sets paragraphs in one of the shapes that plain text comes in; `width` counts for the wrapped one. */
export function setIn(paragraphs: readonly string[], shape: Shape, eol: string, width: number): string {
  if (shape === 'one line each') return paragraphs.join(eol);
  const set = shape === 'wrapped' ? paragraphs.map((text) => wrap(text, width, eol)) : paragraphs;
  return set.join(eol + eol);
}

function wrap(text: string, width: number, eol: string): string {
  const lines: string[] = [];
  let line = '';
  for (const one of text.split(' ')) {
    if (line !== '' && line.length + 1 + one.length > width) {
      lines.push(line);
      line = one;
    } else line = line === '' ? one : `${line} ${one}`;
  }
  return [...lines, line].join(eol);
}

/** Long lines with hard-wrapped paragraphs and lines without blank lines among them, as pasting leaves them. */
function setMixed(paragraphs: readonly string[], eol: string, width: number): string {
  return paragraphs
    .map((text) => {
      const set = text.length % 3 === 1 ? text : wrap(text, width, eol);
      return set + (text.length % 5 === 0 ? eol : eol + eol);
    })
    .join('');
}

/** A draft of plain text in any shape, with any line ends; some are longer than the part a shape is told from. */
export const plainDraft: fc.Arbitrary<string> = fc
  .record({
    paragraphs: fc.array(paragraph, { minLength: 0, maxLength: 18 }),
    times: fc.constantFrom(1, 1, 1, 1, 12),
    shape: fc.oneof({ weight: 3, arbitrary: shape }, { weight: 1, arbitrary: fc.constant('mixed' as const) }),
    eol: lineEnd,
    width: fc.integer({ min: 44, max: 90 }),
    bom: fc.constantFrom('', '', '\ufeff', '---\ntitle: a day\n---\n'),
    end: fc.constantFrom('', '\n', '\r\n\r\n', '  \n'),
  })
  .map(({ paragraphs, times, shape, eol, width, bom, end }) => {
    const all = Array.from({ length: times }, () => paragraphs).flat();
    return bom + (shape === 'mixed' ? setMixed(all, eol, width) : setIn(all, shape, eol, width)) + end;
  });

/** An edit that can be made to any text: where, as a share of its length, how much goes and what comes. */
export interface AnyEdit {
  readonly at: number;
  readonly where: 'anywhere' | 'at a line end' | 'where the sample ends';
  readonly cut: number;
  readonly put: string;
  /** Pastes what stands there already, from this share of the text on, in place of `put`. */
  readonly paste: { readonly from: number; readonly length: number } | undefined;
}

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  where: fc.constantFrom('anywhere', 'anywhere', 'at a line end', 'at a line end', 'where the sample ends'),
  cut: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(400) },
    { weight: 1, arbitrary: fc.nat(20_000) },
  ),
  put: fc.oneof(
    fc.constantFrom(
      '',
      'a',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      '\n\n\n',
      '\t',
      '.',
      '“',
      '"',
      '\ufeff',
      '- ',
      '> ',
      '👍',
      '\u0301',
      '\ud83d',
    ),
    word,
    sentence,
    fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((all) => `\n\n${all.join('\n\n')}`),
  ),
  paste: fc.option(fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(2_000) }), {
    nil: undefined,
    freq: 4,
  }),
});

/** Makes an edit; the change is in UTF-16 offsets, as an editor tells it. */
export function makeEdit(text: string, edit: AnyEdit): { readonly text: string; readonly change: Change } {
  const start = Math.min(text.length, placeOf(text, edit));
  const end = Math.min(text.length, start + edit.cut);
  const from = Math.floor((edit.paste?.from ?? 0) * text.length);
  const put = edit.paste === undefined ? edit.put : text.slice(from, from + edit.paste.length);
  return {
    text: text.slice(0, start) + put + text.slice(end),
    change: { start, end, newEnd: start + put.length },
  };
}

function placeOf(text: string, { at, where }: AnyEdit): number {
  const place = Math.round(at * text.length);
  if (where === 'where the sample ends') return 16_000 - Math.round(at * 3) + 1;
  if (where === 'anywhere') return place;
  const lineEnd = text.slice(place).search(/[\r\n]/u);
  return lineEnd < 0 ? text.length : place + lineEnd + (Math.round(at * 97) % 3);
}

const styled: fc.Arbitrary<string> = fc.tuple(word, fc.nat(14)).map(([text, style]) => {
  switch (style) {
    case 0:
      return `*${text}*`;
    case 1:
      return `**${text}**`;
    case 2:
      return `[${text}](https://example.org/a_b "title")`;
    case 3:
      return `${text} &amp; ${text}`;
    case 4:
      return `\\*${text}`;
    case 5:
      return `${text}\\\n${text}`;
    case 6:
      return `${text}  \n${text}`;
    case 7:
      return `\`code\` ${text}`;
    case 8:
      return `![alt](a.png) ${text}`;
    case 9:
      return `~~${text}~~`;
    case 10:
      return `${text} &NotEqualTilde; &#x1F600; &nbsp;${text} at AT&T; ${text}`;
    case 11:
      return `<b>${text}</b>`;
    case 12:
      return `${text}\n${text}`;
    default:
      return text;
  }
});

const markdownBlock: fc.Arbitrary<string> = fc
  .tuple(fc.array(styled, { minLength: 1, maxLength: 20 }), fc.nat(9))
  .map(([words, block]) => {
    const text = words.join(' ');
    switch (block) {
      case 0:
        return `## ${text.replaceAll(/\\?\s*\n/gu, ' ')}`;
      case 1:
        return `> ${text.replaceAll('\n', '\n> ')}`;
      case 2:
        return `- ${text.replaceAll('\n', '\n  ')}\n- second\n  - nested ${words[0]}`;
      case 3:
        return `1. ${text.replaceAll('\n', '\n   ')}\n\n   more\n2. next`;
      case 4:
        return `| a | b |\n| - | - |\n| ${text.replaceAll(/\\?\s*\n/gu, ' ')} | c |`;
      case 5:
        return `> - ${text.replaceAll('\n', '\n>   ')}`;
      case 6:
        return `${text}\n===`;
      default:
        return text;
    }
  });

const HEADS = [
  '---\nheadline: A draft\n---\n',
  '---\nheadline: "The \\"old\\" pier"\ncaption: \'The mayor\'\'s boat\'\n---\n',
  '---\ndek: >-\n  The pier shuts\n  in May.\n\n  It opens in June.\nimages:\n  - url: a.png\n    caption: The pier\n      at dawn\n---\n',
  '{\n  "headline": "A draft",\n  "a": [{ "caption": "Of a \\"pier\\"" }]\n}\n',
  '+++\nheadline = "A draft"\nstandfirst = \'Of a pier\'\n+++\n',
];

/** A draft in Markdown, with marks of every kind in and around its words. */
export const markdownDraft: fc.Arbitrary<string> = fc
  .tuple(fc.array(markdownBlock, { maxLength: 8 }), fc.constantFrom('', '', '\ufeff', ...HEADS), lineEnd)
  .map(([blocks, head, eol]) => (head + blocks.join('\n\n')).replaceAll('\n', eol));

const tagged: fc.Arbitrary<string> = fc.tuple(word, fc.nat(14)).map(([text, style]) => {
  switch (style) {
    case 0:
      return `<em>${text}</em>`;
    case 1:
      return `<a href="https://example.org/?a=1&amp;b=2" title="${text} ${text}">${text}</a>`;
    case 2:
      return `${text} &amp; ${text}&nbsp;${text}`;
    case 3:
      return `${text}&#146;s &#x1F600; at AT&T; ${text}&copy`;
    case 4:
      return `<code>${text}</code>`;
    case 5:
      return `${text}<br>${text}`;
    case 6:
      return `${text}<br/>\n<br>${text}`;
    case 7:
      return `<img src="a.png" alt="${text}">${text}`;
    case 8:
      return `<!-- ${text} -->${text}`;
    case 9:
      return `<del>${text}</del>${text}<sup><a href="#f">1</a></sup>`;
    case 10:
      return `<span hidden>${text}</span>`;
    case 11:
      return `${text}\n    ${text}`;
    default:
      return text;
  }
});

/** A page or a part of one, some of it broken. */
export const htmlDraft: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.array(tagged, { minLength: 1, maxLength: 20 }).map((words) => words.join(' ')),
        fc.constantFrom(
          (text: string) => `<p>${text}</p>`,
          (text: string) => `<p>${text}`,
          (text: string) => `<h2 class="a">${text}</h2>`,
          (text: string) => `<ul>\n  <li>${text}</li>\n  <li>second</ul>`,
          (text: string) => `<blockquote><p>${text}</p></blockquote>`,
          (text: string) => `<table><tr><td>${text}</td><td>c</table>`,
          (text: string) => `<table>${text}<tr><td>c</td></tr></table>`,
          (text: string) => `<nav>${text}</nav>`,
          (text: string) => `<div>${text}<p>and</p>more</div>`,
          (text: string) => `<figure><img src="a"><figcaption>${text}</figcaption></figure>`,
          (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`,
          (text: string) => `<b><p>${text}</b></p>`,
          (text: string) => text,
        ),
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom('', '---\nheadline: A draft\n---\n', '\ufeff', '<!doctype html><title>a</title><main>'),
    lineEnd,
  )
  .map(([blocks, head, eol]) =>
    (head + blocks.map(([text, set]) => set(text)).join('\n')).replaceAll('\n', eol),
  );

/** The text of a document, a paragraph a line. */
export const extractedDraft: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      paragraph,
      fc.constantFrom<Told['kind']>(
        'prose',
        'prose',
        'prose',
        'heading',
        'list-item',
        'quotation',
        'cell',
        'caption',
      ),
    ),
    { maxLength: 18 },
  )
  .map((told) => writeExtracted(told.map(([text, kind]) => ({ text, kind }))));

const ownWords = [...'bdfgklmnprst'].flatMap((first) =>
  [...'aeiou'].flatMap((vowel) => [...'lmnrst'].map((last) => `${first}${vowel}${last}${vowel}n`)),
);

/** Paragraphs of 18 to 60 made-up words, no two of them alike and no word twice in a row. */
export const ownParagraphs: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.nat(), fc.integer({ min: 3, max: 14 }))
  .map(([seed, count]) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: count }, () => ownParagraph(chance));
  });

function ownParagraph(chance: Chance): string {
  const sentences: string[] = [];
  let last = '';
  for (let s = chance.between(2, 4); s > 0; s -= 1) {
    const words: string[] = [];
    for (let w = chance.between(9, 15); w > 0; w -= 1) {
      last = chance.pick(ownWords.filter((word) => word !== last));
      words.push(last);
    }
    const said = words.join(' ');
    sentences.push(`${said.charAt(0).toUpperCase()}${said.slice(1)}.`);
  }
  return sentences.join(' ');
}

/** A draft of each format; one that is not here yet does not compile. */
export const DRAFTS: Readonly<Record<Format, fc.Arbitrary<string>>> = {
  plain: plainDraft,
  markdown: markdownDraft,
  html: htmlDraft,
  extracted: extractedDraft,
};
