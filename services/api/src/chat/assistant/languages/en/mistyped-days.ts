/** Days whose names were mistyped. @module */
import { editDistance } from '../../resolving/similarity.ts';

const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const other =
  /^(?:someday|sundae|midday|mundane|payday|holiday|birthday|everyday|weekday|doomsday|today|yesterday|tomorrow|fryday|stay|study|sandy|windy|steady|tidy|sturdy|sunny|foundry)$/;

/** The day that was meant by a word, if it looks like one: "firday", "wensday", "thrusday". */
function dayMeant(word: string): string | undefined {
  const small = word.toLowerCase();
  if (other.test(small)) return undefined;
  return days.find((day) => {
    const allowed = day.length >= 8 ? 2 : 1;
    return small.charAt(0) === day.charAt(0) && editDistance(small, day, allowed) <= allowed;
  });
}

const likeDay =
  /\b(?!(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)(?:[mtwfs][a-z]{3,8}y|[mtwfs][a-z]{2,6}da?|[mtwfs][a-z]{2,6}dya)\b/gi;
const likeTomorrow =
  /\b(?:2mo?rr?o?w?|2moz|tmo?rr?o?w|tmr+w?|tmw|tmoro|tomo|tomm?[aeo]?rr?[ao]w?e?|tom?mor?row?|tomorow|tomorro|tommorrow)\b/gi;

/** The text with its days spelt as they are. */
export function withDaysMended(text: string): string {
  return text
    .replace(likeDay, (word) => dayMeant(word) ?? word)
    .replace(likeTomorrow, 'tomorrow')
    .replace(/\b(?:2day|todya|toady|2dy|todey|tday|tdy)\b/gi, 'today')
    .replace(/\b(?:tonite|2nite|2night|tonigth|tongiht|tonihgt)\b/gi, 'tonight');
}
