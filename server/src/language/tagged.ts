import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';
import type { Lexicon } from './lexicon.ts';
import { type WordModel, wordModel } from './model.ts';
import { hashTokens, type TokenHashes, type Tokens, tokenise, tokensOf } from './tokens.ts';

/** A sentence as the rules of garbled phrasing read it: its tokens, their tags, and the tags each word could have. */
export interface Sentence extends Tokens {
  /** Numbers of `TAGS`. */
  readonly tags: Uint8Array;
  /** Sets of tags; 0 for a word the lexicon doesn't know. */
  readonly possibleTags: Int32Array;
  readonly hashes: TokenHashes;
  readonly lexicon: Lexicon;
}

/**
 * A paragraph's sentences with their tags, made once for all who ask.
 * @throws Error if the model cannot be read.
 */
export const taggedOf = memoizeWeak((prose: Prose): readonly Sentence[] =>
  tokensOf(prose).map((tokens) => tagTokens(tokens, wordModel())),
);

/** Splits a sentence into tokens and tags them. */
export function readSentence(text: string, span: Span, model: WordModel): Sentence {
  return tagTokens(tokenise(text, span.start, span.end), model);
}

/** Tags tokens. */
export function tagTokens(tokens: Tokens, model: WordModel): Sentence {
  const hashes = hashTokens(tokens);
  const possibleTags = new Int32Array(tokens.size);
  const onlyTag = new Uint8Array(tokens.size);
  model.lexicon.lookUp(hashes, tokens.size, possibleTags, onlyTag);
  for (let i = 0; i < tokens.size; i += 1) {
    if (possibleTags[i] !== 0) continue;
    const word = tokens.words[i] ?? '';
    const american = word.length < SHORTEST_BRITISH ? word : americanSpelling(word);
    if (american !== word) possibleTags[i] = model.lexicon.possibleTags(american);
  }
  const tags = model.tagger(hashes, possibleTags, onlyTag, tokens.size);
  return { ...tokens, tags, possibleTags, hashes, lexicon: model.lexicon };
}

/** “Dour” and “sour” are spelled so everywhere. */
const SHORTEST_BRITISH = 5;

/** The open corpora are mostly American: a British spelling they lack is looked up in its American form. */
function americanSpelling(word: string): string {
  return word
    .replace(/is(e|es|ed|er|ers|ing|ation|ations)$/u, 'iz$1')
    .replace(/our/u, 'or')
    .replace(/ll(ed|ing|er)$/u, 'l$1');
}
