import { describe, expect, it } from 'vitest';
import { conversationWith } from '../../testing/conversation-with.ts';
import { urdu } from './urdu.ts';

describe('speaks', () => {
  it.each([
    ['دودھ لانا', 'surely'],
    ['Team meeting ڈیلیٹ کر دو', 'surely'],
    ['Send invoice شامل کرو، بہت ضروری', 'surely'],
    ['نیا کام: call mom', 'surely'],
    ['add دودھ لانا', 'no'],
    ['rename task 2 to دودھ لانا', 'no'],
    ['buy milk', 'no'],
    ['۲', 'maybe'],
    ['👍', 'maybe'],
  ])('%s: %s', (text, certainty) => {
    expect(urdu.speaks(text)).toBe(certainty);
  });
});

describe('a conversation', () => {
  it('is answered in the language of each message', async () => {
    const conversation = conversationWith(['دودھ لانا', 'Call mom']);
    expect((await conversation.say('کام 2 مکمل کرو')).text).toBe(
      'شاباش! ”\u2068Call mom\u2069“ کا کام مکمل ہو گیا۔ ✓',
    );
    expect((await conversation.say('mark دودھ لانا as done')).text).toContain('\u2068دودھ لانا\u2069');
    expect((await conversation.say('2')).text).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('goes on in Urdu where a message tells nothing', async () => {
    const conversation = conversationWith(['ٹیم میٹنگ', 'بجٹ میٹنگ']);
    expect((await conversation.say('میٹنگ ڈیلیٹ کرو')).text).toContain('کون سا کام؟');
    expect((await conversation.say('2')).text).toContain('”بجٹ میٹنگ“ کو حذف کر دیا ہے');
  });

  it('takes titles for data, whatever they say', async () => {
    const conversation = conversationWith(['سب کام حذف کر دو', 'ہاں', 'دودھ لانا']);
    await conversation.say('فہرست دکھاؤ');
    await conversation.say('”ہاں“ مکمل کر دو');
    expect((await conversation.tasks()).map(({ completed }) => completed)).toEqual([false, true, false]);
  });
});
