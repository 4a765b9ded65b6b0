/**
 * Not the ports of `npm start`: a stack that someone is using stays as it is. `JOURNEYS_PORT` moves them all, for two
 * runs on one machine.
 */
const firstPort = Number(process.env.JOURNEYS_PORT ?? 4210);
export const stackPorts = { spa: firstPort, proxy: firstPort + 100, tenant: firstPort + 200 };
export const stackUrl = `http://localhost:${stackPorts.spa}`;
export const tenantUrl = `http://localhost:${stackPorts.tenant}`;

export const demoPort = firstPort + 10;
/** Under a path, since a static site lives where its host puts it. */
export const demoPath = '/try/steward/';
export const demoUrl = `http://localhost:${demoPort}${demoPath}`;

/** The same site on a host that adds a slash to the name of a folder. */
export const slashingPath = '/try/slashing/';
export const slashingUrl = `http://localhost:${demoPort}${slashingPath}`;
