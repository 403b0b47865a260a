import { wordList, wordSet } from '../language/closed-class.ts';
import { formsOf, type VerbForm } from '../language/verbs.ts';

/**
 * How surely a verb tells that somebody said something: `say` reports words, `stance` an attitude, wish or judgement,
 * `finding` what a document, poll or inquiry shows.
 */
export type Tier = 'say' | 'finding' | 'stance';

export interface ReportingVerb {
  readonly lemma: string;
  readonly tier: Tier;
  readonly form: VerbForm;
  /** The word is as often a noun ("the claims", "a report") and needs to be told from it. */
  readonly nounToo: boolean;
  /** It reports words only with a clause, a quote or "that" after it ("found that", "held that"). */
  readonly needsClause: boolean;
}

const SAY = wordList(
  `point say tell add announce assert insist warn explain declare confirm deny admit acknowledge concede
   allege tweet retweet reply respond testify stress emphasise emphasize reiterate remark caution quip joke
   vow urge accuse blame criticise criticize condemn denounce describe dismiss demand ask wonder conclude
   contend complain lament boast brag recommend inform notify propose threaten mention mock decry deride
   assure reassure reckon opine muse observe retort clarify hint imply speculate plead detail recount
   chronicle express proclaim profess remind swear concur rebuke chide scold agree disagree continue
   contradict rebut refute highlight underline attest affirm echo argue claim state note report suggest
   predict recall comment promise pledge write publish disclose reveal maintain cite invoke stipulate
   characterise characterize advocate apologise apologize bemoan bluster chant cheer commend compare
   congratulate counsel crow deplore disavow exclaim exhort gloat gripe grumble implore interject laud
   liken lambast lambaste lash pan ponder posit postulate praise preach pronounce protest quote rant
   reaffirm recant recollect reject repeat repudiate ridicule roar scoff shout sing sneer snap sniff snipe
   summarise summarize surmise taunt tease tout thank theorise theorize thunder trumpet tut venture vilify
   volunteer whisper yell ascribe dub brand label call hail slam blast excoriate castigate berate deem term
   assail rail indicate signal estimate forecast elaborate enthuse intone quiz scorn extol deadpan
   articulate counter challenge question refer talk speak appeal beg post email text outline rule rebuff
   voice put attack defend charge rap torch skewer`,
);
const STANCE = wordList(
  `applaud encourage recognise recognize remember admire decide back think believe hope fear expect want
   feel know doubt suspect worry intend prefer welcome endorse regard resent regret favour favor view
   consider oppose support plan seek refuse decline wish aim anticipate envisage envision trust object
   rejoice like agree pledge strive pretend understand realise realize determine offer foresee see seem
   appear`,
);
const FINDING = wordList(
  `show find indicate suggest reveal conclude estimate demonstrate determine project read rule hold learn
   discover uncover establish prove accept`,
);

// Verbs that are as often something else: they report only what follows as a clause, a quote, or what somebody is called.
const NEEDS_CLAUSE =
  wordSet(`discover uncover establish prove accept find hold rule read see continue charge attack defend challenge
   counter voice volunteer venture snap sniff post text email pan rap torch project determine learn know
   feel call quote hail seem appear like offer decide view back plan signal outline publish detail compare
   term deem label brand repeat roar cheer trumpet thunder sing`);
const NOUN_TOO =
  wordSet(`claim report note comment promise pledge vow tweet post rule charge attack hope fear doubt plan call
   quote question challenge counter voice forecast estimate signal demand warn find read view offer protest
   state support back remark mention text email hint boast cheer chant shout joke quip blame praise mock
   regard regret worry wish aim like project label brand term hail blast slam rap pan torch detail outline
   advocate object rebuke repeat thank trumpet counsel preach echo appeal talk roar taunt yell sneer snipe
   rant gripe scorn favor favour reply caution showing finding reading ruling warning feeling writing
   understanding`);

const tierOf = new Map<string, Tier>();
for (const lemma of STANCE) tierOf.set(lemma, 'stance');
for (const lemma of FINDING) if (!SAY.includes(lemma)) tierOf.set(lemma, 'finding');
for (const lemma of SAY) tierOf.set(lemma, 'say');

const REPORTING: ReadonlyMap<string, ReportingVerb> = new Map(
  [...tierOf].flatMap(([lemma, tier]) =>
    formsOf(lemma).map(([word, form]): [string, ReportingVerb] => [
      word,
      {
        lemma,
        tier,
        form,
        nounToo: ((form === 's' || form === 'base') && NOUN_TOO.has(lemma)) || NOUN_TOO.has(word),
        needsClause: NEEDS_CLAUSE.has(lemma),
      },
    ]),
  ),
);

/** The reporting verb a word is a form of. */
export const reportingVerb = (low: string): ReportingVerb | undefined => REPORTING.get(low);

/** Reporting verbs of the house, each form with the form of a known verb that it is read as. */
export type HouseVerbs = ReadonlyMap<string, string>;

// a verb that reports whatever stands beside it, and no noun
const READ_AS: Readonly<Record<VerbForm, string>> = {
  base: 'affirm',
  s: 'affirms',
  past: 'affirmed',
  participle: 'affirmed',
  ing: 'affirming',
};

/** Reads verbs a house wants taken for “said”, each as “to …” has it; those of several words and those known for that are left out. */
export function houseVerbs(lemmas: readonly string[]): HouseVerbs {
  const entries = lemmas
    .map((one) => one.trim().toLowerCase())
    .filter((lemma) => /^\p{L}+$/u.test(lemma) && REPORTING.get(lemma)?.tier !== 'say')
    .flatMap(formsOf)
    .map(([word, form]): [string, string] => [word, READ_AS[form]]);
  return new Map(entries);
}
