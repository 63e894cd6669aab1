import { describe, expect, it } from 'vitest';
import { clauseReader } from '../../understanding/clause-reader.ts';
import { severalItems } from './items.ts';
import { urdu } from './urdu.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const reader = clauseReader(urdu, now, (text) => text);

describe('severalItems', () => {
  it.each([
    ['دودھ لانا، امی کو فون کرنا اور بل بھرنا', ['دودھ لانا', 'امی کو فون کرنا', 'بل بھرنا']],
    ['آٹا، چینی اور گھی', ['آٹا', 'چینی', 'گھی']],
    ['- آلو\n- بھنڈی', ['آلو', 'بھنڈی']],
    ['1. آلو 2. بھنڈی', ['آلو', 'بھنڈی']],
    ['آلو لانا؛ بھنڈی لانا', ['آلو لانا', 'بھنڈی لانا']],
  ])('%s', (text, items) => {
    expect(severalItems(text, reader, false)).toEqual(items);
  });

  it.each([
    'آلو، پیاز اور ٹماٹر خریدنا',
    'صبح اور شام',
    'رپورٹ لکھنا، جمعہ تک',
    'رپورٹ لکھنا، ترجیح زیادہ',
    'دودھ',
  ])('one task: %s', (text) => {
    expect(severalItems(text, reader, false)).toBeUndefined();
  });

  it('takes two names apart only when several were announced', () => {
    expect(severalItems('دودھ اور انڈے', reader, false)).toBeUndefined();
    expect(severalItems('دودھ اور انڈے', reader, true)).toEqual(['دودھ', 'انڈے']);
  });
});
