/** Which English words are mended when they are mistyped, and which real words look like them. Data only. @module */

/** Words of commands and the small words between them; the more frequent of two that are alike stands first. */
const meant = `
  the you and for that this have what with they when which your from there here want need please also add
  show list delete remove mark done task tasks move change make put set tell give find get complete
  completed finish finished rename update undo restore reopen create remind remember reminder forget push
  postpone reschedule snooze pending priority overdue everything every clear today tomorrow tonight
  yesterday week month next should would could can called title description note due date deadline tag
  tagged urgent important high medium low actually instead another number first second third last already
  finally morning afternoon evening hours minutes separate separately monday tuesday wednesday thursday
  friday saturday sunday because something anything absolutely again thanks not off unfinished everyone
  other cancel half daily weekly monthly left about just how many like only both them those these now look
  uncheck untick still same wrong yes was are did does has been mean sorry wait`;

/** Words, names and shorthands that are a slip away from one of those, and are no slip. */
const real = `
  aas abe abort absolute absolutes abut ace acre actual actuality actuary ada addd adds addy adhd adn ado
  ads adw aff afternoons age ahem ahs aid ait ake ale alf alike als alto amd ame ana anc andy ane ang ani
  ann annually ans ant any ape arb arc ard area aren arent ares arf argent ari ark arm arre ars arse art
  ary ase ask asks ast ate aturday ave avery await awe axe aye bag bagged bait bake balled ban band
  banished bare bark bas bask bast bate bath bcalled bean bee beef beep beer bees beet bein bell ben
  bending bene bes bet beth bfirst bfor bid bien bike bind blast blow bnext bone book booth bor bosh bot
  botch bother bots bout bow bren broth bthe bthis btill btoday btomorrow bush bust but byes caa cab cad
  cag cain cake cal calf caller calmed cam came cancell cancels cancer cane cann cans cant cap car care
  cas cask casks cast casually cat cate cave caw cay cell celled chan chance chancel chang changed changer
  changes charge chas chat che chem chen chose chow cid clan clean clears cleft cnn cold compacted
  compelled compete competed competes completely completes complex complexes complied compute computed con
  cone cook cor corning cot cote coud couldn couldnt couplet cour cours cove cow crate crease created
  creates cud cue culled cut cyan dad dae dag dairy daisy dale dally daly dame dan dane dante dare dark
  das dat data dated dates dato dave daze deadlier deadlift deadlines dealing dean december decline
  decryption dee deed deen dees deft deleted deletes dell dene dentist deplete dere des descriptions
  descriptive descriptor desorption det dia didn didnt dido die died dies dif dig dike dim din dine dip
  dir dis dit div dive diy docs dod doer doers doesn doesnt doge dogs dole dome domes doms don dona dong
  donne dons dont dope dor dore dos dose doses doss dot doth dots dour dove doves dow doze dre drone dub
  duce dud dude duel dues duet dug duh dui duke dumber dun dune duo dup dupe dust dvd dye dyes ean eant
  eas east econd ednesday eek een eff eft elete ell emember emery emind emove end ending eow ere eschedule
  est ether evenings ever evermore evert everton ext eyes factually fag fake fame fan far fare fas fast
  fate fave feed fell fend fending fer fes fet fiend fin finds fine fined finisher finishers finishes fink
  finn finnish fins fir firday firs firsts fished fist five flor flow fob foe foes fog foh fon fond foo
  fop fora ford fore forg forge forged forger forges forgets forgot fork form fort fou four fours fox foy
  fridays frog fryday fund fur furnished gag gagged gain gait game gan gant gare gas gat gate gave ged gee
  geek gel gem gen gent geo ger gere gert gets gist git given giver gives glow gmt goes goff gone gonna
  gor got goth gotta gould gst gush gust gut had hag hah hai haj hake hal hale hall halo halt halve ham
  hams han hand hange hanks hans hao hap hare hark hash hasn hasnt hass hast hat hate hats haven havent
  haves haw hay hays haze headline headlined headliner headlines heave heed heft hell hem heme hen her
  herb herd heres hero hers hes hese het hew hey hich hid highs hight hike hind hire his hist hive hiya
  hms hoa hob hoc hod hoe hoes hog hoh hoi hom hon hone hoo hook hop hors hos hose hot hour hove howe howl
  hown hows hoy hree hrs hue hugh hush hut ian ies iff ike ill importance importantly importing impotent
  incomplete ind indo inscription inutes iot ire isnt ist ith itle ive jag jagged jake jan jean jell jest
  jet jive joes jor jot jour joust jst jus jut kan kant kas kate keen kell ket kid kind kneed knot know
  kook kor lag lagged lake lame lan land lark las lash lass lasts lat late law lean lear lease least leed
  leek lefts lefty lending lent les lest let lets lew lice lid lie life lift liked liken likes lime lind
  line lint lire lis lisa lisp lists lit lite live lob lock lod loft log lol lone loo looks loom loon loop
  loos loot lop lor lorry los lost lot lou love lowe lows lox loy luke lumber lush lust mace mack made mae
  mag mage maker makes maki mako male man mana mandy mane mang mani manly mann manny mano mans manu mar
  mara marc mare marg marks marl mars mart marx mary mas mask masks mast mate may maze mead meal means
  meant meat mediums meek meekly megan mein member men mending mere mes met mid mike mind minder minute
  mist moan moaning mode mole mondays mont monte months monty mook mor more mornings morrow mose mot mote
  moth mother mou mould mourning mouth moved mover moves movie mow mush must mut mutually nag nah name nan
  nas nat nate nave naw ndo ndone neat nee needn needs needy neem nerd nes nest net nett new newt nid nigh
  nike nit nite nod node noes nog noh nom nome non none noo nook nope nor nos nose nota noted notes nother
  nothing notre nott nov nowt nox nsw numbed numbers nut odd odes ofc offs oft oily okay omorrow ompleted
  onday one onth oof oot ore orry ote oth others otter ould our ours oust out ove overdone pan pant pare
  park pas past pat pate pave pease peed peek pell penning pere pes pet phat pike pit pith pkt pleas
  pleased pleaser pleases plez plow pls plse plush plz por posh postcode postponed pot pour pours pout pow
  pre prescription prioriti priory prom prong pst pub pud pug pugh pul pun punished punt pup pur pus pushy
  puss puts putt qes que rae rag ragged rake rame ran rand rant rare ras rate rave redline reed reek
  reindeer remainder remand remanded remembered remembers reminded reminders reminds remmember remote
  removed remover removes renamed render rending reopens res rescheduled resolutely restored restorer
  restores ret rewind rid riday rind ritually rive rmbr rom rong rook rot rote roth rove row rue rush rust
  rut sade sae safe sag sage sake sale sam sama sami sams san sand sane sant sark sas sat sate saturdays
  save saxe scan schedule sea sean seat sec seconds sect sed see seed seek seen seething seg sei sel sell
  sen sending sent seo sep separable separated separates separator sept ser seth sets sew sex sez sgt
  shame shanks shat shave shaw she shes shew shill shld shoe shold shoo shop shot shoud shouldn shouldnt
  shown shows showy shud shuld sid sigh sill sind sit sith skill slow smoothing snot snow some somethings
  sone sook soothing sot sou sour sow spending spill stag stall stills stow sturdy sue suet sundae sundays
  sundry tab tack tacks tad tae tags tai tait taj take talk talks tall tam tame tan tang tank tanks tao
  tap tar tas tash tat tate tau tax tay tday teal teat tedium tee teed teen tel tele tells telly tending
  tes tet text thai than thank thanx thar thats thaw thc thee theme then theo theres theses theyre thigh
  thin thinks thins thirds thnx tho three thrusday thu thus thx thy tick ticked tid tie tig tile till tis
  tite tithe titled titles tittle toady todays toddy todey todo todos todya toe toes tog toll tomorrows
  tone tongiht tonigth tonihgt took tor tot tote tour tours tow trey tue tug tugged tusk tusks tut twas
  tye umber uncomplete uncompleted und unfinish unimportant unpunished unschedule unto updated updates ure
  ust vag van vanished vas vast vending very vet vid vive vor vote vow wad wads wag wags wah wai wail wain
  waist waite waits wake wal walled walt wan wand wane wang wanna wants wap war ware wars wart wash wasn
  wasnt wasp wast wat watt wave waw wax way ways weak weakly wean wee weed weeks ween weep weft well
  wensday went were werent wes wet wha wham whats wheat where wheres whet whew whey whit whose whut width
  wind wis wish wit witch wits woes wold wong wont world worry wot wouldn wouldnt wound wove wow wren
  wring writ wrongs wud wut yan yea yeah yeh yell yen yep yess yesterdays yet yew yom yon yoo youre yours
  yous yow yrs yup zag zany zone`;

const wordsOf = (text: string) => text.trim().split(/\s+/);

export const mendable: readonly string[] = wordsOf(meant);
export const realWords: ReadonlySet<string> = new Set(wordsOf(real));
