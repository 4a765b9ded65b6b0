import type { Route } from '#contract/route.ts';
import type { ProxyContext } from '../http/exchange.ts';
import { lateFault } from '../http/log-line.ts';
import type { World } from '../world.ts';

/** An answer that is sent while it is made, as a file to keep. */
export interface StreamedAnswer {
  /** One of the route's `media`. */
  type: string;
  /** Of ASCII letters, digits, dots and dashes. */
  fileName: string;
  parts: AsyncIterator<string, void>;
}

/** UTF-16 code units that are sent at once. */
const portion = 16_384;

/**
 * Begins to send the answer; its first part is there by then, so that what fails at once is answered as a problem.
 * What fails later cuts the answer off, so that nobody takes half of it for the whole.
 */
export async function streamed(
  route: Route,
  answer: unknown,
  world: World,
  c: ProxyContext,
): Promise<Response> {
  if (!isStreamed(answer) || !route.media?.includes(answer.type))
    throw new Error(`${route.name} answers no stream`);
  const { parts, type, fileName } = answer;
  const first = await parts.next();
  const { requestId } = c.var.exchange;
  const body = bodyOf(first, parts, (error) => {
    const of = { at: world.now(), requestId, route: route.name, method: c.req.method };
    world.log(lateFault(error, { ...of, problem: 'internal-error' }));
  });
  c.header('content-type', `${type}; charset=utf-8`);
  c.header('content-disposition', `attachment; filename="${fileName}"`);
  return c.body(body);
}

function isStreamed(answer: unknown): answer is StreamedAnswer {
  return typeof answer === 'object' && answer !== null && 'parts' in answer && 'type' in answer;
}

/** Asked for more only when what was given has gone out. */
function bodyOf(
  first: IteratorResult<string, void>,
  parts: AsyncIterator<string, void>,
  onFault: (error: unknown) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | undefined = first;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          let text = '';
          for (next ??= await parts.next(); !next.done; next = await parts.next()) {
            text += next.value;
            if (text.length >= portion) break;
          }
          if (text !== '') controller.enqueue(encoder.encode(text));
          if (next.done) controller.close();
          next = undefined;
        } catch (error) {
          onFault(error);
          controller.error(error);
        }
      },
      async cancel() {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
