/**
 * What a desk asks a source for, as patterns over a sentence with its quotes blanked out. Composite patterns, not single words:
 * a word alone ("killed", "corrupt") is wrong more often than right.
 */

const NUMBER = String.raw`(?<![\p{L}\d]-|\d[:.])(?:(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)-(?:one|two|three|four|five|six|seven|eight|nine)|\d[\d,.]*(?:\s(?:million|thousand|hundred))?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety|(?:[Tt]ens|[Hh]undreds)\sof\sthousands|(?:[Tt]ens|[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|[Mm]illions)(?:\sof)?|[Aa]\sdozen|(?:[Ss]everal|[Aa]\sfew)\s(?:dozen|hundred|thousand))`;
const ABOUT = String.raw`(?:(?:[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]pproximately|[Ss]ome|[Aa]t\sleast|[Uu]p\sto|[Aa]s\smany\sas|[Mm]ore\sthan|[Ll]ess\sthan|[Ff]ewer\sthan|[Oo]ver|[Uu]nder|[Aa]n\sestimated)\s)`;
const YEAR = String.raw`(?:1[5-9]|20)\d\d\b`;
const HARMED = String.raw`(?:killed|injured|wounded|maimed|drowned|massacred|shot\sdead|(?:burned|burnt|hacked|beaten|stabbed)\sto\sdeath|displaced|knifed|beheaded|executed|slaughtered|gunned\sdown)`;
const PEOPLE =
  '(?:people|civilians|soldiers|troops|children|women|men|passengers|officers|policemen|workers|miners|villagers|residents|protesters|demonstrators|migrants|refugees|students|pupils|patients|prisoners|detainees|hostages|fighters|militants|rebels|insurgents|journalists|members|victims|others|pilgrims|tourists|farmers|Palestinians|Israelis|Iraqis|Americans|Russians|Ukrainians|Syrians|Afghans|Britons|servicemen|firefighters|medics|shoppers|worshippers|girls|boys|families)';

/** Who fights, whatever else the story tells of. */
const FIGHTING =
  '(?:[Ff]orces|[Ll]oyalists|[Dd]efenders|[Aa]ttackers|[Aa]rmoured column|[Tt]roops|[Ss]oldiers|[Aa]rmy|[Mm]ilitary|[Rr]ebels|[Ii]nsurgents|[Mm]ilitants|[Mm]ilitia(?:s|men)?|[Ff]ighters|[Gg]unmen|[Gg]uerrillas|[Jj]ihadists|[Ss]eparatists|[Pp]aramilitar(?:y|ies)|[Mm]arines|[Pp]aratroopers|[Cc]ommandos|[Mm]ercenaries|[Tt]ribesmen|[Pp]eacekeepers|[Gg]angs|\\p{Lu}\\p{L}+\\sunits|[Bb]attalions?|[Bb]rigades?|Hamas|Hezbollah|Taliban|ISIS|Isis|Houthis|Al-Shabab|M23|RSF|[Jj]unta)';
/** With those who do much else: countries, tanks of water, units of a hospital. */
const FORCES = `(?:${FIGHTING}|[Tt]anks|[Uu]nits?|Russia|Ukraine|Israel|Moscow|Kyiv|IS|Syria|Turkey|Iran|Sudan|[Rr]egime)`;
/** What they kill with. A fire, a blast or a crash may be nobody's doing. */
const ARMS =
  '(?:[Ss]hell(?:s|fire|ing)?|[Mm]ortars?|[Hh]owitzers?|[Aa]rtillery|[Rr]ockets?|[Mm]issiles?|[Bb]ombs?|[Bb]ombers?|[Bb]ombing|[Bb]ombardment|[Bb]arrage|[Gg]renades?|[Ll]andmines?|[Dd]rones?|[Jj]ets|[Ww]arplanes?|[Aa]irstrikes?|[Aa]ir\\s(?:strikes?|raids?)|[Gg]unfire|[Cc]rossfire|[Oo]pened\\sfire|[Bb]ullets?|[Pp]oison\\sgas)';
const KILLERS = String.raw`(?:${FORCES}|${ARMS}|[Ss]nipers?|[Aa]ssassins?|[Pp]atrol|[Bb]order\sguards|[Ss]ettlers)`;
/** A killer with what stands between it and its verb: "gunfire from the customs post", "assassins on a scooter". */
const BY_KILLERS = String.raw`(?<=\b${KILLERS}(?:\s(?!(?:who|that|which|whose|after|when|while|since|until|and|but|as|where|killed)\b)[\p{L}\d’'-]+){0,7}\s)`;
const KILLED = '(?:killed|kills?|wounded|wounds|maimed|murdered|slaughtered|massacred|beheaded|executed)';
/** A noun with what stands before it, up to a word that opens something else. */
const NOUN = String.raw`[\p{L}’'-]+(?:\s(?!(?:and|or|but|o[fnr]|in|at|as|to|by|for|from|with|near|behind|beside|outside|inside|after|before|since|during|while|when|where|who|which|that|last|late|early|overnight|today|yesterday|\p{Lu}\p{Ll}+day|\p{Ll}+ing)\b)[\p{L}’'-]+){0,3}`;
const SOMEBODY = String.raw`(?:dead\s)?(?:${ABOUT})?(?:an?|the|his|her|its|their(?:\sown)?|entire|whole|${NUMBER})\s(?!${ARMS}|(?:moods?|power|engines?|lights?|deals?|bill|plans?|talks|truce|hopes?|time|conversation)\b)${NOUN}`;

