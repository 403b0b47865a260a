import type { Draft } from '../../draft/draft.ts';
import { memoizeWeak } from '../../draft/memoize.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import {
  bareName,
  DOCUMENT_HEADS,
  isDocumentSeen,
  isPlausibleSource,
  isSameName,
  isSilent,
  type Judged,
  type JudgedParagraph,
  nameOf,
  ROLE_HEADS,
  type Source,
} from '../../sourcing/index.ts';

/** How many paragraphs away the draft's manner is learnt and sources are looked for. */
export const NEAR = 20;

/** A source of the draft as a sentence would name it. */
export interface NamedSource {
  readonly name: string;
  readonly source: Source;
  /** The paragraph it was read from. */
  readonly paragraph: number;
}

/** Everybody the draft names as a source near a paragraph, the nearest first, nobody twice. */
export function namedSources(
  draft: Draft,
  judged: Judged,
  at: number,
  isWanted: (one: NamedSource) => boolean,
): readonly NamedSource[] {
  const found: {
    readonly source: Source;
    readonly cue: Span;
    readonly paragraph: number;
    readonly distance: number;
  }[] = [];
  for (let i = Math.max(0, at - NEAR); i < at + NEAR; i += 1) {
    for (const { source, cue } of judged.paragraphs[i]?.sentences ?? []) {
      if (source === undefined || (cue?.tier !== 'say' && cue?.tier !== 'finding')) continue;
      if (isDocumentSeen(source) || isSilent(judged.paragraphs[i] as JudgedParagraph, cue)) continue;
      if (source.kind !== 'named' && source.kind !== 'role') continue;
      found.push({ source, cue: cue.span, paragraph: i, distance: Math.abs(i - at) + (i > at ? 0.5 : 0) });
    }
  }
  found.sort((a, b) => a.distance - b.distance);
  const chosen: NamedSource[] = [];
  const tried = new Set<string>();
  for (const { source, cue, paragraph } of found) {
    if (tried.has(source.text)) continue;
    tried.add(source.text);
    // "Inspectors"
    if (source.kind === 'role' && OPENING_PLURAL.test(source.text)) continue;
    if (!isPlausibleSource(draft, paragraph, source, cue)) continue;
    const one = { name: nameAt(draft, source.text, at), source, paragraph };
    const word = /^\p{Lu}\p{Ll}+$/u.test(one.name) && isCommon(draft, one.name.toLowerCase(), at);
    if (word || !canFollow(one.name) || chosen.some(({ name }) => isSameName(name, one.name))) continue;
    if (isWanted(one)) chosen.push(one);
    if (chosen.length === 3) break;
  }
  return chosen;
}

// What a source was read as may be cut short ("the mayor and"), or lean on the sentence it stood in ("his office").
function canFollow(name: string): boolean {
  if (name === 'police') return true;
  if (/^(?:the\s)?\p{Lu}/u.test(name)) {
    const last = /^[\p{L}\p{N}’'. &-]*?(\p{Lu}[\p{L}\p{N}’'.-]*)$/u.exec(name)?.[1];
    // "Montana Secretary" was cut off before "of State"
    return last !== undefined && (BODY.test(last) || !ROLE_HEADS.has(last.toLowerCase()));
  }
  const head =
    /^(?:the|a|an)\s[\p{L}\p{N}’'. -]*?(\p{L}+)(?:\s(?:of|for|in|by|from|at)\s[\p{L}\p{N}’'. -]*[\p{L}\p{N}])?$/u.exec(
      name,
    )?.[1];
  // "a spokesman", "a doctor": one more nobody could ask; "a spokesman for the port" is somebody's
  if (/^an? /u.test(name) && !/ (?:(?:of|for|in|by|from|at) |\p{Lu})/u.test(name)) return false;
  const told = head !== undefined && head !== 'state' && (ROLE_HEADS.has(head) || DOCUMENT_HEADS.has(head));
  return told && !/\s(?:to|that|which|who|whose|and)\s/u.test(name) && name.split(' ').length <= LONGEST_ROLE;
}

/** In words: more than these are no name to put at a sentence's end. */
const LONGEST_ROLE = 9;

/**
 * A source as the draft would write it at this place: a person in full if nothing before has named them, else by surname;
 * a body always in full.
 */
