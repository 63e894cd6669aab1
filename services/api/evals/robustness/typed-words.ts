/** What slips happen in. Data only. @module */

/** Words that commands are made of; a slip in one of them leaves no doubt about what was meant. */
export const typedWords: ReadonlySet<string> = new Set(
  `please delete remove complete completed finished rename update change show list tasks task undo restore reopen
  remind reminder forget pending priority overdue everything mark clear create postpone tomorrow today
  what which when have need could should would with from that this also done move called title
  description thanks urgent high medium actually instead another number first second last`
    .trim()
    .split(/\s+/),
);
