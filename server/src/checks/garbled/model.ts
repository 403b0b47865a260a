import { readModel } from '#models';
import { once } from '../../draft/memoize.ts';
import { type WordModel, wordModel } from '../../language/model.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createSecondOpinion, type SecondOpinion } from './network.ts';
import { unpackClassifier } from './pack.ts';
import { unpackNetwork } from './pack-network.ts';

export interface Model extends WordModel {
  readonly classifier: Classifier;
  readonly secondOpinion: SecondOpinion;
}

/**
 * The models that come with the package, read and unpacked when first asked for.
 * @throws Error if they cannot be read.
 */
export const loadModel: () => Model = once(() => ({
  ...wordModel(),
  classifier: createClassifier({ ...unpackClassifier(readModel('classifier')), unit: 0.03, bias: -1.0917 }),
  secondOpinion: createSecondOpinion(unpackNetwork(readModel('network'))),
}));
