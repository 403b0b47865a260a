import { CLASSIFIER } from '../../models/classifier.ts';
import { LEXICON } from '../../models/lexicon.ts';
import { NETWORK } from '../../models/network.ts';
import { TAGGER } from '../../models/tagger.ts';
import { fromBase64, joinParts } from '../checks/garbled/pack.ts';
import type { ReadModel } from './models.ts';
import { sealed } from './sealed.ts';

/** The models from the sources: for tests, for scripts, and for the build, which writes them into files. */
export const readModel: ReadModel = () =>
  joinParts({
    tagger: fromBase64(TAGGER),
    lexicon: fromBase64(LEXICON),
    classifier: fromBase64(CLASSIFIER),
    network: fromBase64(NETWORK),
  });

/** What the build writes into the model's file. */
export const fileOf: ReadModel = (name) => sealed(readModel(name));
