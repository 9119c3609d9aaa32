import type { Session } from '../rules/session.ts';
import { rehearsalTitle, sessionDays } from './header.ts';
import type { SessionRecord } from './session-record.ts';
import { typographic } from './language/typography.ts';
import { asSentence } from './language/wording.ts';

export interface ProtocolOptions {
  /** Of the program, printed in the small print. */
  readonly version: string;
  /** Set once the document is being issued; without it the document is a draft. A correction says why. */
  readonly issued?: { readonly version: number; readonly reason?: string };
}

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
    title: typographic(`Протокол ${ofTheSession(record)}`),
    ...(session.rehearsal && { rehearsal: `${rehearsalTitle}. Результаты юридической силы не имеют` }),
    ...(!options.issued && { watermark: 'ПРОЕКТ' }),
    smallPrint: smallPrint(record, options),
  };
}

/** «№ 5 от 25 июня 2021 г.» */
export const ofTheSession = (record: SessionRecord): string =>
  `№ ${record.session.number} от ${sessionDays(record)}`;

function smallPrint(
  { session, headHash, entries }: SessionRecord,
  { version, issued }: ProtocolOptions,
): string {
  return [
    issued ? editionOf(issued) : `Проект, ${stateOf(session)}.`,
    `Составлено по журналу заседания: записей – ${entries}, хеш последней записи (SHA-256) – ${headHash}.`,
    `Версия программы – ${version}.`,
    ...(issued ? ['Контрольная сумма SHA-256 подписанного файла хранится рядом с ним.'] : []),
  ].join(' ');
}

function editionOf({ version, reason }: NonNullable<ProtocolOptions['issued']>): string {
  const ground = reason === undefined ? '' : ` Основание: ${asSentence(reason)}`;
  return version === 1
    ? `Редакция протокола: 1.${ground}`
    : `Редакция протокола: ${version}, взамен редакции ${version - 1}.${ground}`;
}

const stateOf = ({ status }: Session): string =>
  ({
    convened: 'заседание не открыто',
    open: 'заседание идёт',
    adjourned: 'в заседании объявлен перерыв',
    closed: 'заседание закрыто',
    cancelled: 'заседание отменено',
  })[status];
