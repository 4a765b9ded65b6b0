import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type UserAct, userActNames } from '#contract/user-act.ts';
import { createMemoryAudit } from '../audit/memory-audit.ts';
import { configFaults } from '../config.ts';
import { ConfigError, readEnvironment } from '../environment.ts';
import { Problem } from '../problem.ts';
import { openServices } from '../services.ts';
import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { explain, type PolicyRequest, Unexplained } from './explain.ts';
import { loadPolicy } from './load-policy.ts';

const usage = `npm run policy -- check
npm run policy -- explain --admin <id or email> --user <id or email> --action <act> [--organization <name>]

check    loads the policy that STEWARD_POLICY names and says what is wrong with it
explain  says which rule allows or refuses an act, and why, from what the tenant holds now; configured like the proxy

acts: all, readUser, createUser, ${userActNames.join(', ')}
`;

class Misuse extends Error {}

/** A configuration without faults of its own: only those of the policy are told. */
const anyConfig = {
  auth0: { url: '', clientId: '', clientSecret: '' },
  audience: '',
  clientIds: ['any'],
  allowedOrigins: [],
  cursorSecret: 'x'.repeat(32),
  basePath: '/api',
};

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof Misuse) process.stderr.write(`${error.message}\n\n${usage}`);
  else process.stderr.write(`${sentencesOf(error).join('\n')}\n`);
  return error instanceof Misuse ? 2 : 1;
});

/** Gives the exit code: 0 when the policy is well, or the act is allowed. */
async function main(): Promise<number> {
  const { command, request } = readArguments();
  if (command === 'check') return check();
  const { config, policyPath } = readEnvironment(process.env);
  const policy = await loadPolicy(policyPath);
  const failed = new Set<string>();
  const services = openServices(
    { ...config, policy },
    {
      fetch,
      now: Date.now,
      audit: createMemoryAudit(),
      log: ({ faults = [] }) => failed.add(faults.map(({ name, code }) => code ?? name).join(', by ')),
    },
  );
  const { allowed, lines } = await explain(request(), services, callerOf(services.limits.deadlineMs));
  for (const fault of failed) lines.push(`The policy failed, so it denies: ${fault}.`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return allowed ? 0 : 1;
}

async function check(): Promise<number> {
  const policy = await loadPolicy(process.env.STEWARD_POLICY || undefined);
  const organizationKey = process.env.STEWARD_ORGANIZATION_KEY || 'organization';
  const faults = configFaults({ ...anyConfig, organizationKey, policy });
  const hooks = Object.entries(policy).flatMap(([name, part]) => (typeof part === 'function' ? [name] : []));
  const what = `${policy.fields.length} fields; hooks: ${hooks.join(', ')}`;
  process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : `The policy is well: ${what}.\n`);
  return faults.length > 0 ? 1 : 0;
}

function readArguments(): { command: 'check' | 'explain'; request: () => PolicyRequest } {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { admin: text, user: text, action: text, organization: text },
    });
    const [command, ...rest] = positionals;
    if ((command !== 'check' && command !== 'explain') || rest.length > 0) {
      throw new Misuse('Say what to do: check or explain.');
    }
    if (command === 'check') return { command, request: () => requestOf({}) };
    const request = requestOf(values);
    return { command, request: () => request };
  } catch (error) {
    throw error instanceof Misuse
      ? error
      : new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function requestOf(values: Record<string, string | undefined>): PolicyRequest {
  const { admin, user, action = 'all', organization } = values;
  if (!admin) throw new Misuse('Say who acts: --admin.');
  if (!isAction(action)) throw new Misuse(`--action: there is no act ${action}.`);
  return { admin, user, action, organization };
}

function isAction(text: string): text is PolicyRequest['action'] {
  const others = ['all', 'readUser', 'createUser'];
  return others.includes(text) || userActNames.includes(text as UserAct);
}

function callerOf(deadlineMs: number): Caller {
  return {
    requestId: randomUUID(),
    turn: { lane: 'policy', priority: 'interactive' },
    deadline: deadlineIn(deadlineMs),
    signal: new AbortController().signal,
    onCall: () => {},
  };
}

function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.sentences;
  if (error instanceof Unexplained) return [error.message];
  if (error instanceof Problem)
    return [`The tenant cannot be asked: ${error.type}. ${String(error.cause ?? '')}`];
  return [error instanceof Error ? error.message : String(error)];
}
