import type { Draft, Paragraph } from '../../draft/draft.ts';
import { memoizeWeak } from '../../draft/memoize.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { nameOf } from '../../sourcing/index.ts';
import type { NamedSource } from './names.ts';

/**
 * Tells of a source whether a sentence may be about it: nobody is the source of what is told of himself, least of all the accused.
 * It counts as that where the sentence has a word of its name or its role; where the sentence says "he" or "they" and it was named
 * last; and where it is only "the company" or "the minister", who might be anybody in it. To leave one out costs a name to type.
 */
export function accused(draft: Draft, at: number, { start, end }: Span): (source: NamedSource) => boolean {
  const { text } = draft.paragraphs[at]?.prose ?? { text: '' };
  const sentence = text.slice(start, end);
  const before = `${draft.paragraphs[at - 1]?.prose.text ?? ''} ${text.slice(0, start)}`;
  const words = new Set(sentence.toLowerCase().match(WORD));
  // "mayor", "harbour", "master": what somebody may be called by
  const roles = new Set([...words].filter((word) => word.length > 4));
  const names = sentence.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
  const pronoun = /\b(?:he|she|they|his|her|their)\b|^\W*Its?\b/i.test(sentence);
  return ({ name, source }) => {
    const own =
      nameOf(source.text)
        .match(/\p{L}[\p{L}’'-]*/gu)
        ?.filter((word) => !SMALL.test(word)) ?? [];
    if (own.some((word) => words.has(word.toLowerCase()))) return true;
    if (/^the \p{Ll}+$/u.test(name) && names.length > 0) return true;
    if (pronoun && own.some((word) => /^\p{Lu}/u.test(word) && before.includes(word))) return true;
    return isCalled(draft, name, roles, at) || isCharged(draft, nameOf(source.text), at);
  };
}

/** Whether somebody is accused or denies it nearby: whatever is told of a crime may be told of him. */
function isCharged({ paragraphs }: Draft, name: string, at: number): boolean {
  const last = name.split(' ').at(-1) ?? name;
  const near = paragraphs.slice(Math.max(0, at - NEAR), at + NEAR).map(({ prose }) => prose);
  // "Sir Miles" is Sir Miles Gannet
  const full = near.flatMap(({ text }) => {
    const found = text.indexOf(`${last} `);
    return found < 0 ? [] : (/^\p{Lu}[\p{L}’'-]+/u.exec(text.slice(found + last.length + 1))?.[0] ?? []);
  });
  return near.some((prose) =>
    [last, ...full].some((one) => prose.text.includes(one) && chargedIn(prose).has(one)),
  );
}

const CHARGED =
  /(\p{Lu}[\p{L}’'-]+)(?=,? accused of\b|(?:,[^.!?“”"]{1,60},)?,? (?:(?:also|has|have|had) )?(?:den(?:y|ies|ied)|pleaded (?:not )?guilty|allegedly|(?:is|was|were|are|been) (?:also |being )?(?:accused|alleged|charged|arrested|blamed|suspected|sued|said to have))\b)/gu;

/** The last words of the names of those whom a paragraph says are accused. */
const chargedIn = memoizeWeak(
  (prose: Prose): ReadonlySet<string> =>
    new Set(Array.from(prose.text.matchAll(CHARGED), ([, name]) => name ?? '')),
);

const WORD = /\p{L}[\p{L}’'-]*/gu;
const SMALL = /^(?:the|a|an|of|for|at|in|on|and|by|from|his|her|their|its)$/i;

/** How far from the sentence a role is looked for beside a name, in paragraphs. */
const NEAR = 20;

/** Whether a name stands beside a role nearby: "Ann Lee, the mayor", "mayor Ann Lee", "Kestrel, a shipping company". */
function isCalled({ paragraphs }: Draft, name: string, roles: ReadonlySet<string>, at: number): boolean {
  const last = name.split(' ').at(-1) ?? name;
  const has = ({ prose }: Paragraph): boolean =>
    prose.text.includes(last) &&
    calledIn(prose)
      .get(last)
      ?.some((word) => roles.has(word)) === true;
  return paragraphs.slice(0, NEAR).some(has) || paragraphs.slice(Math.max(0, at - NEAR), at + NEAR).some(has);
}

const CALLED =
  /(?:\b(\p{Ll}[\p{L}’'-]*) )?((?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*)*)(?:(?:,| is| was| as)((?: \p{Ll}[\p{L}’'-]*){1,5}))?/gu;

/** The words that stand beside each name of a paragraph as what somebody is. */
const calledIn = memoizeWeak((prose: Prose): ReadonlyMap<string, readonly string[]> => {
  const called = new Map<string, readonly string[]>();
  for (const [, before = '', name = '', after = ''] of prose.text.matchAll(CALLED)) {
    const words = `${before} ${after}`
      .trim()
      .split(/\s+/u)
      .filter((word) => word !== '');
    const last = name.split(' ').at(-1) ?? name;
    if (words.length > 0) called.set(last, [...(called.get(last) ?? []), ...words]);
  }
  return called;
});
