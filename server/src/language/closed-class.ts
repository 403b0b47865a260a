import { MONTHS, WEEKDAYS } from './calendar.ts';

// The words that English has a fixed number of: pronouns, determiners, prepositions, auxiliaries and their like, in lower case.

/** The words of a list set out over lines. */
export const wordList = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

/** The words of a list set out over lines, as a set. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(wordList(list));

export const PRONOUNS = wordSet(
  'he she they it who i we you this that these those one others both him her them someone everyone nobody anyone everybody',
);
export const SUBJECT_PRONOUNS = wordSet('he she they it who i we you');
/** No “who”, which opens a clause of its own. */
export const PERSONAL_SUBJECTS = wordSet('he she they we i it you');
export const ARTICLES = wordSet('the a an');
export const DETERMINERS = wordSet(
  'the a an this that these those his her their its my our your some any no every each another both several many most all few more other such what which whose either neither',
);
export const POSSESSIVES = wordSet("his her their its my our your 's '");
export const PREPOSITIONS = wordSet(
  `of in on at by for with from to into onto upon about against among amid between during after before since until under
   over through throughout across around near behind beyond within without despite toward towards outside inside via per
   like unlike as off out up down along alongside above below besides regarding including following than amongst beside`,
);
export const AUXILIARIES = wordSet(
  `is are was were be been being am has have had having do does did will would can could may might must shall should ought
   isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot
   mustn't let's`,
);
export const BE = wordSet("is are was were be been being am isn't aren't wasn't weren't");
/** Those that rightly stand twice where one clause ends and the next begins: “what the problem is is”. */
export const BE_AT_SEAMS = wordSet('is are was were be been');
/** With its clitic, as treebanks split it. */
export const HAVE_OR_CLITIC = wordSet("have has had 've");
export const MODALS = wordSet(
  "will would can could may might must shall should ought cannot won't wouldn't couldn't can't shouldn't",
);
/** Those that nothing but a plain form can follow. */
export const CORE_MODALS = wordSet('will would can could shall should may might must');
/** Those that rightly stand twice only where one is a noun or a name: “a will will”. */
export const MODALS_AT_SEAMS = wordSet('will may might could would should must');
export const CONJUNCTIONS = wordSet('and or but nor yet so &');
/** Words that open a clause: a noun phrase does not reach over them. */
export const CLAUSE_OPENERS = wordSet(
  `that because while when after before if although though as since which what how where why whether so than until unless
   but whereas once who whom whose`,
);
export const ADVERBS = wordSet(
  `also later then once again not never ever often even still now just only already further almost nearly both all jointly too
   first last today yesterday tonight earlier however meanwhile meantime instead therefore thus otherwise perhaps maybe
   previously recently publicly privately separately reportedly allegedly n't always sometimes frequently long soon
   since ago there here back away very rather quite far once more widely generally`,
);
export const DAYS = wordSet(
  `${[...WEEKDAYS, ...MONTHS].join(' ').toLowerCase()} mon tue wed thu fri sat sun jan. feb. aug. sept. oct. nov. dec. morning afternoon evening
   night week month year weekend noon midnight today yesterday`,
);
export const NUMBERS = wordSet(
  `one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
   million millions billion billions half third quarter several scores`,
);
