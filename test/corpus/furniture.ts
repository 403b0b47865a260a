import { applyEdits } from '../../server/src/engine/fix.ts';
import type { Measure } from './measure.ts';
import { type Dice, diceOf, type Story, storiesOf, tally } from './planting.ts';

type Kind =
  | 'headlines under a prompt'
  | 'headlines alone'
  | 'a prompt in mid-story'
  | 'at the top'
  | 'several lines'
  | 'stuck to a paragraph';
const KINDS: readonly Kind[] = [
  'headlines under a prompt',
  'headlines alone',
  'a prompt in mid-story',
  'at the top',
  'several lines',
  'stuck to a paragraph',
];

const OPENERS = [
  'You may also like',
  'Related articles',
  'More from Business',
  'Read more',
  'Most read',
  'Recommended for you',
  'Trending now',
  'MORE ON THIS STORY',
  'Also read:',
  'You might be interested in',
  'Top stories',
  'Related:',
  'Around the web',
  'Editor’s picks',
  'People are also reading',
  'More like this',
  'Don’t miss',
  'Latest news',
  'In other news',
  'Sponsored links',
];
const PROMPTS = [
  'Advertisement',
  'ADVERTISEMENT',
  'Article continues below',
  'Sign up to our daily newsletter',
  'Sign up for The Morning Briefing, our free newsletter',
  'Share this article',
  'Follow us on Twitter',
  'Follow us on Facebook and Instagram',
  '1.2k shares',
  '345 comments',
  'Comments (17)',
  'Subscribe to continue reading',
  'Already a subscriber? Log in',
  'We use cookies to improve your experience.',
  'This site uses cookies. By continuing you agree to our policy.',
  'Accept all cookies',
  'Photo: Jane Doe/Getty Images',
  'Getty Images',
  'Image source, Reuters',
  'Click here to subscribe',
  'Story continues below advertisement',
  'Download our app',
  '5 min read',
  'Listen to this article',
  'Tags: politics, economy, Europe',
  'All rights reserved',
  '© 2025 The Daily Echo. All rights reserved.',
  'Get the latest news in your inbox',
  'Back to top',
  'Join the conversation',
  'Read the full story here',
  'Enter your email address',
  'Skip to main content',
  'READ MORE: Five things we learned from the budget',
  'RELATED: How the deal was done',
  'Facebook Twitter WhatsApp Email',
  'Leave a comment',
  'Support our journalism',
  'View gallery',
  'Photograph: Sam Roe/AFP',
];
const TOP = [
  'Home > News > World',
  'Home » Business » Markets',
  'Skip to content',
  'Home / UK / Politics',
  'Share\nTweet\nEmail',
  'Share on Facebook',
  '3 hours ago',
  'News › Politics › Brexit',
  'Advertisement',
  'Print this article',
];
const STUCK = [
  ' (Photo by Jane Doe/Getty Images)',
  ' Sign up to our newsletter for more stories like this.',
  ' Read more: What the vote means for you',
  ' Follow us on Twitter.',
  ' [READ MORE: The story so far]',
  ' Click here to read the full report.',
  ' ADVERTISEMENT',
  ' Subscribe to our newsletter.',
  ' (Photo: AFP)',
  ' Story continues below advertisement',
];

/** Plants page furniture in clean stories; found is what is reported where it lies and leaves with its fix without a trace. */
export const furniture: Measure = {
  check: 'furniture',
  title: 'Planted page furniture',
  run({ texts, check, seed, size, misses }) {
    const stories = storiesOf(texts);
    const dice = diceOf(seed);
    const results = KINDS.flatMap((kind) =>
      Array.from({ length: size }, () => {
        const story = dice.one(stories);
        const gap = dice.one(['\n', '\n\n']);
        const { clean, text, planted } = plant(kind, story, stories, gap, dice);
        const found = check(text).some((finding) => {
          const fix = finding.fixes[0];
          return fix !== undefined && applyEdits(text, fix.edits) === clean;
        });
        return { kind, found, shown: JSON.stringify(planted) };
      }),
    );
    return tally(results, misses);
  },
};

function plant(
  kind: Kind,
  story: Story,
  stories: readonly Story[],
  gap: string,
  dice: Dice,
): { clean: string; text: string; planted: string } {
  const lines = [story.headline, ...story.paragraphs];
  const clean = lines.join(gap);
  const insert = (at: number, planted: string) => ({
    clean,
    text: [...lines.slice(0, at), planted, ...lines.slice(at)].join(gap),
    planted,
  });
  const headlines = (least: number) =>
    Array.from({ length: least + dice.number(4) }, () => dice.one(stories).headline).join(gap);
  const middle = 2 + dice.number(lines.length - 3);
  switch (kind) {
    case 'headlines under a prompt':
      return insert(lines.length, `${dice.one(OPENERS)}${gap}${headlines(2)}`);
    case 'headlines alone':
      return insert(lines.length, headlines(4));
    case 'a prompt in mid-story':
      return insert(middle, dice.one(PROMPTS));
    case 'at the top':
      return insert(1, dice.one(TOP).replaceAll('\n', gap));
    case 'several lines':
      return insert(lines.length, [dice.one(PROMPTS), dice.one(PROMPTS), dice.one(PROMPTS)].join(gap));
    case 'stuck to a paragraph': {
      const planted = dice.one(STUCK);
      const text = lines.map((line, i) => (i === middle ? line + planted : line)).join(gap);
      return { clean, text, planted };
    }
  }
}
