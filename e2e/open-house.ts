import { House } from './people/house.ts';
import { MailServer } from './people/mailbox.ts';

/** One house for all stories that do not break theirs; each story convenes its own session in it. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const mail = await MailServer.opens();
  const house = await House.opens({ env: { SMTP_URL: mail.url, MAIL_FROM: 'ballot@example.org' } });
  process.env['E2E_HOUSE'] = house.url;
  process.env['E2E_MAIL'] = mail.folder;
  return async () => {
    await house.closes();
    await mail.closes();
  };
}
