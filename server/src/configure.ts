import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { describeAnswers } from './answers.ts';
import { CheckedBodyPipe } from './http/checked-body.pipe.ts';
import { boundBodies, membersBody, strangersBody, takesLongBody } from './http/body-bounds.ts';
import { serveClient } from './http/client-files.ts';
import { longestBody } from './http/longest-body.ts';
import { serveOpenApi } from './http/open-api.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Problem, refusal } from './http/problem.ts';
import { SameOrigin } from './http/same-origin.ts';
import { sendSecurityHeaders } from './http/security-headers.ts';
import { isSomeSecretary } from './sign-in/account.ts';
import { tokenIn } from './sign-in/sign-in-cookie.ts';
import { SignInService } from './sign-in/sign-in.service.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Puts the edge around an application: everything that holds for every request. */
export function configure(app: NestFastifyApplication, clientFolder?: string): void {
  const server = app.getHttpAdapter().getInstance();
  app.useWebSocketAdapter(new IoAdapter(app));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new CheckedBodyPipe());
  app.useGlobalFilters(new ProblemFilter());

  sendSecurityHeaders(server);
  const sameOrigin = app.get(SameOrigin);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // Answers differ by who asks; nobody between keeps one for the next.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    const isAllowed = harmless.has(request.method) || sameOrigin.mayChange(request.raw);
    done(isAllowed ? undefined : refusal('forbidden', 'the request comes from another site'));
  });

  const signIns = app.get(SignInService);
  boundBodies(server, async (request) => {
    const { cookie } = request.headers;
    const account = await signIns.callerFromCookie(cookie);
    if (account) return isSomeSecretary(account) && takesLongBody(request) ? longestBody : membersBody;
    // Whose sign-in has ended is told so, rather than that what they send is too large for a stranger.
    if (tokenIn(cookie) !== undefined) throw new Problem(401, 'not-signed-in', 'this sign-in has ended');
    return strangersBody;
  });

  serveOpenApi(app, describeAnswers);
  serveClient(server, clientFolder);
}
