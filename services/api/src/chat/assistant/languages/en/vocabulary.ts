/** Pieces that several English patterns are built from. @module */

export const noun = `(?:task|to-?do(?: item)?|to do|reminder|item|entry|thing to do)`;
export const nouns = `(?:tasks|to-?dos|to dos|reminders|items|entries|things(?: to do)?)`;
/** "to my list", "on the shopping list". */
export const onList = `(?:to|on|onto|in|into) (?:(?:my|the|our|me|your|this|that) |(?=(?:(?:shopping|grocery|to-?do|task) )?list\\b))(?:to-?do |to do |task |tasks? |shopping |grocery )*(?:list|tasks|to-?dos|agenda)(?! of\\b)(?: there)?`;

export const done = `(?:complete|completed|done|finished|finish|checked|checked off|ticked off|sorted|achieved)`;
export const notDone = `(?:not (?:yet )?(?:done|completed?|finished)(?: yet)?|incomplete|uncompleted|pending|undone|open|unfinished|active|to ?do|to be done)`;

/** "just", "already", "finally" before what somebody did. */
export const recently = `(?:(?:just|already|finally|now|also|actually|literally|totally|even) )*`;

/** A task that can only be one: its number, or the one spoken of last. */
export const exactTask = `(?:(?:task |number |no\\.? |#)+\\w+|it|that|this|them|these|those|that one|this one|that task|this task)`;

/** No question, and no command of another kind. */
export const statement = `(?!(?:tell me|let me know|i wonder|i need|i have to|i must|delete|remove|clear|erase|wipe|show|list|display|see|get|add|create|remind|note|rename|move|push|postpone|snooze|defer|bump|reschedule|set|make|hide|count|what|which|who|whose|how|when|where|why|is|are|was|were|did|do|does|have|has|can|should)\\b)`;

/** What is listed, in the words of those who ask for it. */
export const listed = `(?:tasks?|to-?dos?|to dos?|lists?|items?|things?|stuff|reminders?)`;

/** Moves a task to another day. */
export const put = `(?:move|prepone|postpone|reschedule|push|delay|shift|bring forward|bring|snooze|defer|put off|bump|change|set)`;
