/**
 * The SHA-256 digest of some bytes, in hexadecimal; `undefined` where the browser computes none, which is so for a page
 * that is not served securely.
 */
export async function digestOf(bytes: BufferSource): Promise<string | undefined> {
  // Browsers leave it out of insecure pages, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
