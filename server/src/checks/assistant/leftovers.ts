import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import { piecesOf, type SourceText } from '../../draft/source.ts';
import type { Span } from '../../draft/span.ts';

/** What of a paragraph a chatbot said: all of it, or passages (UTF-16 offsets of its text). */
export interface Left {
  readonly whole: boolean;
  readonly spans: readonly Span[];
}

// What it offers to do is work on a text; a columnist who asks “Shall I compare thee?” does not.
const WORK =
  '(?:(?:re)?(?:write|draft|word|format)|shorten|expand|adapt|adjust|revise|refine|tailor|polish|turn|convert|create|generate|suggest|provide|summari[sz]e|add|make)';
const PIECE =
  '(?:version|article|story|stories|draft|summary|headlines?|copy|text|rewrite|piece|report|paragraphs?|lead|lede|intro|press release|post|blog|tone|style|length|changes|edits|revisions|adjustments|tweaks|table|format|bullet points?|caption|infographic|layout|word count)';
const TASK = `(?:${PIECE}|(?:this|it)(?: (?:up|down))? (?:into|for (?:the|print|social)|more|shorter|longer|again))`;
const one = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'iu');

/** A sentence that no reporter files. */
const SURE: readonly RegExp[] = [
  // what it is, and what it cannot do
  one(
    String.raw`(?:[\p{L}’', ]{0,30}, )?as an? (?:AI|artificial intelligence|large language|language)(?:[ -](?:language|based|powered))*(?: model| assistant| chatbot)?, (?:I|my)\b`,
  ),
  one(
    String.raw`(?:I[’']m|I am) (?:sorry,? (?:but )?(?:as|I (?:can[’']?t|cannot|am unable))|(?:just |only )?an? (?:AI|large language|language model)\b)`,
  ),
  one(
    String.raw`(?:[\p{L}’', ]{0,30})?\bI (?:do not|don[’']t|cannot|can[’']t|am unable to|am not able to) (?:currently )?(?:have |directly )?(?:access|browse|open|view|retrieve|real[- ]time|search|verify (?:real|current))\b[^.]{0,40}\b(?:data|information|internet|web|links?|urls?|files?|browsing|documents?|news|content|sources?)\b`,
  ),
  one(
    String.raw`.{0,40}\b(?:my (?:last |latest )?(?:knowledge (?:cut-?off|update)|training data)|as of my (?:last|latest) update)\b`,
  ),
  // offers
  one(
    `(?:would you like|do you want|want|shall|should|can|may|could)(?: me to| I)(?: also| now| then| next)? ${WORK}\\b.*\\b${TASK}\\b.*\\?`,
  ),
  one(
    `(?:if (?:you[’']d like|you like|you want|you prefer|needed|helpful|useful)[^.?!]{0,30}, )?I(?:[’']m happy to| can| could|[’']d be happy to| am happy to| would be happy to|[’']ll)(?: also| happily)? ${WORK}\\b.*\\b${TASK}\\b.*`,
  ),
  one(
    `(?:just |please )?let me know (?:if|whether|what|which|how|when) (?:you|this|that|there|anything|any)\\b.*\\b(?:like|want|need|prefer|works?|changes?|changed|adjust\\p{L}*|edit\\p{L}*|revis\\p{L}*|refine\\p{L}*|tweak\\p{L}*|tone|version|else)\\b`,
  ),
  one('feel free to (?:adjust|edit|modify|adapt|tweak|customi[sz]e|ask me|let me know)\\b'),
  one('(?:I )?hope (?:this|that) (?:helps|meets your)\\b'),
  // greetings before the work
  one(
    `(?:certainly|sure(?: thing)?|of course|absolutely|great|understood|got it|okay|ok|gladly)[!,.—–: -]+(?:please find |I(?:[’']ve| have) .{0,40})?(?:here(?:[’']s| is| are)|below (?:is|are)) (?:an?|your|some|the|\\d+|three|five) .*\\b${PIECE}\\b`,
  ),
  one(
    `(?:here(?:[’']s| is| are)|below is|this is) (?:a|an|the|your|my|some) (?:[^.:]{0,40} )?(?:\\d+[- ]word|your|revised|rewritten|reworded|polished|refined|edited|tightened|shorter|longer|cleaned[- ]up|condensed|punchier|snappier|suggested|sample|updated)\\b(?: [^.:]{0,40})? ${PIECE}\\b.*:`,
  ),
  one(`(?:here(?:[’']s| is)|below is) your (?:[^.:]{0,40} )?${PIECE}\\b.*[:.]`),
  // notes to whoever asked
  one(
    '\\W{0,2}(?:please )?note:? (?:that )?(?:this|the above) (?:is an? |article is |story is |draft )(?:AI|draft|fictional|sample|hypothetical|simulated|template|based on)\\b.*',
  ),
  one('\\W{0,2}word count:? ?(?:~|about |approx\\p{L}*\\.? )?\\d+'),
  one(
    '(?:please )?(?:verify|check|fact-?check) (?:all |the |any )?(?:facts|details|figures|quotes|names|information)\\b.*\\bbefore (?:publi|print|use|using|running)',
  ),
  one('is this conversation helpful'),
  one('(?:chatgpt|claude|gemini|copilot|grok|deepseek|perplexity) (?:can|may) make mistakes'),
  one(
    '(?:chatgpt|gemini|copilot|claude|grok) said:$|you said:$|(?:ask|message) (?:chatgpt|gemini|copilot|claude|grok)\\W*$',
  ),
  one('thought for (?:\\d+|a few|a couple of) (?:seconds?|minutes?|s)\\b'),
];

