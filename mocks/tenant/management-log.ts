import type { ManagementCaller } from './authentication/management-token.ts';
import type { Store } from './store.ts';

/** Auth0 cuts a longer `X-Correlation-ID`. */
const longestCorrelationId = 64;

interface Write {
  operation: string;
  request: Request;
  body: unknown;
  caller: ManagementCaller;
  status: number;
  answer: unknown;
}

/**
 * The `sapi` entry that each write leaves: it names the client, not the person behind it.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export function logWrite(store: Store, write: Write): void {
  const { request, caller, operation } = write;
  const url = new URL(request.url);
  const correlation = request.headers.get('X-Correlation-ID')?.slice(0, longestCorrelationId);
  const userAgent = request.headers.get('User-Agent') ?? '';
  const person = caller.subject.endsWith('@clients') ? undefined : caller.subject;
  store.addLog({
    type: 'sapi',
    description: operation,
    client_id: caller.clientId,
    client_name: store.client(caller.clientId)?.name ?? '',
    ip: '127.0.0.1',
    user_agent: userAgent,
    ...(person ? { user_id: person } : {}),
    ...(correlation ? { references: { correlation_id: correlation } } : {}),
    details: {
      request: {
        method: request.method.toLowerCase(),
        path: url.pathname.slice(url.pathname.indexOf('/api/v2')),
        query: Object.fromEntries(url.searchParams),
        body: redact(write.body),
        ip: '127.0.0.1',
        userAgent,
        channel: 'api',
        auth: {
          strategy: 'jwt',
          credentials: { scopes: caller.scopes },
          user: person ? { user_id: person } : {},
        },
      },
      response: { statusCode: write.status, body: redact(write.answer) },
    },
  });
}

const secrets = ['password', 'client_secret', 'totp_secret'];

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secrets.includes(name) ? '*****' : redact(inner)]),
  );
}
