import {
  type FieldError,
  type ProblemDetails,
  type ProblemType,
  problemUri,
  type TextRange,
} from '#contract/problem.ts';
import { problems } from '#contract/problem-kinds.ts';
import type { StepUpDemand } from '#contract/step-up.ts';

interface ProblemOptions {
  /** For the person: what is wrong in this case. Never an id, an address, a token or Auth0's own words. */
  detail?: string;
  errors?: FieldError[];
  range?: TextRange;
  /** How to sign in before this is asked again. */
  stepUp?: StepUpDemand;
  /** Of the token: a wrong proof, or none where one is needed, that the caller holds its key. */
  proof?: 'wrong' | 'missing';
  /** Becomes `Retry-After`. */
  retryAfterSeconds?: number;
  /** What really happened, for the programmer; it leaves the proxy in no answer. */
  cause?: unknown;
}

/** A failure that is understood where it is thrown; the app's `onError` writes it as RFC 9457 problem details. */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly range: TextRange | undefined;
  readonly stepUp: StepUpDemand | undefined;
  readonly proof: 'wrong' | 'missing' | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(type: ProblemType, options: ProblemOptions = {}) {
    super(type, { cause: options.cause });
    this.name = 'Problem';
    this.type = type;
    this.detail = options.detail;
    this.errors = options.errors;
    this.range = options.range;
    this.stepUp = options.stepUp;
    this.proof = options.proof;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): (typeof problems)[ProblemType]['status'] {
    return problems[this.type].status;
  }

  /** The body of the answer; `instance` is the request id. */
  details(instance: string): ProblemDetails {
    const { title, status } = problems[this.type];
    const { detail, errors, range, stepUp } = this;
    return { type: problemUri(this.type), title, status, detail, instance, errors, range, ...stepUp };
  }
}
