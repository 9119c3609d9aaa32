import { capital } from '../../words/letters.ts';
import type { Forms } from '../../words/numbers.ts';

export const ofPeople: Forms = ['человек', 'человека', 'человек'];
/** After «из»: «из 21 члена», «из 22 членов». */
export const fromMembers: Forms = ['члена', 'членов', 'членов'];

const instrumental: Readonly<Record<string, Readonly<Record<'one' | 'many', string>>>> = {
  победитель: { one: 'победителем', many: 'победителями' },
  лауреат: { one: 'лауреатом', many: 'лауреатами' },
  призёр: { one: 'призёром', many: 'призёрами' },
  призер: { one: 'призером', many: 'призерами' },
  финалист: { one: 'финалистом', many: 'финалистами' },
  дипломант: { one: 'дипломантом', many: 'дипломантами' },
};

/** An award that is handed over, where other labels say what a winner becomes: «диплом», and not «дипломант». */
const award =
  /(?<!\p{L})(?:грамота|диплом|благодарность|письмо|медаль|приз|премия|кубок|орден|знак|сертификат|награда|грант|стипендия)(?!\p{L})|^гран-при/iu;

export const isAward = (label: string): boolean => award.test(label.trim());

/** «Признать победителями …»; a label that cannot be declined is quoted, as the award or the title that it is. */
export function confer(label: string, count: number): string {
  const declined = instrumental[label.toLowerCase()];
  if (declined) return `Признать ${declined[count === 1 ? 'one' : 'many']}`;
  return isAward(label) ? `Присудить награду «${label}»` : `Присвоить звание «${label}»`;
}

/** The same as a statement about several who are equal: «Победителями признаны все эти номинанты.» */
export function conferredOnAll(label: string): string {
  const declined = instrumental[label.toLowerCase()];
  if (declined) return `${capital(declined.many)} признаны все эти номинанты.`;
  return isAward(label)
    ? `Награда «${label}» присуждена всем этим номинантам.`
    : `Звание «${label}» присвоено всем этим номинантам.`;
}

/**
 * What somebody wrote as a sentence, to stand in brackets or after a colon: without the stop that closed it. Its
 * capital letters stay, since which of them begins a name cannot be told; so does the stop of «г.» or of initials.
 */
export const asContinuation = (text: string): string => {
  const trimmed = text.trim();
  return cutShort.test(trimmed) ? trimmed : trimmed.replace(/\.$/, '');
};

const cutShort = /(?<!\p{L})(?:\p{L}|гг|пп|др|пр|ул|им|руб|коп|тыс|обл|экз|стр|чел|мин|корп)\.$/iu;

/** With a full stop, unless it has an end already. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
