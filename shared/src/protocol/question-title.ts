import type { Question } from '../rules/session.ts';
import { quoted } from './language/typography.ts';

/** «О победителе в номинации «Лучший МФЦ» (категория «К1»; …)»: the category only where the title does not name it. */
export function titleWith({ title, category }: Question, remarks: readonly string[] = []): string {
  const all = [
    ...(category !== undefined && category !== '' && !title.includes(category)
      ? [`категория ${quoted(category)}`]
      : []),
    ...remarks,
  ];
  return all.length === 0 ? title : `${title} (${all.join('; ')})`;
}
