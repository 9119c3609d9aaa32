import { awardsPlaces, ballotKinds } from '../../rules/kinds/registry.ts';
import type { TieBreaker } from '../../rules/plan/rule-set.ts';
import {
  isRunoff,
  seatOf,
  type Question,
  type Round,
  type Session,
  type TieStep,
} from '../../rules/session.ts';
import { byName } from './ballot-text.ts';
import type { SessionRecord } from '../session-record.ts';
import { castingVoteFor, triedText } from './tie-breaker-text.ts';
import { nbsp } from '../language/typography.ts';
import { withdrawnFromTie } from './withdrawn-from-tie.ts';

/** What was tied, which tie-breakers were tried and what each of them did (rule 7.2). Empty without a tie. */
export function tieSentences(record: SessionRecord, question: Question, round: Round): string[] {
  const { outcome } = round;
  if (!outcome || round.status === 'annulled') return [];
  const all = outcome.steps ?? [];
  const withdrawn = withdrawnFromTie(record, question, round);
  if (all.length === 0 && outcome.kind !== 'tied') return withdrawn.length > 0 ? [withdrawn.join(' ')] : [];
  const steps = all.filter((step) => applies(record.session, round, step));
  const explained = steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const sameTie =
      before !== undefined && before.effect === 'passed-on' && before.among.join() === step.among.join();
    return [
      ...(sameTie
        ? []
        : [tiedText(question, round, step.among, before !== undefined && isPartOf(step, before))]),
      stepText(record, question, round, step),
    ];
  });
  const tied = steps.length === 0 ? [tiedText(question, round, outcome.among ?? [])] : [];
  return [
    [...withdrawn, ...tied, ...explained, ...unresolved(record, question, round)]
      .filter((each) => each !== '')
      .join(' '),
  ];
}

/** Some tie-breakers do not apply to every vote; of those there is nothing to tell (rule 7.2). */
function applies(session: Session, round: Round, { tieBreaker, effect }: TieStep): boolean {
  if (effect !== 'passed-on') return true;
  if (tieBreaker === 'casting-vote') return seatOf(session, round.presidingId)?.votes !== true;
  if (!awardsPlaces(round.ballotKind)) return tieBreaker === 'own-vote' || tieBreaker === 'rejected';
  if (tieBreaker === 'countback') return ballotKinds[round.ballotKind].countback !== undefined;
  return tieBreaker !== 'runoff' || !isRunoff(round);
}

/** What a tie-breaker has left of the tie before it. */
const isPartOf = (step: TieStep, before: TieStep): boolean =>
  before.effect === 'narrowed' && step.among.every((id) => before.among.includes(id));

function tiedText(question: Question, round: Round, among: readonly string[], isNarrowed = false): string {
  const given = awardsPlaces(round.ballotKind) ? undefined : round.tieBreaking.castingVotes[0];
  if (given) {
    const before = (side: 'for' | 'against'): number =>
      (round.tally.votes?.[side] ?? 0) - (given.choice === side ? 1 : 0);
    return `До решающего голоса: «за»${nbsp}– ${before('for')}, «против»${nbsp}– ${before('against')}.`;
  }
  if (!awardsPlaces(round.ballotKind) || among.length === 0) return 'Голоса разделились поровну.';
  const names = among.map(byName(question)).join('; ');
  const equal = `авный результат${isNarrowed ? ' остался' : ''} у номинантов: ${names}.`;
  return castingVoteFor(question, round, among) ? `До решающего голоса р${equal}` : `Р${equal}`;
}

function stepText(record: SessionRecord, question: Question, round: Round, step: TieStep): string {
  return step.effect === 'awaited'
    ? waiting(record, question, round, step.tieBreaker)
    : triedText({ record, question, round, step });
}

function waiting(
  { session }: SessionRecord,
  question: Question,
  { number }: Round,
  tieBreaker: TieBreaker,
): string {
  const runoff = tieBreaker === 'runoff' ? runoffAfter(question, number) : undefined;
  if (runoff) return runoffs[runoff];
  if (session.status === 'closed') return '';
  return tieBreaker === 'casting-vote'
    ? 'Ожидается решающий голос председательствующего.'
    : tieBreaker === 'lot-by-hand'
      ? 'Ожидается жеребьёвка.'
      : 'Назначается перебаллотировка.';
}

const runoffs: Readonly<Record<Round['status'], string>> = {
  closed: 'Проведена перебаллотировка.',
  open: 'Проводится перебаллотировка.',
  annulled: 'Проведена перебаллотировка, её результаты аннулированы.',
};

/** What became of the runoff that followed a round, or of the vote that repeated it. */
function runoffAfter({ rounds }: Question, number: number): Round['status'] | undefined {
  const held = rounds.filter((each) => isRunoff(each) && each.number > number).map(({ status }) => status);
  return (['closed', 'open', 'annulled'] as const).find((status) => held.includes(status));
}

/** Said unless the rules have an answer for what stays equal, or a runoff was held: that one says how it ended. */
function unresolved({ session }: SessionRecord, question: Question, { outcome, number }: Round): string[] {
  const decidedLater = question.result.status !== 'undecided';
  const rejected = outcome?.steps?.some(({ tieBreaker }) => tieBreaker === 'rejected');
  return outcome?.kind === 'tied' &&
    session.status === 'closed' &&
    !decidedLater &&
    !rejected &&
    runoffAfter(question, number) !== 'closed'
    ? ['Равенство осталось неразрешённым.']
    : [];
}
