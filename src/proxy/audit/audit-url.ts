/** Where an audit log may live: a file of this machine, or a Postgres database. */
export const auditUrlPattern = /^(file:.+|postgres(ql)?:\/\/.+)$/s;

export const defaultAuditUrl = 'file:./data/audit.db';
