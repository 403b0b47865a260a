import { assistant } from './assistant/index.ts';
import { attribution } from './attribution/index.ts';
import type { Check } from './check.ts';
import { consistency } from './consistency/index.ts';
import { duplicate } from './duplicate/index.ts';
import { furniture } from './furniture/index.ts';
import { garbled } from './garbled/index.ts';
import { placeholder } from './placeholder/index.ts';
import { quotes } from './quotes.ts';
import { repeatedWord } from './repeated/index.ts';
import { style } from './style/index.ts';
import { wording } from './wording/index.ts';

/** Every check, in the order its findings are listed in documentation. Add a check here. */
export const CHECKS: readonly Check[] = [
  duplicate,
  repeatedWord,
  garbled,
  attribution,
  quotes,
  furniture,
  placeholder,
  assistant,
  consistency,
  style,
  wording,
];
