/** All of an answer by which two cases could be told apart: everything but its id, which is another each time. */
export async function answerOf(response: Response) {
  const id = response.headers.get('x-request-id') ?? 'no id';
  const text = `${JSON.stringify([...response.headers])}\n${await response.text()}`;
  return { status: response.status, text: text.replaceAll(id, '(id)') };
}
