import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { placesIn } from '@open-ballot/shared/rules/showing/came-to';
import type { Nominee, Question, Round } from '@open-ballot/shared/rules/session';
import { decimalText } from '../text/decimal-text.ts';

/** One line of a count as a screen draws it. */
export interface TallyLine {
  readonly id: string;
  readonly kind: 'nominee' | 'for' | 'against' | 'abstained' | 'against-all';
  readonly nominee?: Nominee;
  /** For the length of a bar only; `shown` is the number itself. */
  readonly value: number;
  readonly shown: string;
  /** `approval`: how many were against and abstained on this nominee. */
  readonly against?: number;
  readonly abstentions?: number;
  /** What of the points was brought from before (rule 5.8). */
  readonly carried?: string;
  /** Most of all, alone or with others, and more than nothing. */
  readonly leads: boolean;
  /** The place the outcome gives this nominee. */
  readonly place?: number;
}

export interface TallyLines {
  readonly lines: readonly TallyLine[];
  /** What a full bar stands for. */
  readonly full: number;
}

/**
 * The lines of a count in the order of the ballot paper: lines that swap places would read as a result changing.
 * Undefined where this viewer may not see the count yet (rule 10.1).
 */
export function tallyLines(question: Question, round: Round): TallyLines | undefined {
  const { votes, points } = round.tally;
  if (!votes && !points) return undefined;
  return awardsPlaces(round.ballotKind) ? nomineeLines(question, round) : motionLines(round);
}

function motionLines({ tally }: Round): TallyLines {
  const count = (side: 'for' | 'against') => tally.votes?.[side] ?? 0;
  const abstained = tally.abstained ?? 0;
  const line = (kind: 'for' | 'against' | 'abstained', value: number): TallyLine => ({
    id: kind,
    kind,
    value,
    shown: String(value),
    leads: false,
  });
  return {
    lines: [line('for', count('for')), line('against', count('against')), line('abstained', abstained)],
    full: Math.max(1, tally.ballots),
  };
}

function nomineeLines(question: Question, round: Round): TallyLines {
  const { votes, points, carried, against, abstentions, abstained, ballots } = round.tally;
  const sumOfPlaces = round.parameters.sumOfPlaces === true && points !== undefined;
  const valueOf = (id: string) => Number(points?.[id] ?? votes?.[id] ?? 0);
  const values = round.nomineeIds.map(valueOf);
  const most = sumOfPlaces ? Math.min(...values) : Math.max(...values, 0);
  const places = placesIn(question, round);
  const nominees = round.nomineeIds.map((id): TallyLine => {
    const nominee = question.nominees.find((each) => each.nomineeId === id);
    const place = places.get(id);
    return {
      id,
      kind: 'nominee',
      ...(nominee && { nominee }),
      value: valueOf(id),
      shown: decimalText(points?.[id] ?? String(votes?.[id] ?? 0)),
      ...(carried && { carried: decimalText(carried[id] ?? '0') }),
      ...(against && { against: against[id] ?? 0 }),
      ...(abstentions && { abstentions: abstentions[id] ?? 0 }),
      leads: valueOf(id) === most && valueOf(id) > 0,
      ...(place !== undefined && { place }),
    };
  });
  const extra = (kind: 'against-all' | 'abstained', value: number): TallyLine => ({
    id: kind,
    kind,
    value,
    shown: String(value),
    leads: false,
  });
  return {
    lines: [
      ...nominees,
      ...(round.parameters.againstAll ? [extra('against-all', votes?.['against-all'] ?? 0)] : []),
      ...(abstained === undefined ? [] : [extra('abstained', abstained)]),
    ],
    full: points ? Math.max(1, ...values) : Math.max(1, ballots),
  };
}
