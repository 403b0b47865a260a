/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds of a piece of work. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`;
export const perSecond = (words: number, milliseconds: number): number => (words / milliseconds) * 1000;
export const thousands = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** A figure that has to hold, as a line. */
export const target = (what: string, value: string, met: boolean): string =>
  `${met ? 'met    ' : 'NOT MET'}  ${what}: ${value}`;
