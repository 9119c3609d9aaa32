import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('[12.1] sorts keys by UTF-16 units, not by code points', () =>
    // The example of RFC 8785, section 3.2.3.
    expect(
      canonicalJson({
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      }),
    ).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ));

  it('[12.1] spells numbers and texts as ECMAScript does', () =>
    expect(
      canonicalJson({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
        text: '\u20ac$\u000f\nA\'B"\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"text":"€$\\u000f\\nA\'B\\"\\\\\\"/"}',
    ));

  it('leaves out what is undefined, as JSON does, and goes deep', () =>
    expect(canonicalJson({ b: { d: undefined, c: [{ z: 1, y: 2 }] }, a: undefined })).toBe(
      '{"b":{"c":[{"y":2,"z":1}]}}',
    ));

  it('is the same after a journey through JSON', () => {
    const value = { z: 'я', a: [1, { b: null }] };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('takes no %p', (number) =>
    expect(() => canonicalJson({ number })).toThrow(TypeError),
  );
});
