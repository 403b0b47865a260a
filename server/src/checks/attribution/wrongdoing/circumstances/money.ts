import type { Circumstance } from './circumstance.ts';

const PARTY =
  '(?:bidders?|contractors?|suppliers?|developers?|defendants?|accused|gangs?|cartel|lobbyists?|brewers?|smugglers?|dealers?|firms?|makers?|owners?|landlords?|party|candidates?|applicants?)';

/** What was done for money or a favour, or with money that was another’s. */
export const MONEY: readonly Circumstance[] = [
  {
    cues: 'return exchange way lose win secure for let throw',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\bin (?:return|exchange) for (?:[\p{L}’'-]+ ){0,3}(?:contracts?|permits?|licen[cs]es?|votes?|silence|favours?|favors?|jobs?|leniency|verdict|permission|approval|visas?|tips?|planning|support|protection|names?|seats?|posts?|places?)\b|\bto look the other way\b|\bto (?:lose|throw|let in|drop|win|secure|land|get|clinch|keep|swing|smooth|buy) (?:the |a |an |his |her |their |its |three |two |four |in )?(?:[\p{L}-]+ ){0,2}(?:deal|contract|contracts|match|fight|race|goals?|case|charges?|permit|licence|tender|verdict|bid|silence|order)\b|\bfor (?:every|each) (?:patient|prisoner|vote|voter|child|recruit|body|client|referral|lorry)\b|\b(?:a|an?|each) (?:lorry|head|truck|vote|visa|permit) to\b|\bfor (?:his|her|their) (?:vote|votes|silence|trouble|help|signature|support)\b/u,
  },
  {
    cues: 'by from with to',
    weight: 2,
    kind: 'bribe',
    pattern: new RegExp(
      String.raw`\b(?:given|paid|lent|offered|bought|promised|sent|handed|treated)\b[^.;]{0,50}\bby (?:the |a |an )?(?:[\p{L}-]+ ){0,2}${PARTY}\b|\bwith money from\b|\bpaid for (?:the |a |an )?(?:[\p{L}-]+ )*(?:minister|senator|judge|mayor|councillor|official|governor|mp|chief|inspector|officer|president|general|secretary)[’']s\b|\bthrough (?:a |an |two |three |its |their )?(?:shell|front|offshore|paper|dummy) (?:firms?|compan(?:y|ies)|trusts?|accounts?)\b|\b(?:greased|oiled|lined) (?:the |their |his |its )?(?:palms?|wheels|pockets?)\b|\bwined and dined\b|\ba little something\b`,
      'u',
    ),
  },
  {
    cues: 'condition if provided unless',
    weight: 3,
    kind: 'bribe',
    pattern:
      /\bon condition (?:that|of) (?:[\p{L}’'-]+ ){0,3}(?:nobody|no one|not|never|silence|spoke|secrecy)\b|\b(?:if|provided|as long as|unless) (?:the |he|she|they|it|her|his|their)\b[^.;]{0,30}\b(?:dropped|withdrew|changed (?:her|his|their)|kept quiet|stayed quiet|said nothing|retracted|voted for|signed|lost|slept with|paid (?:him|her|them)|resigned|testified|talked|spoke)\b/u,
  },
  {
    cues: 'paid offered gave hired',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:paid|offered|hired|promised|tipped|slipped)\b[^.;]{3,70}\bto (?:keep (?:quiet|silent|\p{L}+ (?:off|out|away|from)|it|them|the)|stop (?:asking|looking|talking)|let |look|ignore|lose|drop|say |stay (?:away|quiet|silent|out)|turn|choose|prescribe|recommend|promote|favour|acquit|approve|speed|vote|forget|sign|withdraw|change|follow|infiltrate|pose|frighten|scare|spy|beat up|start|set fire|write (?:good|kind|glowing)|praise|attack|smear|walk away|not )/u,
  },
  {
    cues: 'minister commissioner mayor senator governor judge chief president general official inspector referee councillor',
    weight: 1.5,
    kind: 'bribe',
    pattern:
      /\b(?:minister|commissioner|mayor|senator|governor|judge|chief|president|general|official|inspector|referee|councillor|secretary|chairman|officer|prosecutor|regulator)[’']s (?:[\p{L}-]+ )?(?:villa|house|flat|home|son|daughter|wife|brother|sister|nephew|debts?|loan|campaign|yacht|car|holiday|wedding|mortgage|school fees|fees|party|birthday|kitchen|pool)\b/u,
  },
  {
    cues: 'free nothing five-star luxury first-class yacht golf discount worth cost',
    weight: 1.5,
    kind: 'bribe',
    pattern:
      /\bfree of charge\b|\bat no cost\b|\b(?:five-star|luxury|first-class) (?:hotels?|flights?|suites?|holidays?|seats?|resorts?|cruises?)\b|\b(?:got|given|received|accepted|took) (?:a |an )(?:[\p{L}-]+ )?(?:phone|car|watch|flat|holiday|laptop|bonus|house) (?:worth|from)\b|\bat (?:half|a fraction of|a quarter of|a third of) (?:its|their|the) (?:value|price|worth|market)\b|\bfor (?:half|a fraction of|a quarter of|a third of) (?:its|their) (?:value|price|worth)\b/u,
  },
  {
    cues: 'note notes banknote banknotes',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:folded|hundred-\p{L}+|crisp|rolled|£\d+|\d+-(?:euro|dollar|pound)) (?:bank)?notes?\b|\bbanknotes? (?:in|inside|under|between|tucked)\b/u,
  },
  {
    cues: 'on',
    weight: 2.5,
    kind: 'theft',
    pattern:
      /\b(?:spent|used|blew|gambled|lavished|squandered)\b[^.;]{3,60}\b(?:on|for|to buy|to pay for) (?:a |an |his |her |their |two |three )?(?:[\p{L}-]+ ){0,2}(?:yachts?|stables?|racehorses?|villas?|cars?|watch|watches|jewel\p{L}*|wedding|casinos?|holidays?|cruises?|mistress|escorts|flats?|house|mansion|swimming pool|pool|cosmetic surgery|parties|handbags|school fees|divorce|gambling|betting|home)\b/u,
  },
  {
    cues: 'return exchange for',
    weight: 2,
    kind: 'bribe',
    pattern:
      /\bin (?:return|exchange) for (?:[\p{L}’'-]+ ){0,2}(?:payments?|cash|money|a (?:fee|share|cut)|bribes?|sex|drugs|fuel|gifts?)\b/u,
  },
  {
    cues: 'after once because',
    weight: 3,
    kind: 'bribe',
    pattern:
      /\b(?:after|once|because) (?:his|her|their|the [\p{L}’'-]+[’']s) (?:wife|son|daughter|brother|sister|cousin|father|mother|husband|party|campaign|firm|company|family|nephew|charity) (?:was|were|had been|had|got) ?(?:given|got|received|bought|promised|paid|offered|sent|handed|hired)\b/u,
  },
  {
    cues: 'paid hired bribed told ordered forced',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:paid|hired|bribed|persuaded)\b[^.;]{3,70}\bto (?:swap|alter|lie|fake|falsify|plant|leave|open|tamper|hide|throw|break|burn|steal|ruin|rig|switch|delete|destroy|unlock|smuggle|spread|harass|threaten|kill|poison|copy|leak|hack|block|delay|shred|wipe|invent|doctor|overlook|pretend|vanish|disappear|retract)\b/u,
  },
  {
    cues: 'free',
    weight: 2,
    kind: 'bribe',
    pattern:
      /\b(?:stay|stayed|travel|travelled|fly|flew|live|lived|eat|ate|drank|dined|drove) (?:rent-)?free\b/u,
  },
  {
    cues: 'debts debt mortgage bookmaker divorce fees lawyers',
    weight: 2.5,
    kind: 'theft',
    pattern:
      /\bto (?:pay|settle|clear) (?:off )?(?:his|her|their) (?:own )?(?:[\p{L}-]+ )?(?:debts?|mortgage|bookmaker|divorce|school fees|lawyers|tax bill)\b/u,
  },
  {
    cues: 'whose',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\bwhose (?:parents?|famil(?:y|ies)|owners?|firms?|company|companies|backers|fathers?) (?:had )?(?:paid|gave|given|donated|bribed|bought)\b/u,
  },
  {
    cues: 'sex exchange return',
    weight: 2.5,
    kind: 'mistreatment',
    pattern: /\bsex (?:in (?:exchange|return) )?(?:for|from)\b/u,
  },
  {
    cues: 'each apiece head time',
    weight: 2,
    kind: 'bribe',
    pattern:
      /\bfor (?:[£$€]?[\d,.]+|\p{L}+)(?: (?:euros|dollars|pounds|roubles|pesos|rupees))? (?:each|apiece|a head|a time)\b/u,
  },
];
