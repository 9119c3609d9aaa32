import { seatOf, type BallotBasis, type CountedBallot, type Round } from '../rules/session.ts';
import { paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import { nameOf, namesOf } from './named-members.ts';
import type { SessionRecord } from './session-record.ts';
import { nbsp } from './typography.ts';

/** Who did not vote, who was recused, and whose ballot came another way (rules 5.6, 8.2, 8.5). */
export const turnoutRemarks = (record: SessionRecord, round: Round): Block[] =>
  [
    ...notVoted(record, round),
    ...recused(record, round),
    ...entered(record, round),
    ...substituted(record, round),
  ].map((text) => paragraph(text, { alignment: 'left' }));

function notVoted(record: SessionRecord, { roundId }: Round): string[] {
  const ids = record.closings.get(roundId)?.notVoted ?? [];
  return ids.length === 0 ? [] : [`Не голосовали${nbsp}– ${ids.length}: ${namesOf(record, ids)}.`];
}

const recused = (record: SessionRecord, round: Round): string[] =>
  round.recused.length === 0
    ? []
    : [
        `${namesOf(record, round.recused)} не ${round.recused.length === 1 ? 'участвовал(а)' : 'участвовали'} в голосовании (конфликт интересов).`,
      ];

/** Ballots that the secretary entered are marked as such (rule 8.5). */
function entered(record: SessionRecord, { ballots }: Round): string[] {
  const by = (wanted: BallotBasis) => ballots.filter(({ basis }) => basis === wanted);
  const [spoken, written] = [by('by-hand'), by('written')];
  const spokenText =
    spoken.length === 1
      ? 'Голос внесён секретарём со слов члена комиссии'
      : 'Голоса внесены секретарём со слов членов комиссии';
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
    .map(({ memberId, document }) => `${nameOf(record, memberId)}${document ? ` (${document})` : ''}`)
    .join('; ');

/** Substitutes who voted; one who sat there without voting stands among those who did not vote. */
function substituted(record: SessionRecord, { roundId, ballots }: Round): string[] {
  const seats = record.closings.get(roundId)?.substituted ?? [];
  const voted = seats.filter((memberId) => ballots.some((each) => each.memberId === memberId));
  return voted.length === 0
    ? []
    : [
        `За замещаемых членов комиссии голосовали${nbsp}– ${voted.length}: ${voted.map((memberId) => substitution(record, memberId)).join('; ')}.`,
      ];
}

function substitution(record: SessionRecord, memberId: string): string {
  const substitute = seatOf(record.session, memberId)?.substitute;
  const seat = `член комиссии – ${nameOf(record, memberId)}`;
  return substitute
    ? `${record.naming.initialsFirst(substitute.name)} (${seat}, ${substitute.mandate})`
    : seat;
}
