import type { Lexicon } from '../../language/lexicon.ts';
import { setOf } from '../../language/tags.ts';
import { baseOfParticiple, baseOfPast, formsOf, possibleBases, type VerbForm } from '../../language/verbs.ts';
import type { Doubt, Proposal } from '../../phrasing/index.ts';

/** What an editor is told of a doubt; places are offsets in the sentence. */
export interface Told {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: Replacement | undefined;
}

/** A fix of words that stand together. */
export interface Replacement {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit likelier than this is the one the model would make. */
const LIKELY = 0.5;

/**
 * Says a doubt in plain words, with its fix where one stands out by far. Edits that come to the same words count together (the
 * past and the participle of “plan”; either “the” of two); edits of several words that are each likely are one fix (“is to will”
 * needs two words deleted), as likely as the least of them.
 */
export function tell(doubt: Doubt, sentence: string, lexicon: Lexicon): Told {
  const fixes = new Map<string, { fix: Replacement; likely: number; sure: number }>();
  for (const proposal of doubt.edits) {
    const fix = replacementOf(proposal, sentence, lexicon);
    if (fix === undefined) continue;
    const fixed = sentence.slice(0, fix.start) + fix.text + sentence.slice(fix.end);
    const known = fixes.get(fixed);
    fixes.set(fixed, {
      fix: known?.fix ?? fix,
      likely: (known?.likely ?? 0) + proposal.probability,
      sure: Math.max(known?.sure ?? 0, proposal.sure),
    });
  }
  const best = [...fixes.values()].sort((a, b) => b.likely - a.likely);
  const made = best.filter(({ likely }) => likely >= LIKELY);
  const fix =
    made.length > 0 && made.every(({ likely, sure }) => likely >= sure)
      ? together(
          made.map((one) => one.fix),
          sentence,
        )
      : undefined;
  return { ...messageOf(doubt, sentence, fix), fix };
}

/** Several fixes as one; none where they touch the same words. */
function together(fixes: readonly Replacement[], sentence: string): Replacement | undefined {
  const [first, ...others] = [...fixes].sort((a, b) => a.start - b.start);
  if (first === undefined || others.length === 0) return first;
  let { end, text } = first;
  for (const next of others) {
    if (next.start < end) return undefined;
    text += sentence.slice(end, next.start) + next.text;
    ({ end } = next);
  }
  const title =
    text === ''
      ? `Delete “${sentence.slice(first.start, end).trim()}”`
      : `Replace “${sentence.slice(first.start, end).trim()}” with “${text.trim()}”`;
  return { title, start: first.start, end, text };
}

function messageOf(
  { start, end, kind }: Doubt,
  sentence: string,
  fix: Replacement | undefined,
): Omit<Told, 'fix'> {
  if (kind === 'missing') {
    // nothing marks the place where nothing stands: the words on both sides do
    const from = wordBefore(sentence, start);
    const shown = sentence.slice(from, end);
    const message =
      fix === undefined || fix.start < from || fix.end > end
        ? `“${shown}”: a word may be missing.`
        : `A word may be missing: “${sentence.slice(from, fix.start)}${fix.text}${sentence.slice(fix.end, end)}”?`;
    return { start: from, end, message };
  }
  const shown = sentence.slice(start, end);
  if (kind === 'extra') {
    return {
      start,
      end,
      message: `“${shown}”: a word may be left over here, or two wordings run into each other.`,
    };
  }
  const due = fix === undefined ? '' : ` Should it be “${fix.text}”?`;
  return { start, end, message: `“${shown}”: this may be the wrong word or the wrong form.${due}` };
}

function replacementOf(
  { start, end, edit }: Proposal,
  sentence: string,
  lexicon: Lexicon,
): Replacement | undefined {
  const word = sentence.slice(start, end);
  const [action = '', what = ''] = edit.split(/:(.*)/su);
  const isFirst = !/[\p{L}\p{N}]/u.test(sentence.slice(0, start));
  if (what === '?') return undefined;
  if (action === 'delete') {
    // what then opens the sentence would need a capital, which is more than the title names
    if (isFirst) return undefined;
    const title = `Delete “${word}”`;
    const after = /^\s+/u.exec(sentence.slice(end))?.[0].length ?? 0;
    if (after > 0) return { title, start, end: end + after, text: '' };
    const before = /\s+$/u.exec(sentence.slice(0, start))?.[0].length ?? 0;
    return { title, start: start - before, end, text: '' };
  }
  if (action === 'insert') {
    if (isFirst) return undefined;
    if (/^\p{P}$/u.test(what)) {
      const from = start - (/\s+$/u.exec(sentence.slice(0, start))?.[0].length ?? 0);
      return { title: `Insert “${what}” before “${word}”`, start: from, end, text: `${what} ${word}` };
    }
    return { title: `Insert “${what}” before “${word}”`, start, end, text: `${what} ${word}` };
  }
  if (action === 'swap') {
    const [, gap = '', next = ''] = /^(\s+)([\p{L}\p{N}'’-]+)/u.exec(sentence.slice(end)) ?? [];
    if (isFirst || next === '') return undefined;
    const text = `${next}${gap}${word}`;
    return { title: `Replace with “${text}”`, start, end: end + gap.length + next.length, text };
  }
  const text = replacement(action, what, word, lexicon);
  if (text === undefined || text === word) return undefined;
  return { title: `Replace “${word}” with “${text}”`, start, end, text };
}

function replacement(action: string, what: string, word: string, lexicon: Lexicon): string | undefined {
  const small = word.toLowerCase();
  const text =
    action === 'replace'
      ? what
      : action === 'verb'
        ? verbForm(small, what as VerbForm, lexicon)
        : nounForm(small, what, lexicon);
  if (text === undefined) return undefined;
  return /^\p{Lu}\P{Lu}*$/u.test(word) && text !== 'I' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const VERB_BASE = setOf('VB', 'VBP');

/** Forms that follow no table; “was” or “were” is left to the editor. */
const ODD: ReadonlyMap<
  string,
  readonly [base: string, s: string, past: string | undefined, participle: string, ing: string]
> = new Map(
  [
    ['am are be been being is was were', 'be is - been being'],
    ['had has have having', 'have has had had having'],
    ['did do does doing done', 'do does did done doing'],
    ['go goes going gone went', 'go goes went gone going'],
  ].flatMap(([words = '', forms = '']) => {
    const [base = '', s = '', past = '', participle = '', ing = ''] = forms.split(' ');
    return words
      .split(' ')
      .map((word) => [word, [base, s, past === '-' ? undefined : past, participle, ing]] as const);
  }),
);
const ORDER: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];

/** Another form of a verb, if it is clear of which verb. */
function verbForm(word: string, form: VerbForm, lexicon: Lexicon): string | undefined {
  const odd = ODD.get(word);
  if (odd !== undefined) return odd[ORDER.indexOf(form)];
  const base = baseOfPast(word) ?? baseOfParticiple(word) ?? baseIn(word, lexicon);
  if (base === undefined) return undefined;
  const forms = formsOf(base);
  const found = forms.filter(([, kind]) => kind === form).map(([one]) => one);
  if (found.length === 0 && form === 'participle') return verbForm(word, 'past', lexicon);
  // of two spellings, the one that is known
  return found.find((one) => lexicon.possibleTags(one) !== 0) ?? found[0];
}

function baseIn(word: string, lexicon: Lexicon): string | undefined {
  const isVerb = (base: string): boolean => (lexicon.possibleTags(base) & VERB_BASE) !== 0;
  if (isVerb(word)) return word;
  const ending = (['ing', 'ed', 's'] as const).find((one) => word.endsWith(one));
  if (ending === undefined) return undefined;
  return possibleBases(word, ending)
    .filter(isVerb)
    .sort((a, b) => lexicon.logFrequency(b) - lexicon.logFrequency(a))[0];
}

/** The other number of a noun, if the lexicon knows it as one. */
function nounForm(word: string, number: string, lexicon: Lexicon): string | undefined {
  const plurals = formsOf(word)
    .filter(([, kind]) => kind === 's')
    .map(([form]) => form);
  const found = number === 'plural' ? plurals : possibleBases(word, 's');
  const due = setOf(number === 'plural' ? 'NNS' : 'NN');
  return found.find((one) => (lexicon.possibleTags(one) & due) !== 0);
}

/** Where the word before a place starts. */
const wordBefore = (sentence: string, place: number): number =>
  place - (/[\p{L}\p{N}'’-]+\s+$/u.exec(sentence.slice(0, place))?.[0].length ?? 0);
