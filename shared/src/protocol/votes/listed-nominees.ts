import { isRunoff, type Nominee, type Question, type Round } from '../../rules/session.ts';
import { withdrawalKey, type SessionRecord } from '../session-record.ts';
import { nomineeText } from './ballot-text.ts';
import { asContinuation, asSentence } from '../language/wording.ts';

export const isVotedOn = ({ nomineeIds }: Round, { nomineeId }: Nominee): boolean =>
  nomineeIds.includes(nomineeId);

/** Who stands in the table of a round: who was voted on, and who had withdrawn before the first vote (rule 4.5). */
export const listedIn = ({ nominees }: Question, round: Round): Nominee[] =>
  nominees.filter((nominee) => isVotedOn(round, nominee) || (nominee.withdrawn === true && !isRunoff(round)));

/**
 * «Допущено заявок – 4, из них снято с рассмотрения до голосования – 1.»: the nominees frozen at the opening. Whoever
 * withdrew after the first vote was voted on, as its table says. Empty of a motion.
 */
export function admitted({ nominees, rounds }: Question): string[] {
  const [first] = rounds;
  if (first === undefined || nominees.length === 0) return [];
  const withdrawn = nominees.filter((nominee) => !isVotedOn(first, nominee)).length;
  const remark = withdrawn === 0 ? '' : `, из них снято с рассмотрения до голосования – ${withdrawn}`;
  return [`Допущено заявок – ${nominees.length}${remark}.`];
}

/** «Допущено заявок – 2: …; … – заявка снята с рассмотрения: …» of a nomination that did not come to a vote. */
export function applicationsText(record: SessionRecord, question: Question): string {
  const { nominees } = question;
  const named = nominees.map((nominee) => {
    const withdrawn = nominee.withdrawn
      ? ` – ${withdrawnText(record, question, nominee, 'с рассмотрения')}`
      : '';
    return nomineeText(nominee) + withdrawn;
  });
  return asSentence(`Допущено заявок – ${nominees.length}${named.length > 0 ? `: ${named.join('; ')}` : ''}`);
}

/** Why a nominee withdrew, as it goes on within a sentence; empty where it is not known. */
function withdrawalReason(
  { withdrawals }: SessionRecord,
  { questionId }: Question,
  { nomineeId }: Nominee,
): string {
  return asContinuation(withdrawals.get(withdrawalKey(questionId, nomineeId)) ?? '');
}

function withdrawnText(record: SessionRecord, question: Question, nominee: Nominee, when: string): string {
  const reason = withdrawalReason(record, question, nominee);
  return `заявка снята ${when}${reason === '' ? '' : `: ${reason}`}`;
}

/** «заявка снята с рассмотрения: …», «заявка снята после голосования: …» of who was voted on; empty of who stayed. */
export function withdrawalText(
  record: SessionRecord,
  question: Question,
  round: Round,
  nominee: Nominee,
): string {
  if (!nominee.withdrawn) return '';
  const when = isVotedOn(round, nominee) ? 'после голосования' : 'с рассмотрения';
  return withdrawnText(record, question, nominee, when);
}

/** The same in brackets behind the name of the nominee. */
export function withdrawalRemark(...of: Parameters<typeof withdrawalText>): string {
  const text = withdrawalText(...of);
  return text === '' ? '' : ` (${text})`;
}
