import { createServer } from 'node:net';

/** A port that is free now; throws a sentence otherwise. */
export async function assertFree(port: number, what: string, variable: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const why = taken ? 'is taken by another program' : `cannot be opened (${error.code})`;
      reject(
        new Error(`Port ${port} for the ${what} ${why}. Free it, or choose another: ${variable}=… npm start`),
      );
    });
    // No host: as the servers listen, on every address of this machine's two families.
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/**
 * Reads a port from the environment.
 *
 * @throws Error with a sentence when it is not a port.
 */
export function portFrom(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable} must be a port, 1 to 65535; it is "${text}".`);
}
