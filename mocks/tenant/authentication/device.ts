import type { Device } from '../model.ts';
import { addressOf } from './sign-in-log.ts';

/** Where a request comes from, as a session or a refresh token remembers it. */
export function newDevice(request: Request): Device {
  const ip = addressOf(request);
  const agent = request.headers.get('User-Agent') ?? pageAgent();
  return { initial_ip: ip, initial_user_agent: agent, last_ip: ip, last_user_agent: agent };
}

export function lastSeen(device: Device, request: Request): Device {
  const { last_ip, last_user_agent } = newDevice(request);
  return { ...device, last_ip, last_user_agent };
}

/** A page that runs the tenant itself finds no such header on its requests. */
function pageAgent(): string {
  return 'document' in globalThis ? navigator.userAgent : '';
}
