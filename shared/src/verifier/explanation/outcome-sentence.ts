import { notAwardedBy, wonBefore, wonIn, type PlaceHeld } from '../../rules/showing/came-to.ts';
import { slotsOf } from '../../rules/counting/places.ts';
import type { Outcome } from '../../rules/session.ts';
import type { Explained, FinalOutcome, Sentence } from './words.ts';

/** What stood before the round, what it came to, and which places nobody has won. */
export function outcomeSentence(of: Explained, outcome: Outcome): Sentence {
  const { question, round, words } = of;
  const [before, here] = [wonBefore(question, round), wonIn(question, round)];
  const standing = outcome.kind === 'won' ? before : [...before, ...here];
  const missing = slotsOf(notAwardedBy(question, round));
  const sentences = [
    ...(standing.length > 0 ? [words.alreadyWon(named(of, standing))] : []),
    outcome.kind === 'won' ? wonSentence(of, here) : words.outcomes[endOf(of, outcome, before)],
    ...(missing > 0 ? [words.notAwarded(missing)] : []),
  ];
  return { text: sentences.join(' ') };
}

function wonSentence(of: Explained, here: readonly PlaceHeld[]): string {
  const { question, words, name } = of;
  return question.places.kind === 'ranked'
    ? words.ranked(named(of, here))
    : words.won(
        question.winnerLabel,
        here.flatMap(({ nomineeIds }) => nomineeIds.map(name)),
      );
}

function endOf(
  { session }: Explained,
  { kind, decidedBy }: Outcome,
  before: readonly PlaceHeld[],
): FinalOutcome {
  if (kind === 'no-winner' && before.length > 0) return 'nobody-more';
  if (kind !== 'tied') return kind as Exclude<typeof kind, 'won' | 'tied'>;
  if (decidedBy) return 'decided-in-later-round';
  return session.status === 'closed' ? 'tied-for-good' : 'tied-for-now';
}

const named = ({ question, words, name }: Explained, held: readonly PlaceHeld[]): string =>
  held
    .map(({ place, nomineeIds }) => {
      const names = nomineeIds.map(name).join(', ');
      return question.places.kind === 'ranked' ? words.placed(place, names) : names;
    })
    .join(question.places.kind === 'ranked' ? '; ' : ', ');
