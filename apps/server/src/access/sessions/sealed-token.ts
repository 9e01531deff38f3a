import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/**
 * Seals a token with a key made of the session id, which only the browser holds: a provider's token may tell the
 * national identity number of an officer, and the table of sessions must not.
 */
export function sealToken(token: string, sessionId: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(sessionId), nonce);
  const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens a sealed token; nothing where it was sealed for another session, or not sealed at all. */
export function openToken(sealed: string, sessionId: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(sessionId), bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

function keyOf(sessionId: string): Buffer {
  return Buffer.from(hkdfSync("sha256", sessionId, "", "varde id token", 32));
}
