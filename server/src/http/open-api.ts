import { createRequire } from 'node:module';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { KeptFiles } from './kept-files.ts';
import { shaped } from '../shapes/shape.ts';

const documentPath = '/api/openapi.json';
const readerPath = '/api/docs';

/**
 * The OpenAPI document and a page to read it in. Built when somebody first asks.
 *
 * @param describeAnswers adds what operations answer, which the framework cannot read from types.
 */
export function serveOpenApi(
  app: NestFastifyApplication,
  describeAnswers: (document: OpenAPIObject) => void,
): void {
  const server = app.getHttpAdapter().getInstance();
  let document: string | undefined;
  server.get(documentPath, (_request, reply) => {
    if (document === undefined) {
      const described = describeApi(app);
      describeAnswers(described);
      document = JSON.stringify(described);
    }
    return reply.header('content-type', 'application/json; charset=utf-8').send(document);
  });

  // The framework's own page styles itself inline, which the policy of this house does not allow.
  const reader = new KeptFiles(readerFolder());
  server.get(readerPath, (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(page),
  );
  server.get(`${readerPath}/start.js`, (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(start),
  );
  server.get(`${readerPath}/:file`, (request, reply) => {
    const { file } = request.params as { readonly file: string };
    return reader.has(file) ? reader.send(file, 'no-cache', request, reply) : reply.callNotFound();
  });
}

/** @nestjs/swagger brings the reader, so it is looked for from there. */
function readerFolder(): string {
  const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  return path.dirname(swagger.resolve('swagger-ui-dist/package.json'));
}

const page = `<!doctype html>
<html lang="ru">
  <meta charset="utf-8">
  <title>Открытое голосование · API</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${readerPath}/swagger-ui.css">
  <div id="reader"></div>
  <script src="${readerPath}/swagger-ui-bundle.js"></script>
  <script src="${readerPath}/start.js"></script>
</html>
`;

const start = `SwaggerUIBundle({ url: ${JSON.stringify(documentPath)}, dom_id: '#reader', deepLinking: true });\n`;

function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle('Открытое голосование / Open ballot')
    .setDescription(
      'Every answer that is no has the form of `Problem` (RFC 9457). Live messages travel over Socket.IO, namespace `/live`; ' +
        'their shapes are in `shared/src/contract/live.ts`.',
    )
    .setVersion('1')
    .addCookieAuth('sid')
    .addSecurityRequirements('cookie')
    .addGlobalResponse({
      status: 'default',
      description: 'The request was refused or failed',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    })
    .build();
  return SwaggerModule.createDocument(app, outline, {
    // Every room has been loaded by now, whose nested shapes a controller cannot know when it is described.
    extraModels: [...shaped],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}
