import type { Draft, Paragraph } from '../../draft/draft.ts';
import { toSource } from '../../draft/draft.ts';
import { memoizeWeak } from '../../draft/memoize.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { spliceInPlace, splicePlaces } from '../../draft/splice.ts';
import {
  isRead,
  isSignature,
  type Judged,
  type JudgedParagraph,
  type JudgedQuote,
  type JudgedSentence,
  leadsIn,
  type Sourcer,
} from '../../sourcing/index.ts';
import type { DraftCheck, Fix, Raised } from '../check.ts';
import { movedBy } from '../moved.ts';
import { claimFixes, FIX_REACH, hedgeFixes, speakerFixes } from './fixes.ts';
import { messageFor } from './messages.ts';
import { CONFLICT, COURT, FIGHTERS, REVIEW, SPORT } from './patterns.ts';
import { type Trigger, triggersOf } from './triggers.ts';

interface Options extends Readonly<Record<string, boolean | readonly string[]>> {
  readonly figures: boolean;
  readonly reportingVerbs: readonly string[];
}

/** Asks what a desk would ask: who says so? */
export const attribution: DraftCheck<Options> = {
  id: 'attribution',
  scope: 'draft',
  dearIn: ['sentences'],
  summary: 'What needs a source and has none',
  codes: {
    'attribution/unattributed-claim': {
      asksForSource: true,
      severity: 'warning',
      summary: 'Casualties, control of territory, figures or wrongdoing stated flatly, with no source',
      examples: {
        wrong: 'Shelling killed 30 people on the coast road on Thursday.',
        right: 'Shelling killed 30 people on the coast road on Thursday, the hospital said.',
      },
      rule: 'Handbooks ask for the source in the same sentence, unless it is public record or the reporter saw it.',
    },
    'attribution/unattributed-quote': {
      asksForSource: true,
      severity: 'warning',
      summary: 'A quote whose speaker can’t be told',
      examples: {
        wrong: '“The company has had our figures since March. It must answer them.”',
        right: '“The company has had our figures since March,” said Tane Ruatoki. “It must answer them.”',
      },
      rule: 'Handbooks ask for the speaker by the end of the first quoted sentence.',
    },
    'attribution/unsourced-hedge': {
      asksForSource: true,
      severity: 'warning',
      summary: 'Reportedly, allegedly, is believed to, with nobody named',
      examples: {
        wrong: 'Two funds have reportedly offered £40m for the company.',
        right: 'Two funds have offered £40m for the company, its chairman said.',
      },
      rule: 'To handbooks a hedge is no source: say who reports it.',
    },
    'attribution/vague-source': {
      asksForSource: true,
      severity: 'information',
      summary: 'Critics, analysts, growing pressure: nobody who could be asked',
      examples: {
        wrong: 'Critics say the sale comes too soon.',
        right: 'The works council says the sale comes too soon.',
      },
      rule: 'Handbooks ask for a name, or for what the source does and how it knows.',
    },
    'attribution/agentless-accusation': {
      asksForSource: true,
      severity: 'warning',
      summary: 'Accused, blamed or criticised by nobody',
      examples: {
        wrong: 'The finance chief has been accused of hiding a gap in the pension fund.',
        right: 'The regulator accused the finance chief of hiding a gap in the pension fund.',
      },
      rule: 'Handbooks ask who accuses, and for the answer of whoever is accused.',
    },
    'attribution/editorialising': {
      severity: 'hint',
      summary: 'The reporter’s own verdict: of course, clearly',
      examples: {
        wrong: 'The works is, of course, the pride of the town.',
        right: 'The works employs half of the town.',
      },
      rule: 'Handbooks keep the reporter’s own view out of news.',
    },
    'attribution/loaded-verb': {
      severity: 'off',
      summary: 'A verb of speech that takes a side: claimed, admitted',
      examples: {
        wrong: 'The founder claimed that nobody had made an offer.',
        right: 'The founder said that nobody had made an offer.',
      },
      rule: 'To handbooks “said” is neutral; “claimed” casts doubt, “admitted” implies guilt.',
    },
  },
  defaults: { figures: true, reportingVerbs: [] },
  optionDocs: {
    figures: 'Asks for the source of plain figures too, as a hint.',
    reportingVerbs:
      'Further verbs that name a source, as in “she intimated”, each as “to …” has it ("intimate").',
  },
  fromHouse: { reportingVerbs: 'reportingVerbs' },
  *run(draft, { options, remember, sourcer }) {
    yield* remember(() => createAsking(sourcer))(draft, options);
  },
};

