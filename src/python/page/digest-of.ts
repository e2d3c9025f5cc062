/**
 * The SHA-256 digest of some bytes, in hexadecimal; `undefined` if the browser does not offer it, as on a page without
 * HTTPS.
 */
export async function digestOf(bytes: BufferSource): Promise<string | undefined> {
  // Its type is wrong: on pages without HTTPS browsers do not define it.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
