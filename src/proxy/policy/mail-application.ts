import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { applicationsOf } from './policy-connections.ts';

/**
 * The application that a mail leads to: the one that was asked for, else the first that the policy names, else Steward
 * itself.
 *
 * @throws Problem `invalid-request` at `#/application` for one that the policy does not name.
 */
export function mailApplication(
  wanted: string | undefined,
  organization: string,
  { config }: Pick<Services, 'config'>,
): string {
  const named = applicationsOf(config.policy, organization).map(({ client_id }) => client_id);
  const [usual = config.clientIds[0] ?? ''] = named;
  if (wanted === undefined || wanted === usual) return usual;
  if (named.includes(wanted)) return wanted;
  throw new Problem('invalid-request', {
    errors: [{ pointer: '#/application', detail: 'This is none of the applications.' }],
  });
}
