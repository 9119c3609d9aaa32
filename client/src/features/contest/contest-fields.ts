import { isTimeZone } from '@open-ballot/shared/contract/spellings';
import type { FaultCode } from '@open-ballot/shared/rules/fault';
import { momentOfLocal } from '../../text/local-moment.ts';

export interface ContestFields {
  readonly title: string;
  readonly organisation: string;
  readonly commission: string;
  readonly timeZone: string;
  /** Wall clock in that time zone, as `datetime-local` gives it. */
  readonly deadline: string;
  /** Whether everybody who has signed in may read it. */
  readonly public: boolean;
}

export type ContestFault = Extract<FaultCode, 'empty' | 'moment' | 'time-zone'>;

export function contestFaults({
  title,
  timeZone,
  deadline,
}: ContestFields): Partial<Record<keyof ContestFields, ContestFault>> {
  const isZone = isTimeZone(timeZone);
  return {
    ...(title.trim() === '' && { title: 'empty' }),
    ...(!isZone && { timeZone: 'time-zone' }),
    ...(isZone && momentOfLocal(deadline, timeZone) === undefined && { deadline: 'moment' }),
  };
}

/** The body for creating or changing a contest; undefined while a field is at fault. */
export function contestBody(fields: ContestFields) {
  const deadline = isTimeZone(fields.timeZone) ? momentOfLocal(fields.deadline, fields.timeZone) : undefined;
  if (deadline === undefined || Object.keys(contestFaults(fields)).length > 0) return undefined;
  return {
    title: fields.title.trim(),
    organisation: fields.organisation.trim(),
    commission: fields.commission.trim(),
    timeZone: fields.timeZone,
    deadline,
    public: fields.public,
  };
}
