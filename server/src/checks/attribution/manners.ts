import type { WrongKind } from './wrongs.ts';

/** How or when something was done, where that tells of a wrong. */
export interface Manner {
  readonly weight: number;
  readonly pattern: RegExp;
  readonly kind?: WrongKind;
}

const WATCHER =
  '(?:inspect(?:ors?|ions?|orate)|audit(?:ors?|s)?|hearings?|inquir(?:y|ies)|enquiry|investigators?|raids?|search(?:es)?|detectives|regulators?|trial|prosecutors?|watchdog|officials|examiners?|forensic|police|insurers?|loss adjusters?|ombudsman|coroner|squad|officers|visits?|tax (?:man|office)|subpoenas?|warrant|court order)';
const PARTY =
  '(?:bidders?|contractors?|suppliers?|developers?|defendants?|accused|gangs?|cartel|lobbyists?|brewers?|smugglers?|dealers?|firms?|makers?|owners?|landlords?|party|candidates?|applicants?)';
const TRUCE =
  '(?:truce|cease-?fire|armistice|(?:peace )accord|peace deal|pause in (?:the )?fighting|(?:day|hour|week)s? pause|lull in (?:the )?fighting)';

/** Each with the words one of which must stand in the sentence for it to be worth trying. */
const MANNERS: readonly (Manner & { readonly cues: string })[] = [
  // ---- ahead of somebody who looks
  {
    cues: 'before ahead day days hours hour week weeks night eve minutes once when whenever until by as while',
    weight: 2,
    kind: 'hidden',
    pattern: new RegExp(
      String.raw`\b(?:before|ahead of|once|as soon as|when|whenever|until|while|(?:the )?(?:day|days|hour|hours|night|week|weeks|eve|morning|minutes) (?:after|before|of)) (?:the |each |every |any |a |an |its |their |his |her |that )?(?:[\p{L}’'-]+ ){0,3}?${WATCHER}\b(?:[^.;]{0,30}\b(?:called|came|come|arrived|arrive|visited|was on|were on|were due|was due|could|would|began|asked|started|went|got|opened|knocked|landed|reached|sat|looked)\b)?`,
      'u',
    ),
  },
  {
    cues: 'due testify evidence',
    weight: 3,
    kind: 'evidence',
    pattern:
      /\b(?:before|until|ahead) [^.;]{0,50}\b(?:(?:due|was|were) to (?:give evidence|testify|see|inspect|visit|examine|collect|appear)|testified|gave evidence|giving evidence)\b/u,
  },
  {
    cues: 'surprise unannounced',
    weight: 2,
    kind: 'tip-off',
    pattern: /\b(?:surprise|unannounced|secret) (?:\p{L}+ )?(?:visits?|inspections?|raids?|checks?)\b/u,
  },
  {
    cues: 'when of about',
    weight: 2.5,
    kind: 'tip-off',
    pattern:
      /\b(?:told|rang|phoned|texted|called|warned|alerted|tipped)\b[^.;]{0,60}\b(?:when|of|about|that) (?:the |a |an )?(?:[\p{L}-]+ ){0,2}(?:squad|police|inspectors?|raids?|search|warrant|auditors|patrols?)\b/u,
  },
  // ---- so that somebody would not see
  {
    cues: 'so to',
    weight: 3,
    kind: 'hidden',
    pattern:
      /\bso (?:that|as) (?:not to|(?:the |its |their |no |an? )?(?:[\p{L}’'-]+ ){0,3}(?:would|could|might|did) (?:not|never)|nobody|no one|none|nothing|neither)\b|\bso (?:that )?(?:the )?(?:books|figures|numbers|accounts|sums) would\b/u,
  },
  {
    cues: 'to',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\bto (?:hide|conceal|force (?:the |a |out |him|her|them)[^.;]{0,20}|cover up|disguise|mask|mislead|deceive|silence|scare|frighten|intimidate|evade|dodge|escape|get (?:a)?round|fool|make (?:it|them|the \p{L}+) look|keep (?:it|them|him|her|the [\p{L}’'-]+(?: \p{L}+)?) (?:quiet|silent|out of sight|off the (?:books|record)|from (?:the )?(?:auditors|inspectors|regulators?|public|police|press|parliament|voters|shareholders|families|board|court|investigators))|bring [^.;]{0,30} (?:under|below|within)|pass (?:the|its|an?) (?:test|inspection|audit))\b/u,
  },
  {
    cues: 'sight view away notice hidden locked under another',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\bout of (?:[\p{L}’']+ ){0,3}(?:sight|view|reach)\b|\b(?:locked|hid|filed|tucked|stashed|put|shut|stowed) (?:it|them|him|her|the \p{L}+(?: \p{L}+)?) away\b|\b(?:nobody|no one|none) would (?:notice|see|know|find|look|hear)\b|\bunder (?:another|a different|a false) (?:heading|name|title|code)\b/u,
  },
  {
    cues: 'out',
    weight: 2,
    kind: 'hidden',
    pattern:
      /\b(?:kept|left|leaving|keeping|cut|edited|struck|written|took|taken) (?:[^.;]{0,40}? )?out (?:of|from) (?:the |its |their |his |her |a )?(?:\p{L}+ ){0,2}(?:file|report|reports|record|records|accounts|minutes|log|register|bundle|dossier|statement|evidence|books|return|prospectus|statistics|figures|count)\b/u,
  },
  // ---- silence
  {
    cues: 'nothing nobody telling tell told one anyone quiet informing silent never',
    weight: 2.5,
    kind: 'hidden',
    pattern:
      /\b(?:nobody|no one|none of them) (?:told|warned|informed|alerted|asked)\b|\bsa(?:id|ying) nothing\b(?! (?:about|on|of|new|more))|\b(?:told|telling|tell) (?:the |its |his |their )?(?:[\p{L}’']+ )?(?:nothing|nobody|no one|none of)\b|\bwithout (?:telling|informing|asking|warning|consulting)\b|\b(?:did not|didn[’']t|never|nor did [\p{L} ]{0,20}|neglected to|failed to) (?:tell|told|inform(?:ed)?|warn(?:ed)?|disclos(?:e|ed)|alert(?:ed)?|notif(?:y|ied)|report(?:ed)?|declar(?:e|ed)|mention(?:ed)?)\b|\b(?:keep|stay|kept|stayed) (?:quiet|silent|it quiet)\b|\b(?:was|were) never (?:told|informed|warned|shown|disclosed|reported)\b/u,
  },
  {
    cues: 'secret secretly quietly covertly discreetly night dark books backs back table sly',
    weight: 1.5,
    pattern:
      /\bin secret\b|\b(?:secretly|covertly|quietly|discreetly)\b|\b(?:at|by|in the|every) night\b|\bafter dark\b|\bbehind [\p{L}’' ]{2,25} backs?\b|\bon the sly\b/u,
  },
  {
    cues: 'books table',
    weight: 2.5,
    kind: 'theft',
    pattern: /\boff the books\b|\bunder the (?:table|counter)\b/u,
  },
  // ---- knowing it
  {
    cues: 'knew knowing known aware knowingly',
    weight: 2.5,
    kind: 'knowledge',
    pattern:
      /\b(?:knew|knowing) (?:that |it |them |him |her |of |about |to |the |perfectly |full |well |all |were |was )*(?:[\p{L}’'-]+ ){0,4}(?:unsafe|faulty|fault|danger|risk|defect|shortfall|crack|leak|broken|bust|bankrupt|damaged|false|fake|illegal|banned|sick|contaminated|over|overloaded|leaking|cracked|poisonous|toxic|dying|dead|stolen|forged|insolvent|rotten|untested|expired|breaking|looted|corrupt|failing|unlicensed|unstable|condemned)\b|\baware (?:that|of) (?:[\p{L}’'-]+ ){0,4}(?:unsafe|faulty|fault|danger|risk|risks|defects?|shortfall|cracks?|leaks?|false|fake|illegal)\b|\b(?:and|which|as) (?:the |its |their )?[\p{L}’'-]+ knew (?:it|this|as much|that)\b|\bknowingly\b/u,
  },
  {
    cues: 'purpose deliberately intentionally wilfully willfully',
    weight: 2.5,
    pattern: /\bon purpose\b|\b(?:deliberately|intentionally|wilfully|willfully)\b/u,
  },
  {
    cues: 'despite although though even spite defiance after warned warning warnings',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:despite|in spite of|in defiance of|although|though|even though|even after|after (?:being|it was|they were|he was|she was)) (?:[^.;]{0,60}\b)?(?:warn(?:ed|ings?)|alarms?|rules?|ban(?:ned)?|told|reading|knew|order(?:ed|s)?|complain(?:ed|ts?)|accord|truce|failed|forbidden|unsafe|unfit|outlawed|prohibited|condemned|danger(?:ous)?|cracks?|faults?|red)\b/u,
  },
  {
    cues: 'own opposite',
    weight: 2.5,
    kind: 'deceit',
    pattern:
      /\b(?:when|although|though|but|while) (?:its|their|his|her) own (?:[\p{L}’'-]+ ){1,3}(?:had|said|showed|found|warned|told|knew)\b|\bthe opposite\b|\bown (?:studies|study|research|tests?|scientists?|engineers?|data|figures|doctors?) (?:had )?(?:show(?:ed|n)|found|said|warned|suggested|proved)\b[^;]{0,80}\b(?:but|yet|kept|hid|buried|not)\b/u,
  },
  // ---- what was not so
  {
    cues: 'never nobody not exist failed condemned banned closed expired lapsed recalled outlawed which that who',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:that|which|who|it|they|he|she) had (?:already )?(?:never|not) (?:been )?\p{L}+(?:ed|en|n|de|ne|ught|t)\b|\bthat (?:nobody|no one|none of them) (?:had|could|ever)\b|\bhad not (?:been )?(?:done|made|taken|tested|checked|trained|paid|worked|happened|died|qualified|passed|given|visited|seen|met|voted|signed)\b|\b(?:did|does) not exist\b|\bnever (?:existed|happened|took place|carried out|visited|met|arrived|worked)\b|\bwhen (?:it|they|he|she|there) (?:was|were|had) (?:not|none|no|never)\b|\b(?:that|which|who) (?:had|have) (?:[\p{L}’'-]+ )?(?:failed|expired|lapsed|been (?:condemned|banned|closed|recalled|outlawed|rejected|withdrawn|struck))\b|\b(?:that|which) the (?:[\p{L}’'-]+ ){1,2}had (?:closed|banned|condemned|forbidden|outlawed|rejected|shut)\b/u,
  },
  {
    cues: 'false fake phantom ghost bogus fictitious forged dummy sham empty dead non-existent invented made-up staged',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\b(?:false|fake|phantom|bogus|fictitious|forged|dummy|sham|non-existent|invented|made-up|counterfeit) (?!(?:the|a|an|his|her|its|their|it|them|this|that|by|from|in|on|at|to|of|and|or|with|after|for|when|as|him|us|all|two|what|alarms?|start|news|snow|dawn|hopes?|sense|ceiling|teeth)\b)\p{L}+|\b(?:names?|votes?|signatures?|pensions?|wages) of (?:the |several |some )?dead\b|\bdead (?:members|voters|patients|customers|people|men|souls|pensioners|workers|clients)\b|\bghost (?:workers|employees|soldiers|pupils|schools|patients)\b|\b(?:were|was|had been) (?:all )?staged\b/u,
  },
  {
    cues: 'unvetted unlicensed untrained unqualified unsafe unfit untested unapproved expired contaminated rotten faulty sick damaged substandard illegal banned outlawed prohibited stolen uninsured unregistered underage under-age toxic condemned dirty spoiled out-of-date counterfeit tainted insolvent broken',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:unvetted|unlicensed|untrained|unqualified|unsafe|unfit|untested|unapproved|expired|contaminated|rotten|faulty|sick (?=cows?|cattle|animals?|pigs?|sheep|chickens|birds|poultry|calves)|substandard|illegal|banned|outlawed|prohibited|stolen (?=passports|documents|data|papers|identit|art|antiquit)|uninsured|unregistered|underage|under-age|toxic|condemned|spoiled|out-of-date|counterfeit|tainted|insolvent) (?!(?:man|woman|leave|pay|note|day|the|a|an|his|her|its|their|it|them|this|that|by|from|in|on|at|to|of|and|or|with|after|for|when|as|him|us|all|two|what|alarms?|start|news|snow|dawn|hopes?|sense|ceiling|teeth)\b)\p{L}+/u,
  },
  // ---- against a rule
  {
    cues: 'forbids forbade bans banned forbidden prohibits outlawed illegal against allowed permitted allows quota limit licence without rules law',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:which|that|what) (?:the |its |their |international )?(?:[\p{L}’'-]+ ){0,3}(?:forbids?|forbade|bans?|banned|prohibits?|outlaws?|rules? out)\b|\b(?:was|were|are|is|been) (?:then |already |long )?(?:outlawed|banned|forbidden|prohibited|illegal)\b|\bagainst (?:its|their|the|his|her) (?:own )?(?:rules?|law|code|orders?|terms|regulations?|will|constitution)\b|\b(?:twice|three times|double|four times|well over|far above|more than) (?:its|their|the|what (?:its|their|the)) (?:[\p{L}-]+ )?(?:quota|limit|licence|permit|rules?|law|allowance)\b|\bwithout (?:an? |any |the )?(?:[\p{L}-]+ )?(?:licence|license|permit|tender|warrant|permission|consent|authori[sz]ation|prescription|anaesthetic|insurance|vote|bids?)\b|\bin breach of\b|\bin violation of\b/u,
  },
  {
    cues: 'called required promised allowed demanded needed',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:that|which|what|as|than) (?:the |its |their )?(?:[\p{L}’'-]+ ){1,3}(?:called for|required|requires|demanded|allowed|allows|permitted|specified|prescribed)\b|\b(?:had|both [\p{L} ]{2,20} had) promised (?:not )?to\b/u,
  },
  {
    cues: 'off switched disabled',
    weight: 2,
    kind: 'rules',
    pattern:
      /\bwith (?:the |its |their |his |her )?(?:[\p{L}-]+ ){0,2}(?:filters?|lights|tracking|beacons?|radios?|headlights|recorders?|pumps?|transponders?|alarms?|cameras?|brakes?|sensors?|scrubbers?|sprinklers?|guards?|tracker|trackers|safety \p{L}+) (?:switched |turned |disabled|taken )?(?:off|out|disabled|disconnected)\b/u,
  },
  {
    cues: 'boys girls children aged',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:boys|girls|children|pupils) (?:of|as young as|aged) (?:seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[7-9]|1[0-4])\b[^.;]{0,30}\b(?:worked|toiled|picked|dug|carried|fought|laboured|cleaned|served|were (?:made|sold|sent|employed|armed))\b/u,
  },
  // ---- for something
  {
    cues: 'return exchange way lose win secure for let throw',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\bin (?:return|exchange) for (?:[\p{L}’'-]+ ){0,3}(?:contracts?|permits?|licen[cs]es?|votes?|silence|favours?|favors?|jobs?|leniency|verdict|permission|approval|visas?|tips?|planning|support|protection|names?|seats?|posts?|places?)\b|\bto look the other way\b|\bto (?:lose|throw|let in|drop|win|secure|land|get|clinch|keep|swing|smooth|buy) (?:the |a |an |his |her |their |its |three |two |four |in )?(?:[\p{L}-]+ ){0,2}(?:deal|contract|contracts|match|fight|race|goals?|case|charges?|permit|licence|tender|verdict|bid|silence|order)\b|\bfor (?:every|each) (?:patient|prisoner|vote|voter|child|recruit|body|client|referral|lorry)\b|\b(?:a|an?|each) (?:lorry|head|truck|vote|visa|permit) to\b|\bfor (?:his|her|their) (?:vote|votes|silence|trouble|help|signature|support)\b/u,
  },
  {
    cues: 'envelope envelopes briefcase suitcase bundles wads cash bag bags',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:envelopes?|briefcases?|suitcases?|bundles?|wads?|bags?|shoeboxe?s?|bricks?|rolls?) (?:of|full of|stuffed with|filled with|with) (?:the )?(?:cash|money|notes|banknotes|dollars|euros|[£$€])/u,
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
    cues: 'run owned daughter son wife brother husband cousin nephew his her own themselves himself herself itself',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:run|owned|controlled|held|founded|chaired) by (?:his|her|their|the (?:minister|mayor|governor|president|chairman|director|general)[’']s) (?:own )?\p{L}+|\bto (?:his|her|their|its) own \p{L}+|\b(?:his|her|their|its) own (?:[\p{L}-]+ )?(?:firms?|compan(?:y|ies)|pockets?|accounts?|bank account|house|villa)\b|\bhelped (?:himself|herself|themselves|itself) to\b|\bto (?:his|her) (?:daughter|son|wife|brother|husband|cousin|nephew|mistress|lover|brother-in-law|sister|father|friend)[’']s? (?:firm|company)\b|\bto (?:his|her) brother-in-law, who bought\b/u,
  },
  {
    cues: 'punishment marks trace signed lapsed expired revoked fee cut share account accounts company firm tyre',
    weight: 2.5,
    pattern:
      /\bas (?:a )?punishment\b|\bleave no (?:marks?|trace|record)\b|\b(?:permit|licence|license|certificate|insurance|warrant|visa|contract|registration) had (?:lapsed|expired|run out|been (?:revoked|withdrawn|suspended))\b|\bfor (?:a|his|her|their) (?:cut|share|fee)\b|\bin a (?:spare tyre|spare wheel|false \p{L}+|hidden \p{L}+|plastic bag)\b|\b(?:minutes|hours?|days?) (?:after|into|before) [^.]{0,40}\b(?:signed|shaken hands|agreed to stop)\b/u,
  },
  {
    cues: 'until please lose as for went kept fed',
    weight: 2.5,
    pattern:
      /\buntil (?:after )?the [^.]{0,30}\b(?:election|vote|sale|deal|deadline|year had ended|story)\b|\bto please the inspectors\b|\bwould lose (?:the|her|his|their)\b|\bas (?:an? )?(?:fit|safe|clean|sound|new|pneumonia|passed|complete|genuine|organic|local|fresh|accident(?:s|al)?|suicides?|natural|fall|mistake)\b|\b(?:went on|kept(?: on)?) (?:selling|taking|using|charging|pumping|dumping|spraying|serving|flying|operating|working|paying|collecting|claiming)\b|\binto (?:a|the) (?:furnace|shredder|incinerator|skip|bonfire)\b/u,
  },
  // ---- cruelty
  {
    cues: 'without until naked under gunpoint knifepoint in as hose hoses belt belts baton batons stick sticks cable cables with inside beds glass ground floor cellar dogs head chains blindfolded handcuffed sun filmed',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\bwithout (?:food|water|shoes|sleep|light|heating|medicine|blankets|a (?:doctor|lawyer|toilet|blanket|coat))\b|\buntil (?:he|she|they|one of them) (?:\p{L}+ed|bled|gave|lost|fell|could)\b|\bunder ?water\b|\b(?:naked|blindfolded|handcuffed|shackled|hooded|in chains|at gunpoint|at knifepoint)\b|\b(?:as|while|when) (?:he|she|they|the [\p{L}’'-]+) (?:lay|knelt|slept|begged|screamed|cried|wept|pleaded)\b|\bin (?:the|a|an) (?:[\p{L}-]+ )?(?:cellar|dark|freezing \p{L}+|sun|cupboard|shed|cage|container|attic|kennel|coal \p{L}+|hole|freezer)\b|\bset (?:[\p{L}-]+ )?dogs on\b|\b(?:and|then) filmed (?:it|him|her|them)\b|\b(?:broken|crushed) glass\b|\b(?:tied|chained|strapped|handcuffed) to (?:the |a |their |his |her )?(?:beds?|chairs?|radiators?|trees?|poles?|cots?)\b|\bwith (?:a |an |their |his )?(?:rubber |wooden |metal |iron |steel |leather |electric )?(?:belts?|batons?|sticks?|cables?|rifle butts?|hoses?|pipes?|whips?|canes?|fists)\b|\bnot (?:been )?seen since\b|\b(?:with|and) the (?:wounded|patients|children|families|people|villagers|nurses) (?:still )?inside\b/u,
  },
  {
    cues: 'dementia disabled wheelchair blind deaf frail elderly',
    weight: 1,
    kind: 'mistreatment',
    pattern: /\b(?:dementia|disabled|wheelchairs?|frail|bedridden|autis(?:m|tic)|learning difficulties)\b/u,
  },
  // ---- war
  {
    cues: 'truce ceasefire cease-fire armistice accord pause lull silent agreement peace',
    weight: 2.5,
    kind: 'truce',
    pattern: new RegExp(
      String.raw`\b(?:during|into|after|of|in|despite|in spite of|since|inside|as|in breach of|before|used|through|under|hours of|days of) (?:the |a |an |its |that )?(?:[\p{L}\d-]+ ){0,4}${TRUCE}\b|\b${TRUCE} (?:[\p{L}’'-]+ ){0,3}(?:lasted|was (?:\p{L}+ )?(?:hours|minutes|days) old|took effect|came into force|began|required|required|had held|demanded)\b|\bguns (?:were|was|fell|had) (?:to fall |to go |due to fall |fallen |gone )?silent\b`,
      'u',
    ),
  },
  {
    cues: 'rubber tear gas explosives bullets bombs bomblets shells barrel toys expanding phosphorus cluster nerve',
    weight: 2.5,
    kind: 'weapons',
    pattern:
      /\b(?:tear gas|rubber (?:bullets|rounds)|live rounds|live ammunition|water cannon|gas grenades) (?:and [\p{L} ]{2,20} )?(?:on|at|into|against) (?:the |a )?(?:heads? of |faces? of )?(?:[\p{L}-]+ )?(?:children|pupils|students|mourners|worshippers|crowds?|women|prisoners|protesters|marchers|patients|pensioners)\b|\b(?:barrel|cluster|vacuum|phosphorus|chlorine|fragmentation) (?:bombs?|shells?|munitions|rockets?|rounds)\b|\bwhite phosphorus\b|\b(?:nerve|mustard|poison) (?:gas|agents?)\b|\b(?:expanding|dum-dum|explosive|hollow-point) bullets\b|\b(?:toys|dolls|books|doors|bodies|corpses|fridges|pens) with (?:explosives|grenades|mines|bombs|wires?)\b|\b(?:landmines?|booby[- ]traps?|bomblets|anti-personnel mines)\b/u,
  },
  {
    cues: 'footpaths wells fields paths school playground',
    weight: 1,
    kind: 'weapons',
    pattern:
      /\b(?:footpaths?|paths?|fields?|orchards?|schoolyards?|playgrounds?) (?:to|of|around|near|beside|used)\b/u,
  },
  // ---- on whose word
  {
    cues: 'orders order instructions behest',
    weight: 2,
    kind: 'orders',
    pattern:
      /\bon (?:the )?(?:[\p{L}’']+ )?(?:orders|instructions|say-so)(?: of| from|\b)|\bat (?:the|his|her|their) behest\b|\bby order of\b/u,
  },
  {
    cues: 'years decade months',
    weight: 1,
    pattern:
      /\bfor (?:more than |nearly |almost |at least )?(?:\p{L}+|\d+) (?:years|decades|months)\b|\bfor (?:a decade|years|months|decades)\b/u,
  },
  {
    cues: 'same afternoon shares',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\bbought (?:the )?shares\b[^.;]{0,40}\b(?:same|next|before|that) (?:day|afternoon|morning|hour|announcement|news)\b|\bword of (?:the|a|its) (?:takeover|merger|bid|deal|sale|result|profit)/u,
  },
  {
    cues: 'sealed confidential medical personal secret marked private',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\b(?:sealed|confidential|medical|personal|secret|classified|private|unpublished) (?:\p{L}+ )?(?:offers?|bids?|files?|records?|details|data|documents?|address(?:es)?|reports?)\b|\b(?:report|reports|tests?|results|findings) (?:confidential|secret)\b/u,
  },
  {
    cues: 'who had who ran whistleblower',
    weight: 1,
    pattern:
      /\bwho (?:had )?(?:ran away|complained|refused|spoke out|objected|blew the whistle|had filmed|filmed|reported|asked questions|escaped)\b/u,
  },
  // ---- figures made to fit
  {
    cues: 'flatter improve boost protect meet fit earlier different wrong older',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\bto (?:flatter|improve|boost|protect|meet|fit|massage|prettify|inflate|lower|bring down) (?:the |its |their |his |her )(?:[\p{L}-]+ ){0,2}(?:figures|numbers|statistics|ratings?|scores?|targets?|ranking|image|reputation|results|bonus(?:es)?|share price)\b|\b(?:put|wrote|entered|gave|typed|stamped) (?:an? |the )(?:earlier|different|wrong|older|later|lower|higher) (?:date|name|address|age|weight|figure|time|number|price|value|cause)\b/u,
  },
  {
    cues: 'that which who',
    weight: 2,
    kind: 'records',
    pattern:
      /\b(?:ticked|signed|logged|recorded|certified|passed|claimed|billed|charged|invoiced|reported|approved|paid)\b[^.;]{3,60}\b(?:that|which|who) (?:had not|were not|was not|never|did not)\b/u,
  },
  {
    cues: 'back clocks clock odometer odometers mileage',
    weight: 3,
    kind: 'deceit',
    pattern:
      /\b(?:wound|turned|rolled|clocked|set) back (?:the )?(?:clocks?|mileage|odometers?|meters?|dates?|milometers?)\b/u,
  },
  {
    cues: 'before months weeks days hours',
    weight: 2.5,
    kind: 'tip-off',
    pattern:
      /\b(?:days|weeks|months|hours|minutes|day|week|month|hour) before (?:it|they|the [\p{L}’'-]+(?: [\p{L}’'-]+)?|any [\p{L}’'-]+) (?:was|were|went|became|had been|closed|opened|began) (?:published|announced|public|released|opened|known|official|printed|issued|sent|signed)\b|\bbefore (?:the |any |a )?(?:polls?|vote|voting|count|tender|auction|council|board|committee|judge|court|public|vets?) (?:had |could |were |was )?(?:closed|opened|began|met|meet|sat|started|rule|act|stop|look|see|vote|decide)\b/u,
  },
  {
    cues: 'waited took sat held until before',
    weight: 3,
    kind: 'hidden',
    pattern:
      /\b(?:waited|took|delayed|let) (?:[\p{L}\d-]+ ){1,4}(?:before|until) (?:it|they|he|she|the [\p{L}’'-]+|telling|reporting|warning|informing|calling) ?(?:reported|told|disclosed|warned|called|informed|admitted|alerted|published|recalled|stopped|shut|closed)?\b(?=[^.;]{0,60}\b(?:leak|spill|deaths?|fault|fire|breach|outbreak|accident|crash|brakes?|families|police|authority|regulator|parents|residents|customers|patients|passengers|public|defect|case|infections?))/u,
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
    cues: 'minister minister’s commissioner mayor senator governor judge chief president general official inspector referee councillor',
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
    cues: 'ahead empty warning notice somebody someone',
    weight: 2,
    kind: 'tip-off',
    pattern:
      /\b(?:called|phoned|rung|rang|texted|warned|tipped) (?:[\p{L}-]+ )?ahead\b|\bempty (?:flat|house|safe|warehouse|room|yard|office|barn|container)s?\b[^.;]{0,30}\b(?:because|:|after|thanks)\b|\b(?:hour|day|minute|week|days|hours)[’']s?[’']? (?:warning|notice)\b|\b(?:[Ss]omebody|[Ss]omeone) (?:in|at|inside|from) the (?:ministry|station|office|department|bank|court|force|police|team|council|control)\b/u,
  },
  {
    cues: 'copy copies trace',
    weight: 2,
    kind: 'evidence',
    pattern:
      /\b(?:every|all|each|the only|the last) (?:remaining |known )?(?:copy|copies|trace|traces|backups?|negatives?)\b/u,
  },
  {
    cues: 'into in overboard',
    weight: 1.5,
    kind: 'evidence',
    pattern:
      /\b(?:threw|dropped|tossed|dumped|sank|burned|burnt|emptied|poured|pumped|flushed|drained|tipped|discharged|released|piped|washed|let|ran|run|buried|hid|put|shovelled|thrown|dumped)\b[^.;]{2,60}\b(?:into|in|down|onto) (?:the |a |an |its )?(?:[\p{L}’'-]+ ){0,2}(?:canal|river|lake|sea|harbour|harbor|furnace|skip|well|bay|quarry|reservoir|stream|stove|brook|estuary|drains?|sewers?|ditch|creek|lagoon|pit|landfill|storm drain|gorge|mine shaft|mineshaft)\b|\boverboard\b/u,
  },
  {
    cues: 'protected listed endangered rare',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:protected|listed|endangered|rare) (?:oaks?|trees?|woods?|woodland|forest|buildings?|species|birds?|wetlands?|reef|marsh|bats|turtles|eagles|site|sites|land|facade)\b/u,
  },
  {
    cues: 'licensed permitted legal allowed safe maximum than times',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\bthan (?:[\p{L}’'-]+ ){1,4}(?:was|were|is|are|had been) (?:licensed|allowed|permitted|insured|built|certified|approved|rated|designed)\b|\b(?:times|above|over|beyond|exceeded|twice|double) (?:the |its |their )?(?:permitted|legal|allowed|safe|maximum|lawful|licensed)\b/u,
  },
  {
    cues: 'order orders injunction',
    weight: 2,
    kind: 'rules',
    pattern:
      /\bin defiance of\b|\bdefied (?:a|the|an) (?:court|order|ban|injunction)|\bagainst (?:a|the) court(?:’s|'s)? order/u,
  },
  {
    cues: 'while boot car pocket coat bag bed locker jacket flat',
    weight: 2.5,
    kind: 'evidence',
    pattern:
      /\b(?:dropped|slipped|put|placed|left|hid|tucked|threw|planted)\b[^.;]{2,40}\b(?:cocaine|heroin|drugs?|gun|pistol|knife|bullets?|cartridges|cash|pills|cannabis|powder|explosives|passport|evidence)\b[^.;]{0,10} (?:in|into|under|on|behind) (?:his|her|the|a|their) (?:[\p{L}’'-]+ )?(?:boot|car|pocket|coat|bag|bed|locker|jacket|house|flat|glove|van|mattress|suitcase|luggage|room)\b/u,
  },
  {
    cues: 'sign sign-off confess agree',
    weight: 2.5,
    kind: 'mistreatment',
    pattern:
      /\b(?:made|forced|got|told|pressed|bullied|tricked) (?:the |a )?(?:him|her|them|boy|girl|man|woman|men|women|suspects?|workers?|staff|patients?|widows?|tenants?|prisoners?|families|survivors?|pensioners?|customers?|farmers?|villagers?|recruits|miners)(?: (?:in)?to)? sign(?:ing)?\b/u,
  },
  {
    cues: 'over service flying',
    weight: 1.5,
    pattern:
      /\b(?:painted|papered|plastered|welded|taped|glossed) (?:it |them )?over\b|\b(?:went|put|sent) (?:it |them )?back (?:in|into|to) (?:service|use|the air|sea|work)\b|\b(?:carried on|kept|went on|continued) (?:flying|running|sailing|operating|driving|serving)\b/u,
  },
  {
    cues: 'stop counting testing recording',
    weight: 3,
    kind: 'orders',
    pattern:
      /\b(?:told|ordered|instructed|asked|urged|pressed) (?:[\p{L}’'-]+ ){1,4}to stop (?:counting|testing|recording|asking|looking|reporting|checking|writing|filming|digging|talking|treating|investigating|measuring|sampling)\b|\bwas told (?:not )?to (?:put|write|sign|change|delete|lose|say|record|report|forget|backdate|keep|drop|ignore)\b/u,
  },
  {
    cues: 'home followed into',
    weight: 2.5,
    kind: 'spying',
    pattern:
      /\bfollowed (?:[^.;]{2,50} )?home\b|\b(?:broke|breaking|broken|got|hacked|let themselves) into (?:the |a |his |her |their )?(?:[\p{L}’'-]+ ){1,3}(?:offices?|flat|home|house|email|emails|account|accounts|phone|phones|files|car|headquarters|hotel room|archive)\b/u,
  },
  {
    cues: 'outside gate door',
    weight: 2,
    kind: 'evidence',
    pattern:
      /\b(?:waited|parked|sat|stood|appeared) (?:[\p{L}’'-]+ )?(?:outside|at|by|near) (?:the |a )?(?:witness|juror|judge|victim|complainant|editor|reporter|activist|whistleblower|prosecutor|nurse|widow|lawyer)[’']s?/u,
  },
  {
    cues: 'third every one',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\bshot (?:every|each|all|one by one|the (?:men|boys|prisoners|wounded|rest))\b|\blined up [^.;]{2,50}\b(?:and|then) (?:shot|killed|beat|fired|took)\b/u,
  },
  {
    cues: 'on',
    weight: 2.5,
    kind: 'theft',
    pattern:
      /\b(?:spent|used|blew|gambled|lavished|squandered)\b[^.;]{3,60}\b(?:on|for|to buy|to pay for) (?:a |an |his |her |their |two |three )?(?:[\p{L}-]+ ){0,2}(?:yachts?|stables?|racehorses?|villas?|cars?|watch|watches|jewel\p{L}*|wedding|casinos?|holidays?|cruises?|mistress|escorts|flats?|house|mansion|swimming pool|pool|cosmetic surgery|parties|handbags|school fees|divorce|gambling|betting|home)\b/u,
  },
  {
    cues: 'instead rather',
    weight: 2,
    kind: 'theft',
    pattern:
      /\b(?:money|funds?|cash|grant|aid|donations?)\b[^.;]{0,20} (?:meant|raised|intended|given|collected|donated|set aside|earmarked) (?:for|to)\b|\b(?:cartridges|bullets|shots) (?:meant|intended)/u,
  },
  {
    cues: 'smell chlorine gas',
    weight: 2,
    kind: 'weapons',
    pattern:
      /\bgas (?:with|smelling|that smelled|that burned)\b|\b(?:smell|traces|cloud|canisters?|barrels?) of (?:chlorine|sarin|mustard|nerve)\b/u,
  },
  {
    cues: 'sworn promised agreed pledged',
    weight: 2.5,
    kind: 'truce',
    pattern:
      /\b(?:guns?|tanks?|howitzers?|rockets?|troops|missiles|launchers?|armou?r|artillery|fighters|forces|soldiers)\b[^.;]{0,40}\b(?:sworn|promised|agreed|pledged|undertaken|supposed|meant|due|required) to (?:withdraw|pull|remove|leave|hand|dismantle|destroy|be withdrawn|be gone|have left)\b/u,
  },
  {
    cues: 'flag',
    weight: 2.5,
    kind: 'truce',
    pattern: /\bunder (?:a )?(?:flag of truce|white flags?|a red cross)\b|\bwhite flags?\b/u,
  },
  {
    cues: 'papers passports documents phones pay wages',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\b(?:held|kept|took|locked up|withheld|confiscated)\b (?:back )?(?:their|the workers[’']|the women[’']s|the men[’']s|her|his) (?:papers|passports?|documents|phones|pay|wages|identity)\b/u,
  },
  {
    cues: 'into in',
    weight: 2.5,
    kind: 'pollution',
    pattern:
      /\b(?:emptied|poured|pumped|flushed|discharged|released|piped|drained|leaked|tipped|spilled|spilt|bled|(?:let|letting) [^.;]{2,40} (?:run|flow|drain|seep|leak))\b[^.;]{2,60}\b(?:into|in) (?:the |a |an |its )?(?:[\p{L}’'-]+ ){0,2}(?:canal|river|lake|sea|harbour|harbor|bay|reservoir|stream|brook|estuary|drains?|sewers?|ditch|creek|lagoon|storm drain|aquifer|groundwater|fields?|marsh|wetlands?)\b/u,
  },
  {
    cues: 'allowed permitted allows permits',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:more|twice|three times|double|half)\b[^.]{0,50}\b(?:licen[cs]e|permit|limit|rules?|law|certificate|contract|plans?|insurance) (?:allow(?:s|ed)|permit(?:s|ted)|required?)\b/u,
  },
  {
    cues: 'boys girls children pupils minors',
    weight: 2,
    kind: 'mistreatment',
    pattern:
      /\b(?:recruited|hired|employed|enlisted|armed|sold|bought|married off|drugged|filmed|photographed|caned|whipped|touched|groped|slapped|starved|locked|beat|shaved) (?:the |young |small |some |\d+ |two |three )?(?:boys|girls|children|pupils|minors|orphans)\b/u,
  },
  {
    cues: 'save past date dates bread kind cowshed barn awake slept',
    weight: 2,
    kind: 'rules',
    pattern:
      /\bto save (?:money|time|costs?|fuel|wages|a few|on)\b|\bpast (?:its|their) (?:sell-by |use-by |best-before )?dates?\b|\bpaid in (?:bread|kind|food|beer|nothing|rice|vouchers|drugs)\b|\b(?:slept|sleep|lived|housed|kept) in (?:a |an |the )?(?:cowshed|barn|container|shed|stable|garage|cellar|cage|kennel|tent|boiler room)s?\b|\bwho had (?:not slept|been awake|drunk|never flown|no licence|failed)\b/u,
  },
  {
    cues: 'not never',
    weight: 2,
    kind: 'records',
    pattern:
      /\b(?:signed|reported|passed|certified|billed|logged|vouched|invoiced|claimed|charged|witnessed|recorded)\b[^.;]{3,60}\b(?:he|she|they|it|nobody|that|which|who) (?:had not|had never|was never|were never|did not|never) [\p{L}]+/u,
  },
  {
    cues: 'so avoid avoiding',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\bto avoid (?:a |an |the |any |paying |facing )?(?:[\p{L}-]+ )?(?:survey|inspections?|audits?|tax(?:es)?|fines?|checks?|tests?|bans?|limits?|rules?|law|duty|levy|levies|prosecution|investigation|scrutiny|questions|detection|sanctions|searches|customs|quarantine|planning)\b|\bso that (?:the |his |her |its |their )?(?:[\p{L}’'-]+ ){1,4}(?:would|could|might) (?:come first|win|pass|lose|get|qualify|look|appear|balance|be (?:chosen|picked|lower|higher|cleared))\b/u,
  },
  {
    cues: 'locked drawer second secret parallel shadow hidden double',
    weight: 2.5,
    kind: 'records',
    pattern:
      /\b(?:second|secret|parallel|shadow|hidden|double|off-books) (?:set of )?(?:books|ledgers?|accounts?|lists?|registers?|files?|database|payroll|fund|budget)\b|\bin a (?:locked|secret|hidden) (?:drawer|cupboard|safe|room|compartment|cabinet)\b/u,
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
    cues: 'into',
    weight: 2.5,
    kind: 'evidence',
    pattern:
      /\binto (?:withdrawing|dropping|changing|signing|lying|retracting|resigning|confessing|staying (?:quiet|silent)|keeping (?:quiet|silent)|silence|a false)\b/u,
  },
  { cues: 'return exchange', weight: 1.5, kind: 'bribe', pattern: /\bin (?:return|exchange) for\b/u },
  {
    cues: 'paid hired bribed told ordered forced',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\b(?:paid|hired|bribed|persuaded)\b[^.;]{3,70}\bto (?:swap|alter|lie|fake|falsify|plant|leave|open|tamper|hide|throw|break|burn|steal|ruin|rig|switch|delete|destroy|unlock|smuggle|spread|harass|threaten|kill|poison|copy|leak|hack|block|delay|shred|wipe|invent|doctor|overlook|pretend|vanish|disappear|retract)\b/u,
  },
  {
    cues: 'minimum wage half below',
    weight: 2.5,
    kind: 'mistreatment',
    pattern:
      /\b(?:half|below|under|less than|a third of|a fraction of) the (?:legal )?minimum(?: wage)?\b|\bon (?:tourist|student) visas\b/u,
  },
  {
    cues: 'free',
    weight: 2,
    kind: 'bribe',
    pattern:
      /\b(?:stay|stayed|travel|travelled|fly|flew|live|lived|eat|ate|drank|dined|drove) (?:rent-)?free\b/u,
  },
  {
    cues: 'copied unopened unread',
    weight: 2.5,
    kind: 'records',
    pattern: /\bcopied (?:last|the previous|an old|another|the same)\b|\bun(?:opened|read)\b/u,
  },
  {
    cues: 'butterfly anti-tank banned sea land',
    weight: 2.5,
    kind: 'weapons',
    pattern: /\b(?:butterfly|anti-tank|anti-personnel|banned|land) (?:[\p{L}-]+ )?mines?\b/u,
  },
  {
    cues: 'debts debt mortgage bookmaker divorce fees lawyers',
    weight: 2.5,
    kind: 'theft',
    pattern:
      /\bto (?:pay|settle|clear) (?:off )?(?:his|her|their) (?:own )?(?:[\p{L}-]+ )?(?:debts?|mortgage|bookmaker|divorce|school fees|lawyers|tax bill)\b/u,
  },
  {
    cues: 'who',
    weight: 1.5,
    kind: 'mistreatment',
    pattern:
      /\b(?:those|anyone|people|women|men|workers|prisoners|inmates|detainees|residents) who (?:had )?(?:complained|refused|objected|protested|spoke|asked|resisted|cried|tried to leave|talked)\b/u,
  },
  { cues: 'private', weight: 1.5, kind: 'bribe', pattern: /\bin private\b/u },
  {
    cues: 'not never',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:that|which|who) had (?:not|never) (?:bid|met|done|run|built|sent|put|told|made|come|begun|cut|read|quit|won|sat|stood|held)\b/u,
  },
  {
    cues: 'whose',
    weight: 2.5,
    kind: 'bribe',
    pattern:
      /\bwhose (?:parents?|famil(?:y|ies)|owners?|firms?|company|companies|backers|fathers?) (?:had )?(?:paid|gave|given|donated|bribed|bought)\b/u,
  },
  {
    cues: 'when',
    weight: 2.5,
    kind: 'deceit',
    pattern: /\btold\b[^.;]{5,90}\bwhen (?:in fact |really )?(?:he|she|it|they) (?:had|was|were)\b/u,
  },
  {
    cues: 'although though but',
    weight: 2.5,
    kind: 'rules',
    pattern:
      /\b(?:although|though|but) (?:its|the|their|his|her) (?:permit|licence|license|certificate|contract|insurance|visa) (?:covers?|allows?|permits?|covered|allowed|permitted|had) (?:only|no|run|lapsed|expired)\b/u,
  },
  {
    cues: 'newly trainee unqualified student',
    weight: 2,
    kind: 'rules',
    pattern:
      /\b(?:newly qualified|trainee|unqualified|untrained|student) (?:nurses?|doctors?|pilots?|drivers?|guards?|surgeons?|carers?)\b/u,
  },
  {
    cues: 'explosives grenades mines bombs bearings nails',
    weight: 2.5,
    kind: 'weapons',
    pattern:
      /\b(?:packed|rigged|loaded|filled|stuffed|laced|wired) [^.;]{3,40}\bwith (?:explosives|grenades|mines|bombs|ball bearings|nails)\b/u,
  },
];

/** The manners to try where a word stands in a sentence. */
export const MANNERS_BY_CUE: ReadonlyMap<string, readonly Manner[]> = mannersByCue();

function mannersByCue(): ReadonlyMap<string, readonly Manner[]> {
  const found = new Map<string, Manner[]>();
  for (const manner of MANNERS)
    for (const cue of new Set(manner.cues.split(' '))) found.set(cue, [...(found.get(cue) ?? []), manner]);
  return found;
}
