import { binds, type Edition } from './editions.ts';
import type { DecisionRule, PersonalTieBreaker, RuleSet, TieBreaker } from './plan/rule-set.ts';

/** Adding a name here makes the compiler list every place that must learn the new kind (rules 5.1–5.5). */
export const ballotKindNames = ['motion', 'approval', 'choose', 'rank', 'score'] as const;
export type BallotKindName = (typeof ballotKindNames)[number];

export const sides = ['for', 'against', 'abstain'] as const;
export type Side = (typeof sides)[number];

/**
 * One member's answer in a round. A motion answers with a side, `approval` with a side per nominee,
 * `choose` with nominees or against all, `rank` with places, `score` with points; any of them may abstain.
 * Scores are decimal text: binary floating point decides nothing.
 */
export type Ballot =
  | { readonly choice: Side | 'against-all' }
  | { readonly answers: Readonly<Record<string, Side>> }
  | { readonly nominees: readonly string[] }
  | { readonly places: readonly string[] }
  | { readonly scores: Readonly<Record<string, Readonly<Record<string, string>>>> };

export const attendances = ['expected', 'in-person', 'remote', 'absent', 'left'] as const;
export type Attendance = (typeof attendances)[number];
export const presences = ['in-person', 'remote'] as const satisfies readonly Attendance[];
export const seatRoles = ['chair', 'deputy-chair', 'secretary', 'member'] as const;
export type SeatRole = (typeof seatRoles)[number];

/** A roll entry (rule 1.2). Any seat may lack a vote. */
export interface Seat {
  readonly memberId: string;
  readonly name: string;
  readonly post: string;
  readonly body: string;
  readonly role: SeatRole;
  readonly votes: boolean;
  readonly attendance: Attendance;
  /** Why the seat is empty. Nobody's business but the officers' (rule 10.4). */
  readonly reason?: string;
  readonly substitute?: { readonly name: string; readonly mandate: string };
}

/** Who may win. `entrantId` joins entries of one entrant across questions (rule 6.6). */
export interface Nominee {
  readonly nomineeId: string;
  readonly entrantId?: string;
  readonly name: string;
  readonly region?: string;
  readonly organisation?: string;
  /** UTC moment of the application; the tie-breaker `earlier-application` reads it. */
  readonly appliedAt?: string;
  /** Decimal text; the tie-breaker `prior-score` reads it. */
  readonly priorScore?: string;
  readonly materials?: string;
  readonly withdrawn?: boolean;
}

export interface Criterion {
  readonly criterionId: string;
  readonly title: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly weight: string;
}

export const aggregates = ['mean', 'sum', 'trimmed-mean'] as const;
export type Aggregate = (typeof aggregates)[number];
/** What is rounded before nominees are compared (rule 5.5). */
export const roundings = ['none', 'total', 'criterion'] as const;

/** The parameters of all ballot kinds; each kind reads its own (rules 5.2–5.5). */
export interface BallotParameters {
  readonly min?: number;
  readonly max?: number;
  readonly againstAll?: boolean;
  readonly partial?: boolean;
  readonly points?: readonly string[];
  readonly sumOfPlaces?: boolean;
  readonly criteria?: readonly Criterion[];
  readonly aggregate?: Aggregate;
  /** Points brought from before: this weight times the nominee's `priorScore` is added to its total (rule 5.8). */
  readonly carry?: { readonly weight: string };
  /** Whom fewer ballots scored on every criterion is not judged (rule 5.9). */
  readonly minimumScorers?: number;
  readonly rounding?: { readonly at: (typeof roundings)[number]; readonly digits: number };
}

/** So many equal winners, everybody who meets what is asked, or first, second, third … each with its count (rule 6.4). */
export type Places =
  | { readonly kind: 'laureates'; readonly count: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'ranked'; readonly counts: readonly number[] };

/** A question as the secretary puts it on the agenda (rule 4.1). */
export interface QuestionDraft {
  readonly questionId: string;
  readonly title: string;
  readonly nomination?: string;
  readonly category?: string;
  readonly wording: string;
  readonly kind: BallotKindName;
  readonly parameters: BallotParameters;
  /** Overrides the session's decision rule for this question. */
  readonly decision?: DecisionRule;
  /** Overrides the session's tie-breakers for this question. */
  readonly ties?: readonly TieBreaker[];
  readonly places: Places;
  readonly minEntries?: number;
  /** «победитель», «лауреат», «призёр»: what a winner of this question is called (rule 6.4). */
  readonly winnerLabel?: string;
  /** Who reports on the question; the protocol's СЛУШАЛИ begins with them. */
  readonly reporter?: string;
  readonly nominees: readonly Nominee[];
}

