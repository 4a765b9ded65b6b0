interface UpstreamFault {
  /** The kind of call, such as `GET /users/{id}`: never an id. */
  call: string;
  /** HTTP status; none when no answer came. */
  status?: number;
  /** Auth0's own, such as `insufficient_scope`. */
  code?: string;
  /** True when the write may have happened all the same. */
  uncertain: boolean;
  cause?: unknown;
}

/** What went wrong between us and the tenant, for the log: no id, no address, no word of Auth0's message. */
export class UpstreamFailure extends Error {
  readonly call: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly uncertain: boolean;

  constructor({ call, status, code, uncertain, cause }: UpstreamFault) {
    super(`${call}: ${status ?? 'no answer'}${code ? ` ${code}` : ''}`, { cause });
    this.name = 'UpstreamFailure';
    this.call = call;
    this.status = status;
    this.code = code;
    this.uncertain = uncertain;
  }
}
