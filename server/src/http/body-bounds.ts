import { type Readable, Transform } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { longestBody } from './longest-body.ts';
import { refusal } from './problem.ts';

/** Bytes of a body from somebody who has not signed in: a login and a password are some hundreds. */
export const strangersBody = 16 * 1024;
/** From whoever has signed in: the largest ballot and the largest signature of a protocol are less. */
export const membersBody = 1024 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly takesLongBody?: boolean;
  }
}

/** Takes the longest body there is from a secretary: whole sessions, their amendments and tables are so long. */
export const LongBody = (): MethodDecorator => RouteConfig({ takesLongBody: true });

export const takesLongBody = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.takesLongBody ?? false;

/**
 * Refuses a body by its length before it is read, by who sends it and where to. Whoever has signed in is looked up
 * only for more than a stranger may send; `boundOf` throws for a sign-in that has ended.
 */
export function boundBodies(
  server: FastifyInstance,
  boundOf: (request: FastifyRequest) => Promise<number>,
): void {
  const bounds = new WeakMap<FastifyRequest, number>();

  server.addHook('onRequest', (request, reply, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.raw.headers;
    const announced = encoding === undefined ? Number(length ?? 0) : Infinity;
    if (announced <= strangersBody) return done();
    const turnAway = (problem: Error): void => {
      // A rest that is short is thrown away as it comes, so that the answer is read; a longer one is not waited for.
      if (announced > 2 * longestBody) void reply.header('connection', 'close');
      done(problem);
    };
    void boundOf(request).then((bound) => {
      bounds.set(request, bound);
      if (encoding !== undefined || announced <= bound) done();
      else turnAway(tooLarge(bound));
    }, turnAway);
  });

  server.addHook('preParsing', (request, _reply, payload, done) => {
    const bound = bounds.get(request);
    const announcesNothing = request.raw.headers['transfer-encoding'] !== undefined;
    done(null, bound !== undefined && announcesNothing ? capped(payload as Readable, bound) : payload);
  });
}

/** The same body up to a bound, for one that does not say how long it is. */
function capped(payload: Readable, bound: number): Readable {
  let length = 0;
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      length += chunk.length;
      if (length > bound) next(tooLarge(bound));
      else next(null, chunk);
    },
  });
  payload.once('error', (error) => cap.destroy(error));
  return payload.pipe(cap);
}

const tooLarge = (bound: number) =>
  refusal(
    'too-large',
    bound === strangersBody
      ? `without a sign-in a body has at most ${bound} bytes`
      : `the body has at most ${bound} bytes`,
  );
