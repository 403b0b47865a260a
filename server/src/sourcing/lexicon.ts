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

const words = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

const SAY = words(
  `point say tell add announce assert insist warn explain declare confirm deny admit acknowledge concede allege tweet retweet
   reply respond testify stress emphasise emphasize reiterate remark caution quip joke vow urge accuse blame criticise
   criticize condemn denounce describe dismiss demand ask wonder conclude contend complain lament boast brag recommend
   inform notify propose threaten mention mock decry deride assure reassure reckon opine muse observe retort clarify hint
   imply speculate plead detail recount chronicle express proclaim profess remind swear concur rebuke chide scold agree
   disagree continue contradict rebut refute highlight  underline attest affirm echo argue claim state note
   report suggest predict recall comment promise pledge write publish disclose reveal maintain cite invoke 
   stipulate characterise characterize  advocate apologise apologize bemoan bluster chant cheer commend
   compare congratulate counsel crow deplore disavow exclaim exhort gloat gripe grumble implore interject
   laud liken lambast lambaste lash pan ponder posit postulate praise preach pronounce protest quote rant reaffirm recant
   recollect reject repeat repudiate ridicule roar scoff shout sing sneer snap sniff snipe summarise summarize surmise taunt tease tout
   thank theorise theorize thunder trumpet tut venture vilify volunteer whisper yell  ascribe  dub brand label
   call hail slam blast lambaste excoriate castigate berate deem term assail accuse rail indicate signal estimate forecast
   elaborate enthuse intone quiz scorn extol point-out deadpan articulate counter challenge question refer talk speak
   appeal beg  post email text concede stipulate outline rule  argue rebuff    voice 
     put warn-of   attack defend charge lament rap torch skewer `,
);
const STANCE = words(
  `applaud encourage recognise recognize remember admire decide back think believe hope fear expect want feel know doubt suspect worry intend prefer welcome endorse regard resent regret
   favour favor view consider oppose support  plan seek refuse decline   wish aim  anticipate envisage
   envision trust object rejoice like   agree pledge strive pretend understand realise realize determine
   offer foresee see seem appear`,
);
const FINDING = words(
  'show find indicate suggest reveal conclude estimate demonstrate determine project read rule hold learn discover uncover establish prove accept',
);

// Verbs that are as often something else: they report only what follows as a clause, a quote, or what somebody is called.
const NEEDS_CLAUSE = new Set(
  words(
    `discover uncover establish prove accept find hold rule read see continue order name list charge attack defend address raise answer challenge counter discuss
     voice volunteer venture snap sniff post text email hammer pan rap torch project determine learn know feel call quote hail
     seem appear like love hate offer credit vote decide view back plan signal outline attribute identify publish detail
     compare term deem accord label brand repeat roar cheer trumpet thunder sing`,
  ),
);
const NOUN_TOO = new Set(
  words(
    `claim report note comment promise pledge vow tweet post order rule name list charge attack hope fear doubt plan call quote
     answer question challenge counter address voice forecast estimate signal demand warn find read view vote offer
     protest state support back remark mention text email hint boast cheer chant shout joke quip blame praise mock
     regard regret worry wish aim love hate like credit project label brand term hail blast slam rap pan torch hammer detail
     outline advocate object rebuke repeat thank trumpet protest counsel preach echo appeal talk   roar taunt
     yell sneer snipe rant gripe scorn     favor favour reply caution  
     showing finding reading meaning ruling warning feeling hearing writing understanding`,
  ),
);

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

export const NO_HOUSE_VERBS: HouseVerbs = new Map();

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
  return entries.length === 0 ? NO_HOUSE_VERBS : new Map(entries);
}

const set = (list: string): ReadonlySet<string> => new Set(words(list));

