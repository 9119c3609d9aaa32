import { type DynamicModule, Module } from '@nestjs/common';
import { carrierTo, Mail, type MailSettings } from './mail.ts';

/** The post of the house. Each capability that writes letters has an outbox with writers of its own. */
@Module({})
export class LettersModule {
  static by(mail: MailSettings | undefined): DynamicModule {
    return {
      module: LettersModule,
      global: true,
      providers: [{ provide: Mail, useValue: new Mail(mail && carrierTo(mail)) }],
      exports: [Mail],
    };
  }
}
