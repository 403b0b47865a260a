import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { toSource } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits, fixAll } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';

/** What a reader sees of a page, with what each paragraph is. */
const shown = (source: string): readonly string[] =>
  readDraft(source, 'html').paragraphs.map(({ prose }) => `${prose.kind}: ${prose.text}`);

const plan = planChecks(CHECKS);
const findingsIn = (source: string) => checkDraft(readDraft(source, 'html'), plan);
const fixed = (source: string) => fixAll(source, findingsIn);

describe('what is prose in a page', () => {
  it('is what a reader sees of the article', () => {
    expect(
      shown(`<!doctype html>
<html lang="en-GB"><head><title>Ferry stays in port | The Ellmouth Gazette</title>
<meta name="description" content="It is is off."><style>p { color: red }</style>
<script type="application/ld+json">{"headline": "It is is off"}</script></head>
<body>
<a class="screen-reader-text" href="#content">Skip to to content</a>
<header><p>The Ellmouth Gazette</p><nav><ul><li><a href="/">News</a></li></ul></nav></header>
<main><article>
  <header><h1>Ferry stays in port</h1><p class="byline">Mara Quill</p><time>2 June 2031</time></header>
  <figure><img src="a.jpg" alt="The the ferry"><figcaption>The ferry at Ellmouth.</figcaption></figure>
  <p>The ferry will <b>not</b> sail on
     Sunday, its owner said.</p>
  <h2>What happens next</h2>
  <ul><li>The crew stays.</li><li>The cargo goes by road.</li></ul>
  <blockquote><p>We are sorry.</p></blockquote>
  <table><caption>Crossings</caption><tr><th>Day</th><td>Trips</td></tr></table>
  <dl><dt>Ferry</dt><dd>A ship.</dd></dl>
  <p hidden>Not yet yet.</p><p style="display: none">Not yet yet.</p><p aria-hidden="true">Not yet.</p>
  <p lang="fr">Le bateau reste au port.</p>
  <form><label>Your e-mail</label><input value="a a"><button>Sign up</button></form>
  <template><p>Not this.</p></template><noscript><p>Nor this.</p></noscript>
  <footer><p>Editing by Ana Okafor</p></footer>
</article></main>
<aside><p>You may also like</p></aside>
<footer><p>All rights reserved.</p></footer>
</body></html>`),
    ).toEqual([
      'headline: Ferry stays in port',
      'byline: Mara Quill',
      'dateline: 2 June 2031',
      'caption: The ferry at Ellmouth.',
      'body: The ferry will not sail on Sunday, its owner said.',
      'heading: What happens next',
      'list-item: The crew stays.',
      'list-item: The cargo goes by road.',
      'quotation: We are sorry.',
      'caption: Crossings',
      'cell: Day',
      'cell: Trips',
      'list-item: Ferry',
      'list-item: A ship.',
      'byline: Editing by Ana Okafor',
    ]);
  });

  it('has references as the characters they stand for, old ones too', () => {
    expect(
      shown(
        '<p>Fish &amp; chips at AT&T &#8212; the owner&#146;s &eacute;lan &lt;3&nbsp;&copy 2031, so&shy;lid</p>',
      ),
    ).toEqual(['body: Fish & chips at AT&T — the owner’s élan <3\u00a0© 2031, solid']);
  });

  it('parts paragraphs at two line breaks, not at one', () => {
    expect(shown('<div>The ferry stays<br>in port.<br><br>It sails on Monday.</div>')).toEqual([
      'body: The ferry stays in port.',
      'body: It sails on Monday.',
    ]);
  });

  it('leaves out what was struck, marks of notes, code and bare addresses', () => {
    expect(
      shown(
        '<p>The <del>old </del>ferry<sup><a href="#n1">1</a></sup> runs <code>a.out</code> (see <a href="https://a.example/">https://a.example/</a>)</p>',
      ),
    ).toEqual(['body: The ferry runs \ufffc (see \ufffc)']);
  });

  it('is read in blocks of WordPress, in parts of pages and in broken ones', () => {
    expect(
      shown(
        '<!-- wp:paragraph {"align":"left"} -->\n<p>The ferry stays.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><li>One</li></ul><!-- /wp:list -->',
      ),
    ).toEqual(['body: The ferry stays.', 'list-item: One']);
    expect(shown('The ferry <b>stays<p>in port</b> now')).toEqual([
      'body: The ferry stays',
      'body: in port now',
    ]);
    expect(shown('---\nlayout: post\n---\n<p>The ferry stays {{ page.where }} today.</p>')).toEqual([
      'body: The ferry stays \ufffc today.',
    ]);
  });

  it('is left alone in another language, but for what says that it is English', () => {
    expect(
      shown(
        '<html lang="de"><body><h1>Die Fähre bleibt</h1><article lang="en"><h1>The ferry stays</h1><p>In <i lang="fr">port</i>.</p></article></body></html>',
      ),
    ).toEqual(['headline: The ferry stays', 'body: In .']);
    expect(shown('<html xml:lang="fr"><body><p>Le bateau reste.</p></body></html>')).toEqual([]);
    expect(shown('<html lang=""><body><p>The ferry stays.</p></body></html>')).toEqual([
      'body: The ferry stays.',
    ]);
  });

  it('is read however deep a page goes', () => {
    expect(shown(`${'<div>'.repeat(100_000)}The ferry stays.`)).toEqual(['body: The ferry stays.']);
  });
});

