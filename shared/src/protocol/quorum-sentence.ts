import { quorumOf } from '../rules/quorum.ts';
import type { Session } from '../rules/session.ts';
import { form, fromMembers } from './wording.ts';
import { nbsp } from './typography.ts';

/** «Из 9 членов комиссии присутствуют 7. Кворум имеется (требуется не менее 5). Заседание правомочно.» (rule 3) */
export function quorumSentence(session: Session): string {
  const { present, base, needed, stands } = quorumOf(session);
  const among = session.ruleSet.quorum.base === 'established' ? ' по установленной численности' : '';
  const verb = form(present, ['присутствует', 'присутствуют', 'присутствуют']);
  return (
    `Из ${base}${nbsp}${form(base, fromMembers)} комиссии${among} ${verb}${nbsp}${present}. ` +
    `Кворум ${stands ? 'имеется' : 'отсутствует'} (требуется не менее${nbsp}${needed}). ` +
    `Заседание ${stands ? 'правомочно' : 'неправомочно'}.`
  );
}
