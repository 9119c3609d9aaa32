import type { Session } from '../rules/session.ts';
import type { ProtocolOptions } from './build-protocol.ts';
import { rehearsalTitle, sessionDays } from './header.ts';
import type { SessionRecord } from './session-record.ts';
import { typographic } from './typography.ts';

/** What a protocol says of itself on paper and in a workbook alike. */
export interface Imprint {
  readonly title: string;
  readonly rehearsal?: string;
  readonly watermark?: string;
  readonly smallPrint: string;
}

export function imprintOf(record: SessionRecord, options: ProtocolOptions): Imprint {
  const { session } = record;
  return {
    title: typographic(`Протокол № ${session.number} от ${sessionDays(record)}`),
    ...(session.rehearsal && { rehearsal: `${rehearsalTitle}. Результат не является настоящим` }),
    ...(!options.issued && { watermark: 'ПРОЕКТ' }),
    smallPrint: smallPrint(record, options),
  };
}

function smallPrint(
  { session, headHash, entries }: SessionRecord,
  { version, issued }: ProtocolOptions,
): string {
  const state = issued ? `Редакция протокола: ${issued.version}.` : `Проект, ${stateOf(session)}.`;
  return (
    `${state} Составлено по журналу заседания: записей – ${entries}, хеш последней записи (SHA-256) – ${headHash}. ` +
    `Версия программы – ${version}. Контрольная сумма SHA-256 подписанного файла хранится рядом с ним.`
  );
}

const stateOf = ({ status }: Session): string =>
  ({
    convened: 'заседание не открыто',
    open: 'заседание идёт',
    adjourned: 'в заседании объявлен перерыв',
    closed: 'заседание закрыто',
  })[status];
