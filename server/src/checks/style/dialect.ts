import { outsideAddresses } from '../../draft/addresses.ts';
import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';
import { startsSmall } from '../../language/tokens.ts';
import type { Raised } from '../check.ts';
import type { Marked } from '../summaries.ts';
import { inflected } from '../wording/forms.ts';
import AMERICAN_NEWS from '../wording/lists/american-news.json' with { type: 'json' };

export const DIALECT_CODE = 'style/dialect';

/**
 * Pairs that tell British from American copy, British first, as the spelling guides of the Guardian and AP have them. Words
 * that both use (organize, program, license, check) are left out, and so are endings in -ize, which many British houses keep.
 */
const PAIRS = `colour color, colours colors, coloured colored, colourful colorful, favour favor, favours favors, favoured favored,
favourite favorite, favourites favorites, favourable favorable, honour honor, honours honors, honoured honored, labour labor, labourer laborer, labourers laborers,
neighbour neighbor, neighbours neighbors, neighbouring neighboring, neighbourhood neighborhood, neighbourhoods neighborhoods, behaviour behavior,
rumour rumor, rumours rumors, humour humor, harbour harbor, harbours harbors, armour armor, armoured armored, endeavour endeavor, flavour flavor,
flavours flavors, vapour vapor, odour odor, parlour parlor, rigour rigor, vigour vigor, savour savor, tumour tumor, tumours tumors, valour valor,
centre center, centres centers, centred centered, theatre theater, theatres theaters, metre meter, metres meters, kilometre kilometer, kilometres kilometers,
litre liter, litres liters, fibre fiber, calibre caliber, sombre somber, spectre specter, defence defense, offence offense, offences offenses, pretence pretense,
travelled traveled, travelling traveling, traveller traveler, travellers travelers, cancelled canceled, cancelling canceling, labelled labeled,
labelling labeling, modelled modeled, modelling modeling, signalled signaled, fuelled fueled, fuelling fueling, marvelled marveled, quarrelled quarreled,
counsellor counselor, counsellors counselors, jewellery jewelry, enrol enroll, enrolment enrollment, fulfil fulfill, fulfilment fulfillment,
skilful skillful, wilful willful, instalment installment, analyse analyze, analysed analyzed, analysing analyzing, paralysed paralyzed, paralyse paralyze,
cheque check, grey gray, plough plow, ploughed plowed, sceptic skeptic, sceptics skeptics, sceptical skeptical, scepticism skepticism,
mould mold, mouldy moldy, moustache mustache, pyjamas pajamas, tyre tire, tyres tires, kerb curb, aluminium aluminum, aeroplane airplane, aeroplanes airplanes,
manoeuvre maneuver, manoeuvres maneuvers, paediatric pediatric, anaemia anemia, anaesthetic anesthetic, oestrogen estrogen, haemorrhage hemorrhage, storey story`;
/** Pairs of which one spelling is a common word of the other side too: they tell nothing. */
const TWO_SENSES = new Set([
  'dialog',
  'check',
  'tire',
  'tires',
  'curb',
  'story',
  'catalog',
  'mold',
  'meter',
  'meters',
]);

const BRITISH = new Map<string, string>();
const AMERICAN = new Map<string, string>();
for (const pair of PAIRS.split(/,\s*/u)) {
  const [british = '', american = ''] = pair.trim().split(' ');
  BRITISH.set(british, american);
  if (TWO_SENSES.has(american)) continue;
  AMERICAN.set(american, british);
  for (const [form, other] of inflected(british, american))
    if (form !== other && !BRITISH.has(form)) BRITISH.set(form, other);
  for (const [form, other] of inflected(american, british))
    if (form !== other && !AMERICAN.has(form)) AMERICAN.set(form, other);
}

/**
 * Spellings that only British copy has, though not all of it: -ise and its kin beside -ize, programme beside a computer's program. They
 * are wrong in an American house, and tell nothing of a draft that keeps to neither side.
 */
const NOT_AMERICAN = new Map<string, string>();
for (const [american, others] of Object.entries(AMERICAN_NEWS))
  for (const british of others)
    if (/is(?:e|ation|er)$|^programme$/u.test(british))
      for (const [form, other] of inflected(british, american)) NOT_AMERICAN.set(form, other);

/** A word that is spelled on one side of the Atlantic only; the span is in UTF-16 offsets of the paragraph's text. */
export interface DialectWord extends Span {
  readonly side: 'British' | 'American';
  readonly other: string;
  /** It tells the side only where the house keeps to the other one. */
  readonly faint: boolean;
}

