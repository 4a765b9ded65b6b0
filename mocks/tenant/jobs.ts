import { opaqueValue } from './authentication/opaque-value.ts';
import { openShelf } from './authentication/shelf.ts';
import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import { sendMail } from './mail-sending.ts';
import type { TenantStore } from './store.ts';
import { type SubjectInput, subjectOf, subjectProperties } from './ticket-subject.ts';
import { logUserEvent } from './user-log.ts';

interface Job {
  id: string;
  type: 'verification_email';
  created_at: string;
  /** How it ended; who begins a job is told that it is pending. */
  status: 'completed' | 'failed';
  status_details?: string;
}

/** Job data is kept for a day. */
const memorySeconds = 86_400;

/**
 * Jobs are over as soon as they have begun, but as at Auth0 only `GET /jobs/{id}` says how they ended.
 *
 * @see https://auth0.com/docs/api/management/v2/jobs/post-verification-email
 */
export function jobEndpoints(store: TenantStore): Endpoint[] {
  const jobs = openShelf<Job>(store, 'jobs/');

  function jobOf(id: string): Job {
    if (!/^job_[A-Za-z0-9]{16}$/.test(id))
      throw new ManagementError(
        400,
        `Path validation error: 'String does not match pattern ^job_[A-Za-z0-9]{16}$: ${id}' on property id (ID of the job.).`,
        'invalid_uri',
      );
    const job = jobs.get(id);
    if (!job) throw new ManagementError(404, 'The job does not exist.', 'inexistent_job');
    return job;
  }

  const scopes = [['create:users'], ['read:users']];
  return [
    {
      method: 'POST',
      path: '/jobs/verification-email',
      scopes: [['update:users']],
      takesCustomDomain: true,
      body: { type: 'object', properties: subjectProperties, required: ['user_id'] },
      group: 'global',
      operation: 'Send an email address verification email',
      answer(call) {
        const input = bodyAs<SubjectInput>(call);
        const { record, identity, client } = subjectOf(store, input);
        const sent = sendMail(store, 'verify_email', record, {
          base: call.linkBase,
          client,
          identity,
          organizationId: input.organization_id,
        });
        logUserEvent(store, call, record.profile, sent ? 'svr' : 'fvr');
        const job: Job = {
          id: newJobId(),
          type: 'verification_email',
          created_at: new Date(store.now()).toISOString(),
          ...(sent
            ? { status: 'completed' }
            : { status: 'failed', status_details: 'The email could not be sent.' }),
        };
        jobs.put(job.id, job, memorySeconds);
        const { id, type, created_at } = job;
        return json({ type, status: 'pending', created_at, id }, 201);
      },
    },
    {
      method: 'GET',
      path: '/jobs/:id',
      scopes,
      group: 'global',
      answer: ({ param }) => json(jobOf(param('id'))),
    },
    {
      method: 'GET',
      path: '/jobs/:id/errors',
      scopes,
      group: 'global',
      answer({ param }) {
        jobOf(param('id'));
        return noContent();
      },
    },
  ];
}

function newJobId(): string {
  return `job_${opaqueValue(24)
    .replace(/[^A-Za-z0-9]/g, '0')
    .slice(0, 16)}`;
}
