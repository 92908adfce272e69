import type { Notice } from '../findings/notice.js';

const megabyte = 1024 * 1024;
const lockfiles =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Cargo\.lock|composer\.lock|Gemfile\.lock|go\.sum|packages\.lock\.json|gradle\.lockfile)$/;

/** The most bytes of a file that are read: 1 MB, lockfiles 5 MB. */
export function largestFile(path: string): number {
  return lockfiles.test(path) ? 5 * megabyte : megabyte;
}

/** The text of a file, or the notice why it is none. Bytes that are not UTF-8 are never guessed. */
export function decodeText(path: string, bytes: Uint8Array): string | Notice {
  if (bytes.length > largestFile(path)) return tooLarge(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    return notText(path);
  }
  return notText(path);
}

/** The notice about a file that is too large to be read. */
export function tooLarge(path: string): Notice {
  const most = largestFile(path) / megabyte;
  return { path, message: `The file is larger than ${most} MB and was not reviewed.`, kind: 'unread' };
}

function notText(path: string): Notice {
  return { path, message: 'The file is not UTF-8 text and was not reviewed; save it as UTF-8.', kind: 'unread' };
}
