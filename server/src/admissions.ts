import type { AccountsController } from './accounts/accounts.controller.ts';
import type { AuditController } from './accounts/audit.controller.ts';
import type { CommandsController } from './commands/commands.controller.ts';
import type { ContestSecretariesController } from './contests/contest-secretaries.controller.ts';
import type { ContestsController } from './contests/contests.controller.ts';
import type { ImportTemplatesController } from './contests/import/import-templates.controller.ts';
import type { ImportController } from './contests/import/import.controller.ts';
import type { InvitationsController } from './contests/invitations.controller.ts';
import type { MembersController } from './contests/members.controller.ts';
import type { NominationsController } from './contests/nominations.controller.ts';
import type { PresetsController } from './contests/presets.controller.ts';
import type { HealthController } from './schema/health.controller.ts';
import type { IssuedFilesController } from './protocol/issued-files.controller.ts';
import type { ProtocolsController } from './protocol/protocols.controller.ts';
import type { SessionsController } from './sessions/sessions.controller.ts';
import type { Admission } from './sign-in/access.ts';
import type { SignInController } from './sign-in/sign-in.controller.ts';

export interface Controllers {
  readonly Accounts: AccountsController;
  readonly Audit: AuditController;
  readonly Commands: CommandsController;
  readonly ContestSecretaries: ContestSecretariesController;
  readonly Contests: ContestsController;
  readonly Health: HealthController;
  readonly Import: ImportController;
  readonly ImportTemplates: ImportTemplatesController;
  readonly Invitations: InvitationsController;
  readonly IssuedFiles: IssuedFilesController;
  readonly Members: MembersController;
  readonly Nominations: NominationsController;
  readonly Presets: PresetsController;
  readonly Protocols: ProtocolsController;
  readonly Sessions: SessionsController;
  readonly SignIn: SignInController;
}

/**
 * Rule 18 over HTTP, complete by the compiler: a new handler does not build until somebody is admitted to it, and a
 * controller that is missing here answers nobody. What is public of a session, and commands, the rules decide behind.
 */
export const admissions: {
  readonly [Name in keyof Controllers]: Readonly<Record<keyof Controllers[Name], Admission>>;
} = {
  Accounts: {
    list: 'administrator',
    // A secretary makes members, nothing else.
    create: 'officer',
    change: 'administrator',
    issueLink: 'administrator',
    signOut: 'administrator',
  },
  Audit: { page: 'administrator' },
  // An observer hears `forbidden` from the rules rather than being asked to sign in (rule 13.1).
  Commands: { give: 'anyone' },
  ContestSecretaries: { list: 'keeper', name: 'administrator', dismiss: 'administrator' },
  Contests: {
    list: 'signed-in',
    create: 'officer',
    read: 'reader',
    change: 'keeper',
    startRehearsal: 'secretary',
  },
  Health: { live: 'anyone', ready: 'anyone' },
  Import: { import: 'secretary' },
  ImportTemplates: { read: 'officer' },
  Invitations: {
    list: 'secretary',
    cards: 'secretary',
    invite: 'secretary',
    letters: 'secretary',
    sendLetters: 'secretary',
    signOut: 'secretary',
  },
  // Whoever was sent a protocol wants to know whether it is one.
  IssuedFiles: { find: 'anyone' },
  Members: { list: 'reader', add: 'secretary', change: 'secretary', remove: 'secretary' },
  Nominations: {
    list: 'reader',
    add: 'secretary',
    change: 'secretary',
    remove: 'secretary',
    addNominee: 'secretary',
    changeNominee: 'secretary',
    removeNominee: 'secretary',
  },
  Presets: { list: 'signed-in' },
  Protocols: { draft: 'signed-in', extract: 'signed-in', issued: 'signed-in', signature: 'signed-in' },
  Sessions: {
    list: 'anyone',
    // Of the contest that the body names.
    create: 'officer',
    read: 'anyone',
    page: 'anyone',
    export: 'anyone',
    signIns: 'signed-in',
  },
  SignIn: {
    signIn: 'anyone',
    redeem: 'anyone',
    signOut: 'anyone',
    me: 'signed-in',
    changePassword: 'signed-in',
  },
};
