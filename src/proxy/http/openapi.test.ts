import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { routes } from '#contract/api.ts';
import { startProxy } from '#tests/support/start-proxy.ts';

it('describes every route in valid OpenAPI 3.1, to anyone who asks', async () => {
  const { proxy } = await startProxy();

  const document = await (await proxy.request('/api/openapi.json')).json();

  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  expect(document.openapi).toMatch(/^3\.1\./);
  const operations = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(operations.toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
});

it('says what a route takes and how it may fail', async () => {
  const { proxy } = await startProxy();

  const { paths } = await (await proxy.request('/api/openapi.json')).json();

  const { put } = paths['/users/{userId}/blocked'];
  expect(put.requestBody.content['application/json'].schema).toMatchObject({
    properties: { blocked: { type: 'boolean' } },
    required: ['blocked'],
    additionalProperties: false,
  });
  expect(put.responses['409'].description).toContain('own-account');
  const names = paths['/users'].get.parameters.map(({ name }: { name: string }) => name);
  expect(names).toEqual([
    'q',
    'status',
    'connection',
    'filter',
    'sort',
    'per_page',
    'cursor',
    'Steward-Organization',
  ]);
});

it('says which types a streamed answer may have', async () => {
  const { proxy } = await startProxy();

  const { paths } = await (await proxy.request('/api/openapi.json')).json();

  const { content } = paths['/audit/export'].get.responses['200'];
  expect(content).toEqual({
    'text/csv': { schema: { type: 'string' } },
    'application/jsonl': { schema: { type: 'string' } },
  });
});
