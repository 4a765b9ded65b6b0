import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** The connection that a request came by. */
export type Incoming = Pick<IncomingMessage, 'socket'>;

type Answer = (request: Request, incoming: Incoming) => Response | Promise<Response>;

/** A free port of this machine that answers as it is told. It has two names, which browsers take for two websites. */
export async function openPort() {
  let answer: Answer = () => new Response(null, { status: 503 });
  const server = createServer(
    getRequestListener((request, { incoming }) => answer(request, incoming), {
      // Whoever breaks a connection off knows it.
      errorHandler: () => new Response(null, { status: 500 }),
    }),
  );
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    otherSite: `http://127.0.0.1:${port}`,
    answerWith(given: Answer): void {
      answer = given;
    },
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}
