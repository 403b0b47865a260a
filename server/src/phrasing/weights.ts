/** The shape of an encoder: so many layers over rows of so many numbers. */
export interface Shape {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly inner: number;
}

/** What may be at fault: words collide or one is left over, a word is wrong or in a wrong form, something is missing. */
export type Fault = 'extra' | 'wrong' | 'missing';

/** From what score of a word on something is said, and how. */
export interface Scores {
  /** How much the score of the whole sentence counts towards that of each word. */
  readonly whole: number;
  /** What is added to a word's score for what is likeliest at fault with it: some faults are less often imagined than others. */
  readonly kinds: Readonly<Record<Fault, number>>;
  /** How much the odds of the worse and of the better neighbour count; none count as less than `edge`, nor what stands beyond the ends. */
  readonly beside: readonly [worse: number, better: number];
  readonly edge: number;
  readonly hint: number;
  readonly information: number;
  readonly warning: number;
  /** What words beside a finding need to be shown with it. */
  readonly span: number;
  /** How likely a fix must be to be offered, by what stands before the colon of its edit, and where that is not named. */
  readonly fixes?: Readonly<Record<string, number>>;
  readonly fix: number;
}

/** What a file of weights holds; its tensors are views of the file's bytes. */
export interface Weights extends Shape {
  /** The most pieces, with those that open and close it, that are read at once. */
  readonly positions: number;
  /** What may be done about a word, in the order of the model's numbers: “keep”, “delete”, “insert:to” … */
  readonly edits: readonly string[];
  /** The small encoder that says which sentences are worth reading, after so many layers of the large one; a sentence is from this score on. */
  readonly gate: (Shape & { readonly after: number; readonly threshold: number }) | null;
  readonly scores: Scores;
  /** Bytes of all of it. */
  readonly size: number;
  /** What the file begins with: all but the tensors after the first, the vocabulary. To be read it is enough, but not to make a model. */
  readonly head: Uint8Array;
  /** The pieces of words, in the order of their numbers. */
  readonly vocabulary: readonly string[];
  /**
   * The bytes of a tensor.
   * @throws Error if there is none of this name, in a sentence.
   */
  readonly tensor: (name: string) => Uint8Array;
  /** How many bytes a tensor has. */
  readonly lengthOf: (name: string) => number;
}

const MAGIC = 'BPPM';
const VERSION = 1;
const FIXED = 12;

/**
 * Reads a file of weights as scripts/phrasing/FORMAT.md has it: four letters, the version and the length of the header, the
 * header in JSON, then the tensors.
 * @throws Error if it is no such file or one of another version, in a sentence.
 */
export function readWeights(file: Uint8Array): Weights {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (file.length < FIXED || text(file.subarray(0, 4)) !== MAGIC)
    throw new Error('This is no file of weights.');
  const version = view.getUint32(4, true);
  if (version !== VERSION) throw new Error(`The weights are of version ${version}, not ${VERSION}.`);
  const start = FIXED + view.getUint32(8, true);
  const { tensors, ...header } = JSON.parse(text(file.subarray(FIXED, start))) as Header;
  const places = new Map(tensors.map((place) => [place.name, place]));
  const placeOf = (name: string): { readonly start: number; readonly length: number } => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`The weights lack ${name}.`);
    return { start: start + place.offset, length: place.length };
  };
  const tensor = (name: string): Uint8Array => {
    const place = placeOf(name);
    return file.subarray(place.start, place.start + place.length);
  };
  const vocabulary = placeOf('vocabulary');
  return {
    ...header,
    size: Math.max(...tensors.map(({ offset, length }) => start + offset + length)),
    head: file.subarray(0, vocabulary.start + vocabulary.length),
    vocabulary: text(tensor('vocabulary')).split('\n'),
    tensor,
    lengthOf: (name) => placeOf(name).length,
  };
}

interface Header extends Omit<Weights, 'size' | 'head' | 'vocabulary' | 'tensor' | 'lengthOf'> {
  readonly tensors: readonly { readonly name: string; readonly offset: number; readonly length: number }[];
}
