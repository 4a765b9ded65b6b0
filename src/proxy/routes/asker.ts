import { idempotencyHeader, reasonHeader } from '#contract/route.ts';
import type { ActOn } from '../audit/act-record.ts';
import type { AuditAct } from '../audit/audit-log.ts';
import { clientAddress } from '../http/client-address.ts';
import type { ProxyContext } from '../http/exchange.ts';
import { Problem } from '../problem.ts';

/** Who asks and for what: all of an act's record that is known before anyone looks at whom it is done to. */
export type Asker = Omit<AuditAct, keyof ActOn | 'at'>;

/** What a request tells of who sends it; the rest is filled in as it is found out. */
export function askerOf(
  c: ProxyContext,
  known: { subject: string; act: string; trustedProxies: number | undefined },
): Asker {
  return {
    requestId: c.var.exchange.requestId,
    actor: known.subject,
    act: known.act,
    organization: null,
    // Without a run-time around it, as in a test, there is no `env` at all.
    ip: clientAddress(c.env?.remoteAddress, c.req.header('x-forwarded-for'), known.trustedProxies ?? 0),
    userAgent: c.req.header('user-agent'),
  };
}

/** UTF-16 code units. */
const longestReason = 500;

/**
 * Why the admin does what he does, in his own words; undefined when he does not say.
 *
 * @throws Problem `invalid-request` when it cannot be read or is too long.
 */
export function reasonIn(c: ProxyContext): string | undefined {
  const header = c.req.header(reasonHeader);
  if (header === undefined) return undefined;
  const reason = decoded(header)?.trim();
  if (reason !== undefined && reason.length <= longestReason) return reason === '' ? undefined : reason;
  throw new Problem('invalid-request', {
    detail: `Send ${reasonHeader} once, percent-encoded, with at most ${longestReason} characters.`,
  });
}

/** Only what `encodeURIComponent` writes: a comma, for instance, means that the header was sent twice. */
function decoded(header: string): string | undefined {
  try {
    return /^[\w.!~*'()%-]*$/.test(header) ? decodeURIComponent(header) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The name that the caller has given to this act, so that it is done once; undefined when he gave none.
 *
 * @throws Problem `invalid-request` when it cannot be one.
 */
export function actNameIn(c: ProxyContext): string | undefined {
  const header = c.req.header(idempotencyHeader);
  if (header === undefined) return undefined;
  const [, name] = /^"?([\w-]{16,64})"?$/.exec(header) ?? [];
  if (name !== undefined) return name;
  throw new Problem('invalid-request', {
    detail: `Send ${idempotencyHeader} once, with 16 to 64 letters, digits, - and _.`,
  });
}
