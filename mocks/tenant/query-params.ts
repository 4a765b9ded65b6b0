import { ManagementError } from './errors.ts';

/** What one query parameter may be. `description` is repeated in Auth0's error. */
export type Param = { description?: string; required?: boolean } & (
  | { type: 'integer'; minimum?: number; maximum?: number }
  | { type: 'boolean' }
  | { type: 'text'; pattern?: RegExp; of?: string[]; repeatable?: boolean }
  /** A comma-separated list of these names. */
  | { type: 'list'; of: string[] }
);

export interface Query {
  text(name: string): string | undefined;
  integer(name: string): number | undefined;
  /** False when absent. */
  flag(name: string): boolean;
  /** Undefined when absent or empty. */
  list(name: string): string[] | undefined;
  all(name: string): string[];
  has(name: string): boolean;
}

/** @throws ManagementError 400 `invalid_query_string` */
export function readQuery(params: Record<string, Param>, search: URLSearchParams): Query {
  const unknown = [...new Set(search.keys())].filter((name) => !Object.hasOwn(params, name));
  if (unknown.length > 0) throw refusal(`Additional properties not allowed: ${unknown.join(',')}`);
  for (const [name, param] of Object.entries(params)) {
    const values = search.getAll(name);
    if (param.required && values.length === 0) throw refusal(`Missing required property: ${name}`);
    const single = param.type !== 'text' || !param.repeatable;
    if (single && values.length > 1)
      throw refusal(`Expected type ${typeName(param)} but found type array`, name, param);
    for (const value of values) check(param, name, value);
  }
  return {
    text: (name) => search.get(name) ?? undefined,
    integer: (name) => (search.has(name) ? Number(search.get(name)) : undefined),
    flag: (name) => search.get(name) === 'true',
    list: (name) => search.get(name)?.split(',').filter(Boolean) || undefined,
    all: (name) => search.getAll(name),
    has: (name) => search.has(name),
  };
}

function check(param: Param, name: string, value: string): void {
  const fail = (message: string): never => {
    throw refusal(message, name, param);
  };
  if (param.type === 'boolean' && !/^(true|false)$/.test(value))
    fail('Expected type boolean but found type string');
  if (param.type === 'integer') checkInteger(param, value, fail);
  if (param.type === 'text') {
    const { pattern, of } = param;
    if (pattern && !pattern.test(value)) fail(`String does not match pattern ${pattern.source}: ${value}`);
    if (of && !of.includes(value)) fail(`No enum match for: ${value}`);
  }
  if (param.type === 'list' && value.split(',').some((item) => item !== '' && !param.of.includes(item)))
    fail(
      `String '${value}' does not match pattern. Must be a comma separated list of the following values: ${param.of.join(',')}`,
    );
}

function checkInteger(
  { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Param & { type: 'integer' },
  value: string,
  fail: (message: string) => never,
): void {
  if (!/^-?\d+$/.test(value)) fail('Expected type integer but found type string');
  if (Number(value) < minimum) fail(`Value ${value} is less than minimum ${minimum}`);
  if (Number(value) > maximum) fail(`Value ${value} is greater than maximum ${maximum}`);
}

function typeName(param: Param): string {
  return param.type === 'integer' || param.type === 'boolean' ? param.type : 'string';
}

function refusal(message: string, name?: string, param?: Param): ManagementError {
  const place = name ? ` on property ${name}${param?.description ? ` (${param.description})` : ''}` : '';
  return new ManagementError(400, `Query validation error: '${message}'${place}.`, 'invalid_query_string');
}
