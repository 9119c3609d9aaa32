import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import type { SessionProjection } from '../desk/session-projection.ts';
import { Journal } from '../journal/journal.ts';
import { renderJournal } from '../protocol/render-in-worker.ts';
import { programVersion } from '../http/program-version.ts';
import { renderedFormats } from '../protocol/rendering.ts';
import type { Submission } from '../desk/submission.ts';

/**
 * Draws the files of a protocol before the lock is taken: that takes seconds, and nobody is to wait for it.
 * If anything was recorded meanwhile, the rules refuse the issue (`journal-moved`).
 */
@Injectable()
export class ProtocolIssue {
  constructor(private readonly journal: Journal) {}

  async prepare(
    { sessionId, session, head }: SessionProjection,
    reason: string | undefined,
  ): Promise<Pick<Submission, 'issued' | 'alongside'>> {
    const isOver = session.status === 'closed' || session.status === 'adjourned';
    const gaps = gapsOf(session).map(({ label }) => label);
    const version = session.protocols.length + 1;
    // Refused anyway, and then a reason is worth more than a drawing.
    if (!isOver || gaps.length > 0 || (version > 1 && !reason))
      return { issued: { throughPosition: head.position, files: {}, gaps } };

    const journal = await this.journal.exported(sessionId, head.position);
    const options = {
      version: programVersion,
      issued: { version, ...(reason !== undefined && { reason }) },
    };
    const files = await renderJournal(journal, options, renderedFormats);
    const named = Object.entries(files).map(([format, bytes]) => ({
      format,
      bytes,
      sha256: digestOf(bytes),
    }));
    return {
      issued: {
        throughPosition: head.position,
        files: Object.fromEntries(named.map(({ format, sha256 }) => [format, sha256])),
        gaps,
      },
      alongside: async (query) => {
        for (const { format, bytes, sha256 } of named) {
          await query(
            'INSERT INTO protocol_file (session_id, version, format, bytes, sha256) VALUES ($1, $2, $3, $4, $5)',
            [sessionId, version, format, bytes, sha256],
          );
        }
      },
    };
  }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
