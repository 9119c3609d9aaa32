import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Account, isAdministrator, isSecretaryOf, isSomeSecretary } from './account.ts';
import { readsContest } from './reads-contest.ts';
import { Problem, refusal } from '../http/problem.ts';
import { type Admission, type Admissions, type KnownRequest, tableOfAdmissions } from './access.ts';
import { SignInService } from './sign-in.service.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Lets in whom the table of admissions names, and nobody where it names nobody. Sockets settle theirs in the handshake. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly signIns: SignInService,
    private readonly database: DataSource,
    @Inject(tableOfAdmissions) private readonly admissions: Admissions,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return context.getType() === 'http' ? this.admit(context) : true;
  }

  private async admit(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const { cookie } = request.headers;
    const account = await this.signIns.callerFromCookie(cookie);
    if (account) request.account = account;
    const admission = this.admissionTo(context);
    if (admission === 'anyone') return true;
    if (!account) throw new Problem(401, 'not-signed-in', 'this needs a sign-in');
    const { contestId } = request.params as { readonly contestId?: string };
    if (!(await this.refused(admission, account, contestId))) return true;
    // What is remembered may be older than the right; a no is worth another look.
    const afresh = await this.signIns.callerAfresh(cookie);
    const refused = afresh && (await this.refused(admission, afresh, contestId));
    if (!afresh || refused) throw refused ?? new Problem(401, 'not-signed-in', 'this needs a sign-in');
    request.account = afresh;
    return true;
  }

  private admissionTo(context: ExecutionContext): Admission {
    const controller = context.getClass().name.replace(/Controller$/, '');
    const admission = this.admissions[controller]?.[context.getHandler().name];
    if (!admission) throw refusal('forbidden', 'nobody has said who may ask this');
    return admission;
  }

  /** That there is a contest is not told to who may not read it. */
  private async refused(
    admission: Admission,
    account: Account,
    contestId: string | undefined,
  ): Promise<Problem | undefined> {
    if (contestId === undefined || !uuid.test(contestId))
      return holds[admission](account, '') ? undefined : refusal('forbidden', forWhom[admission]);
    if (holds[admission](account, contestId.toLowerCase())) return undefined;
    const reads = await readsContest(this.database.manager, account, contestId);
    if (!reads) return refusal('not-found', 'there is no such contest');
    return admission === 'reader' ? undefined : refusal('forbidden', forWhom[admission]);
  }
}

/** Whether an account has the office; no contest (one that is badly named) is left to whoever reads the address. */
const holds: Readonly<Record<Admission, (account: Account, contestId: string) => boolean>> = {
  anyone: () => true,
  'signed-in': () => true,
  reader: (account, contestId) => contestId === '' || isSecretaryOf(account, contestId),
  keeper: (account, contestId) => isAdministrator(account) || isSecretaryOf(account, contestId),
  secretary: (account, contestId) =>
    contestId === '' ? isSomeSecretary(account) : isSecretaryOf(account, contestId),
  officer: (account) => isAdministrator(account) || isSomeSecretary(account),
  administrator: isAdministrator,
};

const forWhom: Readonly<Record<Admission, string>> = {
  anyone: '',
  'signed-in': '',
  reader: 'this is for those who have a part in the contest',
  keeper: 'this is for the secretary of the contest and for administrators',
  secretary: 'this is for the secretary of the contest',
  officer: 'this is for secretaries and administrators',
  administrator: 'this is for administrators',
};
