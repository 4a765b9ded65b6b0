import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

it.each([
  ['Chrome 141.0.0 / Windows 10.0.0', 'Chrome', 'Windows'],
  ['Mobile Safari 18.5.0 / iOS 18.5.0', 'Safari', 'iOS'],
  ['Chrome Mobile 141.0.0 / Android 15.0.0', 'Chrome', 'Android'],
  ['Safari 18.5.0 / Mac OS X 10.15.7', 'Safari', 'macOS'],
  ['Firefox 144.0.0 / Linux 0.0.0', 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
    'Chrome',
    'iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  ['Mozilla/5.0 (X11; CrOS x86_64 15917) Chrome/141.0.0.0 Safari/537.36', 'Chrome', 'ChromeOS'],
  ['Other 0.0.0 / Windows 10.0.0', undefined, 'Windows'],
  ['Other 0.0.0 / Other 0.0.0', undefined, undefined],
  ['okhttp/4.12.0', undefined, undefined],
  ['', undefined, undefined],
])('reads %s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
