import { describe, expect, it } from '@jest/globals';
import { aPlan, says } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, type LivedSession, member, secretary } from '../testing/lived-session.ts';

const note = (edits: number | null, more = {}) =>
  ({ type: 'note-minutes', questionId: 'q', edits, ...more }) as const;
const closed = (): LivedSession =>
  inSession(aPlan())
    .vote({ m1: says('for') })
    .tell({ type: 'close-session' });
const pdf = 'a'.repeat(64);
const rendered = (session: LivedSession, more = {}) => ({
  issued: {
    throughPosition: session.position,
    lastPosition: session.position,
    files: { pdf },
    gaps: [],
    ...more,
  },
});
const issue = { type: 'issue-protocol' } as const;
const sign = (version = 1, sha256 = pdf) => ({ type: 'sign-protocol', version, sha256 }) as const;
const issued = (): LivedSession => {
  const session = closed();
  return session.tell(issue, secretary, rendered(session));
};

describe('minutes', () => {
  it('[13.2] a note names the position it edits, else stale', () => {
    const session = inSession(aPlan()).tell(note(null, { reported: 'heard' }));
    const first = session.position;
    given(session)
      .when(note(null, { reported: 'other' }))
      .thenRefused('stale');
    given(session)
      .when(note(first - 1, { reported: 'other' }))
      .thenRefused('stale');
    session.tell(note(first, { discussed: 'spoken' }));
    expect(session.question().minutes).toEqual({
      position: session.position,
      reported: 'heard',
      discussed: 'spoken',
    });
    given(session)
      .when(note(first, { resolved: 'late' }))
      .thenRefused('stale');
  });

  it('[13.2] a first note names nothing', () => given(inSession(aPlan())).when(note(3)).thenRefused('stale'));
});

describe('dissent', () => {
  const dissent = (text: string) => ({ type: 'file-dissent', questionId: 'q', text }) as const;

  it('[13] is filed by a member about something decided; a later one replaces it', () => {
    const session = inSession(aPlan());
    given(session).when(dissent('no'), member('m2')).thenRefused('round-not-open');
    given(session.openRound()).when(dissent('no'), member('m2')).thenRefused('round-not-open');
    session
      .cast({ m1: says('for') })
      .close()
      .tell(dissent('no'), member('m2'))
      .tell(dissent('never'), member('m3'))
      .tell(dissent('no!'), member('m2'));
    expect(session.question().dissents).toMatchObject([
      { memberId: 'm3', text: 'never' },
      { memberId: 'm2', text: 'no!' },
    ]);
  });
});

describe('the protocol', () => {
  it('[1.4] [13.2] is issued after closing or adjourning, from a position', () => {
    const session = closed();
    given(session)
      .when(issue, secretary, rendered(session))
      .then({ type: 'protocol-issued', version: 1, throughPosition: session.position, files: { pdf } });
    const open = inSession(aPlan());
    given(open).when(issue, secretary, rendered(open)).thenRefused('not-allowed-by-rules');
    open.tell({ type: 'adjourn-session', reason: 'night' });
    given(open).when(issue, secretary, rendered(open)).thenRecords('protocol-issued');
    given(session).when(issue, secretary).thenRefused('not-allowed-by-rules');
  });

  it('[13.2] not when the journal has moved, not with gaps', () => {
    const session = closed();
    given(session)
      .when(issue, secretary, rendered(session, { throughPosition: session.position - 1 }))
      .thenRefused('journal-moved');
    given(session)
      .when(issue, secretary, rendered(session, { gaps: ['q.reported'] }))
      .thenRefused('gaps-in-protocol');
  });

  it('[13.2] a correction is the next version, with a reason', () => {
    const session = issued();
    given(session).when(issue, secretary, rendered(session)).thenRefused('invalid');
    session.tell({ ...issue, reason: 'a name' }, secretary, rendered(session));
    expect(session.session.protocols.map(({ version, reason }) => [version, reason])).toEqual([
      [1, undefined],
      [2, 'a name'],
    ]);
  });

  it('[13] is signed by who presided at closing and by the secretary, each once, over the PDF', () => {
    const session = issued();
    given(session).when(sign(), member('m2')).thenRefused('forbidden');
    given(session).when(sign(2), member('m1')).thenRefused('not-found');
    given(session)
      .when(sign(1, 'b'.repeat(64)), member('m1'))
      .thenRefused('stale');
    session.tell(sign(), member('m1')).tell(sign(), secretary);
    expect(session.session.protocols[0]?.signatures).toMatchObject([
      { actor: 'm1', role: 'presiding' },
      { actor: 'secretary:one', role: 'secretary' },
    ]);
    given(session).when(sign(), member('m1')).thenRefused('not-allowed-by-rules');
    given(session).when(sign(), secretary).thenRefused('not-allowed-by-rules');
  });

  it('[13] the chair passed on: who presided at closing signs', () => {
    const session = inSession(aPlan())
      .tell({ type: 'pass-chair', memberId: 'm2' })
      .tell({ type: 'close-session' });
    session.tell(issue, secretary, rendered(session));
    given(session).when(sign(), member('m1')).thenRefused('forbidden');
    given(session).when(sign(), member('m2')).thenRecords('protocol-signed');
  });

  it('[13] one person in both offices signs for each', () => {
    const both = { memberId: 'm1', secretaryId: 'one', signedIn: true };
    const session = issued().tell(sign(), both).tell(sign(), both);
    expect(session.session.protocols[0]?.signatures.map((each) => each.role)).toEqual([
      'presiding',
      'secretary',
    ]);
    given(session).when(sign(), both).thenRefused('not-allowed-by-rules');
  });

  it('[13] signatures made elsewhere are attached by the secretary', () => {
    const session = issued();
    const attach = { type: 'attach-signature', version: 1, fileName: 'chair.sig', base64: 'AA==' } as const;
    const attachmentSha256 = 'c'.repeat(64);
    given(session).when(attach, secretary).thenRefused('invalid');
    given(session)
      .when({ ...attach, version: 2 }, secretary, { attachmentSha256 })
      .thenRefused('not-found');
    session.tell(attach, secretary, { attachmentSha256 });
    expect(session.session.protocols[0]?.attachments).toEqual([
      { fileName: 'chair.sig', sha256: attachmentSha256 },
    ]);
    given(session).when(attach, secretary, { attachmentSha256 }).thenRefused('not-allowed-by-rules');
  });

  it('[12.1] its bytes do not enter the journal, their digests do', () => {
    const session = issued();
    session.tell({ type: 'attach-signature', version: 1, fileName: 'chair.sig', base64: 'QUJD' }, secretary, {
      attachmentSha256: 'c'.repeat(64),
    });
    expect(JSON.stringify(session.entries)).not.toContain('QUJD');
  });
});
