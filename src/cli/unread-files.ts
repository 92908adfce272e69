import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { formatsOf } from '../dependencies/component-set.js';
import { distinctNotices, type Notice } from '../findings/notice.js';
import { entriesOf, hasLikelyName, isRelevant } from '../stacks/relevance.js';
import type { Folder } from './folder.js';

/** Bytes that are looked at to know whether a file may be a stack: more than any deployment takes as one template. */
const mostLookedAt = 16 * 1024 * 1024;

/**
 * What of a folder was to be read, could not be, and is told: folders, code, manifests and lockfiles, and what may be a stack.
 * Much JSON is data: of that only what says itself that it is a stack.
 */
export async function unreadFiles(folder: Folder): Promise<readonly Notice[]> {
  const told: Notice[] = [];
  for (const notice of distinctNotices(folder.unread())) {
    const { path } = notice;
    if (path.endsWith('/') || (isRelevant(path) && (!mayBeData(path) || (await saysItIsAStack(folder, path))))) {
      told.push(notice);
    }
  }
  return told;
}

function mayBeData(path: string): boolean {
  return path.endsWith('.json') && !hasLikelyName(path) && formatsOf(path).length === 0;
}

async function saysItIsAStack({ root, paths }: Folder, path: string): Promise<boolean> {
  const text = await glance(join(root, path));
  const files = { list: () => paths, read: (asked: string) => (asked === path ? text : undefined) };
  return entriesOf([path]).some((entry) => entry.frameworks.some(({ mayStart }) => mayStart(entry.path, files)));
}

/** What bytes say when nobody insists on their encoding. Never judged: characters may be lost. */
async function glance(file: string): Promise<string> {
  const opened = await open(file).catch(() => undefined);
  if (opened === undefined) return '';
  try {
    const { size } = await opened.stat();
    if (size > mostLookedAt) return '';
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(size), 0, size, 0);
    return decodeLoosely(buffer.subarray(0, bytesRead));
  } catch {
    return '';
  } finally {
    await opened.close();
  }
}

function decodeLoosely(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
}
