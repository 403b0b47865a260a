import { CLASSIFIER } from '../../../models/classifier.ts';
import { BIAS, UNIT } from '../../../models/classifier-scale.ts';
import { LEXICON } from '../../../models/lexicon.ts';
import { TAGGER } from '../../../models/tagger.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { fromBase64, unpackLexicon, unpackTagger } from './pack.ts';
import { createTagger, type Tagger } from './tagger.ts';

export interface Model {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
  readonly classifier: Classifier;
}

/** What it takes to read words and tags, without the classifier. */
export type WordModel = Pick<Model, 'lexicon' | 'tagger'>;

/** Unpacks the models that the package carries: some tens of milliseconds, so call it once. */
export function loadModel(): Model {
  return {
    lexicon: createLexicon(unpackLexicon(fromBase64(LEXICON))),
    tagger: createTagger(unpackTagger(fromBase64(TAGGER))),
    classifier: createClassifier({
      weights: new Int8Array(fromBase64(CLASSIFIER).buffer),
      unit: UNIT,
      bias: BIAS,
    }),
  };
}
