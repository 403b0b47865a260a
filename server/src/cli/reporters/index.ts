import type { FormatName } from '../args.ts';
import type { Report } from '../report.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Turns a report into what is printed. */
export type Reporter = (
  report: Report,
  style: { readonly colour: boolean; readonly quiet: boolean },
) => string;

export const REPORTERS: Readonly<Record<FormatName, Reporter>> = { text, json, sarif, github, html, junit };
