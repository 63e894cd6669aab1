/** "The milk task please delete": the verb stands at the end, as in many other languages. @module */

const behind =
  /^(?<what>(?!(?:please |pls |can |could |you |ok |and )*(?:add|create|delete|remove|undo|mark|move|change|rename|set|show|list|put|remind|complete|make|reopen|restore|what|which|how|when|where|who|why|did|do|does|is|are|was|i|we|don't|dont|never|not|no|yes|it's|its|there)\b)[^.!?;:,\n]{2,80}?)(?<!\b(?:is|are|was|were|be|been|to|the|a|not|isn't|isnt|now|i|and|or|all|fully|almost))(?:,? (?:please|pls|kindly|you|can you|could you|to))* (?<verb>add|delete|remove|complete|reopen|move|postpone|(?:tick|cross|check) off|mark (?:as )?(?:done|finished|complete))(?: (?:please|pls|you|sir))*[.!]*$/i;

/** The message with its verb in front. */
export function withVerbInFront(text: string): string {
  const { what = '', verb = '' } = behind.exec(text)?.groups ?? {};
  if (verb === '') return text;
  const bare = what.replace(/^(?:please|pls|kindly) /i, '');
  const marked = /^mark (?:as )?(?<how>.+)$/i.exec(verb)?.groups?.how;
  return marked ? `mark ${bare} as ${marked}` : `${verb.toLowerCase()} ${bare}`;
}