export const PRONOUNS = set(
  'he she they it who i we you this that these those one others both him her them someone everyone nobody anyone everybody',
);
export const SUBJECT_PRONOUNS = set('he she they it who i we you');
export const PERSON_PRONOUNS = set('he she they i we');
export const DETERMINERS = set(
  'the a an this that these those his her their its my our your some any no every each another both several many most all few more other such what which whose either neither',
);
export const POSSESSIVES = set("his her their its my our your 's '");
export const PREPOSITIONS = set(
  `of in on at by for with from to into onto upon about against among amid between during after before since until under
   over through throughout across around near behind beyond within without despite toward towards outside inside via per
   like unlike as off out up down along alongside above below besides regarding including following than amongst beside`,
);
export const AUXILIARIES = set(
  `is are was were be been being am has have had having do does did will would can could may might must shall should ought
   isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot
   mustn't let's`,
);
export const BE = set("is are was were be been being am isn't aren't wasn't weren't");
export const MODALS = set(
  "will would can could may might must shall should ought cannot won't wouldn't couldn't can't shouldn't",
);
export const CONJUNCTIONS = set('and or but nor yet so &');
/** Words that open a clause: a noun phrase does not reach over them. */
export const CLAUSE_OPENERS = set(
  `that because while when after before if although though as since which what how where why whether so than until unless
   but whereas once who whom whose`,
);
export const ADVERBS = set(
  `also later then once again not never ever often even still now just only already further almost nearly both all jointly too
   first last today yesterday tonight earlier however meanwhile meantime instead therefore thus otherwise perhaps maybe
   previously recently publicly privately separately reportedly allegedly n't always sometimes frequently long soon
   since ago there here back away very rather quite far once more widely generally`,
);
export const DAYS = set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april
   may june july august september october november december jan. feb. aug. sept. oct. nov. dec. morning afternoon evening
   night week month year weekend noon midnight today yesterday`,
);
export const NUMBERS = set(
  `one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
   million millions billion billions half third quarter several scores`,
);

/** Nouns that stand for what somebody said or wrote. */
export const STATEMENT_NOUNS = set(
  `statement statements remark remarks comment comments interview interviews speech speeches letter letters memo report reports
   testimony announcement announcements claim claims assertion assertions argument arguments allegation allegations
   accusation accusations assessment assessments estimate estimates prediction predictions warning warnings promise promises
   pledge pledges proposal proposals suggestion suggestions contention insistence belief beliefs view views opinion opinions
   analysis account accounts description criticism criticisms complaint complaints tweet tweets post posts
   declaration declarations conclusion conclusions ruling verdict findings finding question questions answer answers call calls
   demand demands request requests vow apology denial response advice recommendation recommendations
   hope hopes fear fears concern concerns doubts desire wish plan plans decision support opposition endorsement praise attack attacks`,
);

/** Documents, counts and inquiries that speak for those who made them ("the report found"). */
export const DOCUMENT_HEADS = set(
  `report reports study studies survey surveys poll polls data figures figure statistics records record documents document
   research review inquiry enquiry investigation audit analysis analyses papers paper filing filings email emails memo memos
   transcript transcripts letter letters statement statements census results numbers estimates article story book account
   tally indictment complaint affidavit lawsuit ruling judgment judgement verdict opinion footage video photos photographs
   images logs minutes files findings evidence average averages projections projection tweet tweets post website site
   release ad ads headline column editorial message messages note text book chart graphic table testimony inspection inspectors`,
);

/** Words for a person's part in the story; with "the", "a", a possessive or a name they point to somebody. */
export const ROLE_HEADS = set(
  `spokesman spokeswoman spokesperson spokesmen spokespeople minister president chancellor secretary senator congressman
   congresswoman governor mayor judge lawyer attorney prosecutor prosecutors police officer chief commander general director
   chairman chairwoman chair head leader leaders manager executive ambassador envoy king queen prince pope bishop doctor professor
   author candidate nominee founder owner boss coach captain mother father wife husband son daughter brother sister
   neighbour neighbor friend colleague witness victim teacher student driver farmer resident worker aide adviser advisor
   strategist consultant economist analyst historian scientist researcher inspector coroner detective investigator reporter
   journalist editor host anchor columnist blogger campaign company firm government ministry department agency office commission
   committee council court party union group organisation organization bank army military navy force forces administration
   authority authorities board body charity club association federation institute university hospital school team staff
   network newspaper magazine website outlet paper defence defense prosecution jury panel watchdog regulator embassy state
   parliament senate house congress cabinet kremlin delegation operator airline carrier supplier contractor developer
   operative deputy premier monarch lawmaker councillor councilor mp democrat republican senators ministers`,
);

/** Sources nobody can ask: no name, no number, no body. */
export const VAGUE_HEADS = set(
  `sources source insiders insider observers observer critics critic analysts experts pundits commentators skeptics sceptics
   detractors people others many some most everyone rumours rumors opponents supporters proponents advocates media
   commentator watchers circles quarters`,
);

/** Plural classes of people: a desk lets them stand once, but they name nobody. */
export const GENERIC_HEADS = set(
  `officials officers residents locals witnesses eyewitnesses activists campaigners economists scientists researchers
   investigators diplomats lawmakers politicians democrats republicans conservatives liberals voters aides allies friends
   relatives neighbours neighbors doctors lawyers historians scholars academics strategists advisers advisors executives
   workers students parents teachers farmers protesters demonstrators survivors victims families americans britons
   russians ukrainians members fans users customers traders investors businesses companies firms governments parties
   groups unions organisations organizations agencies reporters journalists men women villagers migrants refugees
   soldiers troops militants rebels supporters opponents studies reports polls surveys leaders`,
);
