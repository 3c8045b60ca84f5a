import { Controller, Get, type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { OpenToAll } from './requires.js';

/** What the API takes and gives, made from the input classes when the service starts. */
@Injectable()
export class ApiDescription {
  document: OpenAPIObject | null = null;
}

@Controller('api')
export class OpenApi {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @OpenToAll()
  show(): OpenAPIObject | null {
    return this.description.document;
  }
}

/** Describes every route under /api; pages are not part of it. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Joint Decision Panel')
    .setDescription('Errors are application/problem+json. Every write to an existing record carries its version.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A personal access token' })
    .addSecurityRequirements('bearer')
    .build();
  const whole = SwaggerModule.createDocument(app, about, { operationIdFactory: (_, method) => method });
  const paths = Object.entries(whole.paths).filter(([path]) => path.startsWith('/api/'));
  const document = { ...whole, paths: Object.fromEntries(paths.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  app.get(ApiDescription).document = document;
  return document;
}
