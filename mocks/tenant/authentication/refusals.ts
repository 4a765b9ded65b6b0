import type { TenantUser } from '../model.ts';

/** A refusal that a program reads: the JSON `error` and `error_description` of the token endpoint and its like. */
export class OAuthError extends Error {
  readonly status: 400 | 401 | 403 | 413 | 429;
  readonly code: string;

  constructor(status: 400 | 401 | 403 | 413 | 429, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }

  toResponse(): Response {
    return Response.json(
      { error: this.code, error_description: this.message },
      { status: this.status, headers: { 'Cache-Control': 'no-store' } },
    );
  }
}

/** A refusal that goes back to the app's redirect address, as `error` and `error_description`. */
export class AuthorizeError extends Error {
  readonly code: string;
  /** Whom it concerns, for the log, once that is known. */
  readonly user: TenantUser | undefined;

  constructor(code: string, description: string, user?: TenantUser) {
    super(description);
    this.code = code;
    this.user = user;
  }
}

/** A refusal that the person himself sees, because no address to send him to can be trusted. */
export class PageError extends Error {
  readonly status: 400 | 403 | 404;

  constructor(message: string, status: 400 | 403 | 404 = 400) {
    super(message);
    this.status = status;
  }
}