/** Sentences that are a chatbot's only beside such a one. */
const BESIDE =
  /^(?:certainly|sure(?: thing)?|of course|absolutely|understood|got it|great question|thank you|thanks|I (?:apologi[sz]e|understand)|shall I|should I|would you|do you want|want me|just (?:say|tell|let)|I can|I could|I[’']ll|I hope|let me know|feel free|please|note|if you|however, I|would that|does (?:this|that)|happy to|regenerate|copy code)\b/i;

const HINT =
  /\b(?:AI|me|I|I[’']m|my|language model|feel free|hope (?:this|that)|here(?:[’']s| is| are)|below (?:is|are)|note|word count|before|conversation|mistakes|said:|message|ask|thought for)\b|\[Your/i;
const SLOT = /\[Your [\p{L}’'/ -]{2,40}\]/gu;

// "Let me know if you want a map, the clerk told members.": words that somebody is said to have said
const TOLD =
  /, (?:(?:the|a|an|its|his|her|their) \p{Ll}|he |she |they |it |\p{Lu})[^,.]{0,60}\b(?:said|says|told|tells|asked|asks|added|adds|replied|replies|wrote)\b[^,.]{0,30}[.!?]?$/u;

/** Finds what a chatbot left in a paragraph; nobody's quoted words. */
export function leftIn(prose: Prose): Left | undefined {
  const { text, quotes } = prose;
  if (!HINT.test(text)) return undefined;
  const slots = [...text.matchAll(SLOT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (slots.length > 0 && text.replace(SLOT, '').replace(/[\p{P}\s]/gu, '') === '')
    return { whole: true, spans: [] };
  const sentences = prose.sentences.length > 0 ? prose.sentences : [{ start: 0, end: text.length }];
  const said = sentences.map((span) => {
    const own = text.slice(span.start, span.end).replace(/^[\s*_>#(–—-]+/u, '');
    if (inQuote(quotes, { start: span.start + 1, end: span.end - 1 })) return 'copy';
    if (TOLD.test(own)) return 'copy';
    if (SURE.some((pattern) => pattern.test(own))) return 'sure';
    return BESIDE.test(own) ? 'beside' : 'copy';
  });
  const spans = runsOf(said).map(([from, to]) => ({
    start: sentences[from]?.start ?? 0,
    end: sentences[to]?.end ?? text.length,
  }));
  const all = [
    ...spans,
    ...slots.filter((slot) => !spans.some((span) => span.start <= slot.start && slot.end <= span.end)),
  ];
  if (all.length === 0) return undefined;
  return { whole: said.every((one) => one !== 'copy') && spans.length > 0, spans: all };
}

// runs of sentences that a chatbot said, each with one at least that only it says
function runsOf(said: readonly ('sure' | 'beside' | 'copy')[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let from = 0; from < said.length; from += 1) {
    if (said[from] === 'copy') continue;
    let to = from;
    while (to + 1 < said.length && said[to + 1] !== 'copy') to += 1;
    if (said.slice(from, to + 1).includes('sure')) runs.push([from, to]);
    from = to;
  }
  return runs;
}

/** A tag in a link, or a mark in place of a source, and what to cut with it (UTF-16 offsets of the source). */
export interface LinkTag {
  readonly span: Span;
  readonly cut: Span;
}

const BOTS =
  '(?:chatgpt\\.com|chat\\.openai\\.com|openai|chatgpt|copilot(?:\\.com|\\.microsoft\\.com)?|perplexity(?:\\.ai)?|gemini(?:\\.google\\.com)?|claude(?:\\.ai)?|grok(?:\\.com)?|deepseek)';
const TAG = new RegExp(
  [
    String.raw`(?<tag>[?&]utm_source=${BOTS})(?!\w|\.\w)(?<more>&)?`,
    String.raw`(?<mark>:?contentReference\[oaicite:[^\]]{1,12}\](?:\{[^}\n]{0,40}\})?|\[oai_citation:[^\]\n]{1,60}\](?:\([^)\s]{1,200}\))?|【\d+(?::\d+)?†[^】\n]{0,60}】|\uE200?cite(?:\uE202)?turn\d+(?:search|view|news|fetch)\d+(?:\uE202?turn\d+\w+\d+)*\uE201?|\[cite_start\]|\[cite: ?\d+(?:, ?\d+)*\])`,
  ].join('|'),
  'dgu',
);

/** Each tag and mark holds one of these. */
const TRACE = /utm_source=|oaicite|oai_citation|†|turn\d|\[cite/u;
/** In UTF-16 units: the longest of them, less one. */
const CUT_TRACE = 11;

/** Tells whether a text may hold tags or marks of chatbots; of a text in pieces only those are read that it has not met. */
export function watchTraces(): (source: SourceText) => boolean {
  let known: ReadonlyMap<string, boolean> = new Map();
  return (source) => {
    const pieces = piecesOf(source);
    const now = new Map(pieces.map((piece) => [piece, known.get(piece) ?? TRACE.test(piece)]));
    known = now;
    return pieces.some(
      (piece, at) =>
        now.get(piece) || TRACE.test((pieces[at - 1] ?? '').slice(-CUT_TRACE) + piece.slice(0, CUT_TRACE)),
    );
  };
}

/** Finds the tags that chatbots put into links, and the marks that they put in place of sources. */
export function linkTagsIn(source: string): readonly LinkTag[] {
  return [...source.matchAll(TAG)].map((match) => {
    const start = match.index;
    const { tag, more, mark } = match.groups ?? {};
    if (tag === undefined)
      return {
        span: { start, end: start + (mark ?? '').length },
        cut: { start, end: start + (mark ?? '').length },
      };
    const end = start + tag.length;
    // “?utm_source=…&page=2” keeps its question mark, and what goes with it
    return {
      span: { start: start + 1, end },
      cut: more === undefined ? { start, end } : { start: start + 1, end: end + 1 },
    };
  });
}
