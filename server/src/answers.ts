import type { StreamableFile } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import {
  type AccountSummary,
  accountRoles,
  auditActs,
  type AuditEntry,
  type ContestSecretary,
  type Invitation,
  type InvitationLetter,
  type Invitations,
  invitationStates,
  letterStates,
  type Namesake,
  type SeatSignIn,
} from '@open-ballot/shared/contract/accounts';
import type {
  Contest,
  ContestMember,
  ContestNomination,
  ContestSummary,
  IssuedFile,
  IssuedFiles,
  ListOf,
  Me,
  ProblemDetails,
  RulePreset,
  SessionSummary,
} from '@open-ballot/shared/contract/http';
import {
  columnMeanings,
  type ImportColumn,
  importColumns,
  type ImportedRow,
  importFaults,
  importKinds,
  type ImportReport,
  type SkippedRow,
  skipReasons,
  type TableColumn,
  tableEncodings,
  type TableSource,
} from '@open-ballot/shared/contract/import';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { faultWords, type FieldError } from '@open-ballot/shared/rules/fault';
import { refusalCodes } from '@open-ballot/shared/rules/refusal';
import { type Nominee, seatRoles, type Session } from '@open-ballot/shared/rules/session';
import type { Controllers } from './admissions.ts';
import {
  among,
  day,
  either,
  list,
  moment,
  oneOf,
  orNull,
  type PropertiesOf,
  type Schema,
  type SchemaOf,
  sha256,
  shape,
  text,
  uuid,
  whole,
  yes,
  yesOrNo,
} from './http/answer-schema.ts';
import type { Convened } from './sessions/sessions.service.ts';
import type { JournalPage } from './sessions/sessions.controller.ts';

/** What has a name of its own in the document. */
interface Named {
  readonly Account: AccountSummary;
  readonly AuditEntry: AuditEntry;
  readonly Contest: Contest;
  readonly ContestMember: ContestMember;
  readonly ContestNomination: ContestNomination;
  readonly ContestSecretary: ContestSecretary;
  readonly ContestSummary: ContestSummary;
  readonly ImportedRow: ImportedRow;
  readonly ImportReport: ImportReport;
  readonly Invitation: Invitation;
  readonly InvitationLetter: InvitationLetter;
  readonly Invitations: Invitations;
  readonly IssuedFile: IssuedFile;
  readonly JournalEntry: JournalEntry;
  readonly JournalPage: JournalPage;
  readonly Me: Me;
  readonly Nominee: Nominee;
  readonly Problem: ProblemDetails;
  readonly Recorded: Recorded;
  readonly RulePreset: RulePreset;
  readonly SeatSignIn: SeatSignIn;
  readonly Session: Session;
  readonly SessionSummary: SessionSummary;
  readonly Snapshot: Snapshot;
}

const the = <Name extends keyof Named>(name: Name): SchemaOf<Named[Name]> => ({
  $ref: `#/components/schemas/${name}`,
});
const listOf = <Name extends keyof Named>(name: Name): SchemaOf<ListOf<Named[Name]>> =>
  among({ items: list(the(name)) });

const importColumn = oneOf<ImportColumn>(Object.values(importColumns).flat());
const ofRules = (what: string): Schema => ({ type: 'object', description: what });
const contestSummary: PropertiesOf<ContestSummary> = {
  contestId: uuid,
  title: text,
  deadline: moment,
  rehearsal: yesOrNo,
  public: yesOrNo,
};
const issuedVersion: PropertiesOf<Omit<Extract<IssuedFile, { kind: 'signature' }>, 'kind'>> = {
  sessionId: uuid,
  number: text,
  contestTitle: text,
  date: day,
  timeZone: { ...text, example: 'Europe/Moscow' },
  rehearsal: yesOrNo,
  version: whole,
  latestVersion: whole,
  issuedAt: moment,
};

/**
 * What the contract types of `shared/src/contract` are in JSON. What the rules evolve is described there alone:
 * `ofRules` says where.
 */
