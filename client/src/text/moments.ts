import { useMemo } from 'react';
import { useLanguage, type Language } from './texts.ts';

const styles = {
  time: { hour: '2-digit', minute: '2-digit' },
  exact: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type MomentStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A UTC moment as people of a time zone read it (`timeZone` is an IANA name; the device's own without it). */
export function momentText(
  at: string | number,
  style: MomentStyle,
  language: Language,
  timeZone?: string,
): string {
  const id = `${style} ${language} ${timeZone ?? ''}`;
  let format = formats.get(id);
  if (!format) {
    const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
    format = new Intl.DateTimeFormat(locale, { ...styles[style], ...(timeZone && { timeZone }) });
    formats.set(id, format);
  }
  return format.format(new Date(at));
}

/** A calendar day such as a session's date, which belongs to no time zone. */
export const dayText = (day: string, language: Language): string =>
  momentText(`${day}T12:00:00Z`, 'date', language, 'UTC');

export interface Moments {
  readonly moment: (at: string | number, style: MomentStyle) => string;
  /** A moment that may have been given as a mere day: without its time where that is midnight. */
  readonly dayOrMoment: (at: string) => string;
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
}

/** Moments, days and numbers in the person's language and the session's time zone. */
export function useMoments(timeZone?: string): Moments {
  const language = useLanguage();
  return useMemo(
    () => ({
      moment: (at, style) => momentText(at, style, language, timeZone),
      dayOrMoment: (at) => {
        const isMidnight = momentText(at, 'exact', 'ru', timeZone) === '00:00:00';
        return momentText(at, isMidnight ? 'date' : 'dateTime', language, timeZone);
      },
      day: (day) => dayText(day, language),
      number: (value) => value.toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB'),
    }),
    [language, timeZone],
  );
}
