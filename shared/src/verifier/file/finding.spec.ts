import { describe, expect, it } from '@jest/globals';
import { finding, findingText, findingWords, type FindingCode } from './finding.ts';

const codes = Object.keys(findingWords.en) as FindingCode[];
const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the sentences of what is wrong with a file', () => {
  it.each(codes)('say the same of %s in both languages', (code) => {
    expect(namesIn(findingWords.ru[code])).toEqual(namesIn(findingWords.en[code]));
    expect(findingWords.ru[code]).not.toEqual(findingWords.en[code]);
    expect(findingWords.ru[code]).toMatch(/[а-я]/);
  });

  it('name the place, and the entry where it has none', () => {
    expect(findingText(finding('missing', 'event.type'), 'ru')).toBe('event.type: поля нет.');
    expect(findingText(finding('object', ''), 'ru')).toBe('запись: здесь должен быть объект.');
    expect(findingText(finding('object', ''), 'en')).toBe('entry: it must be an object.');
  });

  it('cut short what a stranger wrote, and let none of it steer a terminal or turn the line around', () => {
    const hostile = findingText(finding('unknown', `\u001b[2J\u202e${'x'.repeat(100_000)}`), 'en');
    expect(hostile).toMatch(/^\\u\{1b\}\[2J\\u\{202e\}x+…: a journal has no such field\.$/);
    expect(hostile.length).toBeLessThan(150);
  });
});