const schemas: { readonly [Name in keyof Named]: SchemaOf<Named[Name]> } = {
  Account: shape<AccountSummary>(
    { accountId: uuid, login: text, name: text, roles: list(oneOf(accountRoles)), hasPassword: yesOrNo },
    { disabled: yes, rehearsalOnly: yes },
  ),
  Me: shape<Me>(
    {
      accountId: uuid,
      login: text,
      name: text,
      roles: list(oneOf(accountRoles)),
      secretaryOf: list(uuid),
      seats: list(shape<Me['seats'][number]>({ sessionId: uuid, memberId: text })),
    },
    { rehearsalOnly: yes },
  ),
  Invitation: shape<Invitation>(
    { memberId: text, accountId: orNull(uuid), state: oneOf(invitationStates) },
    {
      login: text,
      accountName: text,
      link: text,
      expiresAt: moment,
      signedInAt: moment,
      shownAt: moment,
      namesakes: list(shape<Namesake>({ login: text, name: text })),
    },
  ),
  Invitations: shape<Invitations>({ items: list(the('Invitation')), mail: yesOrNo }, { address: text }),
  InvitationLetter: shape<InvitationLetter>(
    {
      letterId: uuid,
      memberId: text,
      address: text,
      state: oneOf(letterStates),
      attempts: whole,
      queuedAt: moment,
    },
    { triedAt: moment, result: { ...text, description: 'What the mail server said last' } },
  ),
  AuditEntry: shape<AuditEntry>(
    { id: whole, at: moment, act: oneOf(auditActs), details: { type: 'object' } },
    { actorName: text, actorLogin: text, accountName: text, accountLogin: text, contestTitle: text },
  ),
  ContestSecretary: shape<ContestSecretary>({ accountId: uuid, login: text, name: text }),
  SeatSignIn: shape<SeatSignIn>({ memberId: text, signIn: oneOf(['none', 'not-yet', 'come']) }),
  ContestSummary: shape<ContestSummary>(contestSummary),
  Nominee: shape<Nominee>(
    { nomineeId: text, name: text },
    {
      entrantId: text,
      region: text,
      organisation: text,
      appliedAt: moment,
      priorScore: text,
      materials: text,
      withdrawn: yesOrNo,
    },
  ),
  ContestNomination: shape<ContestNomination>(
    { nominationId: uuid, title: text, nominees: list(the('Nominee')) },
    { category: text },
  ),
  ContestMember: shape<ContestMember>(
    { memberId: text, name: text, post: text, body: text, role: oneOf(seatRoles), votes: yesOrNo },
    { accountLogin: text, email: text },
  ),
  Contest: shape<Contest>({
    ...contestSummary,
    organisation: text,
    commission: text,
    timeZone: text,
    nominations: list(the('ContestNomination')),
    members: list(the('ContestMember')),
  }),
  ImportedRow: shape<ImportedRow>(
    {
      row: whole,
      cells: { type: 'object', additionalProperties: text, description: 'By column' },
      faults: list(
        among(
          { fault: oneOf(importFaults) },
          { column: importColumn, most: whole, row: whole, name: text, index: whole, text },
        ),
      ),
      state: oneOf(['new', 'known', 'changed']),
    },
    {
      changes: list(shape<NonNullable<ImportedRow['changes']>[number]>({ column: importColumn, was: text })),
      confirmed: yes,
      hidden: yes,
    },
  ),
  ImportReport: shape<ImportReport>({
    what: oneOf(importKinds),
    applied: yesOrNo,
    source: either(
      shape<Extract<TableSource, { format: 'xlsx' }>>({
        format: oneOf(['xlsx']),
        sheet: text,
        sheets: list(shape<{ name: string; hidden: boolean }>({ name: text, hidden: yesOrNo })),
      }),
      shape<Extract<TableSource, { format: 'csv' }>>({
        format: oneOf(['csv']),
        encoding: oneOf(tableEncodings),
        delimiter: oneOf([';', ',', '\t']),
      }),
    ),
    headerRow: whole,
    columns: list(
      shape<TableColumn>(
        { index: whole, title: text },
        { reads: oneOf(Object.values(columnMeanings).flat()), hidden: yes, sample: text },
      ),
    ),
    unclear: list(
      shape<ImportReport['unclear'][number]>({ column: importColumn, is: oneOf(['missing', 'repeated']) }),
    ),
    rows: list(the('ImportedRow')),
    skipped: list(shape<SkippedRow>({ row: whole, text, reason: oneOf(skipReasons) }, { hidden: yes })),
    sound: whole,
    faulty: whole,
    newNominations: list(shape<ImportReport['newNominations'][number]>({ title: text }, { category: text })),
    digest: text,
  }),
  RulePreset: shape<RulePreset>({
    name: text,
    ruleSet: ofRules('RuleSet of shared/src/rules/plan/rule-set.ts'),
  }),
  SessionSummary: shape<SessionSummary>({
    sessionId: uuid,
    contestId: uuid,
    contestTitle: text,
    number: text,
    date: day,
    status: { ...text, enum: ['convened', 'open', 'adjourned', 'closed', 'cancelled', 'broken'] },
    rehearsal: yesOrNo,
    demonstration: yesOrNo,
    public: yesOrNo,
  }),
  Session: ofRules('Session of shared/src/rules/session.ts, as this viewer may see it'),
  Snapshot: shape<Snapshot>({
    session: the('Session'),
    position: whole,
    headHash: sha256,
    serverTime: moment,
    you: shape<Snapshot['you']>(
      { ballots: { type: 'object' } },
      { memberId: text, officer: yesOrNo, secretary: yesOrNo },
    ),
  }),
  JournalEntry: shape<JournalEntry>(
    {
      sessionId: uuid,
      position: whole,
      recordedAt: moment,
      part: whole,
      event: among({ type: text }, { sealed: sha256 }),
      previousHash: sha256,
      hash: sha256,
    },
    { actor: text, commandId: text, opening: among({ salt: text }) },
  ),
  JournalPage: shape<JournalPage>({ position: whole, headHash: sha256, entries: list(the('JournalEntry')) }),
  IssuedFile: either(
    shape<Extract<IssuedFile, { kind: 'protocol' }>>({
      ...issuedVersion,
      kind: oneOf(['protocol']),
      format: { ...text, description: 'docx, pdf, xlsx, csv or json' },
    }),
    shape<Extract<IssuedFile, { kind: 'signature' }>>({ ...issuedVersion, kind: oneOf(['signature']) }),
  ),
  Problem: shape<ProblemDetails>(
    {
      type: { ...text, example: 'urn:open-ballot:problem:already-voted' },
      title: text,
      status: whole,
      code: { ...text, description: `One of ${refusalCodes.join(', ')}, or another where no rule was asked` },
    },
    {
      detail: text,
      requestId: uuid,
      fields: list(
        shape<FieldError>(
          {
            path: { ...text, example: 'ballot.nominees.0' },
            code: { enum: Object.keys(faultWords) },
            message: { ...text, description: 'English, for people' },
          },
          { parameters: { type: 'object', description: 'What the words of a screen are filled with' } },
        ),
      ),
    },
  ),
  Recorded: shape<Recorded>({
    outcome: oneOf(['recorded']),
    position: whole,
    hash: sha256,
    recordedAt: moment,
  }),
};

