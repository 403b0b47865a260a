import { BE_AT_SEAMS, MODALS_AT_SEAMS, wordSet } from '../../language/closed-class.ts';

/**
 * Words that never rightly stand twice in a row, save where `isRightDouble` says so: whoever types them twice slipped.
 * Not here: you, it, them, her, this, which close one clause and open the next ("add to this this new law", "gave her her
 * coat"); that, had, can, do, which double by grammar.
 */
const SLIPS =
  wordSet(`the a an of to in on at for from with by into and or but nor if as than because is are was were be been being am having
   will would could should may might must shall we they he she i my your our their its these those who which when
   while where there about after before between under through during without against`);

/**
 * Right doubles: by grammar (that that, had had, "the powers they have have been used", her her, "one one-nil", "not not true"), for weight (very very, many many: a matter of taste,
 * mostly in spoken words), reduplications (ha ha, tsk tsk, pom pom), and words that foreign phrases double (nous nous, die die).
 */
const RIGHT =
  wordSet(`that had have has her can do did this you it them him us me one two three first last no not
   very really so too many much more far long big old good bad yes never ever always again well way just right etc
   ha he hee ho hey blah yada yadda la na da de di sha cha tsk tut hush bye night knock chop pom tom ta aye oh ah uh um er woof choo yo
   go boo bora mahi beri beep pooh dum wee pee ylang gaga dada mau tse sapiens poo chin hubba hot now there come please yeah
   muy nous vous die der das sie si se ça le que`);

// Words that also belong to the verb before them: "came in in 1979", "pushing for for months", "weighed in in support".
const PARTICLES = wordSet('in on for over by about through up out off down');
// "what the problem is is…", "all there was was…", "who they are are…": the first verb ends the subject, the second is the sentence's own.
const SUBJECT_CLAUSE =
  /\b(?:what|whatever|who|whoever|where|how|why|all|thing|problem|point|reason|truth|question|issue)\b/i;
// "everything there is is for sale", "whether he is is not known"
const PRONOUN = /\b(?:there|it|he|she|they|we|you|i|this|who)\s+$/i;
// a will, military might, the month of May
const AS_NOUN =
  /\b(?:free|his|her|their|its|our|the|good|ill|political|last|iron|sheer|military|economic|financial|industrial|naval|all|in|by|since|until|of|and)\s+$/i;
// "the university she went to to study law", "things you hold on to to keep warm"
const GOES_TO =
  /\b(?:went|go|goes|going|gone|came|come|comes|coming|on|belong\p{L}*|listen\p{L}*|talk\p{L}*|spoke|speak\p{L}*|return\p{L}*|moved|travel\p{L}*)\s+$/iu;
const DETERMINER = /^\s+(?:the|a|an|his|her|their|its|our|my|your|this|that|these|those)\b/i;
// A verb before it may own the first of the two. Any form in -ing or -ed counts: a slip missed costs less than right copy marked.
const VERB =
  /(?<!\p{L})(?:\p{L}{2,}(?:ing|ed|en)|is|are|was|were|be|been|am|let|lets|left|leave|leaves|put|puts|set|sets|get|gets|got|go|goes|went|gone|come|comes|came|bring|brings|brought|take|takes|took|give|gives|gave|hand|hands|turn|turns|carry|carries|hold|holds|held|call|calls|lock|locks|move|moves|stay|stays|stand|stands|stood|sit|sits|sat|log|logs|sign|signs|check|checks|break|breaks|broke|fall|falls|fell|run|runs|ran|drive|drove|fly|flew|look|looks|live|lives|work|works|join|joins|keep|keeps|kept|cut|cuts|shut|send|sends|sent|spread|swore|sworn|rely|count|depend)(?:\s+(?:me|him|her|us|them|it|you|off|up|out|down|back|in|on))?\s+$/iu;
// "pushing for for months", "cried out for for years"
const VERB_FOR = /(?:\p{L}{2,}(?:ing|ed)|out|paid|sought|fought)\s+$/iu;
// "hand over over 300 files"
const OVER_NUMBER =
  /^\s+(?:\p{N}|[£$€]|a (?:hundred|thousand|million|dozen|quarter|third)|half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)/u;

/** Whether the word is one that nobody doubles on purpose. */
export const isSlip = (word: string): boolean => SLIPS.has(word);

/**
 * Words that are never doubled rightly, so that one can be deleted unseen. No prepositions and verbs: "the place they came from from time to
 * time", "the way it is is not the way it was".
 */
const SURE = wordSet(
  'the a an and or but nor than because my our your their its we they he she i these those',
);

/** Whether any editor would delete one of two such words unseen. */
export const isSurelySlip = (word: string): boolean => SURE.has(word);

/**
 * Whether a word that stands twice in a row is right so.
 * @param word in lower case.
 * @param before what stands before it in its sentence.
 * @param after what follows it in its sentence.
 */
export function isRightDouble(word: string, before: string, after: string): boolean {
  if (RIGHT.has(word)) return true;
  if (BE_AT_SEAMS.has(word)) return SUBJECT_CLAUSE.test(before) || PRONOUN.test(before);
  if (MODALS_AT_SEAMS.has(word))
    return AS_NOUN.test(before) || (word !== 'will' && /\bwho\s+$/i.test(before));
  if (word === 'to') return GOES_TO.test(before) && !DETERMINER.test(after);
  if (word === 'while') return /\b(?:a|long|little|short|worth)\s+$/i.test(before);
  if (word === 'at') return /^\s+the (?:time|moment|end|start)\b/i.test(after);
  if (word === 'over' && OVER_NUMBER.test(after)) return true;
  return word === 'for' ? VERB_FOR.test(before) : PARTICLES.has(word) && VERB.test(before);
}

/** Whether a word is right however often it stands in a row: "ha ha ha", "very very very". */
export const isRightAnyTimes = (word: string): boolean => RIGHT.has(word);
