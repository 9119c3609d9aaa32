import { capital } from '../../words/letters.ts';
import { awardsPlaces, ballotKinds } from '../../rules/kinds/registry.ts';
import type { ExplanationStep } from '../../rules/showing/explain.ts';
import type { TieBreaker } from '../../rules/plan/rule-set.ts';
import { countedBack } from '../../rules/counting/ties.ts';
import { seatOf, type Ballot, type Nominee, type Round, type TieStep } from '../../rules/session.ts';
import { clockToTheSecond, dayOf } from '../../protocol/language/moments.ts';
import type { Explained, Sentence, TieEffect } from './words.ts';

type Tie = Extract<ExplanationStep, { step: 'tie' }>;

/** What was tied, which tie-breaker was tried, what it did, and what it looked at. */
export function tieSentence(step: Tie, of: Explained): Sentence {
  const { words, name } = of;
  const { tieBreaker, among, order } = step.tie;
  const isMotion = among.length === 0;
  const tied = isMotion ? words.tiedMotion : words.tied(among.map(name).join(', '));
  const ordered = order.map((group) => group.map(name).join(' = ')).join(', ');
  const effect = words.effects[effectOf(step.tie, of)](tieBreaker === 'shared' ? '' : ordered);
  const details = evidence[tieBreaker]?.(step, of) ?? [];
  return {
    text: `${tied} ${capital(words.domain.tieBreakers[tieBreaker])}: ${effect}.`,
    ...(details.length > 0 && { details }),
  };
}

function effectOf({ effect, tieBreaker, among }: TieStep, { session, round }: Explained): TieEffect {
  if (effect === 'passed-on') {
    if (isDeclined(round, tieBreaker, among)) return 'declined';
    return looksInVain(tieBreaker, round) ? 'passed-on' : 'not-applied';
  }
  if (effect !== 'awaited') return effect;
  if (round.outcome?.awaiting === undefined) return 'in-later-round';
  return session.status === 'closed' ? 'never-given' : 'awaited';
}

const isDeclined = ({ tieBreaking }: Round, tieBreaker: TieBreaker, among: readonly string[]): boolean =>
  tieBreaking.declined.some((each) => each.tieBreaker === tieBreaker && each.among.join() === among.join());

/** Whether a tie-breaker that passed on has looked at something: a motion has neither scores nor applications. */
function looksInVain(tieBreaker: TieBreaker, { ballotKind }: Round): boolean {
  if (tieBreaker === 'countback') return ballotKinds[ballotKind].countback !== undefined;
  const looksAtNominees = tieBreaker === 'prior-score' || tieBreaker === 'earlier-application';
  return tieBreaker === 'own-vote' || (looksAtNominees && awardsPlaces(ballotKind));
}

const evidence: Partial<Record<TieBreaker, (step: Tie, of: Explained) => string[]>> = {
  'own-vote': ({ tie }, of) => {
    const { session, round, words } = of;
    const ballot = round.ballots.find((each) => each.memberId === round.presidingId)?.ballot;
    const said = ballot ? choiceIn(ballot, tie.among, of) : words.choices.none;
    return [words.ownVote(seatOf(session, round.presidingId)?.name ?? round.presidingId, said)];
  },
  'casting-vote': ({ tie }, { session, round, words, name }) => {
    const given = round.tieBreaking.castingVotes.find((each) => each.among.join() === tie.among.join());
    if (!given) return [];
    const said = given.choice ? words.choices[given.choice] : name(given.nomineeId ?? '');
    return [words.castingVote(seatOf(session, given.memberId)?.name ?? given.memberId, said)];
  },
  'prior-score': ({ tie }, of) =>
    ofEach(tie, of, ({ priorScore }) => priorScore && of.words.decimal(priorScore)),
  'earlier-application': ({ tie }, of) => {
    const { timeZone } = of.session;
    return ofEach(
      tie,
      of,
      ({ appliedAt }) =>
        appliedAt && `${dayOf(appliedAt, timeZone)} ${clockToTheSecond(appliedAt, timeZone)} (${timeZone})`,
    );
  },
  countback: ({ tie }, { round, words, name }) =>
    countedBack(round, tie.among).map(({ of, place, counts }) =>
      words.countedBack(
        of,
        place,
        counts.map(({ nomineeId, count }) => words.standing(name(nomineeId), String(count))).join('; '),
      ),
    ),
  'lot-by-hand': ({ tie }, { round, words }) => {
    const lot = round.tieBreaking.lots.find((each) => each.among.join() === tie.among.join());
    return lot ? [words.witnesses(lot.witnesses)] : [];
  },
  lot: ({ lot = [] }, { round, words, name }) => [
    words.lot(round.closedHash ?? ''),
    ...lot.map(({ nomineeId, digest }) => words.standing(`${name(nomineeId)} (${nomineeId})`, digest)),
  ],
};

const ofEach = (
  { among }: TieStep,
  { question, words }: Explained,
  text: (nominee: Nominee) => string | undefined,
): string[] =>
  question.nominees
    .filter(({ nomineeId }) => among.includes(nomineeId))
    .map((nominee) => words.standing(nominee.name, text(nominee) ?? words.unknown));

/** What a ballot says, as far as it is about these nominees. */
function choiceIn(ballot: Ballot, among: readonly string[], { words, name, round }: Explained): string {
  if ('choice' in ballot) return words.choices[ballot.choice];
  if ('nominees' in ballot)
    return round.nomineeIds
      .filter((id) => ballot.nominees.includes(id))
      .map(name)
      .join(', ');
  if ('places' in ballot) return ballot.places.map((id, index) => `${index + 1}. ${name(id)}`).join('; ');
  return among
    .map((id) =>
      words.standing(
        name(id),
        'answers' in ballot
          ? words.choices[ballot.answers[id] ?? 'none']
          : Object.values(ballot.scores[id] ?? {})
              .map(words.decimal)
              .join(', '),
      ),
    )
    .join('; ');
}
