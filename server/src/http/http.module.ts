import { type DynamicModule, Module } from '@nestjs/common';
import { SameOrigin } from './same-origin.ts';

/** What every room of the edge shares. Global, since sockets ask about origins as requests do. */
@Module({})
export class HttpModule {
  static trusting(trusts: (address: string | undefined) => boolean): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [{ provide: SameOrigin, useValue: new SameOrigin(trusts) }],
      exports: [SameOrigin],
    };
  }
}
