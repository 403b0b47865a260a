import { reportingVerb } from './reporting-verbs.ts';

const NAME = String.raw`(?:(?:the|a|an|his|her|Mr|Mrs|Ms|Dr)\.?\s)?(?:\p{Lu}[\p{L}’'.-]+\s?){1,5}`;
const TAG = new RegExp(
  String.raw`[,!?…—]\s+(?:(?:he|she|they|I|we)\s+(?:also\s|then\s|later\s)?(\p{Ll}+)|(\p{Ll}+)\s${NAME}(?=[.,]|$)|${NAME}(?:also\s)?(\p{Ll}+))\b`,
  'gu',
);

/**
 * Where a speech tag starts after a quote that lacks its closing mark ("“We will go, he said."): the place after its comma,
 * as an offset of the text. Undefined where no tag can be told.
 */
export function bareSentenceTag(text: string, from: number): number | undefined {
  for (const match of text.slice(from).matchAll(TAG)) {
    const verbs = [match[1], match[2], match[3]];
    const said = verbs.some((word) => {
      const verb = word === undefined ? undefined : reportingVerb(word);
      return (
        verb !== undefined &&
        verb.tier === 'say' &&
        !verb.needsClause &&
        (verb.form === 'past' || verb.form === 's')
      );
    });
    if (said) return from + match.index + 1;
  }
  return undefined;
}
