import type { Lexicon } from './lexicon.ts';
import type { Tagger } from './tagger.ts';

/** What it takes to read words and tags. */
export interface WordModel {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}
