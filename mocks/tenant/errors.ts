const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** A refusal in the words of the Management API; `errorCode` is absent where Auth0 sends none. */
export class ManagementError extends Error {
  readonly status: number;
  readonly errorCode: string | undefined;

  constructor(status: number, message: string, errorCode?: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}

/** `{"statusCode","error","message","errorCode"}`, as recorded. */
export function errorResponse(
  { status, message, errorCode }: ManagementError,
  headers?: HeadersInit,
): Response {
  const body = { statusCode: status, error: titles[status] ?? 'Error', message, errorCode };
  return Response.json(body, { status, headers });
}

export const noUser = () => new ManagementError(404, 'The user does not exist.', 'inexistent_user');
export const noRole = () => new ManagementError(404, 'The role does not exist.');
export const noConnection = () =>
  new ManagementError(404, 'The connection does not exist', 'inexistent_connection');
export const noClient = () => new ManagementError(404, 'The client does not exist', 'inexistent_client');
export const noOrganization = () => new ManagementError(404, 'No organization found by that id or name');
export const badRequest = (message: string, errorCode?: string) =>
  new ManagementError(400, message, errorCode);
