import { toldOfHtml } from '../draft/copy.ts';
import { asMarkdown, toldIn } from '../draft/extracted.ts';
import { formatOfPath } from '../draft/formats.ts';
import type { Client } from './client.ts';
import type { Host } from './host.ts';
import type { AsDraftResult } from './protocol.ts';
import type { Settings } from './settings.ts';
import { fileName } from './uris.ts';

/** The draft in a file (a document, a page, an item of a feed) as Markdown. */
export async function asDraft(
  uri: string,
  { say }: Client,
  host: Host,
  settings: Settings,
): Promise<AsDraftResult> {
  const name = fileName(uri);
  const format = formatOfPath(name);
  if (format !== 'html' && format !== 'extracted') return { problem: say(`${name} is no document or page.`) };
  const { largest } = await settings.for(uri);
  const file = await host.readFile(uri, largest);
  if ('problem' in file) return { problem: say(file.problem) };
  const paragraphs = format === 'html' ? toldOfHtml(file.text) : toldIn(file.text);
  return paragraphs.length === 0
    ? { problem: say(`There is no copy in ${name}.`) }
    : { text: asMarkdown(paragraphs) };
}
