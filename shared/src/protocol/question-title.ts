import type { Question } from '../rules/session.ts';
import { quoted } from './language/typography.ts';
import { asContinuation } from './language/wording.ts';

/** A title heads or goes on within a sentence: the stop that closed it is not printed. */
export const headingOf = ({ title }: Pick<Question, 'title'>): string => asContinuation(title);

/** «О победителе в номинации «Лучший МФЦ» (категория «К1»; …)»: the category only where the title does not name it. */
export function titleWith(question: Question, remarks: readonly string[] = []): string {
  const { category } = question;
  const title = headingOf(question);
  const all = [
    ...(category !== undefined && category !== '' && !title.includes(category)
      ? [`категория ${quoted(category)}`]
      : []),
    ...remarks,
  ];
  return all.length === 0 ? title : `${title} (${all.join('; ')})`;
}
