const address = /^[0-9a-f.:]{2,45}$/i;

/**
 * Where a request came from: the address at the other end of its connection, or what the vendor's own proxies say.
 * Each of them adds to the end of `X-Forwarded-For` whom it heard; all before that is what a caller wrote himself.
 *
 * @param trustedProxies - how many of them stand in front; 0 believes no header.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | undefined {
  const told = trustedProxies > 0 ? forwardedFor?.split(',').at(-trustedProxies) : undefined;
  return plain(told) ?? plain(remoteAddress);
}

/** Without a port, brackets, or the prefix of an IPv4 address within IPv6. */
function plain(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
  return bare !== undefined && address.test(bare) ? bare : undefined;
}
