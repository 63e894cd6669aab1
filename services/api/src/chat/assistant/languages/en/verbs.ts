/** What people put on todo lists and later say they have done: everyday verbs with their past forms. Data only. @module */

/** Past forms that no rule makes, each to its verb. */
export const irregularPast: Readonly<Record<string, string>> = {
  ate: 'eat',
  baked: 'bake',
  began: 'begin',
  bought: 'buy',
  brought: 'bring',
  built: 'build',
  caught: 'catch',
  chose: 'choose',
  chosen: 'choose',
  cut: 'cut',
  did: 'do',
  done: 'do',
  drew: 'draw',
  drove: 'drive',
  eaten: 'eat',
  fed: 'feed',
  fought: 'fight',
  found: 'find',
  gave: 'give',
  given: 'give',
  gone: 'go',
  got: 'get',
  gotten: 'get',
  held: 'hold',
  hung: 'hang',
  kept: 'keep',
  led: 'lead',
  left: 'leave',
  lent: 'lend',
  made: 'make',
  met: 'meet',
  paid: 'pay',
  planned: 'plan',
  put: 'put',
  ran: 'run',
  rang: 'ring',
  read: 'read',
  rewrote: 'rewrite',
  rung: 'ring',
  said: 'say',
  saw: 'see',
  seen: 'see',
  sent: 'send',
  set: 'set',
  sold: 'sell',
  spoke: 'speak',
  spoken: 'speak',
  swam: 'swim',
  swept: 'sweep',
  taken: 'take',
  taught: 'teach',
  threw: 'throw',
  thrown: 'throw',
  told: 'tell',
  took: 'take',
  went: 'go',
  woke: 'wake',
  woken: 'wake',
  dug: 'dig',
  froze: 'freeze',
  hid: 'hide',
  redid: 'redo',
  redone: 'redo',
  quit: 'quit',
  sang: 'sing',
  won: 'win',
  written: 'write',
  wrote: 'write',
};

const everyday = `
  adjust alphabetise alphabetize answer apologise apologize apply arrange ask assemble assess attach attend audit
  back bake bandage bargain bathe begin bleach bleed boil book bookmark borrow braid brainstorm brew bring browse
  brush budget build bury buy calculate calibrate call cancel catch caulk celebrate charge chase check choose chop
  claim clean clip coach collate collect color colour comb compare compile complain compose compost confirm
  congratulate consult contact convert cook crochet cut deadhead deal decide declare decline declutter decorate
  deflate defrost deliver demo demolish deploy deposit descale design detangle develop dig disconnect discuss
  disinfect dismantle dispose distribute do donate download draft drain draw dress drive drop dry dust dye edit
  educate email embroider empty encourage engrave enrol enroll escort estimate evaluate examine exchange exercise
  explore express feed fertilise fertilize fetch file fill finalise finalize find fit fix flatten floss fold follow
  freeze fry gather get give glue go grab greet grill groom grout hand hang harvest head help hem hide hire hoe
  hold hoover host hug inflate inform inspect install insulate insure interview introduce investigate invite
  invoice iron join keep knead knit label laminate launder learn leave lend let lock look lubricate maintain make
  marinate mash massage measure meditate meet mend message microwave monitor mop mow negotiate notify nurse obtain
  oil open order organise organize outline overhaul pack pad paint patch pay peel phone photocopy photograph pick
  pickle pitch plan plant plaster play plough polish post practice practise preheat prep prepare prepay present
  print process procure promote proofread propose prune publish pull pump purchase put query quit raise rake
  re-order re-read read rearrange rebook reboot recharge recommend reconcile record recover recycle redecorate
  redeem redo refactor refill refinish refund register regrout rehearse rehome reinstall release relocate
  remortgage renew renovate rent reorganise reorganize repair repay replace replant reply report repot reseal
  research reserve resolve respond restock restring resubmit resupply return review rewind rewire rewrite ring
  rinse roast rotate run sand sanitise sanitize scan schedule scour scout scrape scrub seal season secure see seed
  sell send separate service set settle sew shampoo share sharpen shave ship shop shorten shovel shred sieve sign
  simmer sing sketch smoke soak soften solve sort source speak spray spring-clean sprinkle spruce squeeze stain
  stamp start steam stitch straighten stretch strip study submit subscribe supervise support swap swat sweep swim
  switch tailor take talk tape taste teach tell tend test text thank thaw throw tidy tie tighten toast top touch
  trace track train transcribe transfer translate transplant treat trim troubleshoot try tune turn tutor twist
  unblock unclog uninstall unload unlock unpack unplug unsubscribe untangle upcycle update upgrade upload vacate
  vaccinate vacuum varnish verify vet visit volunteer wake walk warm warn wash watch water waterproof wax weed
  weigh weld whiten whitewash winterise winterize wipe withdraw work worm wrap write zip`
  .trim()
  .split(/\s+/);

/** Verbs that begin a task. */
export const taskVerbs: ReadonlySet<string> = new Set(everyday);

/** The verb of a past form ("called", "swept", "tidied"), when it is one that tasks begin with. */
export function verbOfPast(word: string): string | undefined {
  const irregular = irregularPast[word];
  if (irregular) return irregular;
  if (!word.endsWith('ed')) return undefined;
  const stem = word.slice(0, -2);
  const candidates = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')];
  return candidates.find((candidate) => taskVerbs.has(candidate) || candidate === 'finish');
}
