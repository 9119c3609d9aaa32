import { fault } from '../fault.ts';
import { refuse, refuseFields } from '../refusal.ts';
import { findQuestion, isRefused, type Handlers } from './handler.ts';

/** Minutes, dissent and the protocol: what may be recorded after closing too (rules 1.4, 13.2). */
export const records: Handlers<
  'note-minutes' | 'file-dissent' | 'issue-protocol' | 'sign-protocol' | 'attach-signature'
> = {
  'note-minutes': ({ session, command }) => {
    const { questionId, edits, reported, discussed, resolved } = command;
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    const current = question.minutes?.position ?? null;
    if (current !== edits) return refuseFields('stale', fault('edits', 'changed'));
    return [
      {
        type: 'minutes-noted',
        questionId,
        ...(reported !== undefined && { reported }),
        ...(discussed !== undefined && { discussed }),
        ...(resolved !== undefined && { resolved }),
      },
    ];
  },
  'file-dissent': ({ session, command: { questionId, text }, authorised }) => {
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    return question.rounds.some((each) => each.status === 'closed')
      ? [{ type: 'dissent-filed', questionId, memberId: authorised.actor, text }]
      : refuse('round-not-open', 'nothing has been decided here yet');
  },
  'issue-protocol': ({ session, command: { reason }, surroundings: { issued } }) => {
    if (session.status !== 'closed' && session.status !== 'adjourned')
      return refuse('not-allowed-by-rules', 'a protocol is issued after closing or adjourning');
    if (!issued) return refuse('not-allowed-by-rules', 'nothing has been rendered to issue');
    if (issued.gaps.length > 0) return refuse('gaps-in-protocol', issued.gaps.join(', '));
    if (issued.throughPosition !== issued.lastPosition)
      return refuse('journal-moved', `entry ${issued.throughPosition + 1} followed meanwhile`);
    const version = session.protocols.length + 1;
    if (version > 1 && !reason) return refuseFields('invalid', fault('reason', 'missing'));
    const { throughPosition, files } = issued;
    return [
      { type: 'protocol-issued', version, throughPosition, files, ...(reason !== undefined && { reason }) },
    ];
  },
  'sign-protocol': ({ session, command: { version, sha256 }, authorised }) => {
    const protocol = session.protocols.find((each) => each.version === version);
    if (!protocol) return refuseFields('not-found', fault('version', 'not-there'));
    if (protocol.files['pdf'] !== sha256) return refuseFields('stale', fault('sha256', 'not-issued'));
    const role = authorised.as === 'secretary' ? 'secretary' : 'presiding';
    return protocol.signatures.some((each) => each.role === role)
      ? refuse('not-allowed-by-rules', 'signed already')
      : [{ type: 'protocol-signed', version, sha256, role }];
  },
  'attach-signature': ({ session, command: { version, fileName }, surroundings: { attachmentSha256 } }) => {
    const protocol = session.protocols.find((each) => each.version === version);
    if (!protocol) return refuseFields('not-found', fault('version', 'not-there'));
    if (attachmentSha256 === undefined) return refuseFields('invalid', fault('base64', 'missing'));
    if (protocol.attachments.some((each) => each.fileName === fileName))
      return refuseFields('not-allowed-by-rules', fault('fileName', 'taken'));
    return [{ type: 'signature-attached', version, fileName, sha256: attachmentSha256 }];
  },
};
