import { readModel } from '#models';
import { BIAS, UNIT } from '../../../models/classifier-scale.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createSecondOpinion, type SecondOpinion } from './network.ts';
import { splitParts, unpackClassifier, unpackLexicon, unpackTagger } from './pack.ts';
import { unpackNetwork } from './pack-network.ts';
import { createTagger, type Tagger } from './tagger.ts';

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
  const { tagger, lexicon, classifier, network } = splitParts(readModel('garbled'));
  return {
    lexicon: createLexicon(unpackLexicon(lexicon)),
    tagger: createTagger(unpackTagger(tagger)),
    classifier: createClassifier({
      ...unpackClassifier(classifier),
      unit: UNIT,
      bias: BIAS,
    }),
    secondOpinion: createSecondOpinion(unpackNetwork(network)),
  };
}