type Answered<Handler> = Handler extends (...asked: never[]) => infer Answer ? Awaited<Answer> : never;
type Refusing = ProblemDetails | Exclude<Receipt, Recorded>;
/** The handlers of a controller that answer with JSON when they did what they were asked. */
type ToldBy<Controller> = {
  readonly [
    Name in keyof Controller as Answered<Controller[Name]> extends void | StreamableFile ? never : Name
  ]: SchemaOf<Exclude<Answered<Controller[Name]>, Refusing>>;
};

/** By controller and handler, complete by the compiler; an answer of another type than the handler's does not build. */
const answers: {
  readonly [
    Name in keyof Controllers as keyof ToldBy<Controllers[Name]> extends never ? never : Name
  ]: ToldBy<Controllers[Name]>;
} = {
  Accounts: {
    list: listOf('Account'),
    create: shape<{ accountId: string; link: string; expiresAt: string }>({
      accountId: uuid,
      link: text,
      expiresAt: moment,
    }),
    issueLink: shape<{ link: string; expiresAt: string }>({ link: text, expiresAt: moment }),
  },
  Audit: { page: listOf('AuditEntry') },
  Commands: { give: the('Recorded') },
  ContestSecretaries: { list: listOf('ContestSecretary') },
  Contests: {
    list: listOf('ContestSummary'),
    create: shape<{ contestId: string }>({ contestId: uuid }),
    read: the('Contest'),
    change: the('Contest'),
    startRehearsal: shape<ContestSummary & { start: string }>({ ...contestSummary, start: moment }),
  },
  Health: {
    live: shape<{ status: 'ok' }>({ status: oneOf(['ok']) }),
    ready: shape<{ status: 'ok'; database: 'up' }>({ status: oneOf(['ok']), database: oneOf(['up']) }),
  },
  Import: { import: the('ImportReport') },
  Invitations: {
    list: the('Invitations'),
    invite: the('Invitations'),
    letters: listOf('InvitationLetter'),
    sendLetters: listOf('InvitationLetter'),
  },
  IssuedFiles: { find: shape<IssuedFiles>({ found: list(the('IssuedFile')) }) },
  Members: { list: listOf('ContestMember'), add: shape<{ memberId: string }>({ memberId: text }) },
  Nominations: {
    list: listOf('ContestNomination'),
    add: shape<{ nominationId: string }>({ nominationId: uuid }),
    addNominee: shape<{ nomineeId: string }>({ nomineeId: text }),
  },
  Presets: { list: listOf('RulePreset') },
  Sessions: {
    list: listOf('SessionSummary'),
    create: shape<Convened>({
      sessionId: uuid,
      position: whole,
      session: the('Session'),
      withoutSignIn: list(text),
    }),
    read: the('Snapshot'),
    page: the('JournalPage'),
    signIns: listOf('SeatSignIn'),
  },
  SignIn: { signIn: the('Me'), redeem: the('Me'), me: the('Me') },
};

/** Adds to a document what its operations answer, which the framework cannot read from interfaces. */
export function describeAnswers(document: OpenAPIObject): void {
  const byOperation = new Map<string, Schema>(
    Object.entries(answers).flatMap(([controller, ofHandlers]) =>
      Object.entries(ofHandlers).map(([handler, schema]) => [`${controller}.${handler}`, schema] as const),
    ),
  );
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...(schemas as Record<string, object>) },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.patch]) {
      const schema = byOperation.get(operation?.operationId ?? '');
      const success = operation?.responses['200'] ?? operation?.responses['201'];
      if (schema && success) Object.assign(success, { content: { 'application/json': { schema } } });
    }
  }
}
