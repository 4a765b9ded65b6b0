import { parseArgs } from 'node:util';
import { auditUrlPattern, defaultAuditUrl } from './audit-url.ts';
import { chainOf } from './chain-entry.ts';
import { openChains, placeOf, reasonOf } from './open-audit.ts';
import { type ChainFaultKind, type ChainReport, verifyChains } from './verify-chain.ts';

const usage = `npm run audit -- verify [--url file:… | postgres://…] [--expect organization=hash]…

Walks the audit log of every organization and says whether anything in it was changed, taken out, put in or moved.
--url     where the log lives; STEWARD_AUDIT_URL, or ${defaultAuditUrl}
--expect  a head that an earlier run printed and you noted elsewhere: the log must still have it. Only this finds a
          log that was rewritten as a whole. "=hash" means what happened in no organization.
`;

const words: Record<ChainFaultKind, string> = {
  changed: 'was changed',
  missing: 'is missing',
  added: 'was put in later',
  reordered: 'is not in its place',
  head: 'is not the end that was noted',
};

class Misuse extends Error {}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(error instanceof Misuse ? `${error.message}\n\n${usage}` : `${reasonOf(error)}\n`);
  return error instanceof Misuse ? 2 : 1;
});

/** Gives the exit code: 0 when all is as it was written. */
async function main(): Promise<number> {
  const { url, expected } = readArguments();
  let faults = 0;
  let chains = 0;
  const store = await openOrExplain(url);
  try {
    for await (const report of verifyChains(store, expected)) {
      chains += 1;
      if (report.fault || report.unmet.length > 0) faults += 1;
      process.stdout.write(linesOf(report));
    }
  } finally {
    await store.close();
  }
  process.stdout.write(
    faults > 0
      ? `${faults} of ${chains} ${chains === 1 ? 'log is' : 'logs are'} not as written.\n`
      : `Everything is as it was written (${chains} ${chains === 1 ? 'log' : 'logs'}).\n`,
  );
  return faults > 0 ? 1 : 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, expect: { type: 'string', multiple: true } },
    });
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Misuse('Say what to do: verify.');
    const url = values.url ?? (process.env.STEWARD_AUDIT_URL || defaultAuditUrl);
    if (!auditUrlPattern.test(url)) throw new Misuse('--url: use file:path or postgres://…');
    return { url, expected: expectations(values.expect ?? []) };
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(reasonOf(error));
  }
}

function expectations(given: readonly string[]): Map<string, string[]> {
  const pairs = given.map((text) => {
    const [, organization, hash] = /^(.*)=([0-9a-f]{64})$/s.exec(text) ?? [];
    if (organization === undefined || hash === undefined)
      throw new Misuse('--expect: use organization=hash, the hash with its 64 characters.');
    return { chain: chainOf(organization === '' ? null : organization), hash };
  });
  const byChain = Map.groupBy(pairs, ({ chain }) => chain);
  return new Map([...byChain].map(([chain, group]) => [chain, group.map(({ hash }) => hash)]));
}

async function openOrExplain(url: string) {
  try {
    return await openChains(url);
  } catch (error) {
    throw new Error(`The audit log ${placeOf(url)} cannot be opened: ${reasonOf(error)}.`);
  }
}

function linesOf({ chain, entries, head, fault, unmet }: ChainReport): string {
  const name = chain === chainOf(null) ? 'no organization' : chain;
  const lines = [`${fault ? 'WRONG' : 'ok   '} ${name}: ${entries} entries, head ${head.seq} ${head.hash}`];
  if (fault) lines.push(`      Entry ${fault.seq} ${words[fault.kind]} (${fault.kind}).`);
  for (const hash of unmet) lines.push(`WRONG ${name}: the head ${hash} that you noted is not in it.`);
  return `${lines.join('\n')}\n`;
}
