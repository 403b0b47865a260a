import { attributionMeasure } from './attribution.ts';
import { consistency } from './consistency.ts';
import { duplicate } from './duplicate.ts';
import { furniture } from './furniture.ts';
import { garbled } from './garbled.ts';
import type { Measure } from './measure.ts';
import { placeholder } from './placeholder.ts';

/** Every measure. A check without one still has its alarms counted. Add a measure here, in a file of its own. */
export const MEASURES: readonly Measure[] = [
  attributionMeasure,
  consistency,
  duplicate,
  furniture,
  garbled,
  placeholder,
];