const NOTHING: readonly Asked[] = [];

/** What was raised of a paragraph while it stood at `start`. */
interface Told {
  readonly start: number;
  readonly raised: readonly Raised[];
}

/** Follows one draft through its changes, asks anew only where something changed, and words anew only what stands near that. */
function createAsking(sourcer: Sourcer): (draft: Draft, options: Options) => readonly Raised[] {
  const follow = sourcer.follow();
  const asked: (readonly Asked[] | undefined)[] = [];
  const kept = new WeakMap<JudgedParagraph, Kept>();
  const told: (Told | undefined)[] = [];
  const places: number[] = [];
  const genreWords: GenreWords[] = [];
  const tally: Tally = { conflict: new Map(), fiction: new Map(), sport: new Map(), sports: 0 };
  let last = '';
  return (draft, options) => {
    const { judged, at: start, removed, inserted, from, to } = follow(draft);
    const added = draft.paragraphs.slice(start, start + inserted).map(({ prose }) => genreWordsOf(prose));
    for (const one of spliceInPlace(genreWords, start, removed, added)) count(tally, one, -1);
    for (const one of added) count(tally, one, 1);
    const nothingYet = Array.from(added, () => undefined);
    spliceInPlace<readonly Asked[] | undefined>(asked, start, removed, nothingYet);
    spliceInPlace<Told | undefined>(told, start, removed, nothingYet);
    splicePlaces(places, { at: start, removed, inserted });
    const context = contextOf(draft, tally, options);
    const setting = `${judged.mode} ${Object.values(context).join(' ')}`;
    const all = setting !== last;
    last = setting;
    const first = all ? 0 : Math.max(0, Math.min(from, start) - 1);
    const until = all ? asked.length : Math.min(asked.length, Math.max(to, start + inserted) + 1);
    const fresh: number[] = [];
    for (let at = first; at < until; at += 1) {
      const beside = {
        ruled: genreWords[at - 1]?.ruled === true,
        heard: genreWords[at - 1]?.heard === true,
        followed: namedWords(draft.paragraphs[at + 1]?.prose, judged.paragraphs[at + 1]?.sentences[0]),
        sourced: isSourcedBeside(draft, judged, at),
        answered: isAnswer(firstSentence(draft.paragraphs[at + 1]?.prose)),
      };
      const { prose } = draft.paragraphs[at] as Paragraph;
      asked[at] =
        judged.mode === 'news'
          ? askedIn(kept, prose, judged.paragraphs[at] as JudgedParagraph, beside, context)
          : NOTHING;
      if ((asked[at] ?? NOTHING).length > 0) fresh.push(at);
    }
    splicePlaces(places, { at: first, removed: until - first, inserted: until - first }, fresh);
    // whose names are introduced at the top is known to all that follows
    const wholly = all || first < FIX_REACH;
    told.fill(undefined, wholly ? 0 : first - FIX_REACH, wholly ? told.length : until + FIX_REACH);
    return places.flatMap((at) => {
      const { start } = (draft.paragraphs[at] as Paragraph).span;
      const known = told[at];
      const raised =
        known === undefined
          ? (asked[at] ?? NOTHING).map((one) => raise(draft, judged, at, one))
          : known.raised.map((one) => movedBy(one, start - known.start));
      told[at] = { start, raised };
      return raised;
    });
  };
}

/** What is counted over a draft to tell what it is about. */
interface Tally {
  readonly conflict: Map<string, number>;
  readonly fiction: Map<string, number>;
  readonly sport: Map<string, number>;
  sports: number;
}

