import { openCallerCheck, type ShownToken } from './access/caller-check.ts';
import { knownTokens } from './access/known-tokens.ts';
import { type RequestLimit, requestLimit } from './access/request-limit.ts';
import { signingKeys } from './access/signing-keys.ts';
import { openStandings, type Standings } from './access/standing.ts';
import { type TokenClaims, verifyToken } from './access/verify-token.ts';
import { type LastAdministrator, openLastAdministrator } from './acts/last-administrator.ts';
import { type OnceOnly, onceOnly } from './acts/once-only.ts';
import { type OneAtATime, oneAtATime } from './acts/one-at-a-time.ts';
import { openSignIns, type SignIns } from './audit/sign-ins.ts';
import { defaultLimits, type Limits, type ProxyConfig } from './config.ts';
import { type Decoys, openDecoys } from './invitations/decoys.ts';
import { type MailTurns, openMailTurns } from './invitations/mail-turns.ts';
import { failureLine } from './policy/failure-line.ts';
import { openRules, type Rules } from './policy/rules.ts';
import { type CursorCodec, createCursorCodec } from './scope/cursor.ts';
import { type Gateway, openGateway } from './tenant/gateway.ts';
import { passwordMails, type SendPasswordMail } from './tenant/password-mail.ts';
import { openReader } from './tenant/reader.ts';
import { openRecentWrites, type RecentWrites } from './tenant/recent-writes.ts';
import { openTenantFacts, type TenantFacts } from './tenant/tenant-facts.ts';
import { openUpstream } from './tenant/upstream.ts';
import type { World } from './world.ts';

/** What routes work with; made once per proxy, so that nothing lives in modules. */
export interface Services {
  config: ProxyConfig;
  limits: Limits;
  world: World;
  gateway: Gateway;
  /** What the token of a request says. @throws Problem `invalid-token` */
  verify(shown: ShownToken): Promise<TokenClaims>;
  /** How often one admin, and all of one organization, may ask. */
  requests: { admin: RequestLimit; organization: RequestLimit };
  standings: Standings;
  signIns: SignIns;
  lastAdministrator: LastAdministrator;
  /** By organization and user: who acts on him. */
  actTurns: OneAtATime;
  /** By user: who reads the list of his organizations to write it back. */
  membershipTurns: OneAtATime;
  onceOnly: OnceOnly;
  recentWrites: RecentWrites;
  facts: TenantFacts;
  rules: Rules;
  cursors: CursorCodec;
  sendPasswordMail: SendPasswordMail;
  decoys: Decoys;
  mailTurns: MailTurns;
}

export function openServices(config: ProxyConfig, world: World): Services {
  const limits = { ...defaultLimits, ...config.limits };
  const { now, fetch } = world;
  // Browsers and Workers refuse to run `fetch` as a method of another object.
  const outside = { now, fetch: ((input, init) => fetch(input, init)) satisfies typeof fetch, ...limits };
  const gateway = openGateway(openReader(openUpstream(config.auth0, limits, outside)));
  const sendPasswordMail = passwordMails(config.auth0, outside);
  const keys = signingKeys(config.auth0.url, outside);
  const claimsOf = knownTokens((token) => verifyToken(token, config, { keys: keys.find, now }), {
    now,
    generation: keys.generation,
  });
  return {
    config,
    limits,
    world: { ...world, fetch: outside.fetch },
    gateway,
    verify: openCallerCheck(claimsOf, config, now),
    requests: {
      admin: requestLimit(limits.requestsPerAdmin, now),
      organization: requestLimit(limits.requestsPerOrganization, now),
    },
    standings: openStandings(gateway, config, outside),
    signIns: openSignIns(world),
    lastAdministrator: openLastAdministrator(gateway, config),
    actTurns: oneAtATime(),
    membershipTurns: oneAtATime(),
    onceOnly: onceOnly(now),
    recentWrites: openRecentWrites(now),
    facts: openTenantFacts(gateway, config, outside),
    rules: openRules(config.policy, {
      organizationKey: config.organizationKey,
      report: (error) => world.log(failureLine(error, now())),
    }),
    cursors: createCursorCodec(config.cursorSecret),
    sendPasswordMail,
    decoys: openDecoys({ gateway, sendPasswordMail }),
    mailTurns: openMailTurns(now),
  };
}
