/** A class of words: what stands under some senses of WordNet, less what news copy means otherwise. */
export interface WordClass {
  readonly name: string;
  readonly part: 'verb' | 'noun';
  /** Words with the number of their sense: `falsify#2`. */
  readonly senses: readonly string[];
  /** What is struck out, with the reason. */
  readonly without: readonly (readonly [words: string, why: string])[];
  /** Words that WordNet lacks or hangs elsewhere. */
  readonly also?: string;
}

const OTHER_SENSE = 'in news copy nearly always another sense';
const HEAVIER = 'weighs more in another class';
const SPORT = 'what teams and players do to one another';

export const CLASSES: readonly WordClass[] = [
  {
    name: 'FALSIFY',
    part: 'verb',
    senses: ['falsify#1', 'falsify#2', 'falsify#4', 'falsify#5'],
    without: [['murder warp juggle interpolate', OTHER_SENSE]],
    also: 'forge fabricate counterfeit doctor backdate massage manipulate misreport misstate understate overstate inflate',
  },
  {
    name: 'DECEIVE',
    part: 'verb',
    senses: ['deceive#1', 'deceive#2', 'cheat#1', 'cheat#3'],
    without: [
      ['hook short soak welsh welch fox cod rook job gull shark bunk fob crib shill kid', OTHER_SENSE],
      ['snooker con betray personate gouge', SPORT],
      ['pose masquerade', 'for a picture, at a ball'],
      ['fake falsify fudge misrepresent wangle', HEAVIER],
    ],
    also: 'lie mislead misinform overcharge collude connive con',
  },
  {
    name: 'STEAL',
    part: 'verb',
    senses: ['steal#1', 'smuggle#1', 'loot#1'],
    without: [
      ['abstract cop cabbage crib fiddle pluck snitch rustle glom', OTHER_SENSE],
      ['swipe mug rob', SPORT],
      ['nobble', HEAVIER],
    ],
    also: 'siphon skim divert launder ransack rob',
  },
  {
    name: 'HIDE',
    part: 'verb',
    senses: ['hide#1', 'suppress#2', 'withhold#1'],
    without: [
      [
        'cloud fog mist mask reserve lurk dock crush becloud eclipse shield subdue wean befog',
        'weather, sport, wages',
      ],
      [
        'bankrupt beggar pauperise pauperize impoverish famish tongue-tie immobilise immobilize',
        'hardship, not hiding',
      ],
      ['quash repress oppress subjugate deprive disenfranchise disfranchise', 'concerns, a people, voters'],
      ['bosom ablactate occult obnubilate disinherit disown skulk camouflage cloak', OTHER_SENSE],
    ],
    also: 'hush stash spirit redact',
  },
  {
    name: 'DESTROY',
    part: 'verb',
    senses: ['destroy#1', 'kill#12'],
    without: [
      [
        'drown except level omit fracture prune rationalize elide eliminate exclude exterminate extinguish',
        OTHER_SENSE,
      ],
      ['demolish devastate ravage ruin wreck bust harry raze', 'weather, builders and teams do so too'],
      ['demyelinate disassemble dismantle cremate uproot', 'done in the open'],
    ],
    also: 'shred delete erase wipe smash scrub incinerate purge torch',
  },
  {
    name: 'VIOLATE',
    part: 'verb',
    senses: ['violate#2', 'evade#1'],
    without: [['blunder boob goof conflict hedge offend parry quibble sin intrude skirt fudge', OTHER_SENSE]],
    also: 'flout circumvent dodge bypass disobey disregard defy ignore breach',
  },
  {
    name: 'MISTREAT',
    part: 'verb',
    senses: ['mistreat#1', 'torture#1', 'rape#1', 'beat#2', 'humiliate#1'],
    without: [
      ['clobber thrash trounce lambast lambaste cane birch belabour flail batter', SPORT],
      ['cat knife hock leather lather welt ail martyr humble lash outrage whip strap', OTHER_SENSE],
    ],
    also: 'beat kick punch slap flog whip starve shackle waterboard molest grope sodomise haze gag choke taunt mock strip sedate drug',
  },
  {
    name: 'CONFINE',
    part: 'verb',
    senses: ['confine#4', 'imprison#1'],
    without: [
      ['jug lag trap remand straiten', OTHER_SENSE],
      ['jail gaol imprison incarcerate detain immure', 'what courts and the police do by law'],
    ],
    also: 'lock chain tie handcuff cram',
  },
  {
    name: 'THREATEN',
    part: 'verb',
    senses: ['coerce#1', 'threaten#2', 'intimidate#1', 'blackmail#1'],
    without: [
      [
        'force hale railroad sandbag steamroll steamroller dragoon blackjack bludgeon pressure hector',
        OTHER_SENSE,
      ],
      ['extort', HEAVIER],
    ],
    also: 'menace silence harass stalk pressure',
  },
  {
    name: 'SPY',
    part: 'verb',
    senses: ['spy#4', 'wiretap#1'],
    without: [['intercept', SPORT]],
    also: 'spy bug snoop eavesdrop infiltrate hack',
  },
  {
    name: 'BETRAY',
    part: 'verb',
    senses: ['betray#2'],
    without: [['betray', SPORT]],
    also: 'leak divulge',
  },
  {
    name: 'SLAY',
    part: 'verb',
    senses: ['kill#1'],
    without: [
      [
        'kill shoot stone erase flight impale off overlay overlie pip quarter saber sabre zap neutralise smother chine burke execute',
        OTHER_SENSE,
      ],
      ['annihilate decimate sacrifice eradicate liquidate vaporize', SPORT],
      ['poison', HEAVIER],
    ],
    also: 'gun',
  },
  {
    name: 'ASSAIL',
    part: 'verb',
    senses: ['attack#1'],
    without: [
      [
        'charge circumvent beset bust rush pepper pelt raid ebb fork stroke outrage rape crump bulldog infest counterattack retaliate gas beleaguer',
        OTHER_SENSE,
      ],
      ['assail savage blitz attack', SPORT],
    ],
    also: 'mortar rocket strike',
  },
  {
    name: 'POLLUTE',
    part: 'verb',
    senses: ['pollute#1'],
    without: [['infect foul', SPORT]],
    also: 'dump flush poison',
  },
  {
    name: 'RECORD',
    part: 'noun',
    senses: ['document#1', 'record#1', 'record#5'],
    without: [
      [
        'act ban bill brief caption copy draft law order proxy resolution return share source tab ticket treaty pact title',
        'laws, shares, plays: nobody’s records',
      ],
      [
        'abdication amnesty autobiography biography concession constitution franchise insurance judgement kite memoir platform',
        'not kept in an office',
      ],
      [
        'fountainhead wellspring timeline history notice homepage webpage copyright patent option proceedings restriction edict',
        OTHER_SENSE,
      ],
      [
        'decree deed enactment fiat indictment injunction mandate pickup prohibition proposal put ordinance programma',
        OTHER_SENSE,
      ],
    ],
    also: `file log logbook email e-mail message report spreadsheet database chart reading result accounts books paperwork transcript footage
      recording tape timesheet sheet entry certificate minutes survey statement roll datum data archive folder dossier label signature figure
      test date measurement diary notebook photograph account list total tally statistic`,
  },
  {
    name: 'CAPTIVE',
    part: 'noun',
    senses: ['prisoner#1', 'patient#1'],
    without: [['changeling con convict lifer trusty subject', OTHER_SENSE]],
    also: `detainee inmate resident child girl boy pupil orphan baby pensioner refugee migrant widow recruit conscript novice maid cleaner
      picker villager protester demonstrator teenager toddler trainee cadet mourner worshipper suspect hostage wounded disabled dementia
      evacuee servant labourer apprentice seeker student horse dog animal cattle`,
  },
  {
    name: 'POISON',
    part: 'noun',
    senses: ['poison#1', 'narcotic#1', 'pollutant#1'],
    without: [['powder payload tornado gage hash firework hn sens serpent dope powder gelly', OTHER_SENSE]],
    also: `arsenic asbestos lead mercury cyanide dioxin sewage effluent slurry waste chemical solvent bacteria mould salmonella listeria
      legionella radiation steroid pesticide`,
  },
  {
    name: 'KIN',
    part: 'noun',
    senses: ['relative#1'],
    without: [
      ['partner adopter babe bride cherub child infant heir issue parent pop quad', OTHER_SENSE],
      ['newborn triplet twin ancestor', OTHER_SENSE],
    ],
    also: 'friend crony mistress lover donor',
  },
  {
    name: 'CRIME',
    part: 'noun',
    senses: ['deception#1', 'crime#1'],
    without: [
      [
        'assault attempt attack affectation affectedness abduction gerrymander heist holdup break-in burglary carjacking hijack hijacking highjack',
        'an event that the police report',
      ],
      [
        'fraud raid robbery theft larceny kidnapping mugging stickup rolling sedition treason mayhem misdemeanor misdemeanour',
        'an event that the police report',
      ],
      [
        'facade hedging pretext pretend trickery crime felony perpetration violation whoredom harlotry evasion cavil commission',
        OTHER_SENSE,
      ],
    ],
    also: 'bribe kickback backhander cover-up sham bung hush-money payoff slush',
  },
  {
    name: 'DOER',
    part: 'noun',
    senses: ['worker#1', 'professional#1', 'serviceman#1', 'company#1', 'institution#1', 'vessel#2'],
    without: [
      [
        'boxer flanker striker batsman forward goaltender jockey caddie pitcher catcher fielder keeper',
        SPORT,
      ],
      [
        'bill hand cook char cutter sub record private regular vet general man major digger comber faller filer',
        OTHER_SENSE,
      ],
      [
        'tech sect school cult pharma church fed giro dandy derelict jolly junk launch punt vessel hulk yawl page',
        OTHER_SENSE,
      ],
      [
        'resident patient volunteer recruit conscript rescuer paramedic fireman firefighter',
        'those it is done to, or who help',
      ],
    ],
  },
];
