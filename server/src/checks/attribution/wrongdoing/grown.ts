/**
 * Classes of words as grown from WordNet 3.1 by `npx tsx scripts/word-classes.mts`, where they are changed too: lemmas of verbs,
 * singulars of nouns. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved; provided “as is”.
 */
export const GROWN = {
  FALSIFY: `backdate counterfeit distort doctor fabricate fake falsify forge fudge garble inflate manipulate massage misreport
    misrepresent misstate mutilate overstate understate wangle`,
  DECEIVE: `bamboozle befool beguile bilk bunco cheat chisel collude connive cozen cuckold deceive defraud delude diddle dupe
    ensnare entrap extort fleece flim-flam fool gazump gip goldbrick gyp hoax hoodwink hornswoggle humbug juggle lie
    misinform mislead mulct nobble overcharge plume rig rob scam short-change slang snow surcharge swindle trick two-time
    wander whipsaw`,
  STEAL: `burglarise burglarize burgle defalcate divert embezzle filch heist launder loot malversate misappropriate peculate
    pilfer pirate plagiarise plagiarize plunder pocket purloin ransack shoplift siphon skim smuggle snarf steal
    thieve`,
  HIDE: `bury conceal disguise dissemble dissimulate hide hush masquerade obscure redact secrete spirit stash suppress veil
    whitewash withhold`,
  DESTROY: `bulldoze delete destroy destruct dilapidate eradicate erase extirpate incinerate interdict obliterate pulverise
    pulverize purge rase scrub self-destroy self-destruct shred smash torch wipe`,
  VIOLATE: `breach bypass circumvent contravene defy disobey disregard dodge evade flout ignore infract infringe sidestep transgress
    trespass violate`,
  MISTREAT: `abase abuse assault baste beat chagrin choke cowhide degrade dehumanise dehumanize demean disgrace dishonor dishonour
    drug excruciate flagellate flog gag gang-rape grope haze horsewhip humiliate ill-treat ill-use kayo kick lam larrup
    maltreat mistreat mock molest pistol-whip punch rape ravish scourge sedate shackle slap slash sodomise spank starve
    strip taunt torment torture waterboard`,
  CONFINE: `cage chain cram handcuff intern lock tie`,
  THREATEN: `ballyrag blackmail browbeat bully bullyrag coerce domineer harass intimidate menace silence stalk strong-arm terrorise
    terrorize threaten tyrannise tyrannize`,
  SPY: `bug eavesdrop hack infiltrate snoop spy wiretap`,
  BETRAY: `divulge leak`,
  SLAY: `asphyxiate assassinate behead brain butcher crucify decapitate decollate dismember electrocute exterminate garotte
    garrote garrotte gibbet guillotine gun halter lapidate lynch martyr massacre murder scrag slaughter slay strangle
    strangulate suffocate throttle tomahawk`,
  ASSAIL: `atom-bomb atomise atomize besiege bomb bombard cannonade counterstrike dive-bomb firebomb glide-bomb hydrogen-bomb
    invade mortar nuke overrun pattern-bomb rocket shell skip-bomb strafe strike teargas torpedo`,
  POLLUTE: `contaminate dump flush poison pollute superinfect taint`,
  RECORD: `account accounts acquittance affidavit aide-memoire anamnesis annals appraisal archive arraignment assignment assize
    authorisation authorization ballot banning-order blotter bond books brevet cachet cadaster cadastre capitulation
    casebook certificate certiorari chart charter check cheque chit chronicle chronology commutation compact concordat
    confession contract convertible conveyance counterfoil coupon covenant credential credentials crib data database date
    datum debenture devise diary dictum diploma divestiture document dossier e-mail email enfeoffment enjoining enjoinment
    entry escrow estimation etymology fatwah figure file folder footage garnishment giro hagiography impeachment inclosure
    indent indenture interdict interdiction invoice jot jotting label lease license list log logbook mandamus manifest
    marginalia measurement memo memorabilia memoranda memorandum message minutes mistranslation muniments note notebook
    nullity on-license overappraisal overdraft overestimate overestimation overvaluation pacification papers paperwork
    pardon passport paycheck permit photograph pragmatic probate proscription questionnaire quitclaim reading reckoning
    record recording redraft register registry rent-roll reorder report requisition rescript resolve result retroversion
    roll scholia scholium scorecard scrip sheet signature spreadsheet statement statistic statute studbook subcontract
    subpoena subtitle supertitle surtitle survey tally tape tax-exempt test testament tickler timecard timesheet total
    transactions transcript translation twofer ukase verification voucher warrant worksheet writ`,
  CAPTIVE: `alexic analysand animal apprentice arthritic baby boy cadet captive cattle child cleaner conscript dementia demonstrator
    detainee disabled dog evacuee girl horse hostage hypertensive hypochondriac hypotensive inmate inpatient internee
    labourer maid migrant mourner novice orphan outpatient patient pensioner picker prisoner protester pupil recruit refugee
    resident seeker servant student suspect teenager toddler trainee vaccinee villager widow worshipper wounded
    yardbird`,
  POISON: `aflatoxin anatoxin apomorphine arsenic asbestos atropine bacteria basuco belladonna bhang botulin botulismotoxin brucine
    cannabis chemical chlorofluorocarbon cocain cocaine codeine curare cyanide cytotoxin diacetylmorphine
    dichlorodiphenyltrichloroethane dioxin effluent endotoxin enterotoxin exotoxin ganja halon haschisch hasheesh hashish
    hemlock hepatotoxin heroin hydrochlorofluorocarbon hyoscyamine laudanum lead legionella listeria locoweed marihuana
    marijuana meperidine mercury methadon methadone morphia morphine mould mycotoxin narcotic nephrotoxin neurolysin
    neurotoxin nicotine opiate opium pesticide phytotoxin poison pollutant radiation ricin salmonella saxitoxin scag sess
    sewage skag slurry solvent steroid strychnine tetrodotoxin toxicant toxin toxoid tubocurarine venom waste
    zootoxin`,
  KIN: `affine agnate ancestress antecedent antediluvian ascendant ascendent aunt auntie aunty baby bastard battle-ax battle-axe
    begetter benedick bigamist bridegroom brother brother-in-law by-blow cognate consort cousin cousin-german crony cuckold
    dad dada daddy daughter daughter-in-law descendant descendent donor eldest enate father father-in-law filicide firstborn
    forbear forebear forefather foremother foundling friend genitor godchild goddaughter godson gramps gran grandad
    grandaunt grandchild granddad granddaddy granddaughter grandfather grandma grandmother grandnephew grandniece grandpa
    grandparent grandson granduncle grannie granny great-aunt great-nephew great-niece great-uncle half-brother half-sister
    helpmate helpmeet homemaker honeymooner househusband housewife hubby husband illegitimate in-law kin kinsman kinsperson
    kinswoman lover ma mama mamma mammy man-child marchioness mater matrikin matrisib matron mayoress missis missus mistress
    mom momma mommy monogamist monogynist mother mother-in-law mum mummy nan nanna neonate nephew newlywed niece nurseling
    nursling offspring pa papa papoose pappa pappoose pater patrikin patrisib polyandrist polygamist polygynist preemie
    premie primipara primogenitor progenitor progeny puerpera quadripara quadruplet quin quint quintipara quintuplet
    relative relative-in-law scion sheika sheikha sib sibling signora sire sis sister sister-in-law son son-in-law spouse
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
  DOER: `abbreviator abortionist abridger academic academy accomplice accoucheur accoucheuse accumulator acquirer adjutant
    admiral advocate aeronaut aesthetician aetiologist aide aide-de-camp aircraftman aircraftsman aircrewman airman airwoman
    alcalde alienist allergist almoner amah amanuensis ambassador ambassadress amputator anaesthetist anesthesiologist
    anesthetist angiologist angler animator anthologist apothecary apparatchik appointee aquanaut ark armiger armor-bearer
    armorer armourer arouser arrowsmith artificer artilleryman artisan assessor assistant astrogator attendant attender
    attorney auto-mechanic auxiliary aviator aviatress aviatrix ayah baggageman bagger bagman bailiff baker balloonist bank
    barber bareboat barge bargee bargeman barkeep barkeeper barmaid barman barnstormer barque barrister bartender baster
    batman battleship battlewagon beadle beater beautician bellboy bellhop bellman bibliothec birchbark blackleg blacksmith
    blaster bleacher blockade-runner bluejacket boat boater boatman boatswain bombardier bonesetter bookbinder bosun
    bowdleriser bowdlerizer bracero brakeman breadwinner breaker brethren bricklayer bridesmaid brig brigadier brigantine
    brokerage buckaroo buckeroo bumboat bunny bureaucrat busboy bushwhacker butler cabinetmaker calligrapher calligraphist
    cannoneer canoe canoeist captain car-ferry car-mechanic carabineer carabinier carack carbineer cardiologist careerist
    caregiver caretaker carhop carpenter carrack cartwright carver caseworker caster cataloger cataloguer catamaran catboat
    catechist cattleman cattleship cavalryman censor ceramicist ceramist chambermaid chargeman charioteer charity charwoman
    checker chef chemist chimneysweep chimneysweeper chiropodist churchwarden clerk clinic clinician clipper clockmaker
    clocksmith co-pilot coach coachbuilder coachman coadjutor coalman coastguardsman cockleshell cog coiffeur coiffeuse
    collector college collier colonel commandant commander commander-in-chief commando commissar commodore company
    compositor conductress conservatory consul containership conveyancer cookie cooky copilot coppersmith copyist copyreader
    copywriter coracle cornhusker corporal corsair corvette cosmetician counsel counselor-at-law counterman counterperson
    counterwoman courser courtier cowboy cowgirl cowhand cowherd cowman cowpoke cowpuncher cox coxswain craftsman crammer
    crewman critic cropper cruiser cuirassier cupbearer currier dairymaid dairyman dancing-master darner deacon deaconess
    deckhand decoy deliveryman demonstrator dentist denturist deputy dermatologist destroyer dhow diagnostician die-sinker
    diemaker diesinker dinghy diplomat diplomate diplomatist dishwasher dispatcher doc docent dock-walloper docker dockhand
    dockworker doctor doge dogfighter domestic don doorkeeper dory dot-com doughboy doula draftee draftsman draftsperson
    dragger dragoon draughtsman dreadnaught dreadnought dredger driver drover drudge druggist dugout dyer earner editor
    educator electrician electrologist electroplater embalmer embassador embryologist employable employee endocrinologist
    endodontist enforcer engraver ensign enumerator envoy equerry esquire establishment esthetician etiologist ex-serviceman
    excavator exciseman exodontist expurgator extern facilitator factotum falconer familiar famulus farmerette farmhand
    farrier fellah feller felucca ferry ferryboat ferryman fieldhand fireboat fisher fisherman flagship flatboat flattop
    flier floorwalker flunkey flunky fodder footman footslogger fore-and-after forger forty-niner foster-nurse foundation
    fowler framer free-lance freelance freelancer freighter frigate fumigator functionary fusilier gaffer gallant galleon
    galley galvaniser galvanizer games-master games-mistress gardener garnishee gasman gastroenterologist gatherer gaucho
    generalissimo gentleman geriatrician gerontologist gig gilder gillie gipsy glass-cutter glassblower glassworker glazer
    glazier gleaner goatherd gob gofer gold-beater goldbeater goldbrick gondola gondolier gondoliere governess gravedigger
    grenadier greyback groom groomsman groundkeeper groundskeeper groundsman guardsman guestworker guide gunboat gunner
    gunsmith gynaecologist gynecologist gypsy haematologist hairdresser hairstylist hakeem hakim handmaid handmaiden
    handyman hanger hangover harpooneer harpooner harvester hawker head-shrinker headmaster headmistress headwaiter heaver
    hedgefund helmsman help helper hematologist herder herdsman hewer highschool hire hireling hobo hodman holdover
    homeopath homoeopath horseshoer hospital hostler houseboat housebreaker housekeeper housemaid houseman housemaster
    housewrecker hoy hunter huntress huntsman hussar hydrofoil hydroplane hygienist iceboat icebreaker iceman incumbent
    independent indexer indie inductee infantryman inoculator institution instructor instructress insurer intern interne
    internist internuncio invalidator ironclad issuer itinerant jawan jobholder joiner journeyman judge jurist justiciar
    justiciary kamikaze kayak keelboat ketch kindergarten knacker knockabout laborer labourer lacer lackey laminator
    lamplighter lancer lapidary lapidist lascar lasher laundress laundryman laundrywoman lawyer leatherneck lector lecturer
    ledgeman legionary legionnaire letterer librarian licenser lieutenant lifeboat lifeguard lifesaver lighterman lightship
    linesman linkboy linkman lion-hunter lister litter-bearer liveryman loader lobsterback lobsterman lockkeeper lockman
    lockmaster locksmith logger longboat longshoreman lovely lugger lumberjack lumberman lumper luthier lycee lyceum mace
    macebearer macer machinist macumba madrasa madrasah magistrate mahout maid maidservant mailboat mailman major-domo
    major-general man-at-arms man-of-war manakin manicurist manikin mannequin mannikin manservant mapper marine mariner
    marshal master-at-arms mate mechanic medic medico melter mender menial merchantman metalworker midinette midwife
    militiaman milkmaid milkman mill-girl mill-hand millwright minder minelayer miner minesweeper mineworker minter
    missionary mistress mixologist moneyer monitrice moonlighter mopper mortician motorboat mounter mover muleteer
    multiversity musketeer muzzler nailer narrowboat nautilus navigator navvy neurologist neurosurgeon newsboy noncom
    noncombatant notary noticer nullifier nuncio nurse nurse-midwife oarsman oarswoman obeah obi obstetrician occupier
    oceanaut oculist office-bearer officeholder officer official oiler oilman oncologist ophthalmologist optician orderly
    ordinary orthodontist orthopaedist orthopedist orthoptist ostler otolaryngologist otologist otorhinolaryngologist
    outboard packer paddle-wheeler paddler paediatrician painter pantryman paper-pusher paperboy paperer paperhanger
    paralegal paramedical paraprofessional paratrooper parer parlormaid parlourmaid part-timer paster pathologist pawn
    peacekeeper peasant pedagog pedagogue pediatrician pediatrist pedodontist peeler penpusher pensionary peon perfecter
    perinatologist periodontist pesantran pesantren pharmacist pharmacologist phlebotomist physician picker pigboat pigman
    pilot pin-up pinnace pirogue pistoleer pitchman pitman placeman placeseeker plaiter planter plasterer platelayer plater
    playschool pleader plenipotentiary plier plotter ploughman ploughwright plower plowman plowwright plumber plyer
    podiatrist poilu polytechnic pontoon porter poser poster postman potboy potman potter powerboat practician practitioner
    praetor preceptor presbyter preschool preserver pressman pretor principal printer privateer privateersman probationer
    processor proconsul proctologist procurator prof professional professor projectionist prompter proofreader propman
    prosecutor prospector prosthodontist provincial pruner psychiatrist psychoanalyst publican publisher puller puncher
    punter purser qadi quack quaestor quarrier quarryman quartermaster raceabout racker radiographer radiologist
    radiotherapist ragsorter raider rail-splitter railroader railwayman ranger ranker rapporteur rat rat-catcher reaper
    receptionist record-keeper recorder recruiter recruiting-sergeant redact redactor redcap redcoat refiner refinisher
    registrar regulator religion remover renovator repairer repairman reservist restorer retainer reviser rewriter
    rheumatologist rhinolaryngologist rifleman rigger riveter rivetter roadman roaster rocker roofer rope-maker ropemaker
    roper roundsman rouser roustabout router rowboat rower sacristan sailboat sailor salesclerk salesgirl saleslady salesman
    salesperson saleswoman salter sampan sandwichman sawbones sawyer scab sceneshifter schoolmarm schoolmaster
    schoolmistress schoolteacher schooner scooter scorer scourer scow scratcher scrivener scrubber sculler scullion seafarer
    sealer seaman searcher seasonal seasoner second-in-command secretary selectman selectwoman seminary seneschal sergeant
    sergeant-at-law serjeant serjeant-at-arms serjeant-at-law servant server serviceman servitor setter sexton sharecropper
    shearer sheepherder sheepman sheller shelver shepherd shepherdess shifter shill shingler ship shipbuilder shipper
    shipwreck shipwright shopwalker shoveler shoveller showboat shrimper shrink side-wheeler sidesman signalman skidder
    skiff skipper skivvy skycap slaughterer slave slavey sloop snarer solderer soldier solicitor sommelier sorter soundman
    sourdough specialist speedboat splicer splitter sponger spot-welder spotter sprayer sprigger sprog square-rigger squire
    stableboy stableman stacker staffer stagehand stainer stalker stamper standard-bearer steamboat steamfitter steamship
    steeplejack steerer steersman stemmer stenographer sternwheeler stevedore steward stewardess stipendiary stippler
    stitcher stock-taker stocktaker stoker stonecutter stonemason strafer stretcher-bearer strikebreaker stringer striper
    stripper striver stuffer styler stylist subaltern subeditor sublieutenant submarine submariner submersible subordinate
    subsidiary supercargo supermodel supertanker surfboat surgeon swagger swaggie swagman sweep sweeper swineherd tacker
    tallyman tanker tanner tapper tapster tar taxer taxidermist taxman teacher teamster teaser techie technician tekki telco
    teller temp temporary tender territorial thatcher three-decker thrower throwster tiler timekeeper tinker tinner tinsmith
    tinter toiler toller tollgatherer tollkeeper tollman topper touch-typist towboat tracker tracklayer trainbandsman
    trainbearer trainman trainmaster trapper trawler trencher trier trimaran trimmer trireme troller trooper troopship
    troubleshooter trustbuster tug tugboat tugger tuner turncock turtler tutor twiner typesetter typist typographer
    underboss underling undertaker unionist upholsterer urologist usher usherette utility vaccinator valet vaquero varlet
    varnisher verger vestryman vestrywoman veteran veterinarian veterinary vicar-general vicariate vicarship vice-regent
    vigilante vintager vizier voicer voider voluntary voodoo vulcaniser vulcanizer waggoner waggonwright wagoner wagonwright
    wainwright waiter waitress waker wall-paperer wallah wallpaperer warehouseman warehouser warship washer washerman
    washerwoman washwoman watercraft waterer waterman waterworks weaver webmaster weeder weigher welder wetter whaleboat
    whaler wheeler wheelwright wherry whipper-in winder windjammer wingman wiper wireman wirer woodcarver woodcutter woodman
    woodsman woodworker worker workingman workman workmate wrangler wrecker yacht yachtsman yachtswoman yardbird yardman
    yardmaster yeshiva yeshivah yuppie`,
} as const;
