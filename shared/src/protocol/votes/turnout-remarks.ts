import { seatOf, type BallotBasis, type CountedBallot, type Round } from '../../rules/session.ts';
import { paragraph } from '../blocks.ts';
import type { Block } from '../document.ts';
import { nameOf, namesOf } from './named-members.ts';
import { alphabetically } from '../people/names.ts';
import { holderAt, holderText } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';
import { nbsp } from '../language/typography.ts';
import { genitiveOfBody } from '../language/declined-names.ts';

/** Who did not vote, who was recused, and whose ballot came another way (rules 5.6, 8.2, 8.5). */
export const turnoutRemarks = (record: SessionRecord, round: Round): Block[] =>
  [
    ...notVoted(record, round),
    ...recused(record, round),
    ...entered(record, round),
    ...substituted(record, round),
  ].map((text) => paragraph(text, { alignment: 'left' }));

/** More names than these nobody reads in the text; the appendix has them, which an extract may refer to as well. */
const namedAtMost = 10;
const inAppendix = 'поимённо – в приложении к протоколу «Поименные результаты голосования»';

function notVoted(record: SessionRecord, { roundId }: Round): string[] {
  const ids = record.closings.get(roundId)?.notVoted ?? [];
  if (ids.length === 0) return [];
  const count = `Не голосовали${nbsp}– ${ids.length}`;
  return [ids.length > namedAtMost ? `${count} (${inAppendix}).` : `${count}: ${namesOf(record, ids)}.`];
}

const recused = (record: SessionRecord, round: Round): string[] =>
  round.recused.length === 0
    ? []
    : [
        `${recusedNames(record, round)} не ${round.recused.length === 1 ? 'участвовал(а)' : 'участвовали'} в голосовании (конфликт интересов).`,
      ];

/** Whoever held the seat, in the order of the alphabet; a substitute with the member they stood for. */
function recusedNames(record: SessionRecord, round: Round): string {
  const { initialsFirst } = record.naming;
  const holders = round.recused
    .map((memberId) => holderAt(record, memberId, round.closedPosition))
    .sort(alphabetically);
  return holders
    .map((holder) => holderText(record, holder, initialsFirst))
    .join(holders.some((each) => each.substituted !== undefined) ? '; ' : ', ');
}

/** Ballots that the secretary entered are marked as such (rule 8.5). */
function entered(record: SessionRecord, { ballots }: Round): string[] {
  const by = (wanted: BallotBasis) => ballots.filter(({ basis }) => basis === wanted);
  const [spoken, written] = [by('by-hand'), by('written')];
  const body = genitiveOfBody(record.session);
  const spokenText =
    spoken.length === 1
      ? `Голос внесён секретарём со слов члена ${body}`
      : `Голоса внесены секретарём со слов членов ${body}`;
  return [
    ...(spoken.length > 0 ? [`${spokenText}${nbsp}– ${spoken.length}: ${givenBy(record, spoken)}.`] : []),
    ...(written.length > 0
      ? [
          `${written.length === 1 ? 'Письменный бюллетень' : 'Письменные бюллетени'}${nbsp}– ${written.length}: ${givenBy(record, written)}.`,
        ]
      : []),
  ];
}

const givenBy = (record: SessionRecord, ballots: readonly CountedBallot[]): string =>
  ballots
    .map((each) => ({ ...each, name: seatOf(record.session, each.memberId)?.name ?? each.memberId }))
    .sort(alphabetically)
    .map(({ memberId, document }) => `${nameOf(record, memberId)}${document ? ` (${document})` : ''}`)
    .join('; ');

/** Substitutes who voted; one who sat there without voting stands among those who did not vote. */
function substituted(record: SessionRecord, { roundId, ballots }: Round): string[] {
  const seats = record.closings.get(roundId)?.substituted ?? [];
  const voted = seats.filter((memberId) => ballots.some((each) => each.memberId === memberId));
  return voted.length === 0
    ? []
    : [
        `За замещаемых членов ${genitiveOfBody(record.session)} голосовали${nbsp}– ${voted.length}: ${voted
          .map((memberId) => ({
            memberId,
            name: seatOf(record.session, memberId)?.substitute?.name ?? memberId,
          }))
          .sort(alphabetically)
          .map(({ memberId }) => substitution(record, memberId))
          .join('; ')}.`,
      ];
}

function substitution(record: SessionRecord, memberId: string): string {
  const substitute = seatOf(record.session, memberId)?.substitute;
  const seat = `член ${genitiveOfBody(record.session)} – ${nameOf(record, memberId)}`;
  return substitute
    ? `${record.naming.initialsFirst(substitute.name)} (${seat}, ${substitute.mandate})`
    : seat;
}
