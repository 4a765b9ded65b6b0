/** What Auth0 answers when it refuses. */
export function refusal(statusCode: number, errorCode: string): Response {
  const body = { statusCode, error: 'Refused', message: 'made up', errorCode };
  return Response.json(body, { status: statusCode });
}
