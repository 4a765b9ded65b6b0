import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { routes } from '#contract/api.ts';
import { type ProblemType, problemDetails } from '#contract/problem.ts';
import { problems } from '#contract/problem-kinds.ts';
import {
  commonProblems,
  idempotencyHeader,
  organizationHeader,
  type Route,
  reasonHeader,
} from '#contract/route.ts';
import type { ProxyEnv } from './exchange.ts';

/** Serves the description of the API; it holds no secret, so it needs no token. */
export function addOpenApi(app: Hono<ProxyEnv>, basePath: string): void {
  let made: object | undefined;
  app.get(`${basePath}/openapi.json`, (c) => {
    c.var.exchange.route = 'openapi';
    made ??= openApi(basePath);
    return c.json(made);
  });
}

/**
 * The API as an OpenAPI document, made from the contract's own schemas.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(basePath: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Steward', version: '1', description: 'Users of one organization, for its own admins.' },
    servers: [{ url: basePath }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(problemDetails, 'output') },
    },
  };
}

function operationOf(route: Route): object {
  return {
    operationId: route.name,
    summary: route.summary,
    description: route.permission ? `Needs the permission \`${route.permission}\`.` : 'Needs any permission.',
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      organization,
      ...(route.method === 'GET' ? [] : [reason, actName]),
    ],
    requestBody: route.body && { required: true, content: jsonContent(schemaOf(route.body, 'input')) },
    responses: {
      200: { description: 'Done.', content: contentOf(route) },
      ...problemResponses([...commonProblems, ...route.problems]),
    },
  };
}

const organization = {
  name: organizationHeader,
  in: 'header',
  description: 'The organization an admin of several acts in, as percent-encoded UTF-8.',
  schema: { type: 'string' },
};

const reason = {
  name: reasonHeader,
  in: 'header',
  description: 'Why it is done, as percent-encoded UTF-8; it goes on record.',
  schema: { type: 'string' },
};

const actName = {
  name: idempotencyHeader,
  in: 'header',
  description: 'A name of your own for this act: sent again within two minutes, it is not done again.',
  schema: { type: 'string', pattern: '^"?[\\w-]{16,64}"?$' },
};

function parametersOf(schema: z.ZodMiniType | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

/** One response for each status; its description lists the problems that share it. */
function problemResponses(types: readonly ProblemType[]): Record<string, object> {
  const byStatus = Map.groupBy(types, (type) => problems[type].status);
  const responses = [...byStatus].map(([status, group]) => [
    String(status),
    {
      description: group.map((type) => `${problems[type].title} (\`${type}\`).`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries(responses);
}

function contentOf({ response, media }: Route): object {
  const schema = schemaOf(response, 'output');
  return media ? Object.fromEntries(media.map((type) => [type, { schema }])) : jsonContent(schema);
}

function jsonContent(schema: object): object {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}
