/**
 * Classes of words as grown from WordNet 3.1 by `npx tsx scripts/word-classes.mts`, where they are changed too: lemmas of verbs,
 * singulars of nouns.
 */
export const GROWN = {
  FALSIFY: `backdate counterfeit distort doctor fabricate fake falsify forge fudge garble inflate manipulate massage misreport
    misrepresent misstate mutilate overstate understate wangle`,
  DECEIVE: `bamboozle befool beguile bilk bunco cheat chisel collude connive cozen cuckold deceive defraud delude diddle dupe
    ensnare entrap extort fake falsify fleece flim-flam fool fudge gazump gip goldbrick gyp hoax hoodwink hornswoggle humbug
    juggle lie masquerade misinform mislead misrepresent mulct nobble overcharge plume pose rig rob scam short-change slang
    snow surcharge swindle trick two-time wander wangle whipsaw`,
  STEAL: `burglarise burglarize burgle defalcate divert embezzle filch heist launder loot malversate misappropriate nobble
    peculate pilfer pirate plagiarise plagiarize plunder pocket purloin ransack shoplift siphon skim smuggle snarf steal
    thieve`,
  HIDE: `bury conceal deprive disenfranchise disfranchise disguise dissemble dissimulate hide hush masquerade obscure oppress
    quash redact repress secrete spirit stash subjugate suppress veil whitewash withhold`,
  DESTROY: `bulldoze delete destroy destruct dilapidate eradicate erase extirpate incinerate interdict obliterate pulverise
    pulverize purge rase scrub self-destroy self-destruct shred smash torch wipe`,
  VIOLATE: `breach bypass circumvent contravene defy disobey disregard dodge evade flout ignore infract infringe sidestep transgress
    trespass violate`,
  MISTREAT: `abase abuse assault baste beat chagrin choke cowhide degrade dehumanise dehumanize demean disgrace dishonor dishonour
    drug excruciate flagellate flog gag gang-rape grope haze horsewhip humiliate ill-treat ill-use kayo kick lam larrup
    maltreat mistreat mock molest pistol-whip punch rape ravish scourge sedate shackle slap slash sodomise spank starve
    strip taunt torment torture waterboard`,
  CONFINE: `cage chain cram handcuff intern lock tie`,
  THREATEN: `ballyrag blackmail browbeat bully bullyrag coerce domineer extort harass intimidate menace silence stalk strong-arm
    terrorise terrorize threaten tyrannise tyrannize`,
  SPY: `bug eavesdrop hack infiltrate snoop spy wiretap`,
  BETRAY: `divulge leak`,
  SLAY: `asphyxiate assassinate behead brain butcher crucify decapitate decollate dismember electrocute exterminate garotte
    garrote garrotte gibbet guillotine gun halter lapidate lynch martyr massacre murder poison scrag slaughter slay strangle
    strangulate suffocate throttle tomahawk`,
  ASSAIL: `atom-bomb atomise atomize besiege bomb bombard cannonade counterstrike dive-bomb firebomb glide-bomb hydrogen-bomb
    invade mortar nuke overrun pattern-bomb rocket shell skip-bomb strafe strike teargas torpedo`,
  POLLUTE: `contaminate dump flush poison pollute superinfect taint`,
  RECORD: `account accounts acquittance affidavit aide-memoire anamnesis annals appraisal archive arraignment assignment assize
    authorisation authorization ballot banning-order blotter bond books brevet cachet cadaster cadastre capitulation
    casebook certificate certiorari chart charter check cheque chit chronicle chronology commutation compact concordat
    confession contract convertible conveyance counterfoil coupon covenant cpi credential credentials crib data database
    date datum debenture devise diary dictum diploma divestiture document dossier e-mail email enfeoffment enjoining
    enjoinment entry epi escrow estimation etymology fatwah figure file fisa folder footage garnishment giro hagiography
    hansard hnd impeachment inclosure indent indenture interdict interdiction invoice jot jotting label lease license list
    log logbook mandamus manifest marginalia measurement memo memorabilia memoranda memorandum message minutes
    mistranslation mmpi muniments name note notebook nullity on-license overappraisal overdraft overestimate overestimation
    overvaluation pacification papers paperwork pardon passport paycheck permit photograph pragmatic probate proscription
    questionnaire quitclaim reading reckoning record recording redraft register registry rent-roll reorder report
    requisition rescript resolve result retroversion rico roll scholia scholium scorecard scrip septuagint sheet signature
    spreadsheet statement statistic statute studbook subcontract subpoena subtitle supertitle surtitle survey t-bill tally
    tape tax-exempt test testament tickler timecard timesheet total transactions transcript translation twofer ukase
    verification voucher warrant worksheet writ`,
  CAPTIVE: `alexic analysand animal apprentice arthritic baby boy cadet captive cattle child cleaner conscript dementia demonstrator
    detainee disabled dog evacuee girl horse hostage hypertensive hypochondriac hypotensive inmate inpatient internee
    labourer maid migrant mourner novice orphan outpatient patient pensioner picker pow prisoner protester pupil recruit
    refugee resident seeker servant student suspect teenager toddler trainee vaccinee villager widow worshipper wounded
    yardbird`,
  POISON: `aflatoxin anatoxin apomorphine arsenic asbestos atropine bacteria basuco belladonna bhang botox botulin botulismotoxin
    brucine cannabis cfc chemical chlorofluorocarbon cocain cocaine codeine curare cyanide cytotoxin ddt demerol
    diacetylmorphine dichlorodiphenyltrichloroethane dioxin effluent endotoxin enterotoxin exotoxin fentanyl freon ganja
    halon haschisch hasheesh hashish hcfc hemlock hepatotoxin heroin hydrochlorofluorocarbon hyoscyamine laudanum lead
    legionella listeria locoweed marihuana marijuana meperidine mercury methadon methadone morphia morphine mould mycotoxin
    narcotic nephrotoxin neurolysin neurotoxin nicotine opiate opium pesticide phytotoxin poison pollutant radiation ricin
    salmonella saxitoxin scag seb sess sewage skag slurry solvent steroid strychnine sublimaze tetrodotoxin toxicant toxin
    toxoid tubocurarine venom waste zootoxin`,
  KIN: `abraham affine agnate albert ancestress antecedent antediluvian ascendant ascendent aunt auntie aunty baby bastard
    bathsheba battle-ax battle-axe begetter benedick benjamin bigamist bridegroom brother brother-in-law by-blow catherine
    cognate consort cousin cousin-german crony cuckold dad dada daddy daughter daughter-in-law descendant descendent donor
    eldest enate esau father father-in-law filicide firstborn forbear forebear forefather foremother foundling friend
    genitor godchild goddaughter godson gramps gran grandad grandaunt grandchild granddad granddaddy granddaughter
    grandfather grandma grandmother grandnephew grandniece grandpa grandparent grandson granduncle grannie granny great-aunt
    great-nephew great-niece great-uncle half-brother half-sister hathaway helpmate helpmeet homemaker honeymooner
    househusband housewife hubby husband ibrahim illegitimate in-law isaac ishmael issachar jacob jnr joseph jr judah kin
    kinsman kinsperson kinswoman lover ma madonna maintenon mama mamma mammy man-child marchioness mary mater matrikin
    matrisib matron mayoress methuselah missis missus mistress mom momma mommy monogamist monogynist mother mother-in-law
    mum mummy nan nanna naomi neonate nephew newlywed niece noah noemi nurseling nursling offspring pa papa papoose pappa
    pappoose pater patrikin patrisib polyandrist polygamist polygynist preemie premie primipara primogenitor progenitor
    progeny puerpera quadripara quadruplet quin quint quintipara quintuplet rachel rebecca rebekah relative relative-in-law
    reuben ruth sarah scion sheika sheikha sib sibling signora simeon sire sis sister sister-in-law son son-in-law spouse
    stepbrother stepchild stepdaughter stepfather stepmother stepparent stepsister stepson suckling supermom uncle uxor
    uxoricide vicereine viscountess whoreson wife wittol`,
  CRIME: `backhander barratry bigamy biopiracy blackmail bluff bribe bribery buccaneering bunco bung bunko circumlocution
    committal cover-up cozenage cybercrime dacoity dakoity deceit deception defalcation dissembling doublespeak duplicity
    embezzlement equivocation feigning flimflam forgery fraudulence gip graft gyp half-truth highjacking hocus-pocus
    housebreaking humbug hush-money hustle hypocrisy infraction infringement jiggery-pokery kickback law-breaking
    misapplication misappropriation misrepresentation molestation overstatement payoff peculation perjury petty pilferage
    piracy plunderage pretense prostitution putoff pyramiding quibble quiddity racketeering ravishment rip-off rustling scam
    sham shoplifting skulduggery skullduggery slickness slush stalking-horse stealing subterfuge swindle swiz thievery
    thieving thimblerig thuggery`,
} as const;
