import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SeatSignIn } from '@open-ballot/shared/contract/accounts';
import type { SessionSummary } from '@open-ballot/shared/contract/http';
import { currentEdition } from '@open-ballot/shared/rules/editions';
import { fault } from '@open-ballot/shared/rules/fault';
import { planFaults } from '@open-ballot/shared/rules/plan/check-plan';
import { convene } from '@open-ballot/shared/rules/plan/convene';
import type { Session, SessionPlan } from '@open-ballot/shared/rules/session';
import { DataSource } from 'typeorm';
import { rejection } from '../shapes/rejection.ts';
import { seatsOf } from './plan-fields.ts';
import { draftOf } from './question.dto.ts';
import { violates } from '../database/unique-violation.ts';
import type { SessionProjection } from '../desk/session-projection.ts';
import { SessionProjections } from '../desk/session-projections.ts';
import { seat, SeatAccounts } from './seat-accounts.ts';
import { Seats } from './seats.ts';
import { SessionDesk } from '../desk/session-desk.ts';
import type { DeskCaller } from '../desk/submission.ts';
import { invalid, refusal, refused, type Problem } from '../http/problem.ts';
import { BrokenChain } from '../journal/broken-chain.ts';
import { isSecretaryOf, type Account } from '../sign-in/account.ts';
import { isOfficer } from './view.ts';
import { newSession, type NewSessionDto } from './new-session.dto.ts';

/** A session that somebody may look at, and who that is. */
export interface Viewing {
  readonly projection: SessionProjection;
  readonly caller: DeskCaller;
}

export interface Convened {
  readonly sessionId: string;
  readonly position: number;
  readonly session: Session;
  /** Seats with a vote that nobody signs in to yet, by their member. */
  readonly withoutSignIn: readonly string[];
}

interface ContestRow {
  readonly title: string;
  readonly organisation: string;
  readonly commission: string;
  readonly deadline: Date;
  readonly rehearsal: boolean;
}

