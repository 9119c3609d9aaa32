import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Logger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type AppSettings } from './app.module.ts';
import { configure } from './configure.ts';
import { longestBody } from './http/longest-body.ts';
import { clientProblem, sendProblem } from './http/problem.filter.ts';
import { proxyNotice, trustedProxies, unnamedProxyNotice } from './http/trusted-proxies.ts';

export interface Surroundings extends AppSettings {
  /** The built client; by default where the build puts it. */
  readonly clientFolder?: string;
  /** What the log tells; false for nothing. */
  readonly logger?: LogLevel[] | false;
}

/** The whole application on a migrated database, not listening yet. */
export async function createApp({
  clientFolder,
  logger = ['fatal', 'error', 'warn'],
  ...settings
}: Surroundings): Promise<NestFastifyApplication> {
  const trusts = trustedProxies(settings.trustProxy);
  const adapter = new FastifyAdapter({
    trustProxy: trusts,
    bodyLimit: longestBody,
    // Refused with the name of the field, where the other fields nobody knows are.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    // Without it a body may trickle in for ever.
    requestTimeout: 60_000,
    genReqId: () => randomUUID(),
    // An id from outside would let a stranger write into the log.
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    // While the server stops, what still arrives on an open connection is answered as ever.
    return503OnClosing: false,
    frameworkErrors: (
      { statusCode = 400, message }: FastifyError,
      request: FastifyRequest,
      reply: FastifyReply,
    ) => {
      sendProblem(clientProblem(statusCode, message), request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger,
    abortOnError: false,
    forceCloseConnections: false,
  });
  const warn = (words: string): void => new Logger('TRUST_PROXY').warn(words);
  unnamedProxyNotice(settings, warn);
  const notice = proxyNotice(trusts, warn);
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    notice(request.raw);
    done();
  });
  configure(app, clientFolder);
  return app;
}
