import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../server/src/house/ledger.ts';
import { wordingOf } from '../../server/src/house/wording.ts';

const CODE = 'attribution/unattributed-claim';
const fingerprint = (sentence: string) => fingerprintOf(CODE, [sentence]);

const WORDS =
  `the council mayor rebels seized town café Straße naïve O’Brien’s don’t Zoë İzmir ΟΔΟΣ Київ 東京 it’s its
   well police hospital bridge`.split(/\s+/u);
const FIGURES = [
  '12',
  '14',
  '1,200',
  '1.5',
  '15',
  '.5',
  '1/2',
  '10:30',
  '3rd',
  '5km',
  '½',
  '10²',
  '٣',
  '$5',
  '£5m',
  '7%',
];

/** A sentence in parts, so that a change is known to be one of words or one of looks. */
interface Part {
  readonly token: string;
  /** What stands between it and the part before. */
  readonly gap: 'space' | 'dash' | 'hyphen' | 'comma';
  readonly quoted: 'no' | 'single' | 'double';
}

const tokens = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...FIGURES));
const part: fc.Arbitrary<Part> = fc.record({
  token: tokens,
  gap: fc.constantFrom('space', 'space', 'space', 'dash', 'hyphen', 'comma'),
  quoted: fc.constantFrom('no', 'no', 'no', 'single', 'double'),
});
const sentence = fc.array(part, { minLength: 1, maxLength: 12 });

/** How one copy of a sentence is set; every choice is a matter of looks. */
const looks = fc.record({
  form: fc.constantFrom('NFC', 'NFD'),
  letters: fc.constantFrom('as written', 'capitals', 'small'),
  space: fc.constantFrom(' ', '  ', '\u00a0', '\n', '\r\n', '\t', '\u2009', ' \u200b'),
  dash: fc.constantFrom(' — ', '—', ' – ', ' -- ', ' ― '),
  hyphen: fc.constantFrom('-', '‐', '\u2011'),
  single: fc.constantFrom(['‘', '’'], ["'", "'"], ['‚', '‘'], ['“', '”']),
  double: fc.constantFrom(['“', '”'], ['"', '"'], ['«', '»'], ['„', '“'], ["'", "'"]),
  apostrophe: fc.constantFrom('’', "'", 'ʼ', '‘'),
  softHyphens: fc.boolean(),
  end: fc.constantFrom('.', '', '…', '.”'),
});
type Looks = typeof looks extends fc.Arbitrary<infer T> ? T : never;

function set(parts: readonly Part[], look: Looks): string {
  const gaps = { space: look.space, dash: look.dash, hyphen: look.hyphen, comma: `,${look.space}` };
  const text = parts
    .map(({ token, gap, quoted }, at) => {
      // a hyphen straight before a figure is a minus sign
      const between = gap === 'hyphen' && /^[.\p{Sc}]?\p{Nd}/u.test(token) ? look.space : gaps[gap];
      const [open, close] = quoted === 'no' ? ['', ''] : look[quoted];
      const soft =
        look.softHyphens && /^\p{L}{4,}$/u.test(token)
          ? `${token.slice(0, 2)}\u00ad${token.slice(2)}`
          : token;
      return (at === 0 ? '' : between) + open + soft.replaceAll('’', look.apostrophe) + close;
    })
    .join('');
  const cased =
    look.letters === 'capitals' ? text.toUpperCase() : look.letters === 'small' ? text.toLowerCase() : text;
  return `${cased}${look.end}`.normalize(look.form);
}

describe('the fingerprint of a sentence', () => {
  test('is the same however the sentence is set', () => {
    fc.assert(
      fc.property(sentence, looks, looks, (parts, one, other) => {
        expect(fingerprint(set(parts, one))).toBe(fingerprint(set(parts, other)));
      }),
      { numRuns: 2000 },
    );
  });

  test('changes with any word or figure that is changed, added or taken away', () => {
    const edit = fc.constantFrom('change', 'add', 'take away');
    fc.assert(
      fc.property(sentence, looks, looks, fc.nat(), tokens, edit, (parts, one, other, place, token, kind) => {
        const at = place % parts.length;
        const changed: readonly Part[] = parts.flatMap((part, i): readonly Part[] => {
          if (i !== at) return [part];
          if (kind === 'take away') return [];
          return kind === 'change' ? [{ ...part, token }] : [part, { token, gap: 'space', quoted: 'no' }];
        });
        const same = wordingOf(parts[at]?.token ?? '') === wordingOf(token);
        fc.pre(!(kind === 'change' && same) && changed.length > 0);
        expect(fingerprint(set(changed, other))).not.toBe(fingerprint(set(parts, one)));
      }),
      { numRuns: 2000 },
    );
  });

  test('changes with any digit', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 7), fc.nat(10 ** 7), (a, b) => {
        fc.pre(a !== b);
        expect(fingerprint(`Some ${a} people fled.`)).not.toBe(fingerprint(`Some ${b} people fled.`));
      }),
    );
  });

  test('is set for any text at all, and the same for each of its Unicode forms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(fingerprint(text.normalize('NFD'))).toBe(fingerprint(text.normalize('NFC')));
        expect(fingerprint(text)).toMatch(/^1-[0-9a-f]{16}$/u);
      }),
    );
  });

  test('differs from code to code', () => {
    expect(fingerprintOf('quotes/unclosed', ['He left.'])).not.toBe(fingerprintOf(CODE, ['He left.']));
  });
});
