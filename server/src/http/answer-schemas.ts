import type { OpenAPIObject } from '@nestjs/swagger';
import { auditActs, invitationStates, letterStates } from '@open-ballot/shared/contract/accounts';
import {
  columnMeanings,
  importColumns,
  importFaults,
  importKinds,
  skipReasons,
  tableEncodings,
} from '@open-ballot/shared/contract/import';
import { faultWords } from '@open-ballot/shared/rules/fault';
import { refusalCodes } from '@open-ballot/shared/rules/refusal';

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const moment = { type: 'string', format: 'date-time' };
const roles: Schema = { type: 'array', items: { enum: ['administrator', 'secretary', 'member'] } };
const whole = { type: 'integer' };
const yesOrNo = { type: 'boolean' };
const importColumn = { enum: [...new Set(Object.values(importColumns).flat())] };
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' };

const shape = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const the = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const listOf = (name: string): Schema => shape({ items: list(the(name)) });

/** What the contract types of `shared/src/contract` are in JSON. What is evolved by the rules is described there alone. */
const schemas: Readonly<Record<string, Schema>> = {
  Account: shape(
    { accountId: uuid, login: text, name: text, roles, hasPassword: yesOrNo },
    { disabled: yesOrNo, rehearsalOnly: yesOrNo },
  ),
  Me: shape(
    {
      accountId: uuid,
      login: text,
      name: text,
      roles,
      secretaryOf: list(uuid),
      seats: list(shape({ sessionId: uuid, memberId: text })),
    },
    { rehearsalOnly: yesOrNo },
  ),
  FreshLink: shape({ link: text, expiresAt: moment }, { accountId: uuid }),
  Invitation: shape(
    { memberId: text, accountId: { ...uuid, nullable: true }, state: { enum: invitationStates } },
    {
      login: text,
      accountName: text,
      link: text,
      expiresAt: moment,
      signedInAt: moment,
      shownAt: moment,
      namesakes: list(shape({ login: text, name: text })),
    },
  ),
  Invitations: shape({ items: list(the('Invitation')), mail: yesOrNo }, { address: text }),
  InvitationLetter: shape(
    {
      letterId: uuid,
      memberId: text,
      address: text,
      state: { enum: letterStates },
      attempts: whole,
      queuedAt: moment,
    },
    { triedAt: moment, result: { ...text, description: 'What the mail server said last' } },
  ),
  AuditEntry: shape(
    { id: whole, at: moment, act: { enum: auditActs }, details: { type: 'object' } },
    { actorName: text, actorLogin: text, accountName: text, accountLogin: text, contestTitle: text },
  ),
  ContestSecretary: shape({ accountId: uuid, login: text, name: text }),
  SeatSignIn: shape({ memberId: text, signIn: { enum: ['none', 'not-yet', 'come'] } }),
  ContestSummary: shape({
    contestId: uuid,
    title: text,
    deadline: moment,
    rehearsal: yesOrNo,
    public: yesOrNo,
  }),
  Nominee: shape(
    { nomineeId: text, name: text },
    {
      entrantId: text,
      region: text,
      organisation: text,
      appliedAt: moment,
      priorScore: text,
      materials: text,
    },
  ),
  ContestNomination: shape(
    { nominationId: uuid, title: text, nominees: list(the('Nominee')) },
    { category: text },
  ),
  ContestMember: shape(
    { memberId: text, name: text, post: text, body: text, role: text, votes: yesOrNo },
    { accountLogin: text, email: text },
  ),
  Contest: {
    allOf: [
      the('ContestSummary'),
      shape({
        organisation: text,
        commission: text,
        timeZone: text,
        nominations: list(the('ContestNomination')),
        members: list(the('ContestMember')),
      }),
    ],
  },
  ImportedRow: shape(
    {
      row: whole,
      cells: { type: 'object', additionalProperties: text, description: 'By column' },
      faults: list(
        shape(
          { fault: { enum: importFaults } },
          { column: importColumn, most: whole, row: whole, name: text, index: whole, text },
        ),
      ),
      state: { enum: ['new', 'known', 'changed'] },
    },
    { changes: list(shape({ column: importColumn, was: text })), confirmed: yesOrNo, hidden: yesOrNo },
  ),
  ImportReport: shape({
    what: { enum: importKinds },
    applied: yesOrNo,
    source: shape(
      { format: { enum: ['xlsx', 'csv'] } },
      {
        sheet: text,
        sheets: list(shape({ name: text, hidden: yesOrNo })),
        encoding: { enum: tableEncodings },
        delimiter: text,
      },
    ),
    headerRow: whole,
    columns: list(
      shape(
        { index: whole, title: text },
        {
          reads: { enum: [...new Set(Object.values(columnMeanings).flat())] },
          hidden: yesOrNo,
          sample: text,
        },
      ),
    ),
    unclear: list(shape({ column: importColumn, is: { enum: ['missing', 'repeated'] } })),
    rows: list(the('ImportedRow')),
    skipped: list(shape({ row: whole, text, reason: { enum: skipReasons } }, { hidden: yesOrNo })),
    sound: whole,
    faulty: whole,
    newNominations: list(shape({ title: text }, { category: text })),
    digest: text,
  }),
  RulePreset: shape({
    name: text,
    ruleSet: { type: 'object', description: 'RuleSet of shared/src/rules/rule-set.ts' },
  }),
  SessionSummary: shape({
    sessionId: uuid,
    contestId: uuid,
    contestTitle: text,
    number: text,
    date: { type: 'string', format: 'date' },
    status: { enum: ['convened', 'open', 'adjourned', 'closed', 'cancelled', 'broken'] },
    rehearsal: yesOrNo,
    public: yesOrNo,
  }),
  Session: {
    type: 'object',
    description: 'Session of shared/src/rules/session.ts, as this viewer may see it',
  },
  Snapshot: shape({
    session: the('Session'),
    position: whole,
    headHash: sha256,
    serverTime: moment,
    you: shape({ ballots: { type: 'object' } }, { memberId: text, officer: yesOrNo, secretary: yesOrNo }),
  }),
  JournalEntry: shape(
    {
      sessionId: uuid,
      position: whole,
      recordedAt: moment,
      part: whole,
      event: shape({ type: text }, { sealed: sha256 }),
      previousHash: sha256,
      hash: sha256,
    },
    { actor: text, commandId: text, opening: shape({ salt: text }) },
  ),
  JournalPage: shape({ position: whole, headHash: sha256, entries: list(the('JournalEntry')) }),
  IssuedFile: shape(
    {
      sessionId: uuid,
      number: text,
      contestTitle: text,
      date: { type: 'string', format: 'date' },
      timeZone: { type: 'string', example: 'Europe/Moscow' },
      rehearsal: yesOrNo,
      version: whole,
      latestVersion: whole,
      issuedAt: moment,
      kind: { enum: ['protocol', 'signature'] },
    },
    { format: { type: 'string', description: 'Of a protocol: docx, pdf, xlsx, csv or json' } },
  ),
  Problem: shape(
    {
      type: { type: 'string', example: 'urn:open-ballot:problem:already-voted' },
      title: text,
      status: whole,
      code: {
        type: 'string',
        description: `One of ${refusalCodes.join(', ')}, or another where no rule was asked`,
      },
    },
    {
      outcome: { enum: ['refused', 'invalid', 'failed'] },
      detail: text,
      requestId: uuid,
      fields: list(
        shape(
          {
            path: { type: 'string', example: 'ballot.nominees.0' },
            code: { enum: Object.keys(faultWords) },
            message: { ...text, description: 'English, for people' },
          },
          { parameters: { type: 'object', description: 'What the words of a screen are filled with' } },
        ),
      ),
    },
  ),
  Recorded: shape({ outcome: { enum: ['recorded'] }, position: whole, hash: sha256, recordedAt: moment }),
};

