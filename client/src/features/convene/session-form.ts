import type { Contest, ContestMember, NewSession } from '@open-ballot/shared/contract/http';
import { presets, type PresetName } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import type { Session, SessionForm } from '@open-ballot/shared/rules/session';
import { formOf, motionForm, questionOf, type QuestionForm } from './question-form.ts';
import { presetOf } from './rules/own-rules.ts';

/** What the secretary fills in to convene a session. Numbers stay text until they are sent. */
export interface SessionFields {
  readonly number: string;
  /** ISO calendar day. */
  readonly date: string;
  readonly place: string;
  readonly timeZone: string;
  readonly form: SessionForm;
  readonly public: boolean;
  readonly establishedSeats: string;
  readonly presidingId: string;
  /** Empty: the secretary is not on the roll. */
  readonly secretaryId: string;
  readonly secretaryName: string;
  readonly rollIds: readonly string[];
  /** One a line. */
  readonly invited: string;
  /** Entrants that win nothing here (rule 6.6); undefined: all who won in closed sessions of the contest. */
  readonly earlierWinners?: readonly string[] | undefined;
  /** Where composing began; a rule set of the commission's own keeps the way back to it. */
  readonly preset: PresetName;
  readonly ruleSet: RuleSet;
  readonly questions: readonly QuestionForm[];
}

/**
 * Sensible fields to begin with: everybody on the roll, the chair presides, the agenda opens with its own approval.
 * @param day today in the contest's time zone
 * @param secretaryName who is signed in, for a secretary who has no seat
 */
export function fieldsFor(
  contest: Contest,
  sessionCount: number,
  day: string,
  secretaryName = '',
): SessionFields {
  const { members, timeZone } = contest;
  const holding = (role: ContestMember['role']) => members.find((each) => each.role === role)?.memberId ?? '';
  return {
    number: String(sessionCount + 1),
    date: day,
    place: '',
    timeZone,
    form: 'in-person',
    public: true,
    establishedSeats: String(votingAmong(members).length),
    presidingId: holding('chair'),
    secretaryId: holding('secretary'),
    secretaryName,
    rollIds: members.map(({ memberId }) => memberId),
    invited: '',
    preset: 'mfc-central',
    ruleSet: presets['mfc-central'],
    questions: [motionForm('Утверждение повестки дня', 'Утвердить повестку дня заседания.')],
  };
}

/** The plan of a convened session as the form shows it. */
export function fieldsOf(session: Session): SessionFields {
  const { number, date, place, timeZone, form, presidingId, secretaryId, secretaryName, ruleSet } = session;
  return {
    number,
    date,
    place,
    timeZone,
    form,
    public: session.public,
    establishedSeats: String(session.establishedSeats),
    presidingId,
    secretaryId: secretaryId ?? '',
    secretaryName: secretaryName ?? '',
    rollIds: session.roll.map(({ memberId }) => memberId),
    invited: (session.invited ?? []).join('\n'),
    earlierWinners: session.earlierWinners,
    preset: presetOf(ruleSet) ?? 'mfc-central',
    ruleSet,
    questions: session.questions.map(formOf),
  };
}

/** The contest with the seats of a session as that session has them, for a form that may add to them. */
export function withSeatsOf({ roll, organisation, commission }: Session, contest: Contest): Contest {
  const seated = new Set(roll.map(({ memberId }) => memberId));
  const seats = roll.map(({ memberId, name, post, body, role, votes }) => ({
    memberId,
    name,
    post,
    body,
    role,
    votes,
  }));
  return {
    ...contest,
    organisation: organisation ?? '',
    commission: commission ?? '',
    members: [...seats, ...contest.members.filter(({ memberId }) => !seated.has(memberId))],
  };
}

/** What of a plan is another one now. An emptied list is sent as such, a secretary who is taken back as null. */
export function changesBetween(before: NewSession, after: NewSession): Readonly<Record<string, unknown>> {
  const none = { invited: [], earlierWinners: [], secretaryId: null, secretaryName: null };
  const { contestId: _, ...plan } = { ...none, ...after };
  const earlier = { ...none, ...before };
  const isSame = (key: keyof typeof plan) => JSON.stringify(earlier[key]) === JSON.stringify(plan[key]);
  const keys = Object.keys(plan) as (keyof typeof plan)[];
  return Object.fromEntries(keys.filter((key) => !isSame(key)).map((key) => [key, plan[key]]));
}

/** The seats of a session: what the contest keeps of their members besides is not a part of it. */
export const rollOf = ({ members }: Contest, { rollIds }: SessionFields): ContestMember[] =>
  members.filter(({ memberId }) => rollIds.includes(memberId)).map(({ email: _, ...seat }) => seat);

export const votingAmong = (members: readonly ContestMember[]): ContestMember[] =>
  members.filter(({ votes }) => votes);

/** Who stands for election on this agenda, each once, as far as they have a code to be known again by. */
export function entrantsOf({
  questions,
}: SessionFields): { readonly entrantId: string; readonly name: string }[] {
  const named = new Map<string, string>();
  for (const { entrantId, name } of questions.flatMap(({ nominees }) => nominees))
    if (entrantId !== undefined && !named.has(entrantId)) named.set(entrantId, name);
  return [...named].map(([entrantId, name]) => ({ entrantId, name }));
}

/** Fields that were filled in some time ago, with the members and nominees of today. */
export function caughtUp({ members, nominations }: Contest, fields: SessionFields): SessionFields {
  const isMember = (id: string) => members.some(({ memberId }) => memberId === id);
  return {
    ...fields,
    rollIds: fields.rollIds.filter(isMember),
    presidingId: isMember(fields.presidingId) ? fields.presidingId : '',
    secretaryId: isMember(fields.secretaryId) ? fields.secretaryId : '',
    questions: fields.questions.map((question) => {
      const own = nominations.find(
        ({ title, category }) => title === question.nomination && category === question.category,
      );
      return own ? { ...question, nominees: own.nominees } : question;
    }),
  };
}

/**
 * The body of `POST /api/sessions`. Its questions stand in the order of the fields, so that paths of faults match.
 * @param wonBefore entrants that have won in closed sessions of the contest
 */
export function newSessionOf(
  contest: Contest,
  fields: SessionFields,
  wonBefore: readonly string[] = [],
): NewSession {
  const invited = linesIn(fields.invited);
  const earlierWinners = fields.ruleSet.oneWinPerEntrant
    ? [...new Set(fields.earlierWinners ?? wonBefore)]
    : [];
  const { organisation, commission, contestId } = contest;
  const { number, date, place, timeZone, form, presidingId, ruleSet, secretaryId, secretaryName } = fields;
  return {
    contestId,
    ...(organisation && { organisation }),
    ...(commission && { commission }),
    number: number.trim(),
    date,
    place: place.trim(),
    timeZone,
    form,
    presidingId,
    ...(secretaryId && { secretaryId }),
    ...(!secretaryId && secretaryName.trim() && { secretaryName: secretaryName.trim() }),
    establishedSeats: Number(fields.establishedSeats),
    ruleSet,
    public: fields.public,
    roll: rollOf(contest, fields),
    ...(invited.length > 0 && { invited }),
    ...(earlierWinners.length > 0 && { earlierWinners }),
    questions: fields.questions.map((question) => questionOf(question, ruleSet)),
  };
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
