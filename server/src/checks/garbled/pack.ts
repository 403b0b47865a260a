import { readBytes, tableSize } from '../../language/packed.ts';
import type { ClassifierWeights } from './classifier.ts';

/** Packed classifier: the number of features, then by rising key the step to the key and the weight in a byte. */
export function unpackClassifier(bytes: Uint8Array): Pick<ClassifierWeights, 'keys' | 'steps'> {
  const reader = readBytes(bytes);
  const count = reader.number();
  const size = tableSize(count);
  const keys = new Int32Array(size);
  const steps = new Int8Array(size);
  let key = 0;
  for (let n = 0; n < count; n += 1) {
    key += reader.number();
    let place = key & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    steps[place] = reader.byte();
  }
  return { keys, steps };
}