/** What an operation answers when it did what it was asked, by its id in the document. */
const answers: Readonly<Record<string, Schema>> = {
  'SignIn.signIn': the('Me'),
  'SignIn.redeem': the('Me'),
  'SignIn.me': the('Me'),
  'Accounts.list': listOf('Account'),
  'Accounts.create': the('FreshLink'),
  'Accounts.issueLink': the('FreshLink'),
  'Audit.page': listOf('AuditEntry'),
  'ContestSecretaries.list': listOf('ContestSecretary'),
  'Invitations.list': the('Invitations'),
  'Invitations.invite': the('Invitations'),
  'Invitations.letters': listOf('InvitationLetter'),
  'Invitations.sendLetters': listOf('InvitationLetter'),
  'Contests.list': listOf('ContestSummary'),
  'Contests.create': shape({ contestId: uuid }),
  'Contests.read': the('Contest'),
  'Contests.change': the('Contest'),
  'Contests.startRehearsal': { allOf: [the('ContestSummary'), shape({ start: moment })] },
  'Nominations.list': listOf('ContestNomination'),
  'Nominations.add': shape({ nominationId: uuid }),
  'Nominations.addNominee': shape({ nomineeId: text }),
  'Members.list': listOf('ContestMember'),
  'Members.add': shape({ memberId: text }),
  'Import.import': the('ImportReport'),
  'Presets.list': listOf('RulePreset'),
  'Sessions.list': listOf('SessionSummary'),
  'Sessions.create': shape({
    sessionId: uuid,
    position: whole,
    session: the('Session'),
    withoutSignIn: list(text),
  }),
  'Sessions.signIns': listOf('SeatSignIn'),
  'Sessions.read': the('Snapshot'),
  'Sessions.page': the('JournalPage'),
  'IssuedFiles.find': shape({ found: list(the('IssuedFile')) }),
  'Commands.give': the('Recorded'),
  'Health.live': shape({ status: { enum: ['ok'] } }),
  'Health.ready': shape({ status: { enum: ['ok'] }, database: { enum: ['up'] } }),
};

/** Adds to a document what its operations answer, which the framework cannot read from interfaces. */
export function describeAnswers(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.patch]) {
      const schema = answers[operation?.operationId ?? ''];
      const success = operation?.responses['200'] ?? operation?.responses['201'];
      if (schema && success) Object.assign(success, { content: { 'application/json': { schema } } });
    }
  }
}