/** A nominee's place. A shared place counts on: 1, 1, 2, 3 (rule 6.4). */
export interface Winner {
  readonly nomineeId: string;
  readonly place: number;
}

export interface Recusal {
  readonly memberId: string;
  readonly reason?: string;
  readonly document?: string;
}

export interface QuestionResult {
  readonly status: 'undecided' | 'adopted' | 'rejected' | 'awarded' | 'no-winner' | 'void' | 'dropped';
  readonly winners: readonly Winner[];
  readonly notAwarded: number;
}

/** Minutes of one question; `position` is the entry that last changed them (rule 13.2). */
export interface Minutes {
  readonly position: number;
  readonly reported?: string;
  readonly discussed?: string;
  readonly resolved?: string;
}

export interface Dissent {
  readonly memberId: string;
  readonly text: string;
  readonly position: number;
}

/** One agenda item put to the vote: a motion, a nomination, one category of it. */
export interface Question extends QuestionDraft {
  readonly recused: readonly Recusal[];
  readonly rounds: readonly Round[];
  readonly result: QuestionResult;
  readonly voidReason?: string;
  /** Why the question was taken off the agenda (rule 1.7). */
  readonly dropReason?: string;
  readonly minutes?: Minutes;
  readonly dissents?: readonly Dissent[];
}

export type RoundKind = 'first' | 'runoff' | 'next' | 'revote';
export type ClosedBy = 'hand' | 'duration' | 'all-voted' | 'deadline';
/** What the secretary enters a ballot from (rule 8.5). */
export const enteredBases = ['by-hand', 'written'] as const;
export type EnteredBasis = (typeof enteredBases)[number];
export type BallotBasis = 'own' | EnteredBasis;

/** The counted ballot of one seat. `ballot` is absent where this viewer may not see it yet (rule 10.1). */
export interface CountedBallot {
  readonly memberId: string;
  readonly ballot?: Ballot;
  /** The journal position of this version: the next change names it (rule 9.1). */
  readonly position: number;
  readonly basis: BallotBasis;
  readonly changes: number;
  readonly document?: string;
}

/**
 * The count of a round. Where the rules hide the choices only `ballots`, `notVoted` and `recused` are present.
 * `votes` is keyed by side for a motion, by nominee otherwise (and `against-all`).
 */
export interface Tally {
  readonly ballots: number;
  readonly votes?: Readonly<Record<string, number>>;
  /** `approval`, by nominee. */
  readonly against?: Readonly<Record<string, number>>;
  /** `approval`, by nominee. */
  readonly abstentions?: Readonly<Record<string, number>>;
  /** `rank` and `score`, by nominee: exact totals shown to six digits. */
  readonly points?: Readonly<Record<string, string>>;
  /** By nominee: what of `points` was brought from before, shown to six digits (rule 5.8). */
  readonly carried?: Readonly<Record<string, string>>;
  /** Ballots that abstain as a whole. Never the same as not voting (rule 5.6). */
  readonly abstained?: number;
  readonly notVoted: number;
  readonly recused: number;
}

/** Places already filled by earlier rounds of the question and the nominees still competing (rule 4.4). */
export interface Outcome {
  readonly kind: 'adopted' | 'rejected' | 'won' | 'no-winner' | 'no-quorum' | 'tied';
  readonly winners: readonly Winner[];
  readonly notAwarded: number;
  /** The tie-breaker that decided (rule 7.2). */
  readonly decidedBy?: TieBreaker;
  /** The nominees that are tied, or were before `decidedBy`. */
  readonly among?: readonly string[];
  readonly awaiting?: PersonalTieBreaker;
  /** Nominees passed over because their entrant had won before (rule 6.6). */
  readonly passedOver?: readonly string[];
  /** Nominees whom too few scored to be judged (rule 5.9). */
  readonly notJudged?: readonly string[];
  /** Every tie-breaker that was tried, in order, with what it did: the explanation of the outcome. */
  readonly steps?: readonly TieStep[];
}

/** One tie-breaker applied to one tied group: the group before, and the order it left (rule 7.2). */
export interface TieStep {
  readonly tieBreaker: TieBreaker;
  readonly among: readonly string[];
  readonly effect: 'settled' | 'narrowed' | 'passed-on' | 'awaited';
  /** The groups in the order that the tie-breaker made of them. */
  readonly order: readonly (readonly string[])[];
}

/** A place still to be filled, with how many nominees it takes (rule 6.4). */
export interface OpenPlace {
  readonly place: number;
  readonly count: number;
}

