import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';

/** Starts the stack and resolves when it has stopped, with its words and its exit code. */
function start(environment: Record<string, string>): Promise<{ words: string; code: number | null }> {
  const child = spawn(process.execPath, ['mocks/stack/start.ts'], {
    env: { ...process.env, ...environment },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
  }
  return new Promise((resolve) => child.once('exit', (code) => resolve({ words, code })));
}

async function takePort(): Promise<number> {
  const server = createServer().listen(0);
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The port has no number.');
  return address.port;
}

it('tells a taken port in a sentence', async () => {
  const port = await takePort();

  const { words, code } = await start({ PROXY_PORT: String(port), SPA_PORT: '4299', TENANT_PORT: '4499' });

  expect(code).toBe(1);
  expect(words.trim()).toBe(
    `Port ${port} for the proxy is taken by another program. Free it, or choose another: PROXY_PORT=… npm start`,
  );
});

it('tells a wrong port in a sentence', async () => {
  const { words, code } = await start({ SPA_PORT: 'eighty' });

  expect(code).toBe(1);
  expect(words.trim()).toBe('SPA_PORT must be a port, 1 to 65535; it is "eighty".');
});

it('names the variable that a tenant of the vendor lacks', async () => {
  const { words, code } = await start({
    AUTH0_DOMAIN: 'tenant.eu.auth0.example',
    SPA_PORT: '4298',
    PROXY_PORT: '4398',
  });

  expect(code).toBe(1);
  expect(words).toContain('AUTH0_CLIENT_ID');
  expect(words).not.toContain('    at ');
});
