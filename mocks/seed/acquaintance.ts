import type { BruteForceBlock, TenantUser, UserRecord } from '#tenant/model.ts';
import { type MethodType, methodsOf } from './authentication-methods.ts';
import { drawCircumstances } from './circumstances.ts';
import { canary, connectionNames } from './names.ts';
import { type Person, recordOf } from './person.ts';
import { randomFrom } from './random.ts';

/** A person told by what is remarkable about him; chance, always the same for the same person, tells the rest. */
export interface Acquaintance extends Partial<Person> {
  name: string;
  methods?: readonly MethodType[];
  /** The address that brute-force protection keeps him out from; `*`: from everywhere. */
  lockedFrom?: string;
  job?: string;
  linked?: TenantUser['identities'];
}

/**
 * The person as the tenant holds him.
 *
 * @param organization - his, unless he says otherwise.
 * @param today - epoch milliseconds.
 */
export function recordOfAcquaintance(
  { methods, lockedFrom, job, ...known }: Acquaintance,
  organization: string,
  today: number,
): UserRecord {
  const login = known.email ?? known.phone ?? known.name;
  const drawn = drawCircumstances(randomFrom(`circumstances of ${login} ${known.connection}`));
  const [given, ...family] = known.name.split(' ');
  return recordOf(
    {
      organization,
      given,
      family: family.length > 0 ? family.join(' ') : undefined,
      ...drawn,
      created: Math.max(drawn.created, (known.lastLogin ?? 0) + 30),
      // Whoever is named here is unremarkable but for what is said of him.
      verified: true,
      blocked: undefined,
      lastLogin: drawn.lastLogin ?? 0.7,
      logins: drawn.logins ?? 12,
      ...known,
      app: { ...drawn.app, internal_notes: `${canary}: ${login}`, ...known.app },
      own: job === undefined ? drawn.own : { ...drawn.own, job_title: job },
      beside: {
        ...(methods && { authenticationMethods: methodsOf(login, methods, today) }),
        ...(lockedFrom && { bruteForceBlocks: [lockOf(login, lockedFrom, known.connection)] }),
        ...known.beside,
      },
    },
    today,
  );
}

function lockOf(
  identifier: string,
  from: string,
  connection: string = connectionNames.database,
): BruteForceBlock {
  return from === '*' ? { identifier, connection } : { identifier, connection, ip: from };
}
