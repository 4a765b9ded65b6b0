import type { Read } from './reader.ts';
import { idSegment } from './user-id.ts';

/** Where a user is in the Management API, or a part of him such as `roles`. */
export function ofUser(id: string, part?: string): Pick<Read, 'template' | 'path'> {
  const path: Read['path'] = `/users/${idSegment(id)}`;
  return part
    ? { template: `/users/{id}/${part}`, path: `${path}/${part}` }
    : { template: '/users/{id}', path };
}