function count(tally: Tally, { conflict, fiction, sport }: GenreWords, by: 1 | -1): void {
  for (const word of fiction) countWord(tally.fiction, word, by);
  for (const word of conflict) countWord(tally.conflict, word, by);
  for (const word of sport) countWord(tally.sport, word, by);
  tally.sports += by * sport.length;
}

function countWord(words: Map<string, number>, word: string, by: 1 | -1): void {
  const left = (words.get(word) ?? 0) + by;
  if (left === 0) words.delete(word);
  else words.set(word, left);
}

/** What the draft is about, as far as it decides what is asked. */
interface Context {
  readonly conflict: boolean;
  /** A review: what people do in it is done in a film or a book. */
  readonly fiction: boolean;
  readonly sport: boolean;
  /** A report of a conviction: what the court found is told as fact. */
  readonly convicted: boolean;
  readonly figures: boolean;
}

interface GenreWords {
  readonly conflict: readonly string[];
  readonly fiction: readonly string[];
  readonly sport: readonly string[];
  readonly ruled: boolean;
  readonly heard: boolean;
}

const NO_WORDS: readonly string[] = [];
const NO_GENRE_WORDS: GenreWords = {
  conflict: NO_WORDS,
  fiction: NO_WORDS,
  sport: NO_WORDS,
  ruled: false,
  heard: false,
};
const genreWordsOf = memoizeWeak((prose: Prose): GenreWords => {
  if (!isRead(prose)) return NO_GENRE_WORDS;
  const words = (pattern: RegExp) => {
    const all = Array.from(prose.text.matchAll(pattern), ([word]) => word.toLowerCase());
    return all.length === 0 ? NO_WORDS : all;
  };
  return {
    conflict: words(CONFLICT),
    fiction: words(REVIEW),
    sport: words(SPORT),
    ruled: RULED.test(prose.text),
    heard: HEARD.test(prose.text),
  };
});

function contextOf(draft: Draft, { conflict, fiction, sport, sports }: Tally, { figures }: Options): Context {
  const words = draft.source.length / 6;
  const top = draft.paragraphs.slice(0, 4).map(({ prose }) => prose.text);
  return {
    conflict: conflict.size >= 2,
    fiction: fiction.size >= 4,
    sport: sport.size >= 5 && sports / words > 0.012,
    convicted: top.some((text) => CONVICTED.test(text)),
    figures,
  };
}

const CODE: Readonly<Record<Trigger['what'], string>> = {
  wrongdoing: 'attribution/unattributed-claim',
  casualties: 'attribution/unattributed-claim',
  control: 'attribution/unattributed-claim',
  figure: 'attribution/unattributed-claim',
  hedge: 'attribution/unsourced-hedge',
  'vague-source': 'attribution/vague-source',
  pressure: 'attribution/vague-source',
  accused: 'attribution/agentless-accusation',
  editorial: 'attribution/editorialising',
  loaded: 'attribution/loaded-verb',
};

/** Something that is asked about a paragraph: a trigger of a sentence, or a quote with no speaker. */
type Asked =
  | { readonly trigger: Trigger; readonly sentence: Span }
  | { readonly trigger: undefined; readonly quote: JudgedQuote };

/** What the paragraphs on either side say of this one. */
interface Neighbours {
  /** The one before tells what a court ruled. */
  readonly ruled: boolean;
  /** The one before tells of a charge or a trial: the prosecution accuses. */
  readonly heard: boolean;
  /** What the one after opens with, if somebody is named for it. */
  readonly followed: string;
  /** The one before leads in a quote, or the one after signs it. */
  readonly sourced: boolean;
  /** The one after says where what stands last in this one is known from. */
  readonly answered: boolean;
}

const firstSentence = (prose: Prose | undefined): string => {
  const first = prose?.sentences[0];
  return prose === undefined || first === undefined ? '' : prose.text.slice(first.start, first.end);
};

