import { describe, expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const noon = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const meant = (message: string) => understand(message, english, noon);

describe('thinking aloud', () => {
  it.each([
    ['should i delete the gym', 'delete the gym'],
    ['do you think i should call mom tomorrow?', 'call mom tomorrow'],
    ['is it okay if i leave the report until monday', 'i leave the report until monday'],
    ["i'm not sure about the dentist", 'the dentist'],
    ["I'm tempted to drop the yoga", 'drop the yoga'],
    ['why is the offsite still on my list?', 'the offsite still on my list'],
    ['maybe i should drop the class, what do you think?', 'maybe i should drop the class'],
    ['what do you think about the marathon?', 'the marathon'],
  ])('%s', (said, about) => {
    expect(meant(said)).toMatchObject([{ kind: 'wonder', about }]);
  });

  it('leaves what is asked kindly as it is', () => {
    expect(meant('shall we move the gym to friday')).toMatchObject([{ kind: 'update' }]);
    expect(meant('I was wondering if you could add milk')).toMatchObject([{ kind: 'add' }]);
    expect(meant('what should i do first')).toMatchObject([{ kind: 'list' }]);
    expect(meant('idk what to do first, help')).toMatchObject([{ kind: 'list' }]);
  });
});
