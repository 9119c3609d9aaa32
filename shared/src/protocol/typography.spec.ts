import { describe, expect, it } from '@jest/globals';
import { clock, dayOf, daysText, dayText, zoneText } from './moments.ts';
import { quoted, typographic } from './typography.ts';

const visible = (text: string): string => text.replaceAll('\u00A0', '_');

describe('typographic', () => {
  it.each([
    ['поддержал заявку "МФЦ Кирова".', 'поддержал заявку «МФЦ Кирова».'],
    ['номинация "Лучший "МФЦ" года"', 'номинация «Лучший „МФЦ“ года»'],
    ['И. О. Фамилия - за', 'И.О._Фамилия_– за'],
    ['И.О. Салтыков-Щедрин', 'И.О._Салтыков-Щедрин'],
    ['протокол № 5 от 30 июня 2021 г.', 'протокол №_5 от 30_июня_2021_г.'],
    ['протокол №5', 'протокол №_5'],
    ['№\u00A05 от 30\u00A0июня 2021\u00A0г.', '№_5 от 30_июня_2021_г.'],
    ['1 мая 2021 г. и 31 августа 2021 г.', '1_мая_2021_г. и 31_августа_2021_г.'],
    ['г. Москва', 'г._Москва'],
    ['мнение о заявке – А.И. Белова', 'мнение о заявке_– А.И._Белова'],
    ['5-10', '5-10'],
    ["d'Artagnan 3 < 4 & 5", "d'Artagnan 3 < 4 & 5"],
  ])('%s → %s', (text, set) => expect(visible(typographic(text))).toBe(set));

  it('is idempotent', () => {
    const once = typographic('Решение "О "МФЦ"" № 5 - И. О. Фамилия, 30 июня 2021 г.');
    expect(typographic(once)).toBe(once);
  });

  it('nests a title that holds quotes', () =>
    expect(quoted('О номинации «Лучший МФЦ»')).toBe('«О номинации „Лучший МФЦ“»'));
});

describe('moments in the session’s time zone', () => {
  it('writes days and spans', () => {
    expect(visible(dayText('2021-06-25'))).toBe('25_июня_2021_г.');
    expect(visible(daysText('2021-06-25', '2021-06-26'))).toBe('25–26_июня_2021_г.');
    expect(visible(daysText('2021-05-31', '2021-06-02'))).toBe('31_мая_– 2_июня_2021_г.');
  });

  it('reads a moment near midnight by the zone, not by UTC', () => {
    expect(dayOf('2021-06-24T22:30:00.000Z', 'Europe/Moscow')).toBe('2021-06-25');
    expect(clock('2021-06-24T22:30:00.000Z', 'Europe/Moscow')).toBe('01:30');
    expect(clock('2021-06-24T21:00:00.000Z', 'Europe/Moscow')).toBe('00:00');
  });

  it('names the zone', () => {
    expect(zoneText('Europe/Moscow', '2021-06-24T22:30:00.000Z')).toBe('московское время, UTC+3');
    expect(zoneText('Asia/Yekaterinburg', '2021-06-24T22:30:00.000Z')).toBe(
      'часовой пояс Asia/Yekaterinburg, UTC+5',
    );
  });
});