/** A count of dead, hurt or driven out, or somebody killed by fighters or their weapons. */
export const CASUALTIES = new RegExp(
  [
    // "killed at least 12 people", "wounding 20"
    String.raw`\b(?:killed|killing|kills|injured|injuring|wounded|wounding|displaced|displacing)\s(?:${ABOUT})?(?!${YEAR})${NUMBER}(?:\s(?:[\p{L}’-]+\s){0,2}${PEOPLE})?(?!\s(?:years?|months?|days?|weeks?|hours?|minutes?|times|percent|per|jobs))`,
    // "has claimed tens of thousands of lives", "left 12 dead"
    String.raw`\b(?:claimed|cost|left|leaving|claiming|costing)\s(?:(?!put\s)[\p{L}’-]+\s){0,7}?(?<count>(?:${ABOUT})?(?!${YEAR})${NUMBER}(?:\s[\p{L}’-]+){0,3}?\s(?:lives|dead|injured|wounded|homeless))`,
    // "12 people were killed", "tens of thousands have died"
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:[\p{L}’-]+\s){0,3}?(?:(?:have|has|had|were|was)\s)?(?:also\s)?(?:been\s)?(?:${HARMED}|died|perished)\b(?!\s(?:off|down|out)\b)`,
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:civilian\s|confirmed\s|combat\s|military\s)?(?:deaths|casualties|fatalities)\b`,
    // "claimed the lives of 600 soldiers", "six medics lost their lives", "at least nine were among the dead"
    String.raw`\b(?:claimed|taken|took|cost)\sthe\slives\sof\s(?:${ABOUT})?(?!${YEAR})${NUMBER}(?:\s(?:[\p{L}’-]+\s){0,2}${PEOPLE})?`,
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:[\p{L}’-]+\s){0,3}?(?:have\s|had\s)?(?:lost|lose)\stheir\slives\b`,
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:[\p{L}’-]+\s){0,3}?(?:was|were|are)\samong\s(?:the\s(?:dead|victims|casualties)|those\s(?:killed|who\sdied))`,
    String.raw`\b(?:the|The)\s(?:dead|victims|casualties)\s(?:included?|were)\s(?:at\sleast\s)?${NUMBER}\s`,
    String.raw`\b[Tt]oll\s(?:from\s[^.;]{2,40}\s|of\s[^.;]{2,40}\s|in\s[^.;]{2,40}\s)?(?:has\s|had\s|now\s)*(?:stands|stood|rose|risen|climbed|reached|passed|topped|grown)\s(?:at|to|above)?\s?(?:${ABOUT})?${NUMBER}`,
    // "soldiers shot two men", "gunfire from the post killed a girl": who is killed by fighters is told by somebody
    String.raw`${BY_KILLERS}(?:${KILLED}|(?<!${ARMS}\s)shot)\s${SOMEBODY}`,
    String.raw`(?<=\b${KILLERS}\b[^.;:]{0,120},\s)(?:killing|wounding|burying|maiming|beheading|executing)\s${SOMEBODY}`,
    // "was killed by a rubber bullet", "were shot by a patrol"
    String.raw`(?<!\b(?:who|which|being|if|be)\s)\b(?:is|was|were|been)\s(?:${KILLED}|shot(?:\sdead)?)\sby\s(?:[\p{L}’'-]+\s){0,3}?${KILLERS}\b`,
    // "Twenty-two are dead in Marib", "200 soldiers have fallen in"
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:[\p{L}’-]+\s){0,3}?(?:are|lie|lay)\s(?:now\s)?dead\b(?!\s(?:still|centre|level|set))`,
    String.raw`\b(?:${ABOUT})?(?!${YEAR})${NUMBER}\s(?:[\p{L}’-]+\s)?${FORCES}\s(?:have\s)?(?:fell|fallen)\s(?:in|at|on|since)\b`,
    String.raw`\bkilled\s(?:a|an|the)\s(?:[\p{L}-]+\s){1,2}and\s(?:(?:his|her|their)\s(?:[\p{L}-]+\s)?(?:sons?|daughters?|children|wife|husband|family|baby|mother|father|pupils)|${NUMBER}\s)`,
    String.raw`\b(?:killed|wiped\sout)\s(?:a|an|the)\s(?:entire\s|whole\s)?family\sof\s${NUMBER}`,
    String.raw`\b(?:${ABOUT})?${NUMBER}\s(?:[\p{L}’-]+\s){0,2}?(?:bodies|corpses)\s(?:were|lay|lie|had\sbeen|have\sbeen|are\s(?:found|recovered|pulled|buried|lying))\b`,
    String.raw`\bdeath\stoll\s(?:has\s|had\s)?(?:now\s)?(?:stands|stood|rose|risen|climbed|reached|passed|topped)\s(?:at|to)?\s?(?:${ABOUT})?${NUMBER}`,
  ].join('|'),
  'u',
);

const LAND = String.raw`(?:territory|towns?|villages?|settlements?|cit(?:y|ies)|regions?|provinces?|districts?|positions|areas?|airport|airfield|base|border|coast|bridgeheads?|heights|oilfields?|country|land|peninsula|strip|outskirts|capital|suburbs?|crossings?|corridor|port|bridges?|half|quarter|ridge|valley|roads?|highway|neighbourhoods?|dam|refinery|hills?|checkpoints?|barracks|island|pass|outposts?|north|south|east|west|(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)\p{Lu}[\p{L}’-]+(?:\s(?:territory|soil|land|province|region|city|airspace))?)\b`;

/** Fighters by any reading: where one of them takes or loses ground, no other word of war has to stand in the draft. */
export const FIGHTERS =
  /\b(?:troops|soldiers|army|rebels|insurgents|militants|militias?|fighters|gunmen|guerrillas|jihadists|separatists|paramilitar(?:y|ies)|taliban|hamas|hezbollah|isis|houthis|(?:russian|ukrainian|israeli|government|rebel|enemy) forces)\b/i;

const HAVE = String.raw`(?:(?:now|still|currently|also|again|once|have|had|has|were|are|is|was|been)\s){0,3}`;
/** What may be said of fighters before what they do: "tribesmen allied to the general have". */
const ALLIED = String.raw`(?:\s(?:allied|loyal|backed|led|from)(?:\s[\p{L}’'-]+){1,5}?)?\s${HAVE}`;
const FIGHTERS_DO = String.raw`\b${FIGHTING}${ALLIED}`;
const FORCES_DO = String.raw`\b${FORCES}${ALLIED}`;
/** What armies hold or seize that is no ground. */
const NO_GROUND = String.raw`(?!(?:[\p{L}\d’'-]+\s){0,5}?(?:talks|meetings?|elections?|exercises?|services?|hostages?|prisoners?|captives|weapons?|arms|drugs|cash|documents|vehicles?|trucks?|lorr(?:y|ies)|boats?|leaders?|commanders?|suspects?|${PEOPLE}|initiative|moment|chance|opportunity|imagination|attention|headlines|lead|flag)\b(?![’']))`;
const PART = String.raw`(?:the|an?|both|all|most|much|half|part|parts|two|three|four)\s`;

/** Who holds what ground. */
export const CONTROL = new RegExp(
  [
    // "have retaken the rail yard": what is seized by force is ground, whatever it is called; "held" needs a place
    String.raw`${FIGHTERS_DO}(?:seized?|captured?|recaptured?|retook|retaken|retake|overr[au]n|occup(?:y|ies|ied)|encircled?|surrounded|besieged?|liberated|reoccupied|stormed|cut\soff|won\sback)\s${NO_GROUND}${PART}${NOUN}`,
    String.raw`${FORCES_DO}(?:seized?|captured?|recaptured?|retook|retaken|retake|overr[au]n|occup(?:y|ies|ied)|controls?|controlled|holds?|encircled?|besieged?|liberated|reoccupied|(?:took|taken|regained|gained|lost)\s(?:full\s)?control\sof)\s${NO_GROUND}(?:[\p{L}\d’'-]+,?\s){0,6}?${LAND}`,
    String.raw`${FORCES_DO}(?:advanc(?:ed?|es|ing)|push(?:ed|ing)|mov(?:ed|ing)|cross(?:ed|ing)|withdr(?:ew|awn)|withdrawing|retreat(?:ed|ing)|pull(?:ed|ing)|roll(?:ed|ing)|swept|poured|fought|closed)\s(?:(?:back|further|deeper|forward|out|north|south|east|west|in)\s){0,2}(?:on|into|towards?|across|through|around|up|down|from|of|to(?:\swithin\s\d+\s?(?:km|kilometres|miles|metres)\sof)?)\s(?:(?!(?:in|at|for|with)\s)[\p{L}\d’-]+\s){0,4}?${LAND}`,
    String.raw`${FIGHTERS_DO}(?:crossed|crossing|cut)\s(?:the|both)\s(?:[\p{L}’-]+\s){0,2}?(?:river|canal|frontier|line|${LAND})`,
    // "Marat fell to the rebels", "the army has lost Marat", "gunmen stormed the hospital"
    String.raw`\b${LAND}\s(?:has\s|had\s|have\s)?(?:fell|fallen|falls|passed)\s(?:back\s)?to\s(?:the\s)?(?:[\p{L}’-]+\s){0,2}?${FORCES}`,
    String.raw`${FORCES_DO}(?:lost|abandoned|retaken|taken)\s(?:the\s(?:town|village|city)\sof\s)?\p{Lu}[\p{L}’-]+(?=[.,;]|\s(?:to|on|in|at|after|last|late|early|overnight|again)\b|$)`,
    String.raw`${FORCES_DO}(?:raided|shelled|ransacked)\s(?:the|a|an)\s(?:[\p{L}’-]+\s){0,3}?(?:hospital|school|church|mosque|market|prison|camp|ministry|parliament|palace|studio|station|compound|embassy)`,
    // "rebels are in control of", "have pushed the army out of", "is in rebel hands", "the town fell"
    String.raw`${FORCES_DO}(?:in\s(?:full\s)?(?:control|possession)\sof|dug\sin\s(?:on|at|around)|(?:pushed|driven|drove|forced)\s(?:[\p{L}’-]+\s){1,5}(?:out\sof|from|back\s(?:across|from|over))|(?:took|taken|lost|abandoned|recovered|gave\sup|given\sup)\s(?:${PART}|of\s|back\s){0,3}(?:[\p{L}’-]+\s){0,3}?(?:airport|airfield|bridges?|towns?|villages?|city|port|heights|hills?|ridge|pass|crossings?|banks?|checkpoints?|base|border|district|districts|suburbs?|refinery|barracks|roads?|highway|junction|valley|island|dam))\b`,
    String.raw`\b(?:is|are|was|were|remains?|remained)\s(?:(?:now|still|once|again|more|back)\s){0,2}(?:in|under|out\sof)\s(?:the\s)?(?:[\p{L}’-]+\s){0,2}?(?:(?:rebel|insurgent|separatist|militia|government|army|enemy|Russian|Ukrainian|Israeli|jihadist|Taliban|junta|loyalist)(?:-held)?|${FORCES}[’']s?)\s(?:hands|control|rule|command|occupation|guns)\b`,
    String.raw`\b(?:is|are|was|were|remains?|passed|fell|fallen)\s(?:(?:now|still|back)\s){0,2}(?:(?:in|into)\sthe\shands|under\s(?:the\s)?(?:full\s)?(?:control|occupation))\sof\s(?:the\s)?(?:[\p{L}’-]+\s){0,2}?${FORCES}`,
    String.raw`\b(?:town|village|city|port|airport|airfield|base|capital|bridge|crossing|garrison|fort|district|suburb|enclave|stronghold|palace|barracks)\b[^.;,]{0,40}\s(?:fell|has\sfallen|had\sfallen|surrendered|changed\shands|(?:was|has\sbeen|were|have\sbeen)\s(?:re)?(?:captured|taken|overrun|encircled|surrounded|besieged))(?=\s(?:to|on|in|at|after|since|overnight|last|yesterday|late|early|this|within|without|twice|again|before|and)\b|[.,])`,
    String.raw`\b[Ff]ront(?:\s?line)?\s(?:has\s|had\s)?(?:moved|shifted|advanced|been\spushed)\s`,
    String.raw`\b${LAND}\s(?:is|was|are|were|has\sbeen|have\sbeen|remains?)\s(?:now\s|still\s|currently\s)?(?:under\s(?:[\p{L}’-]+\s){0,2}(?:control|occupation|siege)|(?:held|controlled|occupied|seized|captured|encircled|besieged)\sby)`,
    // "still belongs to the defenders", "are once more under the militia", "is back with the army"
    String.raw`\b${LAND}[^.;:]{0,40}\s(?:belongs?\sto|(?:is|are|was|were)\s(?:(?:now|still|once|again|more)\s){0,2}(?:back\swith|back\sunder|under))\s(?:the\s)?(?:[\p{L}’-]+\s){0,1}?${FORCES}\b`,
    // "with the fall of Rawa", "the capture of the pass opens the road"
    String.raw`\b(?:[Ww]ith\sthe\s(?:re)?(?:capture|seizure|fall|loss)\sof\s(?:the\s(?:[\p{L}’-]+\s){0,2}?)?${LAND}|[Tt]he\s(?:re)?(?:capture|seizure|fall)\sof\s(?!the\s\p{Lu})(?:the\s(?:[\p{L}’-]+\s){0,2}?)?${LAND}\s(?:has\s)?(?:gives?|given|leaves|left|puts?|opens|opened|cuts?|brings|brought))\b`,
  ].join('|'),
  'u',
);

/** Words that show the draft tells of an armed conflict; three different ones do. */
export const CONFLICT =
  /\b(?:troops|soldiers|military|army|rebels?|insurgents?|militants?|militias?|missiles?|airstrikes?|air strikes?|shelling|ceasefire|cease-fire|truce|battlefield|front ?line|offensive|warplanes?|artillery|invasion|occupied|hostages?|gunmen|bombing|war|peace talks|buffer zone|garrison|brigade|drones?)\b/gi;

/** Words that reviews and tales of films and books are told in; four different ones do. */
export const REVIEW =
  /\b(?:film|novel|thriller|drama|comedy|sequel|directed|director|well acted|starring|plays (?:the|a|his|her)|cinemas|screenplay|plot|heroine|villain|scenes?|characters|stars as|review|out on [a-z]+day|half an hour too long|minutes too long)\b/gi;

/** A share or a sum stated flatly: asked only as a hint. */
export const FIGURE = new RegExp(
  [
    String.raw`\b${ABOUT}?\d[\d,.]*\s?(?:%|per\s?cent\b|percent\b)`,
    String.raw`\b${ABOUT}(?:a|one|two|three)[-\s](?:third|quarter|fifth|half|tenth)s?\b(?!\s(?:dozen|hour|mile|century|year))`,
    String.raw`\b(?:tens|hundreds|thousands|millions)\sof\s(?:thousands\sof\s|millions\sof\s)?(?:people|children|families|homes|jobs|women|men|migrants|refugees|workers|patients|voters|tonnes|animals|birds)`,
    String.raw`\b(?:more|fewer|less)\sthan\s(?:half|a\s(?:third|quarter|fifth))\sof\b`,
    String.raw`\b${ABOUT}\d{1,3}(?:,\d{3})+\s(?:people|troops|soldiers|jobs|workers|homes|families|children|women|men|civilians|refugees|migrants|cases|students|patients|households)`,
  ].join('|'),
  'u',
);

const HEDGED = '(?:believed|thought|understood|feared|reported|rumou?red|alleged|suspected|presumed|said)';

/** A hedge that stands for a source. The word after it shows what is hedged. */
export const HEDGE = new RegExp(
  [
    String.raw`\b(?:reportedly|allegedly|purportedly)\b(?:\s[\p{L}’-]+)?`,
    String.raw`\b(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:widely\s|generally\s|long\s|also\s|now\s)?${HEDGED}\sto\b(?!\s(?:the|an?|his|her|its|their)\b)(?:\s(?:have|be)\b)?(?:\s[\p{L}’-]+)?`,
    String.raw`\b[Ii]t\s(?:is|was|has\sbeen)\s(?:widely\s|generally\s|also\s)?(?:understood|believed|thought|reported|claimed|alleged|rumou?red|said|feared)\b(?!\sin\scourt)(?:\sthat)?`,
    String.raw`\brumou?red\sto\b(?:\s(?:have|be)\b)?(?:\s[\p{L}’-]+)?`,
  ].join('|'),
  'iu',
);

const GROWING =
  '(?:growing|rising|mounting|increasing|widespread|intense|fierce|deepening|renewed|heightened|international|public|global|domestic)';
const FEELING =
  '(?:pressure|scepticism|skepticism|criticism|concerns?|fears?|anger|outrage|speculation|doubts?|backlash|frustration|condemnation|discontent|unease|suspicions?|alarm|tensions?|calls)';
const FELT = String.raw`(?:${GROWING}\s){1,2}(?:[\p{L}-]+\s)?${FEELING}`;

/** A feeling with nobody who feels it. */
export const PRESSURE = new RegExp(
  [
    String.raw`\b[Aa]mid\s(?:${FELT}|(?:[\p{L}-]+\s){0,2}(?:concerns?|fears?|criticism|speculation|suspicions?|outcry|outrage|anger))(?:\sand\s(?:${GROWING}\s)?${FEELING})?`,
    String.raw`(?<!expressed\s|voiced\s|of\shis\s|of\sher\s|of\stheir\s)\b(?:(?:growing|rising|mounting|increasing|deepening|widespread)\s)(?:(?:international|public|domestic|political|global|local|internal|regional|diplomatic)\s)?${FEELING}(?:\sand\s(?:${GROWING}\s)?${FEELING})?\b`,
    String.raw`\b(?:sparked|provoked|drew|drawn|prompted|attracted|come\sunder|came\sunder|faced|faces|facing)\s(?:widespread|fierce|heavy|intense|mounting|growing|strong|sharp|severe|international|public)\s(?:[\p{L}-]+\s)?(?:criticism|outrage|anger|controversy|backlash|fury|condemnation|outcry)\b(?!\s(?:from|by)\b)`,
    String.raw`\b(?:is|are|was|were|been)\s(?:widely|generally|commonly|broadly|universally|increasingly)\s(?:seen|regarded|viewed|considered|criticised|criticized|perceived|condemned)\b`,
    String.raw`\b(?:[Qq]uestions|[Cc]oncerns|[Dd]oubts|[Ee]yebrows|[Ff]ears)\s(?:have\sbeen|were|are\sbeing|had\sbeen)\s(?:raised|voiced|expressed|mounting|growing)\b(?!\sby)`,
    String.raw`^\s*[Tt]ensions\b(?=\s(?:remain|remained|are|have|has|were|continue|continued|rose|soared|flared|escalated|mounted|between))`,
  ].join('|'),
  'u',
);

/** An accusation whose accuser is not named. */
export const ACCUSED =
  /\b(?:is|are|was|were|has been|have been|had been) (?:also |widely |repeatedly |long |often |since |previously |variously |publicly |privately )?(?:accused of|blamed for|criticised for|criticized for|condemned for|suspected of|alleged to)(?:\s[\p{L}’-]+)?|\b(?:stands?|stood) accused of(?:\s[\p{L}’-]+)?|\b(?:faces?|faced|is facing|are facing|was facing|were facing) (?:fresh |new |further |several |repeated )?(?:accusations|allegations|claims) (?:of|that)(?:\s[\p{L}’-]+)?|(?<=\p{L}, (?:who is |long |also )?)accused of(?:\s[\p{L}’-]+)?|\b[Aa]mid (?:fresh |new |further |several )?(?:accusations|allegations) (?:of|that)(?:\s[\p{L}’-]+)?/u;

/** Somebody accuses after all: “by the council”, not “by paying”. */
export const ACCUSER =
  /\bby\b(?! (?:\p{Ll}+ing|\d[\d,.]*|about|more|as|up|far|then|now|mistake|hand|night|day|law|phone|post|email)\b)|\b(?:in|according to) (?:a|the|an|its|his|her|their) (?:[\p{L}’-]+ ){0,3}(?:report|letter|lawsuit|complaint|petition|ruling|statement|motion|paper|book|film|programme|documentary|article|indictment|suit)\b/u;

/** The reporter's own verdict slipped in. */
export const EDITORIAL =
  /(?<=^\s*|[,;] |\b(?:is|are|was|were|has|have|had|will|would|did|does|and|but) )(?:[Oo]bviously|[Uu]ndoubtedly|[Oo]f course|[Uu]ndeniably|[Nn]eedless to say|[Uu]nsurprisingly|[Ss]hamefully|[Dd]isgracefully|[Oo]utrageously|[Mm]ercifully|[Ss]adly|[Uu]nfortunately|[Tt]hankfully|[Cc]learly)\b(?! (?:defined|marked|visible|labelled|labeled|stated|demarcated|identified|shown|audible|enough)|-)/u;

/** Verbs that take a side: "said" does not. */
export const LOADED: ReadonlyMap<string, string> = new Map([
  ['claim', 'casts doubt on it'],
  ['admit', 'implies guilt'],
  ['confess', 'implies guilt'],
  ['refute', 'says it was proved wrong'],
  ['boast', 'passes judgement'],
  ['brag', 'passes judgement'],
  ['rant', 'passes judgement'],
  ['whine', 'passes judgement'],
  ['gloat', 'passes judgement'],
  ['concede', 'implies defeat'],
]);

// ---- what needs no source

/** Soldiers on show or at practice take no ground, and who holds it by law needs no force. */
export const PEACEFUL =
  /\b(?:parades?|paraded|ceremon(?:y|ies|ial)|salutes?|anniversary|open day|march-past|festival|concert|drills?|manoeuvres|maneuvers|lease|leased|treaty|contract|rents?|rented)\b|\b(?:military|training|army|naval|joint) exercises?\b/i;

/** War in play only. */
export const MOCK = /\b(?:dummy|dummies|mock|dice|war-?games?|re-?enact\w*|chess|paintball)\b/i;

/** Convictions, charges, pleas and rulings: the court's record speaks. */
export const COURT =
  /\b(?:convicted|pleaded guilty|pled guilty|pleading guilty|pleaded not guilty|sentenced|jailed|imprisoned|acquitted|cleared of|charged with|charges? of|indicted|indictment|found guilty|guilty of|courts?|tribunal|judges?|jur(?:y|ors)|trial|prosecutors?|prosecution|lawsuit|sued|suing|fined|verdict|hearing|affidavit|plea|convictions?|inquest|coroner|magistrates?|admitted|admits|admitting|legal action|confess\w*|arraigned|extradit\w+|struck off|court-martial\w*|settle[ds]? (?:the|a) (?:case|claim|suit))\b/i;

/** Convictions, pleas and rulings only: a court that is merely named settles nothing. */
export const SETTLED =
  /\b(?:convicted|pleaded (?:not )?guilty|pled guilty|sentenced|jailed|imprisoned|acquitted|cleared of|charged with|(?<!in )charges? of|indicted|indictment|found guilty|guilty of|lawsuit|sued|fined|verdict|convictions?|inquest|admitted|admits|admitting|confess(?:ed|es|ing)|extradit\w+|struck off|court-martial\w*|accused of|told the (?:court|jury)|(?:the|an?) (?:court|jury|tribunal|inquest|hearing) (?:has heard|heard|ruled|found|was told))\b/i;

/** Counts of votes and opinions have their source in the poll or the count. */
export const VOTE =
  /\b(?:votes?|voted|voters?|delegates?|poll(?:s|ing|ed)?|surveys?|primar(?:y|ies)|caucus(?:es)?|ballots?|superdelegates|electoral|elections?|turnout|respondents?|approval|majority|swing|seats?|margin|referendum|percentage points?)\b/i;

export const MARKET =
  /\b(?:shares?|index|FTSE|Dow|Nasdaq|S&P|stocks?|closed|trading|traders|pence|points|yen|euros?|dollar|barrel|futures|bonds?|yield|revenues?|profits?|sales|earnings|turnover|quarter|inflation|GDP|growth|interest rates?|prices?|economy|exports|imports|output|takeover|stake|shareholders?|unemployment|forecast|dividend)\b/i;

/** Rules, targets, offers and budgets state what shall be. */
export const NORM =
  /\b(?:rules?|laws?|bill|act|target|limit|threshold|minimum|maximum|cap|quota|requires?|required|allows?|allowed|must|will|would|could|should|may|might|deal|agreement|contract|bid|offer|price|pay|paid|fee|fees|cost|costs|worth|budget|plans?|planned|grant|fund(?:s|ing)?|donat\w+|raised|spent|spending|tax(?:es)?|discount|rate|aim|aims|goal|proposal|proposed|increase|cut|raise|discounts?|interest|owns?|owned|stake|tickets?|prize|salary|wages?|if|each|every|expected|forecast|projected|likely)\b/i;

/** Where a figure's source stands in the sentence, though no verb of speech does. */
export const SOURCE_NEAR =
  /\b(?:polls?|survey|study|report|reported|data|figures|statistics|estimates?|estimated|analysis|records?|documents?|filings?|census|bureau|commission|according|research|researchers|official|officials|audit|index|ranking|ministry|department|agency|police)\b/i;

export const SPORT =
  /\b(?:goals?|striker|midfielder|league|championships?|cup|coach|innings?|wickets?|penalt(?:y|ies)|half-time|kick-off|season|squad|try|tries|fly-half|grand slam|seed|seeded|sets?|semi-finals?|quarter-finals?|finals?|quarterback|touchdown|home run|playoffs?|medal|olympics?|olympic|athletics|sprinter|marathon|champions?|tournament|match|matches|defender|goalkeeper|referee|rugby|football|cricket|tennis|golf|boxing|scored|premiership|fixture|racket|doping|world record|captain|batsman|bowler)\b/gi;

export const FICTION =
  /\b(?:films?|movies?|novels?|plays?|sitcoms?|episodes?|series|characters?|drama|thriller|plot|stars as|starring|sequel|comedy|album|songs?|video games?|gamers?|musical|opera|actors?|actress(?:es)?|theatre|cartoon|comic|book|memoir|documentary|fictional|legend|myth|Bible|biblical|directed by|scriptwriter|screenplay)\b/i;

export const HYPOTHETICAL =
  /\b(?:if|whether|unless|would|could|might|may|should|suppose|imagine|not|never|no|n[’']t|without|nobody|none|neither|nor|denied|denies|deny|denying|didn[’']t|wasn[’']t|weren[’']t|hasn[’']t|haven[’']t|hadn[’']t|cannot|nothing)\b/i;

/** A count of an event some years back, its year beside it: "killed over 6,000 people in 2013", "in the 30-year civil war, which ended in 2002". */
export const PAST_EVENT =
  /^[^,]{0,60}\bin (?:\p{L}+ )?(?:1[0-9]|20)\d\d\b|\b(?:in|in the|during the) [^,.]{0,30}(?:civil war|conflict|genocide|famine|attacks of|tsunami)\b/u;

/** Words after which a clause is somebody's claim though nobody says so: "the theory that", "evidence of". */
export const CLAIMED =
  /\b(?:records?|documents?|files|filings?|returns?|e?mails?|minutes|accounts|letters?|messages|footage|papers|memos?)\b[^.;,]{0,40}\b(?:shows?|showed|reveals?|revealed|says?|said|suggests?) (?:that )?|\bfor (?:his|her|its|their) (?:alleged |own )?(?:role|part) in\b|\b(?:found|ruled|concluded|established|heard)\s(?:in|on|last|this)\s[\p{L}\d ]{2,24}\sthat\b|\b(?:accusations?|claims?|allegations?)\b[^.;]{0,60}\bthat\b|\b(?:consensus|claims?|allegations?|accusations?|theor(?:y|ies)|suggestions?|suspicions?|reports?|evidence|belief|fears?|rumou?rs?|proof|revelations?|news|admission|disclosures?|conclusion|findings?|charges?|suspected|alleged|accused|complaints?|inquir(?:y|ies)|investigations?|investigated|investigating)\s(?:that|of|into|by|whether|about)\b/u;

/** Wrongs in name only. */
export const IDLE =
  /\btime capsules?\b|\bcheat(?:s|ed|ing)? death\b|\b(?:steals?|stole|stolen|stealing) (?:the (?:show|scene|limelight|spotlight|headlines)|an? (?:chip|biscuit|sandwich|crisp|kiss|glance|look|march|scene))\b|\bsign(?:s|ed|ing)? (?:an?|the) (?:new )?(?:bill|law|decree|act|treaty|order|pledge)\b|\bsilent for (?:an?|one|two|\d+) minutes?\b|\bg(?:ave|ives|iven|iving) evidence\b(?! (?:away|back))|\bpocket(?:s|ed|ing)? (?:their|his|her) (?:phones?|keys|hands)\b/gi;

const HISTORY_BEFORE = 1980;

/** Whether a sentence tells dated history: a year two generations back or before, or a named event that is in the books. */
export function isHistory(own: string): boolean {
  for (const match of own.matchAll(/\b1[0-9]\d\ds?\b/gu))
    if (Number.parseInt(match[0], 10) < HISTORY_BEFORE) return true;
  return /\b(?:the\s)?(?:(?:First|Second|Cold|Civil|Vietnam|Korean|Gulf|Boer|Crimean|Falklands|Napoleonic)\s(?:World\s)?War|World\sWar|Holocaust|Watergate|Great\sFire|Rwandan\sgenocide|Blitz|Reformation|Revolution|Hiroshima|Nazis?|Nazi|Soviet|Stalin|Hitler|September 11|Sept\.? 11|9\/11|centur(?:y|ies)|\d0s|Hurricane\s\p{Lu}\p{L}+|Ottoman|(?:19|20)\d\d\s(?:genocide|massacre|war|coup|uprising|famine|siege|riots|attacks)|Victorian|medieval|Roman (?:times|era|[Ee]mpire|emperors?|Britain|army|legions?|occupation))\b/u.test(
    own,
  );
}

// A cheap look before the patterns above, which cost more than they find.
const CASUALTY_WORDS =
  /slaughter|wounds|maim|murder|knif|hacked|burying|fallen|fell|toll|victims|bodies|corpses|kill|injur|wound|displac|lives|left|leaving|died|perish|dead|death|casualt|fatalit|drown|massacr|homeless|shot|execut|behead/u;
const CONTROL_WORDS =
  /seiz|captur|retook|retaken|overr|occup|control|hold|held|encircl|besieg|siege|liberat|advanc|push|mov|cross|withdr|retreat|pulled|fell|fallen|hands|took|taken|lost|drove|driven|forced|front|surrender|cut off|surround|storm|abandon|rule|dug|falls|raid|shell|ransack|won back|gave up|given up|passed|roll|swept|poured|fought|closed|belong|under|cut |capture|seizure|fall|loss/u;
const FIGURE_WORDS = /\d|third|quarter|fifth|half|tenth|thousands|millions|hundreds/u;
const HEDGE_WORDS = /edly|(?:ed|said|thought|understood) to |[Ii]t (?:is|was|has)/u;
const PRESSURE_WORDS =
  /pressure|cism|concern|fear|anger|outrage|speculation|doubt|backlash|frustration|opposition|condem|discontent|unease|suspicion|alarm|ension|calls|outcry|controversy|fury|uestions|yebrows|seen|regarded|viewed|considered|criticised|criticized|perceived/u;

/** The patterns with what a sentence must hold for them to be worth trying. */
export const TRIED = {
  casualties: { words: CASUALTY_WORDS, pattern: CASUALTIES },
  control: { words: CONTROL_WORDS, pattern: CONTROL },
  figure: { words: FIGURE_WORDS, pattern: FIGURE },
  hedge: { words: HEDGE_WORDS, pattern: HEDGE },
  pressure: { words: PRESSURE_WORDS, pattern: PRESSURE },
  editorial: { words: /ly\b|course|Needless|needless/u, pattern: EDITORIAL },
} as const;
