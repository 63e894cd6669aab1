import { expect, it } from 'vitest';
import { understood } from './testing.ts';

it.each([
  'کیا مجھے جم والا کام مٹا دینا چاہیے؟',
  'کیا جم مٹا دوں؟',
  'رپورٹ حذف کر دوں یا رہنے دوں؟',
  'سوچ رہا ہوں جم چھوڑ دوں',
  'kya main gym wala kaam delete kar doon?',
])('%s', (said) => {
  expect(understood(said)).toMatchObject([{ kind: 'wonder' }]);
});

it('leaves what is asked kindly as it is', () => {
  expect(understood('کیا آپ جم والا کام مٹا دیں گے')).toMatchObject([{ kind: 'delete' }]);
  expect(understood('آخری دونوں واپس لے آؤ')).toEqual([{ kind: 'undo', count: 2 }]);
});
