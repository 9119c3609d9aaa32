import { ballotKinds } from '../rules/kinds/registry.ts';
import { decisionRuleOf, seatOf, type CountedBallot, type Question, type Round } from '../rules/session.ts';
import { byName, numberOf, nomineeText } from './ballot-text.ts';
import { column, note, paragraph, row, table } from './blocks.ts';
import type { Block, Column } from './document.ts';
import { nominationOf } from './decision-lines.ts';
import { clockToTheSecond } from './moments.ts';
import { alphabetically } from './names.ts';
import { withdrawalKey, type SessionRecord } from './session-record.ts';
import { tieSentences } from './tie-sentence.ts';
import { nbsp } from './typography.ts';
import { decisionRuleText, roman, withComma, type WinsBy } from './wording.ts';

/** One round: its title where there are several, the count, who stood apart, ties, an annulment. */
export function voteBlocks(record: SessionRecord, question: Question, round: Round): Block[] {
  const several = question.rounds.length > 1;
  const title = several
    ? [paragraph([{ text: `${roundTitle(round)}.`, bold: true }], { keepWithNext: true })]
    : [];
  if (round.status === 'open') return [...title, paragraph('Голосование продолжается.')];
  return [
    ...title,
    ...annulmentBlocks(round),
    ...(round.ballotKind === 'motion'
      ? [motionSentence(question, round)]
      : nomineeBlocks(record, question, round)),
    ...standingApart(record, round),
    ...ballotRemarks(record, round),
    ...tieSentences(record, question, round).map((sentence) => paragraph(sentence)),
    ...passedOver(question, round),
    ...quorumLost(round),
    note(
      `${closingText(record, round)} Правило: ${decisionRuleText(decisionRuleOf(record.session, question), winsBy(round))}.`,
    ),
  ];
}

function winsBy({ ballotKind, parameters }: Round): WinsBy {
  if (ballotKind === 'motion') return 'more-for';
  if (!ballotKinds[ballotKind].countsVotes) return parameters.sumOfPlaces ? 'least-places' : 'points';
  return 'votes';
}

export const kinds: Readonly<Record<Round['kind'], string>> = {
  first: 'Первое голосование',
  runoff: 'Перебаллотировка',
  revote: 'Повторное голосование',
};

/** «Голосование 2 – перебаллотировка». */
export const roundTitle = ({ number, kind }: Round): string =>
  number === 1 ? kinds[kind] : `Голосование ${number} – ${kinds[kind].toLowerCase()}`;

const grounds = {
  breach: 'нарушение процедуры',
  miscount: 'ошибка подсчёта',
  decision: 'решение комиссии',
} as const;

function annulmentBlocks({ status, annulment }: Round): Block[] {
  if (status !== 'annulled') return [];
  const ground = annulment
    ? ` Основание: ${grounds[annulment.ground]} – ${annulment.reason.replace(/\.$/, '')}.`
    : '';
  return [
    paragraph([{ text: 'Результаты этого голосования аннулированы.', bold: true }, { text: ground }], {
      keepWithNext: true,
    }),
  ];
}

function motionSentence(question: Question, { tally, outcome, status, tieBreaking }: Round): Block {
  const count = (side: string): number => tally.votes?.[side] ?? 0;
  const abstained = tally.abstained ?? count('abstain');
  const whole = count('for') === tally.ballots && tally.notVoted === 0 && tally.ballots > 0;
  const verdict =
    status === 'annulled'
      ? ''
      : outcome?.kind === 'adopted'
        ? whole
          ? ' Решение принято единогласно.'
          : ' Решение принято.'
        : ' Решение не принято.';
  const casting =
    tieBreaking.castingVotes.length > 0
      ? ' В том числе дополнительный решающий голос председательствующего.'
      : '';
  return paragraph([
    { text: 'Результаты голосования: ', bold: true },
    {
      text: `«за»${nbsp}– ${count('for')}, «против»${nbsp}– ${count('against')}, «воздержались»${nbsp}– ${abstained}.${casting}${verdict}`,
    },
  ]);
}

