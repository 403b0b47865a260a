import { LEXICON } from '../../../models/lexicon.ts';
import { TAGGER } from '../../../models/tagger.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { fromBase64, unpackLexicon, unpackTagger } from './pack.ts';
import { createTagger, type Tagger } from './tagger.ts';

export interface Model {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

/** Unpacks the models that the package carries: some tens of milliseconds, so call it once. */
export function loadModel(): Model {
  return {
    lexicon: createLexicon(unpackLexicon(fromBase64(LEXICON))),
    tagger: createTagger(unpackTagger(fromBase64(TAGGER))),
  };
}
