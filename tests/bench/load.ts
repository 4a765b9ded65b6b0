import { Agent, get } from 'node:http';

/** As many as browsers of a busy morning keep open. */
const connections = 16;

/**
 * Asks one address again and again over open connections, and gives the answers per second.
 *
 * @throws Error for the first answer that is not 200.
 */
export async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  durationMs: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + durationMs;
  let answers = 0;
  async function client() {
    while (performance.now() < until) {
      const status = await once(url, headers, agent);
      if (status !== 200) throw new Error(`${url} answers ${status}.`);
      answers += 1;
    }
  }
  const since = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, client));
  } finally {
    agent.destroy();
  }
  return (answers * 1000) / (performance.now() - since);
}

function once(url: string, headers: Record<string, string>, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
      response.once('error', reject);
    });
    request.once('error', reject);
  });
}