/** The words of a paragraph that tell its dialect; names (Labor Department), addresses and quotes are left out. */
export function dialectOf(prose: Prose): readonly DialectWord[] {
  const found: DialectWord[] = [];
  for (const word of outsideAddresses(prose.text, prose.words)) {
    if (word.text.length < 4 || !(startsSmall(word.text) || /^\p{Ll}/u.test(word.text))) continue;
    const firm = BRITISH.get(word.text);
    const american = firm ?? NOT_AMERICAN.get(word.text);
    const british = american === undefined ? AMERICAN.get(word.text) : undefined;
    const other = american ?? british;
    if (other === undefined || inQuote(prose.quotes, word)) continue;
    found.push({
      start: word.start,
      end: word.end,
      side: american === undefined ? 'American' : 'British',
      other,
      faint: american !== undefined && firm === undefined,
    });
  }
  return found;
}

interface PlacedWord {
  readonly word: DialectWord;
  readonly paragraph: Paragraph;
}

/**
 * What a draft's spellings give rise to: where the house keeps to one side, a hint on each word of the other; else one hint
 * for a draft that mixes them, on the first word of the rarer side.
 * @param house one of `DIALECTS`.
 */
export function* dialectFindings(
  draft: Draft,
  marks: readonly Marked<readonly DialectWord[]>[],
  house: string,
): Iterable<Raised> {
  if (house === 'either') return yield* mixedSpellings(draft, marks);
  const right = house === 'british' ? 'British' : 'American';
  for (const { at, value } of marks) {
    const paragraph = draft.paragraphs[at] as Paragraph;
    for (const word of value) if (word.side !== right) yield houseSpelling({ word, paragraph }, right);
  }
}

function houseSpelling({ word, paragraph }: PlacedWord, right: DialectWord['side']): Raised {
  const span = toSource(paragraph, word);
  return {
    code: DIALECT_CODE,
    span,
    message: `House style is ${right} spelling: “${word.other}”.`,
    fixes: isUnbroken(paragraph, word)
      ? [
          {
            title: `Replace with “${word.other}”`,
            edits: [{ span, text: word.other }],
            safe: false,
            preferred: true,
          },
        ]
      : [],
  };
}

function* mixedSpellings(draft: Draft, marks: readonly Marked<readonly DialectWord[]>[]): Iterable<Raised> {
  let british = 0;
  let all = 0;
  for (const { value } of marks) {
    const telling = value.filter(({ faint }) => !faint);
    for (const { side } of telling) if (side === 'British') british += 1;
    all += telling.length;
  }
  if (british === 0 || british === all) return;
  const rarer = british * 2 < all ? 'British' : 'American';
  const few: PlacedWord[] = [];
  let usual: PlacedWord | undefined;
  for (const { at, value } of marks) {
    for (const word of value) {
      if (word.faint) continue;
      if (word.side !== rarer && usual !== undefined) continue;
      const placed = { word, paragraph: draft.paragraphs[at] as Paragraph };
      if (word.side === rarer) few.push(placed);
      else usual = placed;
    }
  }
  const [odd] = few;
  if (odd === undefined || usual === undefined) return;
  const textOf = ({ word, paragraph }: PlacedWord) => paragraph.prose.text.slice(word.start, word.end);
  const spanOf = ({ word, paragraph }: PlacedWord) => toSource(paragraph, word);
  const places = few.slice(0, MOST_PLACES);
  yield {
    code: DIALECT_CODE,
    span: spanOf(odd),
    message: `“${textOf(odd)}” is spelled the ${odd.word.side} way, and “${textOf(usual)}” the ${usual.word.side} way. Please keep to one.`,
    related: [
      { span: spanOf(usual), message: `The ${usual.word.side} spelling` },
      ...places.slice(1).map((one) => ({ span: spanOf(one), message: `${one.word.side} here too` })),
    ],
    fixes:
      places.length === few.length && few.every(({ word, paragraph }) => isUnbroken(paragraph, word))
        ? [
            {
              title:
                few.length === 1
                  ? `Replace with “${odd.word.other}”`
                  : `Use ${usual.word.side} spellings in all ${few.length} places`,
              edits: few.map((one) => ({ span: spanOf(one), text: one.word.other })),
              safe: false,
            },
          ]
        : [],
  };
}

/** Words are changed at once only where every one can be shown with the hint. */
const MOST_PLACES = 12;