describe('a fix in a page', () => {
  it('lies where the words do', () => {
    const source = '<p>A caf&eacute; <b>in</b> the the\n  harbour closed.</p>';
    expect(fixed(source)).toBe('<p>A caf&eacute; <b>in</b> the\n  harbour closed.</p>');
  });

  it('is not offered where it would cut markup or an entity', () => {
    for (const source of [
      '<p>The ferry left the <b>the harbour</b> today.</p>',
      '<p>The ferry left <b>the</b> <i>the</i> harbour today.</p>',
    ]) {
      const found = findingsIn(source).filter(({ check }) => check === 'repeated');
      expect(found).toHaveLength(1);
      for (const fix of found.flatMap(({ fixes }) => fixes)) {
        const tags = (html: string) => html.match(/<[^>]*>/gu);
        expect(tags(applyEdits(source, fix.edits))).toEqual(tags(source));
      }
    }
  });

  it('puts no mark of markup into it', () => {
    const draft = readDraft('<p>The ferry stays.</p>', 'html');
    const span = { start: 3, end: 6 };
    expect(draft.mayEdit?.({ span, text: 'This' })).toBe(true);
    for (const text of ['A&B', '<The', 'a > b']) expect(draft.mayEdit?.({ span, text })).toBe(false);
    expect(draft.mayEdit?.({ span: { start: 0, end: 6 }, text: '' })).toBe(false);
    expect(draft.mayEdit?.({ span: { start: 1, end: 2 }, text: 'b' })).toBe(false);
  });

  const LONG =
    'Nurses at the harbour clinic in Ellmouth began a strike over pay that may last a week or longer.';
  const OTHER =
    'The owner of the ferry has yet to say when it will sail again to the islands, or whether it will.';

  it('takes a copied paragraph out with its element and its block', () => {
    const block = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->\n\n`;
    const once = `${block(LONG)}${block(OTHER)}<p>End of it all.</p>\n`;
    const twice = `${block(LONG)}${block(OTHER)}${block(LONG)}<p>End of it all.</p>\n`;
    const [found] = findingsIn(twice).filter(({ check }) => check === 'duplicate');
    const fix = found?.fixes.find(({ preferred }) => preferred);
    expect(applyEdits(twice, fix?.edits ?? [])).toBe(once);
  });

  it('is not offered where a copy’s element is not closed', () => {
    const source = `<p>${LONG}\n<p>${OTHER}\n<p>${LONG}\n<p>The end of it all.\n`;
    const [found] = findingsIn(source).filter(({ check }) => check === 'duplicate');
    expect(found?.fixes).toEqual([]);
  });
});

it('places a finding true to the offset', () => {
  const source = '<!-- é 👍 -->\r\n<p>At&nbsp;noon &#x1F6A2; the\r\n\tferry left the the quay.</p>';
  const [found] = findingsIn(source).filter(({ check }) => check === 'repeated');
  expect(source.slice(found?.span.start, found?.span.end)).toMatch(/^(?:the|the the)$/u);
  const [paragraph] = readDraft(source, 'html').paragraphs;
  if (paragraph === undefined) throw new Error('nothing was read');
  for (const word of paragraph.prose.words) {
    const { start, end } = toSource(paragraph, word);
    expect(source.slice(start, end)).toBe(word.text);
  }
});
