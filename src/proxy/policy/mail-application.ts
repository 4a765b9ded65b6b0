import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

const applications = z.array(z.object({ client_id: z.string().min(1) }));

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
  const named = applications.parse(config.policy.applications(organization)).map((one) => one.client_id);
  const [usual = config.clientIds[0] ?? ''] = named;
  if (wanted === undefined || wanted === usual) return usual;
  if (named.includes(wanted)) return wanted;
  throw new Problem('invalid-request', {
    errors: [{ pointer: '#/application', detail: 'This is none of the applications.' }],
  });
}
