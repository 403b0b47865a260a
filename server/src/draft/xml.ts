import { Parser } from 'htmlparser2';

/** What the parser calls; names of elements and attributes come with their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(words: string): void;
}

/**
 * Parses XML in chunks. Malformed markup is tolerated. Only XML's five predefined entities are decoded, so that declared ones cannot
 * expand without limit.
 */
export function xmlReader(events: XmlEvents): { write(piece: string): void; end(): void } {
  return new Parser(
    { onopentag: events.open, onclosetag: events.close, ontext: events.text },
    { xmlMode: true, decodeEntities: true },
  );
}

/** Parses a whole XML text. */
export function readXml(xml: string, events: XmlEvents): void {
  const reader = xmlReader(events);
  reader.write(xml);
  reader.end();
}

/** Whether the beginning of XML is that of an export of WordPress (WXR). */
export const isWxr = (head: string): boolean =>
  /<rss\b/u.test(head) && /wordpress\.org\/export\//u.test(head);
