import { csv } from '../../reports/csv.ts';
import { html } from '../../reports/html.ts';
import { markdown } from '../../reports/markdown.ts';
import type { Reporter } from '../../reports/report.ts';
import type { FormatName } from '../args.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const REPORTERS: Readonly<Record<FormatName, Reporter>> = {
  text,
  json,
  sarif,
  github,
  html,
  junit,
  markdown,
  csv,
};
