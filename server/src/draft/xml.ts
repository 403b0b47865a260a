import { Parser } from 'htmlparser2';

/** What is told of XML as it is read; names come with their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(words: string): void;
}

/** Reads XML piece by piece. It forgives what is broken, and knows no entities but XML's own: none can be declared to grow. */
export function xmlReader(events: XmlEvents): { write(piece: string): void; end(): void } {
  return new Parser(
    { onopentag: events.open, onclosetag: events.close, ontext: events.text },
    { xmlMode: true, decodeEntities: true },
  );
}

/** Reads XML that is there as a whole. */
export function readXml(xml: string, events: XmlEvents): void {
  const reader = xmlReader(events);
  reader.write(xml);
  reader.end();
}

/** Whether the beginning of XML is that of an export of WordPress (WXR). */
export const isWxr = (head: string): boolean =>
  /<rss\b/u.test(head) && /wordpress\.org\/export\//u.test(head);
