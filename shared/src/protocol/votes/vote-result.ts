import { awardsPlaces } from '../../rules/kinds/registry.ts';
import type { Question, Round } from '../../rules/session.ts';
import { appendixReference } from './appendix-reference.ts';
import { byName } from './ballot-text.ts';
import { note, paragraph } from '../blocks.ts';
import { closingNote } from './closing-note.ts';
import { decisionRuleText } from './decision-rule-text.ts';
import { nominationOf } from './decision-lines.ts';
import type { Appendix, Block } from '../document.ts';
import { nomineeTable } from './nominee-table.ts';
import { quorumShortfall } from './quorum-shortfall.ts';
import { roundTitle } from './round-title.ts';
import { scoringText } from './scoring-text.ts';
import type { SessionRecord } from '../session-record.ts';
import { tieSentences } from './tie-sentence.ts';
import { turnoutRemarks } from './turnout-remarks.ts';
import { nbsp } from '../language/typography.ts';
import { verdictOf } from './verdict.ts';
import { asContinuation, asSentence } from '../language/wording.ts';
import { genitiveOfBody } from '../language/declined-names.ts';

/** One round: its title where there are several, the count, who stood apart, ties, an annulment. */
export function voteBlocks(
  record: SessionRecord,
  question: Question,
  round: Round,
  appendices: readonly Appendix[],
): Block[] {
  const several = question.rounds.length > 1;
  const title = several
    ? [paragraph([{ text: `${roundTitle(round)}.`, bold: true }], { keepWithNext: true })]
    : [];
  if (round.status === 'open') return [...title, paragraph('Голосование продолжается.')];
  return [
    ...title,
    ...annulmentBlocks(record, round),
    ...(awardsPlaces(round.ballotKind) ? nomineeBlocks(record, question, round) : [motionSentence(round)]),
    ...turnoutRemarks(record, round),
    ...tieSentences(record, question, round).map((sentence) => paragraph(sentence, { alignment: 'left' })),
    ...quorumShortfall(record.session, question, round).map((text) => paragraph(text)),
    note(
      [
        closingNote(record, round),
        ...appendixReference(appendices, round),
        `Правило: ${decisionRuleText(record.session, question, round)}.`,
        ...scoringText(round),
      ].join(' '),
    ),
  ];
}

const mistakes = {
  breach: 'нарушение процедуры',
  miscount: 'ошибка подсчёта',
} as const;

function annulmentBlocks({ session }: SessionRecord, { status, annulment }: Round): Block[] {
  if (status !== 'annulled') return [];
  const grounds = { ...mistakes, decision: `решение ${genitiveOfBody(session)}` };
  const ground = annulment
    ? ` Основание: ${asSentence(groundText(grounds[annulment.ground], asContinuation(annulment.reason)))}`
    : '';
  return [
    paragraph([{ text: 'Результаты этого голосования аннулированы.', bold: true }, { text: ground }], {
      keepWithNext: true,
    }),
  ];
}

/** A reason that only repeats the ground is not said. */
const groundText = (ground: string, reason: string): string =>
  plainOf(reason) === plainOf(ground) || reason === '' ? ground : `${ground} – ${reason}`;

const plainOf = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

function motionSentence({ tally, outcome, status, tieBreaking }: Round): Block {
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
  const counted = (side: 'for' | 'against'): string =>
    `${count(side)}${
      tieBreaking.castingVotes.some(({ choice }) => choice === side)
        ? ' (в том числе решающий голос председательствующего)'
        : ''
    }`;
  return paragraph([
    { text: 'Результаты голосования: ', bold: true },
    {
      text: `«за»${nbsp}– ${counted('for')}, «против»${nbsp}– ${counted('against')}, «воздержались»${nbsp}– ${abstained}.${verdict}`,
    },
  ]);
}

const nomineeBlocks = (record: SessionRecord, question: Question, round: Round): Block[] => [
  paragraph([{ text: 'Результаты голосования ', bold: true }, { text: `${nominationOf(question)}:` }], {
    keepWithNext: true,
    alignment: 'left',
  }),
  nomineeTable(record, question, round),
  ...passedOver(question, round),
  ...notJudged(question, round),
  paragraph([`${ballotCounts(round).join(', ')}.`, ...verdictOf(record.session, question, round)].join(' '), {
    alignment: 'left',
  }),
];

/** What the table does not hold. Where each nominee is answered for, only whole ballots of abstention are told apart. */
function ballotCounts({ ballots, tally, tieBreaking, nomineeIds }: Round): string[] {
  const againstAll = tally.votes?.['against-all'];
  const abstained =
    tally.abstentions && nomineeIds.length > 1 ? 'воздержались по всем номинантам' : 'воздержались';
  return [
    `Подано бюллетеней${nbsp}– ${ballots.length}`,
    ...(tieBreaking.castingVotes.length > 0
      ? [`кроме того, решающий голос председательствующего${nbsp}– ${tieBreaking.castingVotes.length}`]
      : []),
    ...(tally.abstained === undefined ? [] : [`${abstained}${nbsp}– ${tally.abstained}`]),
    ...(againstAll === undefined ? [] : [`«против всех»${nbsp}– ${againstAll}`]),
  ];
}

function notJudged(question: Question, { outcome, parameters }: Round): Block[] {
  const names = outcome?.notJudged ?? [];
  if (names.length === 0) return [];
  return [
    paragraph(
      `Не оцениваются (по всем критериям оценили менее ${parameters.minimumScorers ?? 1})${nbsp}– ${names.length}: ${names.map(byName(question)).join('; ')}.`,
      { alignment: 'left' },
    ),
  ];
}

function passedOver(question: Question, { outcome }: Round): Block[] {
  const passed = outcome?.passedOver ?? [];
  if (passed.length === 0) return [];
  return [
    paragraph(
      `Повторно не награждаются (правило одной победы участника)${nbsp}– ${passed.length}: ${passed.map(byName(question)).join('; ')}.`,
      { alignment: 'left' },
    ),
  ];
}