function nomineeBlocks(record: SessionRecord, question: Question, round: Round): Block[] {
  const { tally } = round;
  const against = tally.votes?.['against-all'];
  const apart = [
    `Подано бюллетеней${nbsp}– ${tally.ballots}`,
    ...(tally.abstained === undefined ? [] : [`воздержались${nbsp}– ${tally.abstained}`]),
    ...(against === undefined ? [] : [`«против всех»${nbsp}– ${against}`]),
  ];
  const verdict = verdictText(round);
  return [
    paragraph([{ text: 'Результаты голосования ', bold: true }, { text: `${nominationOf(question)}:` }], {
      keepWithNext: true,
      alignment: 'left',
    }),
    nomineeTable(record, question, round),
    paragraph(`${apart.join(', ')}.${verdict}`),
  ];
}

function verdictText({ outcome, status }: Round): string {
  if (status === 'annulled' || !outcome) return '';
  if (outcome.kind === 'no-winner') return ' Победитель не определён.';
  return outcome.kind === 'no-quorum' ? ' Решение не принято.' : '';
}

interface Counted {
  readonly columns: readonly Column[];
  readonly cells: (nomineeId: string) => readonly string[];
}

function countsOf({ tally, parameters }: Round): Counted {
  const by = (counts: Readonly<Record<string, number>> | undefined) => (nomineeId: string) =>
    String(counts?.[nomineeId] ?? 0);
  if (tally.against) {
    const lines = [tally.votes, tally.against, tally.abstentions].map(by);
    return {
      columns: [column('За', 0.9), column('Против', 1.6), column('Воздерж.', 1.9)],
      cells: (nomineeId) => lines.map((line) => line(nomineeId)),
    };
  }
  if (tally.points) {
    const { points } = tally;
    return {
      columns: [column(parameters.sumOfPlaces ? 'Сумма мест' : 'Баллы', 1.5)],
      cells: (nomineeId) => [withComma(points[nomineeId] ?? '0')],
    };
  }
  return { columns: [column('Голоса', 1.2)], cells: (nomineeId) => [by(tally.votes)(nomineeId)] };
}

function nomineeTable(record: SessionRecord, question: Question, round: Round): Block {
  const shown = question.nominees.filter(({ nomineeId }) => round.nomineeIds.includes(nomineeId));
  const withRegion = shown.some((nominee) => nominee.region);
  const counts = countsOf(round);
  const places = new Map(
    round.status === 'annulled'
      ? []
      : (round.outcome?.winners ?? []).map((each) => [each.nomineeId, each.place]),
  );
  const ranked = question.places.kind === 'ranked';
  const placeText = (place: number | undefined): string =>
    place === undefined ? '' : ranked ? roman(place) : (question.winnerLabel ?? 'победитель');
  const withPlace = shown.some(({ nomineeId }) => places.has(nomineeId));
  return table(
    [
      column('№', 0.6),
      column('Номинант', 5, 'left'),
      ...(withRegion ? [column('Регион', 3, 'left')] : []),
      ...counts.columns,
      ...(withPlace ? [column(ranked ? 'Место' : 'Итог', ranked ? 1.1 : 1.9)] : []),
    ],
    shown.map((nominee) => {
      const { nomineeId } = nominee;
      const reason = record.withdrawals.get(withdrawalKey(question.questionId, nomineeId));
      const withdrawn = nominee.withdrawn ? ` – снят с рассмотрения${reason ? ` (${reason})` : ''}` : '';
      return row(
        [
          numberOf(question, nomineeId),
          nomineeText({ ...nominee, region: undefined }) + withdrawn,
          ...(withRegion ? [nominee.region ?? ''] : []),
          ...counts.cells(nomineeId),
          ...(withPlace ? [placeText(places.get(nomineeId))] : []),
        ],
        places.has(nomineeId),
      );
    }),
    { keyColumns: 2 },
  );
}

