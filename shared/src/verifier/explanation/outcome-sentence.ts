import type { Outcome } from '../../rules/session.ts';
import type { Explained, Sentence } from './words.ts';

export function outcomeSentence({ session, question, words, name }: Explained, outcome: Outcome): Sentence {
  const { winners, notAwarded } = outcome;
  const names = winners.map(({ nomineeId }) => name(nomineeId));
  if (outcome.kind === 'won') {
    const whole =
      question.places.kind === 'laureates'
        ? words.won(question.winnerLabel, names)
        : words.ranked(
            [...new Set(winners.map(({ place }) => place))]
              .toSorted((a, b) => a - b)
              .map((place) => ({
                place,
                names: winners
                  .filter((each) => each.place === place)
                  .map(({ nomineeId }) => name(nomineeId))
                  .join(', '),
              })),
          );
    return { text: notAwarded > 0 ? `${whole} ${words.notAwarded(notAwarded)}` : whole };
  }
  if (outcome.kind !== 'tied') return { text: words.outcomes[outcome.kind] };
  const tied = outcome.decidedBy
    ? 'decided-in-later-round'
    : session.status === 'closed'
      ? 'tied-for-good'
      : 'tied-for-now';
  const already = winners.length > 0 ? `${words.alreadyWon(names.join(', '))} ` : '';
  return { text: `${already}${words.outcomes[tied]}` };
}
