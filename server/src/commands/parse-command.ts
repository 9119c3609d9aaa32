import type { Invalid } from '@open-ballot/shared/contract/receipt';
import type { CommandType, SessionCommand } from '@open-ballot/shared/rules/commands';
import { fault } from '@open-ballot/shared/rules/fault';
import type { Refused } from '@open-ballot/shared/rules/refusal';
import { amendmentOf } from './amendment.dto.ts';
import { commandDtos, type CommandDto } from './commands.dto.ts';
import { utc } from '../shapes/fields.ts';
import { draftOf } from '../sessions/question.dto.ts';
import { invalid, rejection } from '../shapes/rejection.ts';
import { isPlainObject, shapeOf, type Rule } from '../shapes/shape.ts';

const shapes: ReadonlyMap<unknown, Rule> = new Map(
  Object.entries(commandDtos).map(([type, dto]) => [type, shapeOf(dto)]),
);

/** A well-formed command. `dto` is what was sent, for what does not enter the journal: logins, the bytes of a signature. */
export interface ParsedCommand {
  readonly outcome: 'parsed';
  readonly commandId: string;
  readonly command: SessionCommand;
  readonly dto: CommandDto;
}

/** Checks the shape of a command from HTTP or a socket. What it may do, the rules decide later. */
export function parseCommand(body: unknown): ParsedCommand | Invalid | Refused {
  if (!isPlainObject(body)) return invalid([fault('', 'object')]);
  const shape = shapes.get(body['type']);
  if (!shape) return invalid([fault('type', 'one-of', { options: [...shapes.keys()].join(', ') })]);
  if (!shape.accepts(body)) return rejection(shape.faults(body, ''));
  const dto = body as unknown as CommandDto;
  return { outcome: 'parsed', commandId: dto.commandId, command: commandOf(dto), dto };
}

function commandOf(dto: CommandDto): SessionCommand {
  switch (dto.type) {
    case 'amend-session':
      return { type: dto.type, changes: amendmentOf(dto.changes) };
    case 'add-question':
      return { type: dto.type, question: draftOf(dto.question) };
    case 'open-round': {
      const { type, questionId, seconds, closesAt } = dto;
      return {
        type,
        questionId,
        ...(seconds !== undefined && { seconds }),
        ...(closesAt !== undefined && { closesAt: utc(closesAt) }),
      };
    }
    case 'extend-deadline':
      return { type: dto.type, moment: utc(dto.moment), document: dto.document };
    default: {
      const { commandId: _commandId, ...command } = dto;
      return command satisfies { readonly type: CommandType };
    }
  }
}
