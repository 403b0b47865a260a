import { wordSet } from './closed-class.ts';
import IRREGULAR from './verbs.json' with { type: 'json' };

/** The form a verb stands in. `past` stands for past tense and past participle where they are the same word. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** What a verb that does not simply take -ed makes of its past, the commonest form first. */
interface Forms {
  readonly base: string;
  readonly pasts: readonly string[];
  readonly participles: readonly string[];
}

// `verbs.json`: base, past, participle; several forms of one, as "got/gotten", are set apart by a stroke
const FORMS: readonly Forms[] = Object.entries(IRREGULAR).map(([base, [past = '', participle = '']]) => ({
  base,
  pasts: past.split('/'),
  participles: participle.split('/'),
}));

const BY_BASE = new Map(FORMS.map((forms) => [forms.base, forms]));
const BY_PAST = new Map(FORMS.flatMap((forms) => forms.pasts.map((form) => [form, forms] as const)));
const BY_PARTICIPLE = new Map(
  FORMS.flatMap((forms) => forms.participles.map((form) => [form, forms] as const)),
);

/** Every irregular verb, for training. */
export const irregularVerbs = (): readonly Forms[] => FORMS;

// ---- from the base to its forms

// Longer verbs that are stressed on their last syllable double its last letter as short ones do.
const STRESSED_LAST =
  /^(?:admit|submit|commit|permit|omit|emit|transmit|rebut|abet|abut|regret|refer|infer|prefer|transfer|confer|deter|incur|concur|occur|recur|demur|abhor|equip|wiretap|kidnap|handicap|patrol|control|enrol|extol|compel|expel|propel|repel|dispel|rebel|annul|fulfil)$/u;
const SHORT = /^(?:[^aeiou]*|s?qu)[aeiou][bdgkmnprtvz]$/u;
// British spelling doubles the l of the rest ("relabelled", "funnelled"); American does not
const L_EITHER_WAY = /[^aeiou][aeiou]l$/u;

/** What -ed and -ing are put to: "plan|n", "mak", "panick". Both British and American ones, the American first. */
function stemsOf(base: string): readonly string[] {
  if (STRESSED_LAST.test(base) || SHORT.test(base)) return [base + base.slice(-1)];
  if (/[aeiou]c$/u.test(base)) return [`${base}k`];
  if (L_EITHER_WAY.test(base)) return [base, `${base}l`];
  return [base];
}

function sFormOf(word: string): string {
  if (word.endsWith('z') && SHORT.test(word)) return `${word}zes`;
  if (/(?:s|sh|ch|x|z|o)$/u.test(word)) return `${word}es`;
  return /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

const regularPasts = (base: string): readonly string[] => {
  if (base.endsWith('e')) return [`${base}d`];
  if (/[^aeiou]y$/u.test(base)) return [`${base.slice(0, -1)}ied`];
  return stemsOf(base).map((stem) => `${stem}ed`);
};

const ingForms = (base: string): readonly string[] => {
  if (base.endsWith('ie')) return [`${base.slice(0, -2)}ying`];
  if (/[^eoy]e$/u.test(base)) return [`${base.slice(0, -1)}ing`];
  return stemsOf(base).map((stem) => `${stem}ing`);
};

/** The forms of an English verb: of an irregular one, or by the rules of spelling. What follows a blank ("cover up") stays. */
export function formsOf(lemma: string): readonly (readonly [string, VerbForm])[] {
  const [, base = lemma, tail = ''] = /^(\S+)( .*)?$/su.exec(lemma) ?? [];
  const irregular = BY_BASE.get(base);
  const pasts = irregular?.pasts ?? regularPasts(base);
  const participles = (irregular?.participles ?? []).filter((form) => !pasts.includes(form));
  const forms: readonly (readonly [string, VerbForm])[] = [
    [base, 'base'],
    [sFormOf(base), 's'],
    ...pasts.map((form) => [form, 'past'] as const),
    ...ingForms(base).map((form) => [form, 'ing'] as const),
    ...participles.map((form) => [form, 'participle'] as const),
  ];
  return forms.map(([form, kind]) => [form + tail, kind]);
}

// ---- from a form to its base

/** The base of an irregular past form ("went": go), if it is one. */
export const baseOfPast = (word: string): string | undefined => BY_PAST.get(word)?.base;

/** The base of an irregular participle ("gone": go), if it is one. */
export const baseOfParticiple = (word: string): string | undefined => BY_PARTICIPLE.get(word)?.base;

/** The irregular participle of a base ("go": gone), if it has one. */
export const participleOf = (base: string): string | undefined => BY_BASE.get(base)?.participles[0];

/** Words that are a past form but also something else: "saw", "lay" and so on are no proof of a slip. */
const ALSO_ELSE = wordSet('saw felt found lay bore wound fell left shot bit ground drove');

/** Whether a word is the past of an irregular verb and nothing else: no participle, no base, no noun ("went", "began"). */
export const isOnlyPast = (word: string): boolean =>
  BY_PAST.has(word) && !BY_PARTICIPLE.has(word) && !BY_BASE.has(word) && !ALSO_ELSE.has(word);

/** Whether a word is an irregular participle and not a past form ("gone", "taken"). */
export const isOnlyParticiple = (word: string): boolean =>
  BY_PARTICIPLE.has(word) && !BY_PAST.has(word) && !BY_BASE.has(word);

/** Whether base, past and participle look alike ("put", "cut"), or the base looks like the participle ("come", "run"). */
export const isBaseAndPast = (word: string): boolean =>
  BY_BASE.has(word) && (BY_PAST.has(word) || BY_PARTICIPLE.has(word));

/** The possible bases of a regular -ed, -ing or -s form, best first; the caller asks the lexicon which of them is a verb. */
export function possibleBases(word: string, ending: 'ed' | 'ing' | 's'): readonly string[] {
  if (ending === 's') {
    if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
    return word.endsWith('es') ? [word.slice(0, -1), word.slice(0, -2)] : [word.slice(0, -1)];
  }
  const stem = word.slice(0, -ending.length);
  const bases = [`${stem}e`, stem];
  if (/(.)\1$/u.test(stem) || stem.endsWith('ck')) bases.push(stem.slice(0, -1));
  if (ending === 'ed' && stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`);
  if (ending === 'ing' && stem.endsWith('y')) bases.push(`${stem.slice(0, -1)}ie`);
  return bases;
}

/** Whether a word is a past form and a participle at once, and no base: "brought", "told", "made". */
export const isPastAndParticiple = (word: string): boolean =>
  BY_PAST.has(word) && BY_PARTICIPLE.has(word) && !BY_BASE.has(word);

// Pasts that are as often a base or a noun: they are no proof that a verb stands there.
const SELDOM_PAST = wordSet('bet bid bore cast cost forecast rid shed thrust upset wound');

/** Whether a word can hardly be anything but a past tense by its table or its ending: "went", "was", "planned". */
export const looksPast = (word: string): boolean =>
  word === 'was' ||
  word === 'were' ||
  (BY_PAST.has(word) && !SELDOM_PAST.has(word)) ||
  (word.length > 3 && word.endsWith('ed') && !ENDS_IN_ED.test(word));

const ENDS_IN_ED = /^(?:need|speed|indeed|feed|seed|breed|hundred|united|greed|creed)$/u;
