import { formsOf } from '../../attribution/inflect.ts';

/**
 * Acts that are wrong only by what they were done to and how: one word of each of three kinds must meet. The words alone are
 * everyday ones; together ("deleted", "emails", "before the hearing") they accuse.
 */
const ACTS = `delete erase wipe shred burn destroy remove withhold hide conceal bury drop seal reset alter change swap replace
 invent forge fake stamp record move carry pass leak telephone phone ring warn hit beat kick slap push lock march starve strip tie cut
 shoot kill plant lay spray use reuse sell feed recruit register pay collect take accept pocket dump sail slaughter
 know ignore clean swear sign lend borrow transfer ship send bring tell order instruct ask keep hold let give hand open copy
 clear drain pour pump bill charge shelter smuggle drive fly board force make approve award grant promote sack dismiss
 threaten visit follow photograph film turn disable deny refuse rewrite redact falsify mislabel relabel adulterate dilute
 strike shell bomb attack cross advance occupy storm sit leave dock smear inject sedate rent buy doctor edit pull throw work operate run serve lead`;

const THINGS = `file files record records email emails e-mails message messages evidence video footage tape tapes sample samples result results
 figure figures report reports log logs meter meters reading readings document documents letter letters memo memos note notes data
 minutes ledger ledgers account accounts book books certificate certificates deaths death complaint complaints case cases test tests
 warning warnings alarm alarms knife gun phone laptop computer needle needles blood prisoner prisoners detainee detainees
 inmate inmates patient patients pupil pupils resident residents child children boys girls boy girl migrant migrants refugees dinghy boat
 medic medics civilian civilians villager villagers protesters demonstrators voter voters ballot ballots fund funds money cash donations
 sources thesis target targets suspect deposits cattle meat milk cement pesticide waste oil chemicals workers worker
 staff tenants tenant widow witness witnesses juror jurors inspectors auditors customers passengers heating water food wages
 contract contracts licence licences permit permits names list lists questions papers passports visas aid grain medicine medicines
 drugs doses vaccine vaccines howitzers tanks guns rockets mines shells missiles troops soldiers hospital hospitals school schools
 homes villages houses station market convoy ambulance ambulances church mosque bribe kickback kickbacks gifts horses
 animals engines brakes valves planes lorries buses bridge dam walls towers drivers crew nurses recruits conscripts monks novices
 orphans pensioners families shares stock sales profits losses debts invoices expenses fees taxes tenants savings pensions seam mine furnace jet ferry line border zone grades grade marks bids tender`;

const wordSet = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** Past forms of the acts. */
export const SUSPECT_ACTS: ReadonlySet<string> = new Set(
  [...wordSet(ACTS)].flatMap((lemma) =>
    formsOf(lemma).flatMap(([word, form]) => (form === 'past' || form === 'participle' ? [word] : [])),
  ),
);

export const SUSPECT_THINGS: ReadonlySet<string> = wordSet(THINGS);

const WATCH =
  '(?:inspections?|inspectors?|audits?|auditors?|hearings?|inquir(?:y|ies)|enquiry|investigators?|raids?|search|detectives|regulators?|trial|prosecutors?|watchdog|officials from|examiners?)';

/** How it was done, or when, or what it broke. */
export const SUSPECT_MANNER = new RegExp(
  [
    String.raw`\b(?:before|ahead of|once|as soon as|days? after|hours? after|weeks? after) (?:the |each |every |any |a |an |its |their )?(?:[\p{L}’-]+ ){0,2}${WATCH}\b`,
    String.raw`\bquietly \p{L}+ed\b|\bquietly (?:sold|paid|took|gave|let|kept|sent|made)\b|\bin a (?:spare tyre|spare wheel|false \p{L}+|hidden \p{L}+|plastic bag)\b|\bby night\b`,
    String.raw`\bas (?:a )?punishment\b|\bleave no (?:marks?|trace|record)\b|\bso that (?:nobody|no one|none)\b|\bin secret\b|\bbehind (?:his|her|their|the) (?:\p{L}+ )?backs?\b`,
    String.raw`\bwithout (?:shoes|food|water|trial|charge|consent|permission|warning|telling|asking|informing|anaesthetic|an anaesthetic|pay|(?:a |any )?(?:warrant|licence|permit|tender|trial|prescription|vote))\b`,
    String.raw`\b(?:which|that) (?:the |its |their )?(?:[\p{L}’-]+ ){1,3}(?:forbids?|forbade|bans?|banned|prohibits?|outlaws?|rules? out)\b|\b(?:was|were|is|are|been|had been) (?:outlawed|banned|forbidden|prohibited|illegal)\b`,
    String.raw`\b(?:more|twice|three times|double)\b[^.]{0,50}\b(?:licence|permit|limit|rules?|law) (?:allow(?:s|ed)|permit(?:s|ted))\b|\b(?:over|above|beyond) (?:the |its |their )?(?:legal |safety )?(?:limit|quota)\b`,
    String.raw`\b(?:permit|licence|license|certificate|insurance|warrant|visa|contract) had (?:lapsed|expired|run out|been (?:revoked|withdrawn|suspended))\b|\b(?:during|under|into) the (?:truce|cease-?fire|armistice)\b`,
    String.raw`\bso that (?:he|she|they|it) (?:could|would|might)\b|\buntil (?:he|she|they|one of them) (?:vomited|fainted|collapsed|bled|signed|confessed|agreed|gave in)\b|\bunfit (?:to|for)\b|\bsealed\b`,
    String.raw`\b(?:his|her|their|its) own (?:account|accounts|pocket|company|firm|house|bank)\b|\bwith (?:its|their|the) (?:lights|transponders?|cameras?) off\b|\bwhite flags?\b`,
    String.raw`\b(?:minutes|hours|hour|days|day) (?:after|into|before) [^.]{0,40}\b(?:signed|truce|cease-?fire|accord|armistice|agreement)\b`,
    String.raw`\buntil (?:after )?the [^.]{0,30}\b(?:election|vote|sale|deal|deadline|year had ended|inspectors|story)\b`,
    String.raw`\bto (?:force|scare|silence|hide|conceal|cover up|frighten|punish|intimidate|mislead|deceive|please the inspectors)\b|\bwould lose (?:the|her|his|their)\b`,
    String.raw`\b(?:insolvent|unsafe|faulty|contaminated|counterfeit|expired|rotten)\b|\b(?:dead|fictitious|fake|forged|stolen|sick) (?:voters|patients|customers|cattle|animals|workers|pigs|sheep|passports|papers|plates|names|documents|invoices)\b`,
    String.raw`\bas (?:fit|safe|clean|new|pneumonia|passed|complete|accidents?|suicides?)\b|\bfor (?:a|his|her|their) (?:cut|share|fee|silence)\b|\b(?:boys|girls|children) of (?:\p{L}+teen|twelve|eleven|ten|nine|eight)\b`,
    String.raw`\b(?:to|in) the (?:cartel|gang|smugglers|traffickers|enemy|rebels|bookmakers|suspect)\b|\bin the sun\b|\binto (?:a|the) (?:furnace|shredder|incinerator|river|sea|bay|lake)\b|\bwent on (?:selling|taking|using|charging)\b|\bkept (?:selling|taking|using|charging)\b`,
  ].join('|'),
  'u',
);