/** An entry of an open round with a hidden part (rule 10.4). */
export interface SealedFact {
  readonly position: number;
  readonly type: 'ballot-cast' | 'ballot-entered' | 'member-recused';
  readonly basis?: BallotBasis;
  readonly memberId?: string;
  /** Whether this copy of the session knows what the seal hides. */
  readonly opened: boolean;
}

/** What people added to a tied round after its closing (rule 7.2). `among` are the nominees it was given for. */
export interface TieBreaking {
  readonly castingVotes: readonly {
    readonly memberId: string;
    readonly among: readonly string[];
    readonly choice?: 'for' | 'against';
    readonly nomineeId?: string;
  }[];
  readonly lots: readonly {
    readonly among: readonly string[];
    readonly nomineeIds: readonly string[];
    readonly witnesses: string;
  }[];
  readonly declined: readonly {
    readonly tieBreaker: PersonalTieBreaker;
    readonly among: readonly string[];
  }[];
}

/** One opening-to-closing of a vote on a question. */
export interface Round {
  readonly roundId: string;
  readonly number: number;
  readonly kind: RoundKind;
  readonly ballotKind: BallotKindName;
  /** The parameters in force: a runoff of `rank` or `score` is a `choose` (rule 4.4). */
  readonly parameters: BallotParameters;
  readonly status: 'open' | 'closed' | 'annulled';
  readonly nomineeIds: readonly string[];
  /** The prior scores that a round with `carry` counts, by nominee. */
  readonly priorScores?: Readonly<Record<string, string>>;
  /** What the round is held for: places won in an earlier round stand (rule 4.4). */
  readonly openPlaces: readonly OpenPlace[];
  /** Set on a revote that repeats a runoff: there another runoff does not break a tie either (rule 7.2). */
  readonly repeatsRunoff?: true;
  /** Set on a revote that repeats a next round. */
  readonly repeatsNext?: true;
  /** Who presides over the round: `own-vote` reads their ballot (rule 7.2). */
  readonly presidingId: string;
  readonly openedAt: string;
  readonly openedPosition: number;
  readonly closesAt?: string;
  /** The true moment of closing. */
  readonly closedAt?: string;
  readonly closedBy?: ClosedBy;
  /** The moment the closing counts from: the deadline or the end of the duration, when the server was late. */
  readonly effectiveAt?: string;
  readonly closedPosition?: number;
  /** The hash of the closing entry: the lot from the journal is drawn from it (rule 7.3). */
  readonly closedHash?: string;
  readonly ballots: readonly CountedBallot[];
  readonly sealed: readonly SealedFact[];
  readonly tally: Tally;
  /** Frozen at closing (rule 2.3). While the round is open: as it stands now. */
  readonly entitled: readonly string[];
  readonly present: readonly string[];
  readonly recused: readonly string[];
  /** Seats that a substitute held at closing. */
  readonly substituted?: readonly string[];
  readonly quorumStood?: boolean;
  /** Nominees whose entrant had won before the closing, each with the question it won, or null for before the session (rule 6.6). */
  readonly earlierWins?: readonly { readonly nomineeId: string; readonly questionId: string | null }[];
  readonly tieBreaking: TieBreaking;
  readonly outcome?: Outcome;
  readonly annulment?: {
    readonly requestedBy: string;
    readonly confirmedBy?: string;
    readonly ground: AnnulmentGround;
    readonly reason: string;
  };
}

export const annulmentGrounds = ['breach', 'miscount', 'decision'] as const;
export type AnnulmentGround = (typeof annulmentGrounds)[number];
/** `correspondence` is a written procedure (rule 1.8). */
export const sessionForms = ['in-person', 'videoconference', 'mixed', 'correspondence'] as const;
export type SessionForm = (typeof sessionForms)[number];

/** An issued protocol: frozen bytes known by their digests (protocol, "Life"). */
export interface IssuedProtocol {
  readonly version: number;
  readonly throughPosition: number;
  readonly position: number;
  readonly issuedAt: string;
  readonly reason?: string;
  /** SHA-256 in hex by format. */
  readonly files: Readonly<Record<string, string>>;
  readonly signatures: readonly {
    readonly actor: string;
    readonly role: 'presiding' | 'secretary';
    readonly at: string;
  }[];
  readonly attachments: readonly { readonly fileName: string; readonly sha256: string }[];
}

