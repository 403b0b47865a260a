/**
 * What a line of a pasted page is, by its words alone:
 * `opener` leads a list of links to other stories, `link` and `prompt` are furniture on their own, `weak` is furniture
 * only beside other furniture ("Share" may be a sub-heading), `headline` has the shape of a headline, and
 * `copy` is everything else.
 */
export type LineClass = 'opener' | 'link' | 'prompt' | 'weak' | 'headline' | 'copy';

/** The longest line read as furniture, in UTF-16 units; links to other stories are shorter than any real paragraph. */
const LONGEST_LINE = 240;

const END = String.raw`\s*[:.…!>»›→▼↓-]*\s*$`;
const line = (pattern: string): RegExp => new RegExp(`^(?:${pattern})${END}`, 'iu');

// Wording as it stands on the pages of the large news sites and in the widgets they embed.
const STORIES =
  '(?:stor(?:y|ies)|articles?|news|posts?|reads?|reading|links?|topics?|content|videos?|coverage|reports?|features?)';
const OPENER = line(
  [
    String.raw`you (?:may|might|will|could|'ll|’ll) (?:also|already)?\s*(?:like|love|enjoy|be interested in|want to (?:read|see))(?: (?:this|these|to read))?`,
    '(?:you may|more) like this',
    "(?:also|must|don['’]?t) (?:read|see|watch|miss)(?: (?:this|it|out))?(?: on .{2,30})?",
    String.raw`(?:read|see|watch|view|find out|explore|discover|load|show) (?:more|next|also|this next)(?: (?:here|on this(?: ${STORIES})?|about this(?: ${STORIES})?|from .{2,40}|${STORIES}|in .{2,30}|on .{2,30}))?`,
    String.raw`more (?:on|about) this (?:${STORIES}|topic|subject)?`,
    String.raw`more (?:like this|to (?:explore|read)|(?:\p{L}+ )?(?:stories|articles|headlines|top stories)|for you|${STORIES})(?: (?:from|on|in|by|about) .{2,40})?`,
    String.raw`more (?:from|in) (?:the )?(?:\p{Lu}[\p{L}&.’'-]*\s*){1,4}`,
    String.raw`(?:related|similar|suggested|recommended|popular|trending|featured|latest|top|other|editor['’]?s?['’]?|sponsored|promoted|most (?:read|popular|viewed|shared|watched|commented))(?: (?:${STORIES}|picks?|choice|now|today|this week|headlines?|for you|on .{2,30}|in .{2,30}|from .{2,30}|by .{2,30}|keywords|tags))*`,
    '(?:recommended|selected|picked|just|suggestions?) for you',
    '(?:what to|up) (?:read|watch)? ?next',
    '(?:around|from (?:across|around)) the (?:web|internet|network)',
    '(?:promoted|paid|sponsored) (?:content|links?|stories|posts?)(?: by .{2,30})?',
    '(?:from|in) our (?:partners|network|archives?|sponsors)',
    'in (?:other news|case you missed it)|icymi',
    'people (?:are|also) (?:also )?(?:reading|read|viewed|liked)|readers also (?:liked|read)|others? (?:are )?(?:also )?read(?:ing)?',
    "(?:keep|continue) reading|next (?:article|story|up|post)|previous (?:article|story|post)|trending(?: now| today)?|hot topics|today['’]s top stories|on the same (?:topic|subject)|have you read",
  ].join('|'),
);
// a bare "Related", "Featured", "Latest", "Top" and the like may head a real section
const BARE_OPENER =
  /^(?:related|similar|suggested|popular|featured|latest|top|other|editors?['’]?s?|sponsored|promoted|recommended|more(?: news)?|trending)\s*:?$/i;

const LINK =
  /^[[(*•→▶►»›>-]*\s*(?:READ(?: MORE| ALSO| NEXT| THIS| HERE)?|ALSO READ|SEE ALSO|MUST READ|DON['’]T MISS|RELATED(?: STORY| STORIES| ARTICLES?| NEWS| CONTENT| READING)?|MORE(?: FROM .{2,30}| ON THIS| NEWS)?|WATCH(?: MORE| NOW| LIVE| ALSO)?|LISTEN(?: NOW| HERE)?|IN PICTURES|Read (?:more|also|next|this next|here|full story)|Also [Rr]ead|See [Aa]lso|Must [Rr]ead|Read More|Read Also|Read Next|Don['’]t miss|Related(?: story| stories| articles?| news| reading| content)?|Recommended(?: reading)?|You may also like|More on this|Trending(?: now)?|Watch(?: (?:also|now|more))?|Listen|Read|Video|Gallery|Podcast)\s*(?:[:|»›→]|[–—-]\s)\s*\S/u;

const SITE =
  '(?:facebook|twitter|instagram|whatsapp|telegram|linkedin|youtube|tiktok|threads|bluesky|google news|x|pinterest|reddit|messenger|flipboard|email|e-mail|signal|mastodon|snapchat|apple news|line|viber|sms)';
// between two of a list there is one way only to read what parts them, or a long list that goes on as another line costs the power of its length
const SITES = String.raw`${SITE}(?:(?:\s*[,&/|]\s*(?:(?:and|or)\s+)?|\s*(?:and|or)\s*(?:(?:and|or)\s+)?|\s+)${SITE})*`;
const COUNT = String.raw`\d(?:[\d.,]*\d)?`;
const PAPER = String.raw`(?:our|the|this|her|his|their|your|(?:the )?\p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*){0,3}['’]s?)`;
/**
 * Prompts of a page, by what they are about: how a line opens that is one of them, and the whole of it. What a line must open with is looked
 * at first: to compile all patterns took 50 ms, and most drafts need none of them. A test holds that an opening leaves nothing out.
 */
export const PROMPTS: readonly (readonly [opening: string, whole: string])[] = [
  // advertising
  [
    String.raw`adv|ads? |sponsored|promoted|(?:article|story|post|report|text) continues|continue reading|scroll|skip|close ad|report (?:this )?ad|remove ads|after the ad`,
    String.raw`advertise?ments?(?: ?[-–—|:].{0,40})?|advertising|advertorial|ads by .{2,30}|sponsored(?: content| post| by .{2,40})?|promoted|(?:article|story|post|report|text) continues (?:below|after|under)(?: (?:this|the|our))?(?: ?(?:ad|advert|advertisement|advertising|promotion|video|sign-?up|newsletter)\p{L}*)?|continue reading(?: below| the main story)?|(?:scroll|skip)(?: down)? (?:to|past|for)(?: the)? .{0,40}|skip (?:advertisement|ad|ads)|ad(?:vertisement)? feedback|close ad|report (?:this )?ad|remove ads|after the ad`,
  ],
  // newsletters and subscriptions
  [
    String.raw`sign`,
    String.raw`sign[ -]?up (?:(?:now|here|today|free|for free) ?)?(?:to|for|here|now|with|and|below|by)\b.{0,160}`,
  ],
  [
    String.raw`(?:sign|log) ?in|register|create (?:an|your)`,
    '(?:sign|log) in(?: (?:to|or|with|and) .{0,80})?|log ?in|register(?: (?:now|here|for free|to .{2,80}|for .{2,80}|or .{2,80}))?|create (?:an|your)(?: free)? account.{0,60}',
  ],
  [
    String.raw`(?:please )?subscri|already|become a|support|(?:to )?(?:continue|keep|finish) reading|unlock|start your|you have|you['’]ve|this (?:article|content|story|post) is`,
    String.raw`(?:please )?subscribe(?:d)?(?: (?:now|today|here|to|for|and|or|from|with|via|below|on)\b.{0,140})?|subscri(?:be|ption) (?:required|only)|already (?:a |an )?(?:subscriber|subscribed|member|registered|have an account).{0,80}|become a (?:member|subscriber|supporter|patron).{0,80}|support (?:our|independent|quality) journalism.{0,80}|(?:to )?(?:continue|keep|finish) reading(?:,| for free).{0,80}|unlock (?:this|unlimited|full|all).{0,80}|start your (?:free )?(?:trial|subscription).{0,60}|(?:you have|you['’]ve) (?:reached|\d+|used|read)\b.{0,40}(?:articles?|limit|free).{0,60}|this (?:article|content|story|post) is (?:for|only available|available only|exclusive|reserved).{0,80}(?:subscribers?|members).{0,30}`,
  ],
  [
    String.raw`get\b|receive|want\b|join|enter|thank|the best of|stay|keep|be the first|never miss|don['’]t miss`,
    String.raw`(?:get|receive|want|join|enter|thanks?(?: you)? for|the best of|stay|keep|be the first|never miss|don['’]t miss)\b[^.!?]{0,90}(?:newsletters?|in(?:to)? your inbox|to your inbox|your e-?mail(?: address)?|by e-?mail|e-?mail (?:alerts?|updates)|breaking news alerts?|push notifications|straight to your phone|signing up|subscribing|up to date with|mailing list)\b.{0,90}`,
  ],
  [
    String.raw`newsletter|e-?mail|daily briefing|your e-?mail|enter your|by (?:signing|subscribing|clicking|entering|continuing|using)|you can unsub|invalid`,
    '(?:newsletter|e-?mail|daily briefing) (?:sign-?up|subscription|address)|your e-?mail(?: address)?|enter your e-?mail.{0,60}|(?:by (?:signing up|subscribing|clicking|entering|continuing|using (?:this|our) site)),? .{4,200}|you can unsubscribe.{0,60}|invalid e-?mail.{0,30}|newsletters?',
  ],
  // share and follow
  [
    String.raw`(?:please )?(?:share|tweet|pin|like|e-?mail|print|save|bookmark|copy|post) `,
    String.raw`(?:please )?(?:share|tweet|pin|like|e-?mail|print|save|bookmark|copy|post)(?: (?:this|the|it|on|via|to|with|by|a (?:link|copy|comment|page|story|article|photo|tweet)|link|page|now|your|using|options|tools|us)\b.{0,60})`,
  ],
  [
    String.raw`share|${SITE}`,
    String.raw`share (?:on )?${SITES}|${SITE}(?:\s*(?:[,|/·•]\s*)?(?:${SITE}|share|tweet|print|save|copy link|comments?|pin|more)){1,}`,
  ],
  [
    String.raw`share|tweet|print|e-?mail|save|pin`,
    String.raw`(?:share|tweet|print|e-?mail|save|pin)(?:\s*(?:[,|/·•]\s*)?(?:share|tweet|print|e-?mail|save|copy link|comments?|pin it?|pin|post|whatsapp|facebook|more))+`,
  ],
  [
    String.raw`(?:follow|like|join|find|connect with|add|contact|message) (?:us|@|our|the|this|her|his|their|your|me\b|\p{Lu})`,
    String.raw`(?:follow|like|join|find|connect with|add|contact|message) (?:us|@\w+|${PAPER}|me)\b[^.!?]{0,60}\b(?:on|via|at|channel)\b.{0,80}`,
  ],
  [
    String.raw`follow `,
    String.raw`follow (?:the )?\p{L}[^.!?]{1,60} on (?:twitter|facebook|instagram|x|tiktok|youtube|whatsapp|threads|bluesky|linkedin|telegram)\b.{0,120}`,
  ],
  [
    String.raw`follow us|(?:like|find) us|join (?:our|the|us)|(?:view|see) this|a post shared|for more|catch up|(?:if you )?(?:enjoy|like)|thank|support|get (?:our|the)|to read|top comments|copy link|more stories|latest stories|related topics|first published|(?:back|return) to|(?:download|get|install|try) (?:our|the|this|her|his|their|your|\p{Lu})|available on`,
    String.raw`follow us(?: here| now)?|(?:like|find|join) us on .{2,60}|join (?:our|the|us on) [^.!?]{0,40}(?:group|channel|community|newsletter|mailing list)\b.{0,80}|(?:view|see) this post on .{2,30}|a post shared by .{2,80}|for more (?:stories|news|articles|videos)[^.!?]{0,40}(?:visit|click|follow|subscribe|go to|see)\b.{0,80}|catch up on .{0,60} here|(?:if you )?(?:enjoyed?|liked?) (?:this|the) (?:article|story|post)\b.{0,80}|(?:thank you|thanks) for reading.{0,60}|support (?:the )?\p{Lu}[\p{L}’' ]{2,30}|get (?:our|the) (?:free |daily |weekly )*(?:news |morning |evening )*(?:e-?mail|newsletter|briefing|app)\b.{0,80}|to read (?:the )?(?:full|more|rest)[^.!?]{0,40}(?:subscribe|click|log in|sign (?:in|up)|register)\b.{0,60}|top comments|copy link|more stories|latest stories|related topics|first published (?:on|at):? \d.{0,40}|(?:back|return) to (?:home|news|article|stories)|(?:download|get|install|try) (?:our|the|${PAPER})[^.!?]{0,40}\bapps?\b.{0,80}|available on (?:the )?(?:app store|google play).{0,60}`,
  ],
  [
    String.raw`(?:click|tap|press) `,
    String.raw`(?:click|tap|press) (?:here|below|on (?:the|this)|the (?:link|button)|to (?:read|share|subscribe|play|watch|expand|enlarge|see|view|follow|tweet|copy|print))\b.{0,140}`,
  ],
  [
    String.raw`[\d.,]|(?:view|show|see|load|all|no|add a|leave a|post a|write a|join the|read|hide|your)`,
    String.raw`(?:[\d.,]+ ?[km]?|view(?: all)?|show|see|load|all|no|add a|leave a|post a|write a|join the|read(?: all)?|hide|your) ?(?:[\d.,]+ )?(?:comments?|shares?|likes?|retweets?|reactions?|replies|views|tweets?|conversation|discussion|claps|followers)(?: (?:yet|so far|on this (?:story|article|post)|\([\d.,]+\)|[\d.,]+))?`,
  ],
  [
    String.raw`comment|share|like|view|reaction|retweet|tweet|\d`,
    String.raw`(?:comments?|shares?|likes?|views|reactions|retweets?|tweets?) ?[(:]? ?${COUNT} ?[km]?\)?(?:\s*(?:[,|·•]\s*)?(?:comments?|shares?|likes?|views|tweets?) ?[(:]? ?${COUNT} ?[km]?\)?)*|${COUNT} ?[km]? (?:shares?|comments?|views|likes?)(?:\s*(?:[,|·•]\s*)?${COUNT} ?[km]? (?:shares?|comments?|views|likes?))+`,
  ],
  [
    String.raw`(?:leave|post|write|add) (?:a|your)|comment|view comments|have (?:your|something)|what do you think|let us know|tell us|join the|be the first|sort by|report|was this|rate this`,
    String.raw`(?:leave|post|write|add) (?:a|your) (?:comment|reply|review)s?.{0,40}|(?:comments|commenting) (?:are|is|have been) (?:now )?(?:closed|disabled|moderated|open|off).{0,80}|view comments|have (?:your say|something to say)\?? .{0,80}|what do you think\?.{0,20}comments?.{0,40}|let us know (?:what you think |your (?:thoughts|views) )?in the comments.{0,40}|tell us (?:what you think )?in the comments.{0,40}|join the (?:conversation|discussion|debate).{0,60}|be the first to comment.{0,30}|sort by (?:newest|oldest|best)|report (?:this )?(?:comment|abuse|an error|a typo|a correction)|was this (?:article|story|page) (?:helpful|useful|interesting).{0,20}|rate this .{0,30}`,
  ],
  // forms: to mail a story on, to sign in, to answer
  [
    String.raw`your (?:message|e-?mail|story|comment|article|link|request|feedback|password|account)`,
    String.raw`your (?:message|e-?mail|story|comment|article|link|request|feedback|password|account) (?:has|have) (?:now )?been (?:sent|shared|submitted|received|posted|saved|updated|reset|created)\b.{0,40}|your (?:message|e-?mail|comment) (?:was|could) not (?:be )?(?:sent|posted|delivered).{0,60}`,
  ],
  [
    String.raw`sorry|oops|something went|there (?:was|has)|an (?:unexpected )?error|please try`,
    String.raw`(?:(?:sorry|oops)[,!.]? )?(?:something went wrong|(?:there (?:was|has been) )?an (?:unexpected )?error(?: (?:has )?occurred)?)(?:[.!,]? (?:and your .{0,60})?please try.{0,40}| and your .{0,60}|(?<=(?:sorry|oops).{20,40}).{0,40})|please try again(?: later)?`,
  ],
  [
    String.raw`enter|separate|recipient|sender|friend|type the|forg|you are (?:now|currently|already|signed|logged)|please (?:log|sign|check)|check your`,
    String.raw`enter up to \d+ (?:e-?mail )?addresses.{0,60}|separate(?:d)? (?:multiple |several )?(?:e-?mail )?addresses (?:with|by) (?:a )?commas?.{0,20}|(?:recipient|sender|friend)(?:[’']s|s)? (?:e-?mail(?: address)?|name)|(?:type|enter) the (?:code|characters|letters|words?|text)(?: (?:you see|shown|below|above|in the (?:image|box|picture)))+.{0,40}|forg(?:ot|otten)(?: your)? (?:password|username).{0,3}|you are (?:now |currently |already )?(?:signed|logged) (?:in|out)\b.{0,60}|please (?:log|sign) in\b.{0,80}|(?:please )?check your (?:inbox|e-?mail|spam folder)\b.{0,60}`,
  ],
  // the buttons of a live page
  [
    String.raw`show|view|filter|key events|newest|oldest|latest|\d|load|see|turn|auto|refresh|jump|pinned|link copied|copied|back to|open|go to|live|please turn`,
    String.raw`(?:show|view|filter(?: by)?) key events(?: only)?|key events(?: only| \(\d+\))|(?:newest|oldest|latest) first(?:\W+(?:newest|oldest|latest) first)?|(?:\d+|load|show|see|view) new (?:updates?|posts?|entries)|(?:turn (?:on|off) )?auto-?(?:refresh|updates?)(?:\W+(?:is )?(?:on|off))?|refresh (?:the|this) page(?: for .{0,30})?|jump to (?:the )?(?:latest|live|newest)\b.{0,20}|pinned (?:post|update|comment)|(?:link )?copied to clipboard|(?:back to|view|open|go to) (?:the )?live ?(?:blog|feed|updates|page)|live (?:feed|blog) (?:controls|filters?)|(?:please )?turn on javascript.{0,60}`,
  ],
  // cookies and legal lines
  [
    String.raw`we (?:and our partners )?(?:use|value|care)|this (?:site|website|page|web site) uses|our (?:site|website) uses|(?:\p{L}+ )?uses`,
    String.raw`(?:we (?:and our partners )?(?:use|value|care about)|this (?:site|website|page|web ?site) uses|our (?:site|website) uses|(?:\p{L}+ )?uses)\b[^.!?]{0,60}\b(?:cookies?|your privacy)\b.{0,400}`,
  ],
  [
    String.raw`accept|reject|manage|allow|decline|about|change|customi|cookie|(?:your )?privacy|terms|do not sell|to (?:view|see|display) this|javascript|your browser|your device|please enable|this video|gdpr`,
    String.raw`(?:accept|reject|manage|allow|decline|about|change|customi[sz]e)(?: (?:all|our|your|the|and|&|only|essential|necessary))* (?:cookies?|consent|preferences|privacy settings|continue).{0,80}|cookie(?:s)? (?:policy|settings|preferences|notice|consent|statement|banner).{0,60}|(?:your )?privacy (?:policy|notice|settings|choices|preferences)(?:\s*(?:[|·•]\s*)?(?:and |& )?(?:terms .{0,30}|cookie.{0,30}|contact.{0,30}))*|terms (?:of (?:use|service|sale)|and conditions|& conditions)(?:\s*(?:[|·•]\s*)?.{0,80})?|do not sell my .{0,40}|(?:to (?:view|see|display) this (?:content|video|post|embed)).{0,140}|(?:javascript|your browser|your device).{0,30}(?:disabled|does not support|not supported|enable|required).{0,100}|please enable .{0,60}|this video (?:can not|cannot|can['’]t|is not|isn['’]t) be? ?(?:played|available).{0,60}|gdpr consent.{0,30}`,
  ],
  [
    String.raw`copyright|©|\(c\)|[^]*(?:all rights reserved|not responsible for the content)`,
    String.raw`(?:copyright |© ?|\(c\) ?|copyright © ?|© copyright ?)(?:\d{4}).{0,140}|(?:.{0,80}\s)?all rights reserved.{0,120}|(?:.{0,40}is )?not responsible for the content of external (?:sites|links).{0,60}`,
  ],
  // navigation
  [
    String.raw`skip|back|return|go to|home|you are here|main|menu|toggle|open|search|site ?map|show|hide|read|click|expand|enlarge|collapse|load|see|view|image|photo|picture|slide|\d|page \d|listen|play|media|video|this (?:video|audio)|audio|please wait|print|text size|font size|(?:add|make) |filed|tags|topics|keywords|categories|related|more topics|article tags|posted|about the author|first|published|last|updated`,
    String.raw`skip (?:to|past) (?:the )?(?:main )?(?:content|navigation|article|menu|footer|search).{0,20}|(?:back|return|go) to (?:the )?(?:top|home ?page|homepage|main page|all stories|previous page)|home ?(?:>|»|›|→|::|/|\||·|•)\s*\S.{0,120}|you are here:? .{2,120}|(?:main )?menu|toggle navigation|open (?:menu|navigation).{0,20}|search(?: the site| bbc| for:?)?|site ?map|show (?:more|less|all|caption)|hide caption|read (?:the )?(?:full|whole|entire|original|rest of(?: the| this)?) (?:story|article|report|post|text|piece)(?: (?:here|below|now|at .{2,60}|on .{2,60}))?|(?:click )?(?:expand|enlarge|collapse|load more|see more|view (?:image|gallery|more))(?: (?:in )?(?:full ?screen|image|gallery|stories))?|(?:view|see|open) (?:the )?(?:image|photo|gallery|picture)s?(?: in fullscreen)?|(?:image|photo|picture|slide) \d+ of \d+|\d+ of \d+ (?:images?|photos?|pictures?)|page \d+ of \d+|listen to (?:this|the) (?:article|story|episode|podcast).{0,40}|\d+[ -]min(?:ute)?s? (?:read|listen|watch)|(?:reading|read) time:? \d+.{0,12}|play (?:video|audio)|(?:media|video) (?:playback is unsupported.{0,60}|caption|player.{0,40})|(?:this )?(?:video|audio) (?:has been removed|is loading).{0,30}|loading|please wait|print this (?:page|story|article)|text size|font size|(?:add|make) .{2,30} (?:as )?(?:your )?(?:a )?preferred source.{0,30}|filed under:? .{2,120}|(?:tags|topics|keywords|categories|related topics|more topics|article tags|related tags):? ?[:|·•] ?\S.{0,160}|related (?:topics|tags|keywords)|posted in:? .{2,80}|about the author|(?:first )?(?:published|posted) (?:\d+|an?|one|two) (?:min(?:ute)?s?|hours?|days?|weeks?) ago|(?:last )?updated \d+ (?:min(?:ute)?s?|hours?|days?) ago|\d+ (?:min(?:ute)?s?|hours?|hrs?|days?) ago`,
  ],
  // picture credits
  [
    String.raw`image|photo|pic|credit|file photo|video|footage|courtesy`,
    String.raw`image (?:source|credit|copyright),? .{2,80}|image caption,? .{2,200}|(?:photo(?:graph)?s?|pictures?|images?|credits?|pic|file photo|video|footage|courtesy)(?: credits?| by| courtesy(?: of)?| from| via)?\s*[:/|]\s*(?:\p{Lu}[^.!?:]{1,60}(?:/|via |courtesy )[^.!?:]{2,60}|(?:.{0,40}\b)?(?:pa|getty|reuters|afp|shutterstock|istock|alamy|associated press|ap|epa|unsplash|pexels|wikimedia|pa media|pa wire|xinhua|anadolu|twitter|x|facebook|instagram|screengrab|screenshot|file|supplied|handout|bloomberg|pti|ani|tass|zuma|rex|bbc|cnn|nasa|press association)\b.{0,60})`,
  ],
  [
    String.raw`photo|pic|image`,
    '(?:photo(?:graph)?s?|pictures?|images?) (?:by|via|courtesy(?: of)?|from) .{2,70}',
  ],
  [
    String.raw`[^]*(?:getty|reuters|afp|shutterstock|istock|alamy|associated press|\bap\b|epa|unsplash|pexels|wikimedia|pa |xinhua|anadolu|nurphoto|bloomberg via|zuma|rex|instagram)`,
    String.raw`(?:(?:\p{L}[^.!?]{1,50}(?:/|via |, ))?(?:getty(?: images)?|reuters|afp|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|associated press|ap(?: photo| images)?|epa(?:-efe)?|unsplash|pexels|wikimedia(?: commons)?|pa (?:media|wire|images)|xinhua|anadolu(?: agency| images)?|nurphoto|bloomberg via getty images|zuma(?: press)?|rex(?: features)?|instagram))(?: ?(?:/[\p{L} ]{2,42})+)?(?: (?:images?|file photo|via .{2,40}))?`,
  ],
];
const MARKS = String.raw`^[\[(*•→▶►»›>-]*\s*`;
const opens = (opening: string): RegExp => new RegExp(`${MARKS}(?:${opening})`, 'iu');
const ANY = opens(PROMPTS.map(([opening]) => opening).join('|'));
const ROWS = PROMPTS.map(([opening, whole]) => ({
  opening: opens(opening),
  whole: new RegExp(`${MARKS}(?:${whole})${END}`, 'iu'),
}));
const isPrompt = (text: string): boolean =>
  ANY.test(text) && ROWS.some(({ opening, whole }) => opening.test(text) && whole.test(text));

// agencies alone on a line are furniture, but only with the mark of a credit: "Reuters" may be a line of a list
const BARE_AGENCY =
  /^(?:reuters|afp|ap|associated press|epa|xinhua|bloomberg|instagram|search|menu|newsletters?|loading|promoted|register|subscribe|advertising|key events|your name|subject|message|about the author|topics|tags)[.:]?$/i;

const CRUMBS = /^[\p{L}\d][\p{L}\d &’'.-]{0,30}(?:[^\S ]*[>»›→]\s*[\p{L}\d][\p{L}\d &’'.,-]{0,60}){2,}$/u;
// Buttons and boxes of a page that no draft has as a line of its own
const ALONE =
  /^(?:captcha|recaptcha|share|tweet|print|copy link|comments|sponsored|recommended|trending|topics|pin it|retweet|most read|most popular|you may like)\s*:?$/i;
// the boxes of a form that mails a story on; a word of verse may open a line so, but is none
const BOX = /^(?:To|From|Cc)\s*:?$/u;

// An appeal for money at the foot of a story: an imperative, what is asked, and the asker's own trade.
const APPEAL =
  /(?:^|[.!?]["”’]?\s)(?:please|if you|support|help|donate|join|become|make|chip in|will you|can you|could you|your (?:support|gift|donation)|consider|give|to support)\b/i;
const GIFT =
  /\b(?:donat\p{L}+|contribut\p{L}+|chip in|tax-deductible|a (?:gift|member|supporter|subscriber|patron)|support(?:ing|ers?)? (?:us|our|independent|local|quality|fearless|public)|your support)\b/iu;
const OWN_TRADE =
  /\b(?:(?:our|this|independent|local|quality|fearless|public[- ]service|reader[- ]funded|non-?profit) (?:\p{L}+ )?(?:journalism|journalists|reporting|reporters|newsroom|coverage)|our (?:work|readers|stories|site))\b/iu;
/** Appeals run to a paragraph, and no further. */
const LONGEST_APPEAL = 700;
const isAppeal = (text: string): boolean =>
  text.length <= LONGEST_APPEAL && OWN_TRADE.test(text) && GIFT.test(text) && APPEAL.test(text);

const WEAK =
  /^(?:share|tweet|e-?mail|print|save|pin|pin it|comments?|facebook|twitter|whatsapp|linkedin|instagram|telegram|copy link|x|pinterest|reddit|messenger|more|video|live|premium|exclusive|ad|close|next|previous|follow|like|reply|gallery|news|sport|world|politics|business|opinion|entertainment|lifestyle|tech(?:nology)?|health|science|travel|culture|[\d.,]+ ?[km]?)\s*$/i;

const HEADLINE_START = /^[‘“'"([]?[\p{Lu}\p{N}$£€#@]/u;
// a full stop inside it makes it sentences
const SENTENCES = /\p{Ll}{3}[.][”’"')\]]*\s/u;
const STOP = /[.…:;,][”’"')\]]*$/u;

/** What a line is, by its words. */
export function classOf(text: string): LineClass {
  if (isAppeal(text) || BOX.test(text)) return 'prompt';
  if (text.length > LONGEST_LINE) return PROMPT_LONG.test(text) ? 'prompt' : 'copy';
  if (ALONE.test(text)) return OPENER.test(text) || BARE_OPENER.test(text) ? 'opener' : 'prompt';
  if (BARE_OPENER.test(text) || BARE_AGENCY.test(text)) return 'weak';
  if (OPENER.test(text)) return 'opener';
  // a link is a headline and has no full stop; only capitals are plain enough without that
  if (LINK.test(text) && (!/[.]$/u.test(text) || /^\W*\p{Lu}{4}/u.test(text))) return 'link';
  if (WEAK.test(text)) return 'weak';
  if (isPrompt(text) || CRUMBS.test(text)) return 'prompt';
  if (text.length <= 180 && HEADLINE_START.test(text) && !STOP.test(text) && !SENTENCES.test(text))
    return 'headline';
  return 'copy';
}

const PROMPT_LONG =
  /^(?:we (?:and our partners )?use|this (?:site|website) uses|our (?:site|website) uses) (?:[^.!?]{0,40} )?cookies\b/iu;

/** Buttons that stand in a row under a headline; two of them together are furniture, one may be a heading. */
export const isButton = (text: string): boolean =>
  /^(?:share|tweet|e-?mail|print|save|pin|pin it|comments?|facebook|twitter|whatsapp|linkedin|telegram|copy link|pinterest|reddit|messenger)\s*$/i.test(
    text,
  );
