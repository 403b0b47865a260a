import { readModel } from '#models';
import { once } from '../draft/memoize.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { unpackLexicon, unpackTagger } from './packed.ts';
import { createTagger, type Tagger } from './tagger.ts';

/** What it takes to read words and tags. */
export interface WordModel {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

/**
 * The words and tags that come with the package, read and unpacked when first asked for.
 * @throws Error if they cannot be read.
 */
export const wordModel: () => WordModel = once(() => ({
  lexicon: createLexicon(unpackLexicon(readModel('lexicon'))),
  tagger: createTagger(unpackTagger(readModel('tagger'))),
}));
