/** Other ways to hear a message that makes little sense as it stands. @module */
import { withQuestionInFront } from './questions-behind.ts';
import { withoutFirstNaming } from './repeated-topic.ts';
import { withTopicInside } from './topics.ts';

/** In characters; a longer message is no sentence that was turned around. */
const longest = 300;

/** The message as it may have been meant, the likeliest first. */
export function rereadings(text: string): string[] {
  if (text.length > longest) return [];
  return [withQuestionInFront, withTopicInside, withoutFirstNaming]
    .map((hear) => hear(text))
    .filter((heard) => heard !== undefined && heard !== text) as string[];
}
