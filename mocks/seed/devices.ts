import type { Device } from '#tenant/model.ts';
import { drawAddress } from './circumstances.ts';
import { canary } from './names.ts';
import type { Random } from './random.ts';

/** As browsers and apps call themselves; sessions keep the whole text, unlike log entries. */
const userAgents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'OrbitMobile/4.2 (com.orbit.app; build:811; iOS 18.5.0) Alamofire/5.9.1',
  '',
];

/** A device that was first seen at home, if anywhere; phones move about. */
export function drawDevice(random: Random, home: string | undefined): Device {
  const agent = random.pick(userAgents);
  const ip = home ?? drawAddress(random);
  const device: Device & { fingerprint: string } = {
    initial_ip: ip,
    initial_user_agent: agent,
    initial_asn: String(random.between(64_496, 64_511)),
    last_ip: random.chance(0.3) ? drawAddress(random) : ip,
    last_user_agent: agent,
    last_asn: String(random.between(64_496, 64_511)),
    fingerprint: `${canary} ${random.hex(8)}`,
  };
  return device;
}
