import type { CommandType, SessionCommand } from '@open-ballot/shared/rules/commands';
import { bounds } from '@open-ballot/shared/rules/bounds';
import {
  annulmentGrounds,
  attendances,
  enteredBases,
  presences,
  type AnnulmentGround,
  type Attendance,
  type Ballot,
  type EnteredBasis,
} from '@open-ballot/shared/rules/session';
import { AmendmentDto } from './amendment.dto.ts';
import { ballot } from './ballot.dto.ts';
import {
  base64,
  commandId,
  digest,
  id,
  moment,
  oneOf,
  orNull,
  position,
  text,
  whole,
} from '../shapes/fields.ts';
import { QuestionDto, question } from '../sessions/question.dto.ts';
import { Field, listOf, OptionalField, shapeOf, such, type DtoClass } from '../shapes/shape.ts';

type CommandOf<Type extends CommandType> = Extract<SessionCommand, { readonly type: Type }>;

abstract class Submitted {
  @Field(commandId) readonly commandId!: string;
}

export class AmendSessionDto extends Submitted {
  @Field(oneOf('amend-session')) readonly type!: 'amend-session';
  @Field(shapeOf(AmendmentDto)) readonly changes!: AmendmentDto;
}

export class AddQuestionDto extends Submitted {
  @Field(oneOf('add-question')) readonly type!: 'add-question';
  @Field(question) readonly question!: QuestionDto;
}

export class OpenSessionDto extends Submitted implements CommandOf<'open-session'> {
  @Field(oneOf('open-session')) readonly type!: 'open-session';
}

export class AdjournSessionDto extends Submitted implements CommandOf<'adjourn-session'> {
  @Field(oneOf('adjourn-session')) readonly type!: 'adjourn-session';
  @Field(text()) readonly reason!: string;
}

export class CloseSessionDto extends Submitted implements CommandOf<'close-session'> {
  @Field(oneOf('close-session')) readonly type!: 'close-session';
}

export class CancelSessionDto extends Submitted implements CommandOf<'cancel-session'> {
  @Field(oneOf('cancel-session')) readonly type!: 'cancel-session';
  @Field(text()) readonly reason!: string;
}

export class MarkAttendanceDto extends Submitted implements CommandOf<'mark-attendance'> {
  @Field(oneOf('mark-attendance')) readonly type!: 'mark-attendance';
  @Field(id) readonly memberId!: string;
  @Field(oneOf(...attendances)) readonly attendance!: Attendance;
  @OptionalField(text()) readonly reason?: string;
}

export class CheckInDto extends Submitted implements CommandOf<'check-in'> {
  @Field(oneOf('check-in')) readonly type!: 'check-in';
  @Field(oneOf(...presences)) readonly attendance!: (typeof presences)[number];
}

export class PassChairDto extends Submitted implements CommandOf<'pass-chair'> {
  @Field(oneOf('pass-chair')) readonly type!: 'pass-chair';
  @Field(id) readonly memberId!: string;
}

export class OpenRoundDto extends Submitted implements CommandOf<'open-round'> {
  @Field(oneOf('open-round')) readonly type!: 'open-round';
  @Field(id) readonly questionId!: string;
  @OptionalField(whole(1, bounds.roundSeconds)) readonly seconds?: number;
  @OptionalField(moment) readonly closesAt?: string;
}

export class CloseRoundDto extends Submitted implements CommandOf<'close-round'> {
  @Field(oneOf('close-round')) readonly type!: 'close-round';
  @Field(id) readonly roundId!: string;
}

export class AnnulRoundDto extends Submitted implements CommandOf<'annul-round'> {
  @Field(oneOf('annul-round')) readonly type!: 'annul-round';
  @Field(id) readonly roundId!: string;
  @Field(oneOf(...annulmentGrounds)) readonly ground!: AnnulmentGround;
  @Field(text()) readonly reason!: string;
}

export class ConfirmAnnulmentDto extends Submitted implements CommandOf<'confirm-annulment'> {
  @Field(oneOf('confirm-annulment')) readonly type!: 'confirm-annulment';
  @Field(id) readonly roundId!: string;
}

export class DeclareVoidDto extends Submitted implements CommandOf<'declare-void'> {
  @Field(oneOf('declare-void')) readonly type!: 'declare-void';
  @Field(id) readonly questionId!: string;
  @Field(text()) readonly reason!: string;
}

export class DropQuestionDto extends Submitted implements CommandOf<'drop-question'> {
  @Field(oneOf('drop-question')) readonly type!: 'drop-question';
  @Field(id) readonly questionId!: string;
  @Field(text()) readonly reason!: string;
}

export class WithdrawNomineeDto extends Submitted implements CommandOf<'withdraw-nominee'> {
  @Field(oneOf('withdraw-nominee')) readonly type!: 'withdraw-nominee';
  @Field(id) readonly questionId!: string;
  @Field(id) readonly nomineeId!: string;
  @Field(text()) readonly reason!: string;
}

export class CastBallotDto extends Submitted implements CommandOf<'cast-ballot'> {
  @Field(oneOf('cast-ballot')) readonly type!: 'cast-ballot';
  @Field(id) readonly roundId!: string;
  @Field(ballot) readonly ballot!: Ballot;
  @Field(orNull(position)) readonly replaces!: number | null;
}

