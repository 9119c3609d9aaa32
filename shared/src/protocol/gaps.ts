import { sha256Hex } from '../journal/chain.ts';
import type { JournalEntry } from '../rules/events.ts';
import { replay } from '../rules/evolve.ts';
import type { Question, Session } from '../rules/session.ts';

/** A text that is missing in the protocol, named so that a screen can lead to the field where it is written. */
export interface Gap {
  readonly questionId: string;
  readonly field: 'reported' | 'discussed';
  /** In words: «Вопрос 2: СЛУШАЛИ». */
  readonly label: string;
}

/**
 * Every text without which a protocol is not issued (`gaps-in-protocol`).
 * A reporter named on the agenda stands for СЛУШАЛИ.
 */
export function gapsOf(source: readonly JournalEntry[] | Session): Gap[] {
  const session: Session = 'length' in source ? replay(source, sha256Hex) : source;
  return session.questions.flatMap((question, index) =>
    !needsMinutes(question)
      ? []
      : missing(question).map((field) => ({
          questionId: question.questionId,
          field,
          label: `Вопрос ${index + 1}: ${field === 'reported' ? 'СЛУШАЛИ' : 'ВЫСТУПИЛИ'}`,
        })),
  );
}

/** Only a question that came to a vote cannot be without its texts. */
export const needsMinutes = ({ rounds }: Question): boolean => rounds.length > 0;

function missing(question: Question): Gap['field'][] {
  const { reported, discussed } = question.minutes ?? {};
  return [
    ...(isBlank(reported) && isBlank(question.reporter) ? (['reported'] as const) : []),
    ...(isBlank(discussed) ? (['discussed'] as const) : []),
  ];
}

export const isBlank = (text: string | undefined): text is undefined =>
  text === undefined || text.trim() === '';
