import { csv } from './csv.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** How a report can be written. */
export const REPORTERS = {
  text,
  json,
  sarif,
  github,
  html,
  junit,
  markdown,
  csv,
} satisfies Record<string, Reporter>;

export type FormatName = keyof typeof REPORTERS;