export class EnterBallotDto extends Submitted implements CommandOf<'enter-ballot'> {
  @Field(oneOf('enter-ballot')) readonly type!: 'enter-ballot';
  @Field(id) readonly roundId!: string;
  @Field(id) readonly memberId!: string;
  @Field(ballot) readonly ballot!: Ballot;
  @Field(oneOf(...enteredBases)) readonly basis!: EnteredBasis;
  @OptionalField(text()) readonly document?: string;
}

export class RecuseDto extends Submitted implements CommandOf<'recuse'> {
  @Field(oneOf('recuse')) readonly type!: 'recuse';
  @Field(id) readonly questionId!: string;
  @OptionalField(id) readonly memberId?: string;
  @Field(text()) readonly reason!: string;
  @OptionalField(text()) readonly document?: string;
}

export class AppointSubstituteDto extends Submitted implements CommandOf<'appoint-substitute'> {
  @Field(oneOf('appoint-substitute')) readonly type!: 'appoint-substitute';
  @Field(id) readonly memberId!: string;
  @Field(text()) readonly name!: string;
  @Field(text()) readonly accountLogin!: string;
  @Field(text()) readonly mandate!: string;
}

export class GiveCastingVoteDto extends Submitted implements CommandOf<'give-casting-vote'> {
  @Field(oneOf('give-casting-vote')) readonly type!: 'give-casting-vote';
  @Field(id) readonly roundId!: string;
  @OptionalField(oneOf('for', 'against')) readonly choice?: 'for' | 'against';
  @OptionalField(id) readonly nomineeId?: string;
}

export class DeclineTieBreakerDto extends Submitted implements CommandOf<'decline-tie-breaker'> {
  @Field(oneOf('decline-tie-breaker')) readonly type!: 'decline-tie-breaker';
  @Field(id) readonly roundId!: string;
}

export class RecordLotDto extends Submitted implements CommandOf<'record-lot'> {
  @Field(oneOf('record-lot')) readonly type!: 'record-lot';
  @Field(id) readonly roundId!: string;
  @Field(listOf(id, bounds.nominees, 1)) readonly nomineeIds!: string[];
  @Field(text()) readonly witnesses!: string;
}

export class NoteMinutesDto extends Submitted implements CommandOf<'note-minutes'> {
  @Field(oneOf('note-minutes')) readonly type!: 'note-minutes';
  @Field(id) readonly questionId!: string;
  @Field(orNull(position)) readonly edits!: number | null;
  @OptionalField(text(0)) readonly reported?: string;
  @OptionalField(text(0)) readonly discussed?: string;
  @OptionalField(text(0)) readonly resolved?: string;
}

export class FileDissentDto extends Submitted implements CommandOf<'file-dissent'> {
  @Field(oneOf('file-dissent')) readonly type!: 'file-dissent';
  @Field(id) readonly questionId!: string;
  @Field(text()) readonly text!: string;
}

export class ExtendDeadlineDto extends Submitted implements CommandOf<'extend-deadline'> {
  @Field(oneOf('extend-deadline')) readonly type!: 'extend-deadline';
  @Field(moment) readonly moment!: string;
  @Field(text()) readonly document!: string;
}

export class IssueProtocolDto extends Submitted implements CommandOf<'issue-protocol'> {
  @Field(oneOf('issue-protocol')) readonly type!: 'issue-protocol';
  @OptionalField(text()) readonly reason?: string;
}

export class SignProtocolDto extends Submitted implements CommandOf<'sign-protocol'> {
  @Field(oneOf('sign-protocol')) readonly type!: 'sign-protocol';
  @Field(position) readonly version!: number;
  @Field(digest) readonly sha256!: string;
}

export class AttachSignatureDto extends Submitted implements CommandOf<'attach-signature'> {
  @Field(oneOf('attach-signature')) readonly type!: 'attach-signature';
  @Field(position) readonly version!: number;
  @Field(text(1, bounds.fileName)) readonly fileName!: string;
  @Field(such(text(1, bounds.signature), base64.accepts, (path) => base64.faults(undefined, path)))
  readonly base64!: string;
}

/** One class per command, complete by the compiler: a new command does not build until it has a shape. */
export const commandDtos = {
  'amend-session': AmendSessionDto,
  'add-question': AddQuestionDto,
  'open-session': OpenSessionDto,
  'adjourn-session': AdjournSessionDto,
  'close-session': CloseSessionDto,
  'cancel-session': CancelSessionDto,
  'mark-attendance': MarkAttendanceDto,
  'check-in': CheckInDto,
  'pass-chair': PassChairDto,
  'open-round': OpenRoundDto,
  'close-round': CloseRoundDto,
  'annul-round': AnnulRoundDto,
  'confirm-annulment': ConfirmAnnulmentDto,
  'declare-void': DeclareVoidDto,
  'drop-question': DropQuestionDto,
  'withdraw-nominee': WithdrawNomineeDto,
  'cast-ballot': CastBallotDto,
  'enter-ballot': EnterBallotDto,
  recuse: RecuseDto,
  'appoint-substitute': AppointSubstituteDto,
  'give-casting-vote': GiveCastingVoteDto,
  'decline-tie-breaker': DeclineTieBreakerDto,
  'record-lot': RecordLotDto,
  'note-minutes': NoteMinutesDto,
  'file-dissent': FileDissentDto,
  'extend-deadline': ExtendDeadlineDto,
  'issue-protocol': IssueProtocolDto,
  'sign-protocol': SignProtocolDto,
  'attach-signature': AttachSignatureDto,
} as const satisfies Record<CommandType, DtoClass>;

/** A command as it arrives, once its shape is right. */
export type CommandDto = InstanceType<(typeof commandDtos)[CommandType]>;
