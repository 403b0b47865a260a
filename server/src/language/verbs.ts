/** Base, past and participle of verbs that do not simply take -ed. Several forms are set apart by a stroke. */
const IRREGULAR = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
|breed bred bred|bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught
|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten
|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got got/gotten|give gave given|go went gone|grind ground ground
|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
|make made made|mean meant meant|meet met met|mistake mistook mistaken|outdo outdid outdone|overcome overcame overcome|oversee oversaw overseen
|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proved/proven|put put put|quit quit quit|read read read
|redo redid redone|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown/showed|shrink shrank shrunk
|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun
|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
|strike struck struck|strive strove striven/strived|swear swore sworn|sweep swept swept|swell swelled swollen/swelled|swim swam swum|swing swung swung|take took taken
|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden/trod
|undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld
|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
|withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite rewrote rewritten|rebuild rebuilt rebuilt|retake retook retaken
|misunderstand misunderstood misunderstood|outgrow outgrew outgrown|overrun overran overrun|foresee foresaw foreseen`;

interface Forms {
  readonly base: string;
  readonly past: string;
  readonly participles: readonly string[];
}

const FORMS: readonly Forms[] = IRREGULAR.replace(/\s*\n\s*/gu, '')
  .split('|')
  .map((line) => {
    const [base = '', past = '', participles = ''] = line.split(' ');
    return { base, past, participles: participles.split('/') };
  });

const BY_BASE = new Map(FORMS.map((forms) => [forms.base, forms]));
const BY_PAST = new Map(FORMS.map((forms) => [forms.past, forms]));
const BY_PARTICIPLE = new Map(
  FORMS.flatMap((forms) => forms.participles.map((form) => [form, forms] as const)),
);

/** Every irregular verb, for training. */
export const irregularVerbs = (): readonly Forms[] => FORMS;

/** The base of an irregular past form ("went": go), if it is one. */
export const baseOfPast = (word: string): string | undefined => BY_PAST.get(word)?.base;

/** The base of an irregular participle ("gone": go), if it is one. */
export const baseOfParticiple = (word: string): string | undefined => BY_PARTICIPLE.get(word)?.base;

/** The irregular participle of a base ("go": gone), if it has one. */
export const participleOf = (base: string): string | undefined => BY_BASE.get(base)?.participles[0];

/** Words that are a past form but also something else: "saw", "lay" and so on are no proof of a slip. */
const ALSO_ELSE = new Set('saw felt found lay bore wound fell left shot bit ground drove'.split(' '));

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
  if (/(.)\1$/u.test(stem)) bases.push(stem.slice(0, -1));
  if (ending === 'ed' && stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`);
  return bases;
}

/** Whether a word is a past form and a participle at once, and no base: "brought", "told", "made". */
export const isPastAndParticiple = (word: string): boolean =>
  BY_PAST.has(word) && BY_PARTICIPLE.has(word) && !BY_BASE.has(word);
