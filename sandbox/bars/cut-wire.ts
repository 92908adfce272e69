import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A wire to a server that can be cut and mended. */
export interface Wire {
  /** The address that leads through it, as the one of the server otherwise. */
  readonly url: string;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

export async function layWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    join(near, far, ends);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    isCut = true;
    for (const one of ends) one.destroy();
  };
  return {
    url: Object.assign(new URL(to), { host: `127.0.0.1:${port}` }).href,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What one end says the other hears, and they end together. */
function join(near: Socket, far: Socket, ends: Set<Socket>): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    ends.add(one);
    one.pipe(other);
    one.on('error', () => other.destroy());
    one.on('close', () => {
      ends.delete(one);
      other.destroy();
    });
  }
}
