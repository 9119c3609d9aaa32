import { describe, expect, it } from '@jest/globals';
import { fault, sentenceOf, within } from './fault.ts';

describe('a fault', () => {
  it('travels as a code with parameters; the words are filled from them', () =>
    expect(fault('roll', 'too-many', { most: 2_500 })).toEqual({
      path: 'roll',
      code: 'too-many',
      parameters: { most: 2_500 },
      message: 'must have at most 2500 elements',
    }));

  it('is not given without what its words need, or with what they lack', () => {
    // @ts-expect-error: most
    fault('roll', 'too-many', { least: 1 });
    // @ts-expect-error: nothing to fill
    fault('roll', 'missing', { most: 1 });
  });

  it('names its field from the request on, also where what is checked is the field itself', () =>
    expect(within('changes', [fault('', 'object'), fault('roll.0.name', 'empty')])).toMatchObject([
      { path: 'changes' },
      { path: 'changes.roll.0.name' },
    ]));

  it('is one of several in a sentence', () =>
    expect(sentenceOf([fault('', 'object'), fault('a', 'missing')])).toBe('must be an object; a is missing'));
});
