import { describe, expect, it } from '@jest/globals';
import { smallSession } from '../testing/protocol-samples.ts';
import type { ProtocolOptions } from './imprint.ts';
import { imprintOf } from './imprint.ts';
import { recordOf } from './session-record.ts';

const record = recordOf(smallSession());
const smallPrint = (options: Omit<ProtocolOptions, 'version'>): string =>
  imprintOf(record, { version: '0.1.0', ...options }).smallPrint.replace(/[0-9a-f]{64}/, '…');
const made = `Составлено по журналу заседания: записей – ${record.entries}, хеш последней записи (SHA-256) – …. Версия программы – 0.1.0.`;

describe('the small print', () => {
  it('names the edition, and why it takes the place of the one before', () => {
    expect(smallPrint({ issued: { version: 1 } })).toBe(
      `Редакция протокола: 1. ${made} Контрольная сумма SHA-256 подписанного файла хранится рядом с ним.`,
    );
    expect(smallPrint({ issued: { version: 3, reason: 'исправлена должность В.С. Орлова.' } })).toContain(
      'Редакция протокола: 3, взамен редакции 2. Основание: исправлена должность В.С. Орлова. Составлено',
    );
  });

  it('of a draft says how far the session is, and speaks of no signed file', () =>
    expect(smallPrint({})).toBe(`Проект, заседание закрыто. ${made}`));
});
