import { ManagementError } from './errors.ts';

interface Common {
  /** Auth0 repeats it in the error. */
  description?: string;
  nullable?: boolean;
}

/** What a JSON value must be. */
export type Shape = Common &
  (
    | {
        type: 'string';
        minLength?: number;
        maxLength?: number;
        pattern?: RegExp;
        format?: Format;
        of?: string[];
      }
    | { type: 'boolean' | 'number' }
    | { type: 'object'; properties?: Record<string, Shape>; required?: string[]; hint?: string }
    | { type: 'array'; items: Shape; minItems?: number; maxItems?: number }
  );

interface Format {
  name: string;
  test: (text: string) => boolean;
}

export const emailFormat: Format = {
  name: 'email',
  test: (text) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254,
};

/**
 * Checks a request's body; the words of the errors are those of the validator that Auth0 uses.
 *
 * @throws ManagementError 400 `invalid_body`
 */
export function checkBody(shape: Shape, value: unknown): void {
  check(shape, value, '');
}

function check(shape: Shape, value: unknown, path: string): void {
  const fail = (message: string): never => {
    const place =
      path === '' ? '' : ` on property ${path}${shape.description ? ` (${shape.description})` : ''}`;
    throw new ManagementError(400, `Payload validation error: '${message}'${place}.`, 'invalid_body');
  };
  if (value === null && shape.nullable) return;
  const type = typeOf(value);
  if (type !== shape.type) fail(`Expected type ${shape.type} but found type ${type}`);
  if (shape.type === 'string') checkText(shape, String(value), fail);
  if (shape.type === 'array') checkItems(shape, asItems(value), path, fail);
  if (shape.type === 'object') checkProperties(shape, asObject(value), path, fail);
}

type Fail = (message: string) => never;

function checkText(shape: Shape & { type: 'string' }, text: string, fail: Fail): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format, of } = shape;
  if (text.length < minLength) fail(`String is too short (${text.length} chars), minimum ${minLength}`);
  if (text.length > maxLength) fail(`String is too long (${text.length} chars), maximum ${maxLength}`);
  if (pattern && !pattern.test(text)) fail(`String does not match pattern ${pattern.source}: ${text}`);
  if (format && !format.test(text)) fail(`Object didn't pass validation for format ${format.name}: ${text}`);
  if (of && !of.includes(text)) fail(`No enum match for: ${text}`);
}

function checkItems(shape: Shape & { type: 'array' }, items: unknown[], path: string, fail: Fail): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
  if (items.length < minItems) fail(`Array is too short (${items.length}), minimum ${minItems}`);
  if (items.length > maxItems) fail(`Array is too long (${items.length}), maximum ${maxItems}`);
  for (const [index, item] of items.entries()) check(shape.items, item, `${path}[${index}]`);
}

function checkProperties(
  shape: Shape & { type: 'object' },
  value: Record<string, unknown>,
  path: string,
  fail: Fail,
): void {
  const { properties, required = [], hint = '' } = shape;
  if (properties) {
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
    if (unknown.length > 0) fail(`Additional properties not allowed: ${unknown.join(',')}${hint}`);
  }
  for (const name of required) if (!Object.hasOwn(value, name)) fail(`Missing required property: ${name}`);
  for (const [name, inner] of Object.entries(properties ?? {}))
    if (Object.hasOwn(value, name)) check(inner, value[name], path === '' ? name : `${path}.${name}`);
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The caller has checked the type. */
function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}
function asItems(value: unknown): unknown[] {
  return value as unknown[];
}
