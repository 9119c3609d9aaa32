import { seatOf, type BallotBasis, type Round } from '../../rules/session.ts';
import { paragraph } from '../blocks.ts';
import type { Block } from '../document.ts';
import { alphabetically } from '../people/names.ts';
import { holderAt, holderText, substitutedSeat, type SeatHolder } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';
import { nbsp } from '../language/typography.ts';
import { asContinuation } from '../language/wording.ts';
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

function notVoted(record: SessionRecord, round: Round): string[] {
  const ids = record.closings.get(round.roundId)?.notVoted ?? [];
  if (ids.length === 0) return [];
  const count = `Не голосовали${nbsp}– ${ids.length}`;
  return [
    ids.length > namedAtMost ? `${count} (${inAppendix}).` : `${count}: ${holdersText(record, round, ids)}.`,
  ];
}

const recused = (record: SessionRecord, round: Round): string[] =>
  round.recused.length === 0
    ? []
    : [
        `${holdersText(record, round, round.recused)} не ${round.recused.length === 1 ? 'участвовал(а)' : 'участвовали'} в голосовании (конфликт интересов).`,
      ];

/** Whoever held the seats, in the order of the alphabet; a substitute with the member they stood for. */
function holdersText(record: SessionRecord, round: Round, memberIds: readonly string[]): string {
  const { initialsFirst } = record.naming;
  const holders = memberIds
    .map((memberId) => holderAt(record, memberId, round.closedPosition))
    .sort(alphabetically);
  return holders
    .map((holder) => holderText(record, holder, initialsFirst))
    .join(holders.some((each) => each.substituted !== undefined) ? '; ' : ', ');
}

/** Ballots that the secretary entered are marked as such (rule 8.5). */
function entered(record: SessionRecord, round: Round): string[] {
  const by = (wanted: BallotBasis) => givers(record, round, wanted);
  const [spoken, written] = [by('by-hand'), by('written')];
  return [
    ...(spoken.length > 0
      ? [`${spokenText(record, spoken)}${nbsp}– ${spoken.length}: ${giversText(record, spoken)}.`]
      : []),
    ...(written.length > 0
      ? [
          `${written.length === 1 ? 'Письменный бюллетень' : 'Письменные бюллетени'}${nbsp}– ${written.length}: ${giversText(record, written)}.`,
        ]
      : []),
  ];
}

interface Giver extends SeatHolder {
  readonly document?: string;
}

const givers = (record: SessionRecord, { ballots, closedPosition }: Round, wanted: BallotBasis): Giver[] =>
  ballots
    .filter(({ basis }) => basis === wanted)
    .map(({ memberId, document }) => ({
      ...holderAt(record, memberId, closedPosition),
      ...(document !== undefined && { document }),
    }))
    .sort(alphabetically);

/** A substitute is no member. */
function spokenText({ session }: SessionRecord, givenBy: readonly Giver[]): string {
  const body = genitiveOfBody(session);
  const [one, several] = givenBy.some(({ substituted }) => substituted !== undefined)
    ? ['голосовавшего', 'голосовавших']
    : [`члена ${body}`, `членов ${body}`];
  return givenBy.length === 1
    ? `Голос внесён секретарём со слов ${one}`
    : `Голоса внесены секретарём со слов ${several}`;
}

const giversText = ({ session, naming }: SessionRecord, givenBy: readonly Giver[]): string =>
  givenBy
    .map(({ name, substituted, document }) => {
      const remarks = [
        ...(substituted === undefined ? [] : [substitutedSeat(session, naming.initialsFirst(substituted))]),
        ...(document ? [asContinuation(document)] : []),
      ];
      return naming.initialsFirst(name) + (remarks.length > 0 ? ` (${remarks.join('; ')})` : '');
    })
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
  const { initialsFirst } = record.naming;
  const member = initialsFirst(seatOf(record.session, memberId)?.name ?? memberId);
  const seat = `член ${genitiveOfBody(record.session)} – ${member}`;
  return substitute
    ? `${initialsFirst(substitute.name)} (${seat}, ${asContinuation(substitute.mandate)})`
    : seat;
}
