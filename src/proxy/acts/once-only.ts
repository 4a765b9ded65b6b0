import { type BoundedCache, boundedCache } from '../bounded-cache.ts';
import { Problem } from '../problem.ts';
import { until } from '../tenant/wait.ts';

/** An act as its caller names it. */
export interface NamedAct {
  /** Acts of one organization are forgotten apart from those of others. */
  organization: string | null;
  /** Who asks, and the name he gave to this act. */
  key: string;
  /** What he asks, or a digest of it: a name stands for one act only. */
  content: string;
  /** Aborted when he has left. */
  signal: AbortSignal;
}

/**
 * Does an act once, however often it is asked for by the same name: browsers send a request again by themselves when its
 * connection breaks, and people when no answer came. Who asks again gets the first answer, or waits for it. What has
 * failed is forgotten, so that it can be tried again.
 *
 * @param run - once it has written, it no longer fails because its caller leaves: it would be done again.
 * @throws Problem `invalid-request` for a name that stands for another act; and what the act throws.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export type OnceOnly = <Answer>(act: NamedAct, run: () => Promise<Answer>) => Promise<Answer>;

/**
 * Longer than a browser waits for an answer, and a person before he presses again. Answers may hold secrets: with the
 * next act of anyone they are gone.
 */
const lifeMs = 120_000;

/** Of one organization; the least recently used is forgotten first. */
const maximumActs = 200;

const maximumOrganizations = 1_000;

type Acts = BoundedCache<Pick<NamedAct, 'content' | 'signal'> & { answer: Promise<unknown> }>;

/** @param now - epoch milliseconds. */
export function onceOnly(now: () => number): OnceOnly {
  const all = boundedCache<Acts>({ maximum: maximumOrganizations, lifeMs, now });

  function actsOf(organization: string): Acts {
    const acts: Acts = all.get(organization) ?? boundedCache({ maximum: maximumActs, lifeMs, now });
    // Used now: it lasts as long as the last of its acts.
    all.set(organization, acts);
    return acts;
  }

  function begin<Answer>(
    acts: Acts,
    { key, content, signal }: NamedAct,
    run: () => Promise<Answer>,
  ): Promise<Answer> {
    const answer = run();
    acts.set(key, { content, signal, answer });
    answer.catch(() => {
      if (acts.get(key)?.answer === answer) acts.delete(key);
    });
    return answer;
  }

  return async function once<Answer>(act: NamedAct, run: () => Promise<Answer>): Promise<Answer> {
    const acts = actsOf(act.organization ?? '');
    const known = acts.get(act.key);
    if (!known) return begin(acts, act, run);
    if (known.content !== act.content) {
      throw new Problem('invalid-request', { detail: 'This Idempotency-Key was sent with another act.' });
    }
    try {
      // The name and the content say what is asked, so whoever asks it gets the same type.
      return (await until(act.signal, known.answer)) as Answer;
    } catch (error) {
      // He who asked first left before anything was decided: nothing was written, and nobody else will do it.
      const wasLeft = known.signal.aborted && !(error instanceof Problem);
      if (!wasLeft || act.signal.aborted) throw error;
      return once(act, run);
    }
  };
}