/** Who did not vote and who was recused: counted and named apart (rules 5.6, 8.2). */
function standingApart(record: SessionRecord, round: Round): Block[] {
  const notVoted = record.closings.get(round.roundId)?.notVoted ?? [];
  return [
    ...(notVoted.length > 0
      ? [
          paragraph(`Не голосовали${nbsp}– ${notVoted.length}: ${named(record, notVoted)}.`, {
            alignment: 'left',
          }),
        ]
      : []),
    ...(round.recused.length > 0
      ? [
          paragraph(
            `${named(record, round.recused)} не ${round.recused.length === 1 ? 'участвовал(а)' : 'участвовали'} в голосовании (конфликт интересов).`,
          ),
        ]
      : []),
  ];
}

/** Ballots that came another way than from the member's own device are marked as such (rule 8.5). */
function ballotRemarks(record: SessionRecord, round: Round): Block[] {
  const substituted = record.closings.get(round.roundId)?.substituted ?? [];
  const byHand = round.ballots.filter(({ basis }) => basis === 'by-hand');
  const written = round.ballots.filter(({ basis }) => basis === 'written');
  return [
    ...(byHand.length > 0
      ? [
          paragraph(
            `Голос с места, внесён секретарём${nbsp}– ${byHand.length}: ${ballotsOf(record, byHand)}.`,
          ),
        ]
      : []),
    ...(written.length > 0
      ? [paragraph(`Письменный бюллетень${nbsp}– ${written.length}: ${ballotsOf(record, written)}.`)]
      : []),
    ...(substituted.length > 0
      ? [
          paragraph(
            `Голосовали замещающие${nbsp}– ${substituted.length}: ${substituted.map((memberId) => substitution(record, memberId)).join('; ')}.`,
          ),
        ]
      : []),
  ];
}

const ballotsOf = (record: SessionRecord, ballots: readonly CountedBallot[]): string =>
  ballots
    .map(({ memberId, document }) => `${named(record, [memberId])}${document ? ` (${document})` : ''}`)
    .join('; ');

function substitution({ session, naming }: SessionRecord, memberId: string): string {
  const { initialsFirst } = naming;
  const seat = seatOf(session, memberId);
  const substitute = seat?.substitute;
  return `${initialsFirst(substitute?.name ?? '')} за ${initialsFirst(seat?.name ?? memberId)}${substitute ? ` (${substitute.mandate})` : ''}`;
}

/** Names in the order of the alphabet. */
function named({ session, naming }: SessionRecord, memberIds: readonly string[]): string {
  return memberIds
    .map((memberId) => ({ name: seatOf(session, memberId)?.name ?? memberId }))
    .sort(alphabetically)
    .map(({ name }) => naming.initialsFirst(name))
    .join(', ');
}

function passedOver(question: Question, { outcome }: Round): Block[] {
  if (!outcome?.passedOver?.length) return [];
  const names = outcome.passedOver.map(byName(question));
  return [
    paragraph(`Уже признаны победителями ранее и в этой номинации не награждаются: ${names.join('; ')}.`),
  ];
}

function quorumLost({ status, quorumStood }: Round): Block[] {
  return status === 'closed' && quorumStood === false
    ? [paragraph('При закрытии голосования кворум отсутствовал.')]
    : [];
}

function closingText({ session, closings }: SessionRecord, round: Round): string {
  const { timeZone } = session;
  const actor = closings.get(round.roundId)?.actor;
  const byHand = actor?.startsWith('secretary:') ? 'секретарём' : 'председательствующим';
  const by = {
    hand: byHand,
    duration: 'по истечении отведённого времени',
    'all-voted': 'после голоса последнего из имевших право голосовать',
    deadline: 'по наступлении срока подведения итогов',
  }[round.closedBy ?? 'hand'];
  const closed = round.effectiveAt ?? round.closedAt ?? round.openedAt;
  return (
    `Голосование открыто в ${clockToTheSecond(round.openedAt, timeZone)}, закрыто в ${clockToTheSecond(closed, timeZone)} ${by}; ` +
    `имели право голосовать${nbsp}– ${round.entitled.length}, учтено голосов${nbsp}– ${round.tally.ballots}.`
  );
}
