import { createTransport } from 'nodemailer';

/** What hands a letter to a mail server. */
export interface Carrier {
  sendMail(letter: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly messageId: string;
  }): Promise<{ readonly response: string }>;
}

export interface MailSettings {
  /** `smtp(s)://name:password@host:port`. */
  readonly smtpUrl: string;
  /** Whom letters are from. */
  readonly from: string;
}

/** The mail server of the house; `carrier` is undefined where nobody has named one. */
export class Mail {
  constructor(readonly carrier: Carrier | undefined) {}
}

/** A server that hangs holds up a letter for less than the time that it is in one process's hand. */
const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export const carrierTo = ({ smtpUrl, from }: MailSettings): Carrier =>
  createTransport({ url: smtpUrl, ...waits }, { from });
