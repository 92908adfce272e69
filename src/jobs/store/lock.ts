import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The addresses of sockets are no longer than this on every system. */
const longestAddress = 100;

/**
 * Holds a directory for this process; false if another one holds it. The holder listens on a socket in it: the system
 * closes that with the process, however it ends, and another container that shares the volume sees it too.
 */
export async function holdDirectory(directory: string): Promise<(() => Promise<void>) | undefined> {
  const { path, forget } = addressIn(resolve(directory));
  try {
    const first = await listen(path);
    if (first !== undefined) return () => close(first);
    if (await answers(path)) return undefined;
    rmSync(path, { force: true });
    const second = await listen(path);
    return second && (() => close(second));
  } finally {
    forget();
  }
}

/** True if a process holds the directory. */
export async function isHeld(directory: string): Promise<boolean> {
  const { path, forget } = addressIn(resolve(directory));
  try {
    return await answers(path);
  } finally {
    forget();
  }
}

/** The socket's path, through a short link where the directory's own path is too long. */
function addressIn(directory: string): { readonly path: string; readonly forget: () => void } {
  const path = join(directory, 'in-use');
  if (path.length <= longestAddress) return { path, forget: () => undefined };
  const beside = mkdtempSync(join(tmpdir(), 'pn-'));
  symlinkSync(directory, join(beside, 'd'));
  return { path: join(beside, 'd', 'in-use'), forget: () => rmSync(beside, { recursive: true, force: true }) };
}

/** Undefined when the path is taken. */
function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy()).unref();
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : fail(error),
    );
    server.listen(path, () => done(server));
  });
}

/** False when whoever listened there is gone. */
function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}