// “That is the finding of a report” · “The payments appear in county records” · “She confessed in the witness box”
const ANSWER =
  /^(?:That|This|Those|These|It|The (?:\p{Ll}+ ){0,2}(?:payments?|claims?|details|sums?|accusations?|allegations?|findings?|conclusions?|account|deaths?|transfers?)) (?:is|are|was|were|appears?|appeared|came|comes?|emerged?|stands?)\b[^.]*\b(?:findings?|conclusions?|records?|documents?|reports?|inquiry|filings?|papers|files|minutes|ruling|study|audit)\b|\b(?:admitted|acknowledged) (?:as much|it|this|that|doing so)\b|\bconfessed\b/u;
const isAnswer = (sentence: string): boolean => ANSWER.test(sentence);

function isSourcedBeside(draft: Draft, judged: Judged, at: number): boolean {
  const [before, after] = [draft.paragraphs[at - 1]?.prose, draft.paragraphs[at + 1]?.prose];
  const cues = judged.paragraphs[at - 1]?.summary.sentences.at(-1)?.cues ?? [];
  return (
    (after !== undefined && (isSignature(after) || POINTS_BACK.test(after.text))) ||
    (before !== undefined &&
      (leadsIn(before.text, cues) ||
        (before.quotes.length === 0 && WRITTEN.test(before.text)) ||
        GESTURE.test(before.text))) ||
    isDialogue(draft, at)
  );
}

/** Says whose the quote over it was: “So said Ann Lee”, “Those were the words of …”. */
const POINTS_BACK =
  /^(?:So (?:said|says|wrote|writes)\b|(?:Those|These) (?:are|were) (?:the|his|her) |(?:That|This) (?:is|was) (?:how|the (?:view|verdict|message|reaction|response|warning|plea|cry|advice|motto)) |(?:With (?:those|these) words|The words (?:are|were|of|come|came))\b)/u;
/** Tells of what somebody wrote; the quote is from there. */
const WRITTEN =
  /\b(?:wrote|writes|penned|scribbled|scrawled|diary|diaries|poems?|verses?|lyrics|inscription|epitaph)\b/u;
/** Somebody does something before he speaks. */
const GESTURE =
  /\b(?:shrug(?:s|ged)|smil(?:es|ed)|laugh(?:s|ed)|nod(?:s|ded)|sigh(?:s|ed)|grin(?:s|ned)|paus(?:es|ed)|winc(?:es|ed)|frown(?:s|ed)|chuckl(?:es|ed)|sh(?:ook|akes) (?:his|her) head)(?: [\p{Ll} ]{1,30})?\.$/u;

