import { describe, expect, it } from '@jest/globals';
import { isOffered, notOfferedIn, stepped } from './score-steps.ts';

const criterion = { criterionId: 'k', title: 'Качество', min: '0', max: '10', step: '0.1', weight: '1' };

describe('[5.5] the steps of a score', () => {
  it('add tenths without the dust of binary fractions', () =>
    expect(stepped(criterion, '0.2', 1)).toBe('0.3'));
  it('begin in the middle', () => expect(stepped(criterion, undefined, 1)).toBe('5'));
  it('stop at both ends', () => {
    expect(stepped(criterion, '10', 1)).toBe('10');
    expect(stepped(criterion, '0', -1)).toBe('0');
  });
  it('stop at the last step of a grid that does not reach the maximum', () =>
    expect(stepped({ ...criterion, min: '1', max: '10', step: '2' }, '9', 1)).toBe('9'));
  it('go below zero where the criterion does', () =>
    expect(stepped({ ...criterion, min: '-1', max: '1', step: '0.5' }, '0', -1)).toBe('-0.5'));
});

describe('[5.7] a score', () => {
  it.each(['0', '7.3', '10'])('of %s is offered', (value) => expect(isOffered(criterion, value)).toBe(true));
  it.each(['-0.1', '10.1', '7.35'])('of %s is not', (value) =>
    expect(isOffered(criterion, value)).toBe(false),
  );

  it.each([
    ['7.35', ['7.3', '7.4']],
    ['-0.1', []],
    ['10.1', []],
    ['7.3', undefined],
  ])('of %s misses the step between %j', (value, nearest) =>
    expect(notOfferedIn({ scores: { x: { k: value } } }, { criteria: [criterion] })?.nearest).toEqual(
      nearest,
    ),
  );
  it('of the last, broken step is next to the one below alone', () =>
    expect(
      notOfferedIn({ scores: { x: { k: '10' } } }, { criteria: [{ ...criterion, min: '1', step: '2' }] })
        ?.nearest,
    ).toEqual(['9']));
});
