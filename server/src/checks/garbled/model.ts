import { readModel } from '#models';
import { createLexicon } from '../../language/lexicon.ts';
import type { WordModel } from '../../language/model.ts';
import { createTagger } from '../../language/tagger.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createSecondOpinion, type SecondOpinion } from './network.ts';
import { unpackClassifier, unpackLexicon, unpackTagger } from './pack.ts';
import { unpackNetwork } from './pack-network.ts';

export interface Model extends WordModel {
  readonly classifier: Classifier;
  readonly secondOpinion: SecondOpinion;
}

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
