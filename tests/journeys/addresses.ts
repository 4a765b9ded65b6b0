/** Not the ports of `npm start`: a stack that someone is using stays as it is. */
export const stackPorts = { spa: 4210, proxy: 4310, tenant: 4410 };
export const stackUrl = `http://localhost:${stackPorts.spa}`;
export const tenantUrl = `http://localhost:${stackPorts.tenant}`;

export const demoPort = 4220;
/** Under a path, since a static site lives where its host puts it. */
export const demoPath = '/try/steward/';
export const demoUrl = `http://localhost:${demoPort}${demoPath}`;

/** The same site on a host that adds a slash to the name of a folder. */
export const slashingPath = '/try/slashing/';
export const slashingUrl = `http://localhost:${demoPort}${slashingPath}`;
