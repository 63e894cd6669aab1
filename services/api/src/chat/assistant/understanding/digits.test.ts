import { describe, expect, it } from 'vitest';
import { latinDigits } from './digits.ts';

describe('latinDigits', () => {
  it.each([
    ['0123456789', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['०१२३४५६७८९', '0123456789'],
    ['task ۱۲!', 'task 12!'],
  ])('reads %s', (text, digits) => {
    expect(latinDigits(text)).toBe(digits);
  });
});