/** What the secretary convenes a session with (rule 1.1). */
export interface SessionPlan {
  /** Of the rules that decide the session to its end; absent for the first (rule 12.6). */
  readonly edition?: Edition;
  readonly contestId: string;
  readonly contestTitle: string;
  /** The body the commission belongs to and the commission itself, as the protocol prints them. */
  readonly organisation?: string;
  readonly commission?: string;
  readonly number: string;
  /** ISO calendar day of the session in its time zone. */
  readonly date: string;
  readonly place: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly form: SessionForm;
  readonly rehearsal: boolean;
  /** UTC moment by which results are due (rule 11.1). */
  readonly deadline: string;
  readonly presidingId: string;
  readonly secretaryId?: string;
  /** Who keeps the minutes when they have no seat on the roll. */
  readonly secretaryName?: string;
  readonly establishedSeats: number;
  readonly ruleSet: RuleSet;
  readonly public: boolean;
  readonly roll: readonly SeatDraft[];
  readonly questions: readonly QuestionDraft[];
  /** Entrants who have won before this session (rule 6.6). */
  readonly earlierWinners: readonly string[];
  readonly invited?: readonly string[];
}

export type SeatDraft = Omit<Seat, 'attendance' | 'reason' | 'substitute'>;

/** One meeting of the commission, as far as its journal tells (and as far as this viewer may see). */
export interface Session extends Omit<SessionPlan, 'roll' | 'questions'> {
  readonly sessionId: string;
  readonly status: 'convened' | 'open' | 'adjourned' | 'closed' | 'cancelled';
  readonly roll: readonly Seat[];
  readonly questions: readonly Question[];
  /** Moments of opening, adjourning, closing or cancelling, in order. */
  readonly openings: readonly {
    readonly at: string;
    readonly what: 'opened' | 'adjourned' | 'closed' | 'cancelled';
    readonly reason?: string;
  }[];
  /** Everyone who has presided, in order, with the position from which on (rule 1.2). */
  readonly presided: readonly { readonly memberId: string; readonly from: number }[];
  readonly deadlineDocuments: readonly { readonly moment: string; readonly document: string }[];
  readonly protocols: readonly IssuedProtocol[];
}

export const questionOf = (session: Session, questionId: string): Question | undefined =>
  session.questions.find((each) => each.questionId === questionId);

export const seatOf = (session: Session, memberId: string | undefined): Seat | undefined =>
  memberId === undefined ? undefined : seatsById(session.roll).get(memberId);

// The roll changes a few dozen times in a session and is searched with every ballot.
const seatIndexes = new WeakMap<readonly Seat[], ReadonlyMap<string, Seat>>();

function seatsById(roll: readonly Seat[]): ReadonlyMap<string, Seat> {
  let index = seatIndexes.get(roll);
  if (!index) {
    index = new Map(roll.map((seat) => [seat.memberId, seat]));
    seatIndexes.set(roll, index);
  }
  return index;
}

/** The round with this id and the question it belongs to. */
export function roundOf(session: Session, roundId: string): { question: Question; round: Round } | undefined {
  for (const question of session.questions) {
    const round = question.rounds.find((each) => each.roundId === roundId);
    if (round) return { question, round };
  }
  return undefined;
}

export const openRounds = (session: Session): { question: Question; round: Round }[] =>
  session.questions.flatMap((question) =>
    question.rounds.filter((round) => round.status === 'open').map((round) => ({ question, round })),
  );

/** Whether a round is a runoff, or repeats one. */
export const isRunoff = ({ kind, repeatsRunoff }: Pick<Round, 'kind' | 'repeatsRunoff'>): boolean =>
  kind === 'runoff' || repeatsRunoff === true;

/** Whether a round followed since places were left open, or repeats one that did (rule 4.4). */
export const isNext = ({ kind, repeatsNext }: Pick<Round, 'kind' | 'repeatsNext'>): boolean =>
  kind === 'next' || repeatsNext === true;

/** Whether nothing more will be voted on, unless a closed session opens again (rule 1.4). */
export const isOver = ({ status }: Pick<Session, 'status'>): boolean =>
  status === 'closed' || status === 'cancelled';

/** Rule 1.8: nobody is present, and every seat with a vote is entitled. */
export const isWrittenProcedure = (session: Pick<Session, 'form' | 'edition'>): boolean =>
  session.form === 'correspondence' && binds('written-procedure', session);

/** Rule 2.4: whether the chair is held by somebody who is there. */
export const isPresidingPresent = (session: Session): boolean => {
  const seat = seatOf(session, session.presidingId);
  return isWrittenProcedure(session) || (seat !== undefined && isPresent(seat));
};

export const isPresent = (seat: Seat): boolean =>
  seat.attendance === 'in-person' || seat.attendance === 'remote';

export const decisionRuleOf = (session: Session, question: QuestionDraft): DecisionRule =>
  question.decision ?? session.ruleSet.decision;

export const tieBreakersOf = (session: Session, question: QuestionDraft): readonly TieBreaker[] =>
  question.ties ?? session.ruleSet.ties;