export function nameAt(draft: Draft, source: string, paragraph: number): string {
  // "Sir Miles" is no Miles
  if (TITLED.test(source)) return source;
  const whole = roleIn(source) ?? bodyIn(source);
  if (whole !== undefined) return whole;
  const full = bareName(nameOf(source));
  if (!/^\p{Lu}/u.test(full)) return lowerFirst(source);
  const parts = full.split(/\s+/u);
  const surname = parts.at(-1) ?? full;
  if (parts.length === 1) return full;
  if (BODY.test(full) || isCommon(draft, surname.toLowerCase(), paragraph)) return full;
  const named = (from: number, to: number): boolean =>
    draft.paragraphs.slice(Math.max(0, from), Math.max(0, to)).some(({ prose }) => prose.text.includes(full));
  // people are introduced near the top or nearby; all of a long draft is not searched at each keystroke
  if (!named(paragraph - 2 * NEAR, paragraph) && !named(0, Math.min(paragraph, 2 * NEAR))) return full;
  const title = new RegExp(String.raw`\b(Mr|Mrs|Ms|Miss|Dr|Sir|Mr\.|Mrs\.|Ms\.|Dr\.) ${surname}\b`, 'u');
  for (let i = paragraph - 1; i >= Math.max(0, paragraph - NEAR); i -= 1) {
    const text = draft.paragraphs[i]?.prose.text ?? '';
    const titled = text.includes(surname) ? title.exec(text)?.[1] : undefined;
    if (titled !== undefined) return `${titled} ${surname}`;
  }
  return surname;
}

const TITLED =
  /^(?:Sir|Dame|Lord|Lady|Baroness|Prince|Princess|King|Queen|Pope|Sister|Father|Brother) \p{Lu}[\p{L}’-]+$/u;

/** A speaker as a tag names him: as `nameAt` does, but "his mother" and "inspectors" without the capital of their sentence. */
export const speakerAt = (draft: Draft, { text, kind }: Source, paragraph: number): string =>
  kind === 'role' && OPENING_ROLE.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : nameAt(draft, text, paragraph);

const OPENING_PLURAL = /^\p{Lu}\p{Ll}*[^\Ws]s$/u;
const OPENING_ROLE = new RegExp(
  `${OPENING_PLURAL.source}|^(?:The|An?|His|Her|Their|Its|Our|My)(?: [\\p{Ll}’'-]+)+$`,
  'u',
);

// "Homeland Security Investigations": what stands nearby as an everyday word is nobody's surname.
const isCommon = (draft: Draft, word: string, paragraph: number): boolean =>
  draft.paragraphs
    .slice(Math.max(0, paragraph - NEAR), paragraph + NEAR)
    .some(({ prose }) => wordsIn(prose).has(word));

const wordsIn = memoizeWeak(
  (prose: Prose): ReadonlySet<string> => new Set(prose.words.map(({ text }) => text)),
);

const BODY =
  /\b(?:Agency|Airlines?|Airways|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Channel|Chronicle|Church|Club|Coalition|College|Commission|Committee|Company|Confederation|Congress|Corporation|Council|Court|Department|Embassy|Energy|Executive|Express|Federation|Force|Forum|Foundation|Front|Fund|Gazette|Government|Group|Guard|Guardian|Hall|Herald|Holdings|Hospital|House|Independent|Institute|International|Journal|League|Mail|Ministry|Mirror|Mission|Monitor|Motors|Nations|Navy|Network|News|Observatory|Observer|Office|Organi[sz]ation|Palace|Parliament|Party|Police|Post|Press|Programme|Project|Radio|Review|School|Senate|Service|Services|Society|Standard|Star|States|Street|Sun|Survey|Telegraph|Television|Times|Treasury|Tribunal|Tribune|Trust|TV|Union|University|Watch)$/u;

/** A body by its whole name: “the Korea Herald”, “Vessby Council”, “the University of Lund”; undefined for anybody else. */
function bodyIn(source: string): string | undefined {
  const [, article, name = ''] = /^(the\s+)?(\p{Lu}[^,(]*)$/iu.exec(source.trim()) ?? [];
  if (!/^\p{Lu}/u.test(name)) return undefined;
  if (article !== undefined) return /^(?:Rev|Right|Hon|Very|Most)\b/u.test(name) ? undefined : `the ${name}`;
  if (TAKES_ARTICLE.test(name)) return `the ${name}`;
  const before = name.replace(/\s(?:of|for)\s.*$/u, '');
  return BODY.test(before) ? name : undefined;
}

const TAKES_ARTICLE =
  /^(?:US|U\.S\.|UK|UN|EU|UAE|FBI|CIA|BBC|AU|IMF|United (?:States|Kingdom|Nations|Arab Emirates)|Philippines|Netherlands|Bahamas|Maldives|Gambia|European Union|Taliban|Kremlin|Vatican|Pentagon|White House)$/u;

/** A role as it stands, with whom it is a role for: “a spokesman for the Ministry of Health”, not the ministry. */
function roleIn(source: string): string | undefined {
  if (/^police$/i.test(source)) return 'police';
  return /^(?:the|a|an)\s\p{Ll}.*\s(?:of|for|at|from|in|by|with)\s/iu.test(source) &&
    /^\S+\s\p{Ll}/u.test(source)
    ? lowerFirst(source)
    : undefined;
}

const lowerFirst = (text: string): string =>
  /^(?:The|A|An|His|Her|Their)\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
