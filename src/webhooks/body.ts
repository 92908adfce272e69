import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** GitHub sends no more: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const mostBytes = 25 * 1024 * 1024;

/** Bytes of bodies that nobody has vouched for yet, all connections together. */
const mostUnsigned = 32 * 1024 * 1024;

/** Why a body is not taken. */
export type Refused = 'too large' | 'too busy' | 'wrong signature' | 'cut off';

/** Reads bodies and checks who signed them; what is held before that is bounded over all of them. */
export interface BodyReader {
  /** `signature`: as in the header, `sha256=` and 64 hexadecimal digits. */
  readonly read: (request: IncomingMessage, signature: string) => Promise<Buffer | Refused>;
}

export function createBodyReader(secret: string, most = mostUnsigned): BodyReader {
  let unsigned = 0;
  return {
    read: async (request, signature) => {
      if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too large';
      const hash = createHmac('sha256', secret);
      const chunks: Buffer[] = [];
      let size = 0;
      try {
        for await (const chunk of request) {
          if (!Buffer.isBuffer(chunk)) continue;
          size += chunk.length;
          unsigned += chunk.length;
          if (size > mostBytes) return 'too large';
          if (unsigned > most) return 'too busy';
          hash.update(chunk);
          chunks.push(chunk);
        }
        if (size === 0) return 'wrong signature';
        return isEqual(`sha256=${hash.digest('hex')}`, signature) ? Buffer.concat(chunks, size) : 'wrong signature';
      } catch {
        return 'cut off';
      } finally {
        unsigned -= size;
      }
    },
  };
}

export function isSignature(written: string | undefined): written is string {
  return written !== undefined && /^sha256=[0-9a-f]{64}$/.test(written);
}

/** True if these bytes were signed with the secret. */
export function isSignedBy(secret: string, bytes: Buffer, signature: string): boolean {
  return isEqual(`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`, signature);
}

function isEqual(ours: string, theirs: string): boolean {
  return timingSafeEqual(Buffer.from(ours), Buffer.from(theirs));
}
