import { readModel } from '#models';
import { createLexicon, type Lexicon } from '../../language/lexicon.ts';
import { createTagger, type Tagger } from '../../language/tagger.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createSecondOpinion, type SecondOpinion } from './network.ts';
import { unpackClassifier, unpackLexicon, unpackTagger } from './pack.ts';
import { unpackNetwork } from './pack-network.ts';

export interface Model {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
  readonly classifier: Classifier;
  readonly secondOpinion: SecondOpinion;
}

/** What it takes to read words and tags, without the second tier's. */
export type WordModel = Pick<Model, 'lexicon' | 'tagger'>;

/**
 * Reads and unpacks the models that come with the package: some tens of milliseconds, so call it once.
 * @throws Error if they cannot be read.
 */
export function loadModel(): Model {
  return {
    lexicon: createLexicon(unpackLexicon(readModel('lexicon'))),
    tagger: createTagger(unpackTagger(readModel('tagger'))),
    classifier: createClassifier({
      ...unpackClassifier(readModel('classifier')),
      unit: 0.03,
      bias: -1.0917,
    }),
    secondOpinion: createSecondOpinion(unpackNetwork(readModel('network'))),
  };
}
