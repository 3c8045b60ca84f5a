import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import express, { type Express } from 'express';
import { Identify } from './access/identify.js';
import { useSessions } from './access/use-sessions.js';
import { AppModule } from './app.module.js';
import { Config } from './platform/config.js';
import { Invalid } from './platform/errors.js';
import { faultsIn } from './platform/input-faults.js';
import { Log } from './platform/log.js';
import { serveAssets } from './platform/web/assets.js';
import { useBodies } from './platform/web/bodies.js';
import { useCsrfProtection } from './platform/web/csrf.js';
import { frame } from './platform/web/frame.js';
import { configureViews } from './platform/web/nunjucks.js';
import { describeApi } from './platform/web/openapi.api.js';
import { ProblemFilter } from './platform/web/problem.filter.js';
import { useSecurityHeaders } from './platform/web/security-headers.js';

/** The whole application, in the order in which a request passes through it; ready to listen. */
export async function createApp(config: Config = new Config(), log: Log = new Log()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), new ExpressAdapter(server()), {
    bodyParser: false,
    logger: log,
    abortOnError: false,
  });
  const identify = app.get(Identify);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(apiInput);
  useSecurityHeaders(app);
  serveAssets(app);
  useSessions(app);
  useBodies(app);
  app.use(identify.use.bind(identify));
  app.use(frame(config));
  configureViews(app);
  useCsrfProtection(app);
  describeApi(app);
  app.enableShutdownHooks();
  return app;
}

/** An address means one thing: /API/… is no second way to the API. A failure outside our own filter shows no stack. */
function server(): Express {
  const instance = express();
  instance.set('case sensitive routing', true);
  instance.set('env', 'production');
  return instance;
}

/** Takes no field it was not told of, at any depth. */
const apiInput = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  exceptionFactory: (found) => new Invalid(found.flatMap((fault) => faultsIn(fault))),
});
