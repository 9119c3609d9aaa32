import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { MailServer } from '../testing/mail-server.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { carrierTo, Mail } from './mail.ts';
import { Outbox } from './outbox.ts';

jest.setTimeout(60_000);

let house: RunningApp;
let server: MailServer;

beforeAll(async () => {
  house = await startApp();
  server = await MailServer.start();
});
afterAll(async () => {
  await server.stop();
  await house.stop();
});
beforeEach(() => house.database.query('DELETE FROM letter').then(() => void server.received.splice(0)));

const outboxTo = (smtpUrl = server.url) =>
  new Outbox(
    house.database,
    new Mail(carrierTo({ smtpUrl, from: 'ballot@example.org' })),
    {
      invitation: async ({ origin, linkId }) =>
        linkId === 'used' ? undefined : { subject: 'Come', text: `${origin}/l#${linkId}` },
    },
    0,
  );
const parameters = { contestId: 'c', memberId: 'm', linkId: 'token', origin: 'https://ballot.example' };
const to = (address: string, linkId = 'token') => ({ address, parameters: { ...parameters, linkId } });
const states = () => house.database.query('SELECT state, attempts, result FROM letter');

it('delivers a letter once, though several processes send', async () => {
  const [one, other] = [outboxTo(), outboxTo()];
  const addresses = [0, 1, 2, 3, 4].map((n) => `m${n}@example.org`);
  await one.put(
    'invitation',
    addresses.map((address) => to(address)),
    [],
  );
  await Promise.all([one.sendDue(), other.sendDue()]);
  expect(server.received.map((letter) => letter.to).sort()).toEqual(addresses);
  expect(server.received[0]!.text).toContain('https://ballot.example/l#token');
  expect(await states()).toContainEqual({
    state: 'sent',
    attempts: 1,
    result: expect.stringMatching(/^250/),
  });
});

it('puts none where one in such a state is enough', async () => {
  const outbox = outboxTo();
  expect(await outbox.put('invitation', [to('a@example.org')], ['waiting'])).toHaveLength(1);
  const both = [to('a@example.org'), to('b@example.org')];
  expect(await outbox.put('invitation', both, ['waiting'])).toEqual([to('b@example.org')]);
  await outbox.sendDue();
  expect(await outbox.put('invitation', both, ['waiting', 'sent'])).toEqual([]);
  expect(await outbox.put('invitation', both, ['waiting'])).toEqual(both);
});

it('fails for good, with the answer, where the address is refused', async () => {
  const outbox = outboxTo();
  await outbox.put('invitation', [to('nobody@example.org')], []);
  await outbox.sendDue();
  expect(await states()).toEqual([
    { state: 'failed', attempts: 1, result: expect.stringContaining('no such user') },
  ]);
});

it('tries again where the server asks to, and is overtaken by a link that was used', async () => {
  const outbox = outboxTo();
  await outbox.put('invitation', [to('busy@example.org'), to('late@example.org', 'used')], []);
  await outbox.sendDue();
  expect(await states()).toEqual(
    expect.arrayContaining([
      { state: 'sent', attempts: 2, result: expect.stringMatching(/^250/) },
      { state: 'overtaken', attempts: 1, result: null },
    ]),
  );
  expect(server.received.map((letter) => letter.to)).toEqual(['busy@example.org']);
});

it('tries again while the server is away, and not for ever', async () => {
  const away = outboxTo('smtp://127.0.0.1:1');
  await away.put('invitation', [to('m@example.org')], []);
  await away.sendDue();
  expect(await states()).toMatchObject([{ state: 'failed', attempts: 8 }]);
  expect(server.received).toEqual([]);
});

it('writes nothing into the head of a letter that its subject or address does not say', async () => {
  await carrierTo({ smtpUrl: server.url, from: 'ballot@example.org' }).sendMail({
    to: 'm@example.org',
    subject: 'Come\r\nBcc: thief@example.org',
    text: 'Come',
    messageId: '<1@open-ballot>',
  });
  expect(server.received).toHaveLength(1);
  expect(server.received[0]!.raw).not.toMatch(/^Bcc:/im);
});