/** Whether two talk to each other, quote upon quote, one of them asking. */
function isDialogue({ paragraphs }: Draft, at: number): boolean {
  const own = paragraphs[at]?.prose;
  return [paragraphs[at - 1]?.prose, paragraphs[at + 1]?.prose].some(
    (other) =>
      own !== undefined &&
      other !== undefined &&
      isBareQuote(own) &&
      isBareQuote(other) &&
      /\?[”"’']$/u.test(own.text) !== /\?[”"’']$/u.test(other.text),
  );
}

const isBareQuote = ({ text, quotes: [quote, more] }: Prose): boolean =>
  quote !== undefined && more === undefined && quote.start === 0 && quote.end === text.length;

interface Kept {
  readonly key: string;
  readonly asked: readonly Asked[];
}

/** What is asked about a paragraph, found again only when it or what it depends on changed. */
function askedIn(
  kept: WeakMap<JudgedParagraph, Kept>,
  prose: Prose,
  judged: JudgedParagraph,
  beside: Neighbours,
  context: Context,
): readonly Asked[] {
  const { conflict, fiction, sport, convicted, figures } = context;
  const turns = [
    beside.ruled,
    beside.heard,
    beside.sourced,
    beside.answered,
    conflict,
    fiction,
    sport,
    convicted,
    figures,
  ];
  const key = `${turns.map(Number).join('')} ${beside.followed}`;
  const known = kept.get(judged);
  if (known?.key === key) return known.asked;
  const asked: Asked[] = [];
  for (const sentence of judged.sentences) {
    const trigger = triggerOf(prose, judged, sentence, beside, context);
    if (trigger !== undefined) asked.push({ trigger, sentence: sentence.sentence });
  }
  const quote = judged.quotes.find((one) => one.quote.kind === 'full');
  if (quote !== undefined && !beside.sourced && isUnattributed(prose, judged, quote))
    asked.push({ trigger: undefined, quote });
  kept.set(judged, { key, asked });
  return asked;
}

function triggerOf(
  prose: Prose,
  judged: JudgedParagraph,
  sentence: JudgedSentence,
  beside: Neighbours,
  context: Context,
): Trigger | undefined {
  if (sentence.status === 'exempt') return undefined;
  const triggers = triggersOf(judged.summary)[sentence.index] ?? [];
  if (triggers.length === 0) return undefined;
  return triggers.find((trigger) => applies(prose, judged, sentence, trigger, beside, context));
}

function raise(draft: Draft, judged: Judged, at: number, asked: Asked): Raised {
  const paragraph = draft.paragraphs[at] as Paragraph;
  if (asked.trigger === undefined) return raiseQuote(draft, judged, at, asked.quote);
  const { trigger, sentence } = asked;
  const words = paragraph.prose.text.slice(trigger.span.start, trigger.span.end);
  return {
    code: CODE[trigger.what],
    span: toSource(paragraph, trigger.span),
    message: messageFor(trigger, words),
    fixes: fixesFor(draft, judged, at, sentence, trigger),
    ...(trigger.what === 'figure' && { atMost: 'hint' as const }),
  };
}

function fixesFor(
  draft: Draft,
  judged: Judged,
  at: number,
  sentence: Span,
  trigger: Trigger,
): readonly Fix[] {
  switch (trigger.what) {
    case 'hedge':
      return [
        ...claimFixes(draft, judged, at, sentence, trigger.span),
        ...hedgeFixes(draft, at, trigger.span),
      ];
    case 'wrongdoing':
    case 'casualties':
    case 'control':
    case 'figure':
      return claimFixes(draft, judged, at, sentence);
    default:
      return [];
  }
}

function applies(
  prose: Prose,
  judged: JudgedParagraph,
  sentence: JudgedSentence,
  trigger: Trigger,
  beside: Neighbours,
  context: Context,
): boolean {
  const { own } = sentence.sentence;
  // the reporter was there: first-person copy speaks for itself
  if (/\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b/u.test(own)) return false;
  const previous = judged.sentences[sentence.index - 1];
  const follows =
    previous !== undefined &&
    previous.cue?.tier !== 'stance' &&
    (previous.status === 'attributed' || previous.status === 'quoted');
  const next = judged.sentences[sentence.index + 1]?.sentence;
  const answered = next === undefined ? beside.answered : isAnswer(prose.text.slice(next.start, next.end));
  const { ruled, heard } = genreWordsOf(prose);
  const inCourt = ruled || heard || beside.ruled || context.convicted;
  switch (trigger.what) {
    case 'wrongdoing':
      return !sentence.carried && !context.sport && !context.fiction && !inCourt && !answered;
    case 'casualties':
      return (
        !sentence.carried &&
        !context.sport &&
        !context.fiction &&
        !follows &&
        !answered &&
        !EVENT_IN_YEAR.test(previous?.sentence.own ?? '') &&
        !HARM.test(namedWords(prose, judged.sentences[sentence.index + 1]))
      );
    case 'control':
      return (
        (context.conflict || FIGHTERS.test(own)) &&
        !sentence.carried &&
        !follows &&
        !context.sport &&
        !context.fiction
      );
    case 'figure':
      return context.figures && !sentence.carried && !follows && !context.sport && !isCounted(previous);
    case 'accused':
      return (
        !sentence.carried &&
        !follows &&
        !context.fiction &&
        !beside.heard &&
        !COURT.test(prose.text) &&
        !context.sport
      );
    case 'vague-source':
      return !isSettled(prose, judged, sentence, beside.followed);
    case 'hedge': {
      if (context.fiction) return false;
      const hedge = prose.text.slice(trigger.span.start, trigger.span.end);
      // in a criminal case "allegedly" is what the law asks for
      if (/alleged/i.test(hedge) && (inCourt || ACCUSED_IN_LAW.test(own))) return false;
      // “was said to be in a stable condition”: by whoever treats them
      if (/\bcondition\b/u.test(own)) return false;
      return !sentence.carried || /reportedly|allegedly/i.test(hedge);
    }
    case 'pressure':
      return !sentence.carried && !context.sport;
    case 'editorial':
      return !sentence.carried;
    case 'loaded':
      return true;
  }
}

const ONE_OF_THEM =
  /^(?:(?:One|Two|Some)(?: of (?:them|these)\b|(?=, ))|Their (?:\p{Ll}+[’']s )?(?:spokes\p{L}+|leader|lawyer|secretary|chair\p{L}*|organi[sz]er)|(?:Chief |First )?[Aa]mong them)\b[^.;]{0,30}\p{Lu}\p{L}+ \p{Lu}\p{L}+/u;

/**
 * Whether what nobody in particular says is said again at once by somebody: “Experts warned of more. “It is coming,” said Ann Lee”. A name
 * for something else leaves the question open.
 */
function isSettled(
  prose: Prose,
  judged: JudgedParagraph,
  sentence: JudgedSentence,
  followed: string,
): boolean {
  const next = judged.sentences[sentence.index + 1];
  const said = next === undefined ? followed : namedWords(prose, next);
  const { own } = sentence.sentence;
  // “Analysts said much the same: Ella Roe put it at one in two.”
  if (/:\s(?:[^:]*\s)?\p{Lu}\p{L}+\s\p{Lu}\p{L}+/u.test(own)) return true;
  // “Critics say … One of them, Ann Lee, …” · “Opponents said … Their spokesman, Bo Lind, …”
  if (next !== undefined && ONE_OF_THEM.test(prose.text.slice(next.sentence.start, next.sentence.end)))
    return true;
  // a quote by one of them: “one of the pickets, Lee Dobbs”
  if (next !== undefined && isQuotedByName(prose, next)) return true;
  // “Opponents say … Bo Lind, their spokesman, said so in a letter.”
  if (next !== undefined && FULL_NAME.test(next.sentence.own) && SAID_SO.test(next.sentence.own)) return true;
  if (said === '') return false;
  const known = stemsOf(prose.text.slice(sentence.sentence.start, sentence.sentence.end));
  const shared = new Set(stemsOf(said).filter((stem) => known.includes(stem)));
  return shared.size >= (known.length > FEW_STEMS ? 2 : 1);
}

const SAID_SO = /\bsa(?:id|ys) (?:so|as much|(?:much )?the same)\b/u;

const isQuotedByName = (prose: Prose, { sentence }: JudgedSentence): boolean =>
  /^[“"‘']/u.test(prose.text.slice(sentence.start)) && FULL_NAME.test(sentence.own);

const FULL_NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;
/** In a sentence of more longer words than this, one that comes back says only what the story is about. */
const FEW_STEMS = 4;

/** The first letters of the longer words, by which two sentences are told to be about one thing. */
const stemsOf = (text: string): readonly string[] =>
  (text.match(/(?<!\p{L})\p{Ll}{5,}/gu) ?? [])
    .map((word) => word.toLowerCase().slice(0, 6))
    .filter((stem) => !EVERYDAY.test(stem));

const EVERYDAY =
  /^(?:about|after|again|before|becaus|being|could|should|would|their|there|these|those|other|while|where|which|people|years|months|weeks|still|since|under|think|belie|argue|warn|critic)/u;

/** The words of a sentence that somebody is named for; none of another. */
const namedWords = (prose: Prose | undefined, sentence: JudgedSentence | undefined): string =>
  prose !== undefined && sentence !== undefined && isNamed(sentence)
    ? prose.text.slice(sentence.sentence.start, sentence.sentence.end)
    : '';

const isNamed = (sentence: JudgedSentence | undefined): boolean =>
  sentence?.cue !== undefined &&
  sentence.cue.tier !== 'stance' &&
  (sentence.source?.kind === 'named' || sentence.source?.kind === 'role');

// “the rail crash in 2000. Four people died when …”
const EVENT_IN_YEAR =
  /\b(?:crash|fire|blaze|attacks?|bombings?|shooting|riots?|quake|earthquake|tsunami|disaster|explosion|blast|floods?|massacre|derailment|collapse|hurricane|storm|sinking)\b[^.;]{0,30}\b(?:in|of) (?:\p{L}+ )?(?:19|20)\d\d\b/iu;
/** Of the dead and the hurt, for whom somebody is named in the sentence that follows. */
const HARM =
  /\b(?:dead|died|deaths?|killed|injur\p{L}+|wounded|hurt|victims?|casualt\p{L}+|toll|bodies|survivors?)\b/u;

const isCounted = (previous: JudgedSentence | undefined): boolean =>
  previous !== undefined &&
  /\b(?:polls?|survey|study|report|data|figures|statistics|research)\b/i.test(previous.sentence.own);

const RULED =
  /\b(?:convicted|sentenced|(?:death|prison|life|jail|suspended) sentences?|commuted|paroled|jailed|pleaded guilty|pled guilty|found guilty|guilty plea|verdict|convictions?|struck off|admitted|confessed)\b/i;
const HEARD =
  /\b(?:(?:the|an?) (?:court|jury|tribunal|inquest|hearing) (?:has heard|heard|was told|ruled|found)|told the (?:court|jury)|(?:a|the) judge (?:said|says|ruled|found|told|heard|was told|ordered|sentenced|agreed|rejected|dismissed|granted|threw|has|had|will|set|gave)|prosecutors? (?:say|said|allege|alleged|told)|indictment|the trial|inquest|charged with)\b/i;

const ACCUSED_IN_LAW =
  /\b(?:charged|arrested|lawsuit|sued|suing|petition|legal action|custody|bail|trial|court)\b/i;

const CONVICTED = /\b(?:convicted|sentenced|jailed|pleaded guilty|pled guilty|found guilty)\b/i;

/** A full quote of some length whose speaker is named neither in its paragraph nor by a lead-in, nor goes on from the one before. */
function isUnattributed(prose: Prose, judged: JudgedParagraph, { quote, speaker }: JudgedQuote): boolean {
  // a quote left open is a finding of its own, or its speaker comes where it ends
  if (quote.words < 6 || !quote.closed || (prose.kind !== 'body' && prose.kind !== 'quotation')) return false;
  if (speaker !== undefined && speaker.how !== 'previous') return false;
  const { sentences } = judged.summary;
  const transcript = /^["“]\p{Lu}{2,}:/u.test(prose.text.slice(quote.start));
  return (
    sentences.every(({ ownWords }) => ownWords === 0) &&
    !transcript &&
    quote.start === 0 &&
    /[.!?…][”"’']*$/u.test(prose.text)
  );
}

function raiseQuote(draft: Draft, judged: Judged, at: number, quote: JudgedQuote): Raised {
  const paragraph = draft.paragraphs[at] as Paragraph;
  const { text } = paragraph.prose;
  const first = text.slice(quote.quote.start, firstSentenceEnd(text, quote.quote));
  const words = first.replace(/^[“"'‘]+|[.!?…,]*[”"'’]*$/gu, '').slice(0, 70);
  return {
    code: 'attribution/unattributed-quote',
    span: toSource(paragraph, quote.quote),
    message: `Who is speaking? “${words}…” needs its speaker by the end of its first sentence.`,
    fixes: speakerFixes(draft, judged, at, quote),
  };
}

const firstSentenceEnd = (text: string, quote: Span): number => {
  const stop = /[.!?](?=\s)/u.exec(text.slice(quote.start, quote.end));
  return stop === null ? quote.end : quote.start + stop.index + 1;
};
