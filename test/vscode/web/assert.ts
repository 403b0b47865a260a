// What the suite uses of node:assert/strict, for an extension host that is a web worker.
const fail = (message: string): never => {
  throw new Error(message);
};

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

const assert = {
  ok(value: unknown, message?: string): asserts value {
    if (!value) fail(message ?? `${shown(value)} is not true.`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message ?? `${shown(actual)} is not ${shown(expected)}.`);
  },
  notEqual(actual: unknown, other: unknown, message?: string): void {
    if (Object.is(actual, other)) fail(message ?? `It is ${shown(actual)} all the same.`);
  },
  /** For lists and plain objects. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    assert.equal(shown(actual), shown(expected), message);
  },
  match(text: string, shape: RegExp, message?: string): void {
    if (!shape.test(text)) fail(message ?? `${shown(text)} does not match ${shape}.`);
  },
};

export default assert;
