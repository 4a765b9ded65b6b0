/** Tags of ASN.1 in its DER encoding. */
const tag = {
  integer: 0x02,
  bits: 0x03,
  null: 0x05,
  name: 0x06,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
};
const versionThree = 0xa0;
/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
/** 2.5.4.3 */
const commonName = [0x55, 0x04, 0x03];

/**
 * A self-signed X.509 certificate for a signing key, as Auth0 publishes one with each key: DER in base64. Its times
 * are fixed; nobody trusts it for more than the key in it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export async function certificateOf({
  publicKey,
  privateKey,
}: CryptoKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = der(tag.sequence, der(tag.name, sha256WithRsa), der(tag.null));
  const subject = nameOf('Demo tenant');
  const body = der(
    tag.sequence,
    der(versionThree, der(tag.integer, [2])),
    der(tag.integer, [1]),
    algorithm,
    subject,
    der(tag.sequence, timeOf('200101000000Z'), timeOf('491231235959Z')),
    subject,
    [...new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))],
  );
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, new Uint8Array(body));
  return new Uint8Array(der(tag.sequence, body, algorithm, der(tag.bits, [0, ...new Uint8Array(signature)])));
}

function nameOf(text: string): number[] {
  const value = der(tag.text, [...new TextEncoder().encode(text)]);
  return der(tag.sequence, der(tag.set, der(tag.sequence, der(tag.name, commonName), value)));
}

function timeOf(text: string): number[] {
  return der(tag.time, [...new TextEncoder().encode(text)]);
}

/** One element: its tag, the length of its content, its content. */
function der(name: number, ...parts: number[][]): number[] {
  const content = parts.flat();
  return [name, ...lengthOf(content.length), ...content];
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
