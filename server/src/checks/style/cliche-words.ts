import type { Span } from '../../draft/span.ts';

/**
 * Two words of each cliché that write-good knows, the rarest in news (of `no-cliches` 0.3; counted in the open corpora). A text
 * with no such pair has none of the clichés, and need not be put through write-good's 700 patterns.
 */
const PAIRS = `ace+hole acid+test adam+him again+time age+day almighty+dollar ambition+blind applecart+upset arrow+straight
axe+grind babe+woods backwards+bend backyard+my bacon+brings bad+situation badge+honor bait+take bald+liar
ball+eight ballpark+figure bandwagon+jump bandwagon+on banging+brick baptism+fire barking+tree barrel+over
basket+eggs bat+blind bat+hell beam+broad beat+bush beat+horse bed+wrong bee+busy bees+birds beet+red
beg+differ beggars+choosers bell+clear belly+went bent+shape best+make bet+bottom bide+time big+life
bigger+harder bird+eye bird+free bird+hand birds+for birds+stone bitch+life bite+bullet bite+dust bitten+chew
bitten+shy blast+past bleeding+heart blessings+count blind+justice blind+leading blow+crushing blow+steam
blushing+bride boat+missed boat+rock boil+blood boils+down bolt+blue bone+bad book+judge bored+tears boss+re
bottom+get bottomless+pit box+outside boys+be breeze+shoot brick+short brick+thick bridge+cross bridge+water
bright+early broke+go broken+record brought+reality buck+pass bucket+kick bull+horns bull+shop bunny+quick
burn+bridges burn+money burning+fires burning+question burst+bubble bushel+spoil calm+cool calm+storm
camel+straw campus+man candle+burning candle+hold candy+baby candy+kid cards+play carpet+onto carpet+red
cart+horse cat+away cat+bag cat+curiosity cat+skin cent+red cents+worth charm+third chase+cut checkered+past
cheek+tongue cheese+big chickens+count chin+keep chip+block chomping+bit circles+running clam+happy
cleanliness+godliness clock+watching clockwork+like clue+hasn coal+black cock+bull coin+phrase collar+hot
comforts+creature compliment+fishing conclusions+jump conquer+divide cooking+re coop+fly counter+under
cows+until crash+course creek+up crook+hook crossfire+caught crust+upper cry+baby cry+far cry+river
crystal+clear cucumber+cool cute+button cute+ear cute+puppy daisy+fresh dark+shot dawn+crack dawn+dark
day+make day+out day+work deal+real deck+playing deed+good devil+details devil+speak dialogue+meaningful
dime+dozen dirt+older dirty+down disguise+blessing dishwater+dull ditch+effort dog+days dog+eat dog+every
dog+hair dog+like dog+sick dog+tired dollar+another done+there doornail+dead dormouse+quiet doubt+benefit
down+out dozen+half dragged+cat draw+line drawing+board dreams+stuff dreams+your dressed+kill dried+cut
drives+wall dry+high dumps+down dyed+wool eagle+eye ear+ground ears+wet earth+down easier+done easy+free
eat+heart eat+what eat+words eel+slippery eleventh+hour end+all end+world ends+well error+trial essence+time
eye+an eye+keep eye+see eyed+monster facts+life fail+words fame+fifteen famine+feast famous+rich far+few
father+son feather+flock feather+lighter feather+nest feathered+friends feeds+bit feet+land fiber+being
fiddle+fit filthy+vermin fingers+crossed fire+set fish+water fist+hand fit+bill flames+fan flies+crow
flog+horse flow+go fly+night foolish+young foot+grave foot+put forgive+forget friend+man friend+weather
frying+pan fun+games garbage+out gates+flood gilding+lily give+take glory+guts glory+moment goat+gets
goes+comes goes+saying gold+good good+had goose+chase grain+go grapevine+heard grease+squeaky
greased+lightning greek+me grind+life grindstone+nose grist+mill gun+under gutter+in hair+let half+better
handed+caught hat+old hatch+down hatchet+bury haw+hem hay+shines haystack+needle head+hold head+off
heart+content heart+follow heavy+lead heels+down heels+head heels+kick hell+come hell+hope henhouse+fox
herring+red hide+run him+go hip+joined hoe+row hog+whole hold+own honcho+head honest+long hopes+high horn+blow
horn+loud horns+dilemma horse+color horses+hold hot+handle hot+water hour+need hump+over hurrah+last
hurts+worse iceberg+tip icing+cake insult+injury intents+purposes irish+luck ivory+tower jam+in jaybird+naked
jiffy+in jockey+position jog+memory joneses+keep jump+feet jump+gun jungle+law kettle+fine kettle+pot
kick+feet kick+get kinds+takes kiss+death kiss+sealed kite+high knock+park knock+socks knock+twice knock+wood
knowledge+best knuckle+down knuckle+sandwich knuckle+under ladder+success lamb+gentle land+law lane+memory
lap+luxury lark+happy late+never laugh+last laundry+dirty lay+down lead+get leap+look leaps+bounds least+last
leg+get leg+pulling lick+quick lick+wounds lid+flip light+seen lighter+air lightning+quick limb+out lion+share
live+learn live+let live+once lizard+lounge load+off loose+cannon loose+ends lose+head love+fair love+labor
love+lost loved+lost luck+draw luck+would man+words mark+words matter+only mccoy+real mention+numerous
meow+cat merrier+more methuselah+older midnight+burn mighty+high mile+extra million+one minute+born
minute+peace mistaken+identity molasses+slow money+on mouse+church mousetrap+better mouth+gift mouth+hand
moving+experience mud+clear mud+stick music+face mustard+cut nails+tough naked+truth nature+force neat+pin
needles+pins needless+say neither+nor never+look nice+day nick+time nickels+wooden nightmare+worst nine+cloud
nines+dressed nip+bud nip+tuck none+second nose+down nose+on nose+pay nose+plain nutshell+in nutshell+put
oats+sow odds+against old+time owl+wise own+each ox+strong pain+gain pain+in pale+beyond pan+flash
pancake+flat panic+button par+course parcel+part patter+pitter paved+hell paydirt+hit pedal+metal penny+saved
perfect+letter perfect+storm pick+bone picture+pretty pie+apple pie+easy pig+eye pig+poke pile+it
pillar+community pin+drop pin+hopes pinch+in pincher+penny pitch+black plague+avoid plague+like plain+day
playing+field playing+fire plenty+fish plunge+take pocket+out pod+peas point+time pole+foot pond+fish pony+dog
pooper+party pours+rains power+more present+no pride+point pull+fast punch+pleased punches+pull pure+snow
put+over q+watch quick+cuts rags+riches raining+buckets raining+cats rank+file ransom+king rat+race reap+sow
reckoned+force reinvent+wheel relish+spoke rings+bell ripe+age ripped+off rob+peter rock+hard rocks+on
roll+grave roll+let roll+on roof+same roost+ruled ropes+know rub+wrong rug+lies rules+play sad+true
sadder+wiser saddle+back salt+earth say+never scared+death score+know scratch+start sealed+delivered see+get
seize+day shakers+movers sheet+white sheets+wind shine+rise shoe+drop shoe+fits shoe+foot shoot+moon
short+long shoulder+cold shove+push shut+case sigh+relief sight+mind sings+ain sink+kitchen skating+thin
skin+off skip+hop slate+clean sleeping+dogs slept+log sliced+bread slinging+mud small+world smell+roses
smooth+baby sneaking+suspicion sneeze+nothing snug+rug sore+thumb sorry+safe spade+call spades+ace
spilled+beans spilled+crying spilt+cry spinning+wheels spitting+image spoil+rod spot+on spring+life
square+back steam+ahead stiff+bored stiff+lip stiff+scared stitch+time stone+written storm+weather stormy+dark
story+old story+short straight+record stubborn+mule stuffed+shirt stupid+simple suffering+pain sun+fun
sun+moment sundays+week sweat+tears sweating+blood sweating+bullets swim+sink tack+sharp take+team takes+know
talk+action tango+takes tape+red taste+accounting teeth+armed teeth+edge temper+lose thick+it thick+thieves
thick+thin thicker+blood thin+ice thin+rail throat+jump thumb+green thumbs+all ticket+just tie+one tied+fit
tighter+drum times+good tired+happy toe+line toes+anyone tomorrow+no tongue+cat tongue+hold tongue+tip
tongue+watch tooth+nail totem+pole tough+gets towel+throw town+game trades+jack tribulations+trials tried+true
true+too truth+moment tunnel+light turkey+talk twist+fate ugly+sin unturned+stone unvarnished+truth
uphill+battle vain+attempt vain+effort vanquish+enemy ventured+gained vest+close vested+interest vibrant+young
virtue+patience wagon+off wagon+on wait+things wakeup+call wall+against wall+off warm+welcome warmed+looks
waters+deep wax+ball wayside+fall weary+world weather+under weed+growing weed+them weight+gold wet+feet
wheel+shoulder whip+smart wildfire+spread wink+quick wisdom+ages wise+word wiser+older wits+end wolf+door
wonders+cease woods+out word+in worm+catches worms+can worms+open worth+what yanking+chain yappy+dog
yards+nine young+years`;

