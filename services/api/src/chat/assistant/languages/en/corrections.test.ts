import { expect, it } from 'vitest';
import { withoutSecondThoughts } from './corrections.ts';

it.each([
  ['add call dave, no wait, call steve', 'add call steve'],
  ['remind me to call dave tomorrow, sorry i mean steve', 'remind me to call steve tomorrow'],
  ['add a rose bush, scratch that, a lavender bush', 'add a lavender bush'],
  ['add pick up the dry cleaning or rather the laundry', 'add pick up the laundry'],
  ['move the vet to friday no wait saturday', 'move the vet to saturday'],
  ['gym tomorrow at 5pm, actually make that 6pm', 'gym tomorrow at 6pm'],
  ['gym tomorrow at 5pm, no, friday', 'gym friday at 5pm'],
  ['call the vet at 5, no wait, 6', 'call the vet at 6'],
  ['buy milk, no sugar', 'buy milk, no sugar'],
  ['add say sorry to mom', 'add say sorry to mom'],
  ['delete task 2, actually keep it', 'delete task 2, actually keep it'],
  ['no wait, friday', 'no wait, friday'],
  ['add milk, actually make it urgent', 'add milk, actually make it urgent'],
])('%s', (said, meant) => {
  expect(withoutSecondThoughts(said).replaceAll(/\s+/g, ' ')).toBe(meant);
});