interface SessionRow {
  readonly id: string;
  readonly contestId: string;
  readonly contestTitle: string;
  readonly number: string;
  readonly rehearsal: boolean;
  readonly demonstration: boolean;
  readonly public: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly projections: SessionProjections,
    private readonly desk: SessionDesk,
    private readonly seats: Seats,
    private readonly accounts: SeatAccounts,
  ) {}

  /**
   * Convenes a session (rule 1.1). The contest gives title, deadline and rehearsal; the rest is copied, so that
   * later edits of contest data never reach back (rule 1.3).
   *
   * @throws {Problem} `invalid` with the fields at fault, `too-large` with the bound.
   */
  async create(body: unknown, by: Pick<Account, 'accountId' | 'name' | 'secretaryOf'>): Promise<Convened> {
    const dto = wellFormed(body);
    const isTheirs = by.secretaryOf.includes(dto.contestId.toLowerCase());
    const contest = isTheirs ? await this.contest(dto.contestId) : undefined;
    const { seats, faults } = await this.accounts.of(dto.roll, contest ?? { rehearsal: true });
    faults.push(...planFaults({ edition: currentEdition, ...dto, questions: dto.questions.map(draftOf) }));
    if (!contest) faults.push(fault('contestId', 'not-there'));
    if (faults.length > 0 || !contest) throw answered(rejection(faults));
    const plan = planOf(dto, contest, by);
    const verdict = convene(plan);
    if (verdict.outcome === 'refused') throw refused(verdict);
    const sessionId = randomUUID();
    try {
      await this.desk.convene(
        { sessionId, actor: `secretary:${by.accountId}`, facts: verdict.facts, timed: plan },
        async (query) => {
          await query('INSERT INTO session (id, contest_id, number, public) VALUES ($1, $2, $3, $4)', [
            sessionId,
            plan.contestId,
            plan.number,
            plan.public,
          ]);
          await seat(query, sessionId, seats);
        },
      );
    } catch (error) {
      if (!violates(error, 'session_number_once')) throw error;
      throw invalid(fault('number', 'number-taken'));
    }
    const projection = (await this.projections.of(sessionId))!;
    const { head, session } = projection;
    const taken = new Set(seats.map(({ memberId }) => memberId));
    const withoutSignIn = session.roll.filter(({ memberId, votes }) => votes && !taken.has(memberId));
    return {
      sessionId,
      position: head.position,
      session,
      withoutSignIn: withoutSignIn.map(({ memberId }) => memberId),
    };
  }

  /** The sessions that this person may look at, the newest first. */
  async list(account: Account | undefined): Promise<SessionSummary[]> {
    const rows = await this.database.query<SessionRow[]>(`
      SELECT session.id, contest.id AS "contestId", contest.title AS "contestTitle", number, session.public,
             contest.rehearsal_start IS NOT NULL AS rehearsal,
             EXISTS (SELECT FROM session_seat JOIN account ON account.id = account_id
                     WHERE session_id = session.id AND rehearsal_only AND password_hash IS NOT NULL) AS demonstration
      FROM session JOIN contest ON contest.id = contest_id ORDER BY session.created_at DESC, session.id`);
    const summaries = await Promise.all(rows.map((row) => this.summaryOf(row)));
    const own = account ? await this.seats.sessionsOf(account) : new Set<string>();
    return summaries.filter(
      (each) => each.public || own.has(each.sessionId) || isSecretaryOf(account, each.contestId),
    );
  }

  /**
   * A session with everything committed so far, for somebody who may see it.
   * That there are others is not told.
   *
   * @throws {Problem} `not-found`
   */
  async view(sessionId: string, account: Account | undefined): Promise<Viewing> {
    const projection = await this.projections.upToDate(sessionId);
    const caller = projection && (await this.viewerOf(projection, account));
    if (!projection || !caller) throw refusal('not-found', 'there is no such session');
    return { projection, caller };
  }

  /**
   * Who looks at a session, or undefined for somebody who may not: one that is not public is for secretaries
   * and for whoever has a seat in it.
   */
  async viewerOf(
    projection: SessionProjection,
    account: Account | undefined,
  ): Promise<DeskCaller | undefined> {
    const caller = await this.seats.callerOf(account, projection.sessionId);
    const belongs = caller.memberId !== undefined || caller.secretaryId !== undefined;
    return belongs || projection.session.public ? caller : undefined;
  }

  /**
   * How far each seat with a vote is on the way in, for officers.
   *
   * @throws {Problem} `not-found`, `forbidden`.
   */
  async signIns(sessionId: string, account: Account): Promise<readonly SeatSignIn[]> {
    const { projection, caller } = await this.view(sessionId, account);
    if (!isOfficer(projection.session, caller)) throw refusal('forbidden', 'this is for officers');
    const rows = await this.database.query<{ memberId: string; hasCome: boolean }[]>(
      `SELECT member_id AS "memberId", last_sign_in IS NOT NULL AS "hasCome"
       FROM session_seat JOIN account ON account.id = account_id
       WHERE session_id = $1 AND disabled_at IS NULL`,
      [projection.sessionId],
    );
    const come = new Map(rows.map(({ memberId, hasCome }) => [memberId, hasCome]));
    return projection.session.roll
      .filter(({ votes }) => votes)
      .map(({ memberId }) => {
        const hasCome = come.get(memberId);
        return { memberId, signIn: hasCome === undefined ? 'none' : hasCome ? 'come' : 'not-yet' };
      });
  }

  private async summaryOf({ id, ...row }: SessionRow): Promise<SessionSummary> {
    try {
      const { session } = (await this.projections.of(id))!;
      const { contestId, contestTitle, number, date, status, rehearsal, public: isPublic } = session;
      return {
        sessionId: id,
        contestId,
        contestTitle,
        number,
        date,
        status,
        rehearsal,
        demonstration: row.demonstration,
        public: isPublic,
      };
    } catch (error) {
      // A list must not end at the one session that somebody has to look after.
      if (error instanceof BrokenChain) return { sessionId: id, ...row, date: '', status: 'broken' };
      throw error;
    }
  }

  private async contest(contestId: string): Promise<ContestRow | undefined> {
    if (!uuid.test(contestId)) return undefined;
    const rows = await this.database.query<ContestRow[]>(
      `SELECT title, organisation, commission, deadline, rehearsal_start IS NOT NULL AS rehearsal
       FROM contest WHERE id = $1`,
      [contestId],
    );
    return rows[0];
  }
}

function wellFormed(body: unknown): NewSessionDto {
  if (newSession.accepts(body)) return body as NewSessionDto;
  throw answered(rejection(newSession.faults(body, '')));
}

const answered = (answer: ReturnType<typeof rejection>): Problem =>
  answer.outcome === 'refused' ? refused(answer) : invalid(...answer.fields);

function planOf(
  { roll, questions, organisation, commission, earlierWinners, ...dto }: NewSessionDto,
  contest: ContestRow,
  by: Pick<Account, 'name'>,
): SessionPlan {
  const body = organisation ?? contest.organisation;
  const name = commission ?? contest.commission;
  return {
    edition: currentEdition,
    ...dto,
    contestId: dto.contestId.toLowerCase(),
    contestTitle: contest.title,
    ...(body !== '' && { organisation: body }),
    ...(name !== '' && { commission: name }),
    // Somebody has to sign the protocol as secretary: whoever convenes, unless the plan names another.
    ...(!namesSecretary({ ...dto, roll }) && { secretaryName: by.name }),
    rehearsal: contest.rehearsal,
    deadline: contest.deadline.toISOString(),
    roll: seatsOf(roll),
    questions: questions.map(draftOf),
    earlierWinners: earlierWinners ?? [],
  };
}

/** Whether a plan says who keeps the minutes. */
const namesSecretary = ({
  secretaryId,
  secretaryName,
  roll,
}: Pick<NewSessionDto, 'secretaryId' | 'secretaryName' | 'roll'>): boolean =>
  secretaryId !== undefined || secretaryName !== undefined || roll.some(({ role }) => role === 'secretary');