/** In words; no cliché has more. */
const LONGEST = 10;

const WITH = new Map<string, string[]>();
for (const pair of PAIRS.split(/\s+/u)) {
  const [rarest = '', other = ''] = pair.split('+');
  WITH.set(rarest, [...(WITH.get(rarest) ?? []), other]);
}

/**
 * The stretches of a text in which write-good may find a cliché (UTF-16 offsets), in their order: the two words of one, and as many words
 * around them as a cliché can have.
 */
export function clicheStretches(text: string): readonly Span[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const found = [...words.keys()].filter((at) => {
    const others = WITH.get(words[at] ?? '');
    if (others === undefined) return false;
    const near = words.slice(Math.max(0, at - LONGEST), at + LONGEST + 1);
    return others.some((other) => near.includes(other));
  });
  if (found.length === 0) return [];
  const places = [...text.matchAll(/[a-z]+/gi)];
  // a letter of another alphabet can have small ones of this
  if (places.length !== words.length) return [{ start: 0, end: text.length }];
  const stretches: Span[] = [];
  for (const at of found) {
    const first = places[Math.max(0, at - LONGEST)];
    const last = places[Math.min(places.length - 1, at + LONGEST)];
    // with what stands beside them, which tells whether a word ends there
    const start = Math.max(0, (first?.index ?? 0) - 1);
    const end = Math.min(text.length, (last?.index ?? 0) + (last?.[0].length ?? 0) + 1);
    const before = stretches.at(-1);
    if (before !== undefined && start <= before.end)
      stretches[stretches.length - 1] = { start: before.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}
