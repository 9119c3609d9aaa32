import { isRunoff, type Nominee, type Question, type Round } from '../rules/session.ts';
import { withdrawalKey, type SessionRecord } from './session-record.ts';

export const isVotedOn = ({ nomineeIds }: Round, { nomineeId }: Nominee): boolean =>
  nomineeIds.includes(nomineeId);

/** Who stands in the table of a round: who was voted on, and who had withdrawn before the first vote (rule 4.5). */
export const listedIn = ({ nominees }: Question, round: Round): Nominee[] =>
  nominees.filter((nominee) => isVotedOn(round, nominee) || (nominee.withdrawn === true && !isRunoff(round)));

/** « (заявка снята с рассмотрения: …)» behind the name of a nominee who withdrew. */
export function withdrawalRemark(
  { withdrawals }: SessionRecord,
  { questionId }: Question,
  { nomineeId, withdrawn }: Nominee,
): string {
  if (!withdrawn) return '';
  const reason = withdrawals.get(withdrawalKey(questionId, nomineeId))?.replace(/\.$/, '');
  return ` (заявка снята с рассмотрения${reason ? `: ${reason}` : ''})`;
}
