import { formsOf } from '../../language/verbs.ts';
import type { WordingEntry } from '../check.ts';

/** A form of words that the house does not write. */
export interface Form {
  /** As it is looked for: in small letters, unless the house's own have capitals. */
  readonly text: string;
  readonly exact: boolean;
  readonly say: string;
  readonly why?: string;
}

/** Forms by the first word in them, in small letters; the longest first. */
export type Forms = ReadonlyMap<string, readonly Form[]>;

/**
 * All forms of a house's entries and of the lists it starts from. A list gives way to the house: it neither changes what the
 * house says, nor what the house changes to something else.
 */
export function formsFrom(own: readonly WordingEntry[], lists: readonly WordingEntry[]): Forms {
  const said = new Set(
    own.flatMap(({ say }) => [say, ...inflected(say, say).keys()]).map((one) => one.toLowerCase()),
  );
  const byText = new Map<string, Form>();
  const enter = (entries: readonly WordingEntry[], mayChange: (text: string) => boolean) => {
    for (const { say, not, why } of entries) {
      for (const words of not) {
        const exact = words !== words.toLowerCase();
        for (const [text, right] of exact ? [[words, say] as const] : inflected(words, say))
          if (text !== right && mayChange(text))
            byText.set(text, { text, exact, say: right, ...(why !== undefined && { why }) });
      }
    }
  };
  enter(lists, (text) => !said.has(text.toLowerCase()));
  enter(own, () => true);
  const forms = new Map<string, Form[]>();
  for (const form of byText.values()) {
    const key = /[\p{L}\p{N}]+/u.exec(form.text)?.[0].toLowerCase();
    if (key === undefined) continue;
    const same = forms.get(key);
    if (same === undefined) forms.set(key, [form]);
    else same.push(form);
  }
  for (const same of forms.values()) same.sort((a, b) => b.text.length - a.text.length);
  return forms;
}

/** Words in all their forms, each with what is said in its place: plurals, and the forms of a verb. */
export function inflected(words: string, say: string): ReadonlyMap<string, string> {
  const pairs = new Map([[words, say]]);
  if (!/^[\p{L} -]+$/u.test(words + say)) return pairs;
  const put = (form: string, right: string | undefined) => {
    // “analyses” is the plural of analysis on either side
    if (right !== undefined && !pairs.has(form) && !form.endsWith('yses')) pairs.set(form, right);
  };
  const [head, last] = lastWord(words);
  const [sayHead, sayLast] = lastWord(say);
  const plural = (word: string) => formsOf(word).find(([, kind]) => kind === 's')?.[0] ?? word;
  // the last word of a name for something, the first of what somebody does
  put(head + plural(last), sayHead + plural(sayLast));
  const right = formsOf(say);
  for (const [form, kind] of formsOf(words))
    put(form, (right.find((one) => one[1] === kind) ?? right.find((one) => one[1] === 'past'))?.[0]);
  return pairs;
}

const lastWord = (words: string): readonly [string, string] => {
  const at = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
  return [words.slice(0, at), words.slice(at)];
};
