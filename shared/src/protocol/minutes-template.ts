import type { Naming } from './people/names.ts';
import { distinguished } from './people/namesakes.ts';
import { namingIn } from './session-record.ts';
import { headingOf } from './question-title.ts';
import { quoted, typographic } from './language/typography.ts';
import { seatOf, type Question, type Session } from '../rules/session.ts';

/** What the secretary's fields begin with: true for most sessions, to be saved as it stands or written over. */
export interface MinutesTemplate {
  readonly reported: string;
  readonly discussed: string;
}

export function minutesTemplate(told: Session, question: Question): MinutesTemplate {
  const session = distinguished(told);
  const presiding = seatOf(session, session.presidingId)?.name;
  const reporter =
    question.reporter?.trim() || (presiding === undefined ? 'Председательствующий' : presiding);
  return { reported: reportedBy(namingIn(session), reporter, question), discussed: 'Выступлений не было.' };
}

/** СЛУШАЛИ in one line: who reported on what. Grammatical for any title and any name. */
export const reportedBy = ({ initialsFirst }: Naming, reporter: string, question: Question): string =>
  typographic(`${initialsFirst(reporter)} – доклад по вопросу ${quoted(headingOf(question))}.`);
