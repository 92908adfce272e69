import { z } from 'zod';
import { checked, type GitHub, getAll } from '../pull-request/client.js';
import type { Deliveries } from './store/deliveries.js';

const deliveryShape = z.object({
  id: z.number(),
  guid: z.string(),
  delivered_at: z.string(),
  event: z.string(),
});
type Delivery = z.infer<typeof deliveryShape>;

/** Deliveries are looked at this far back: GitHub redelivers those of the last three days. */
const farthestBack = 3 * 24 * 3_600_000;
/** Milliseconds that a delivery may be under way. GitHub itself waits for ten seconds. */
const underWay = 30_000;
const mostPages = 20;
const mostAtOnce = 100;

interface Looking {
  readonly now?: number;
  /** Milliseconds after which a delivery that did not come is missed. */
  readonly patience?: number;
}

/**
 * Has GitHub send again what was never accepted here, whatever the reason: the server was down, refused it, or something
 * on the way swallowed it. https://docs.github.com/en/rest/apps/webhooks
 */
export async function redeliverMissing(
  github: GitHub,
  deliveries: Deliveries,
  { now = Date.now(), patience = underWay }: Looking = {},
): Promise<number> {
  const born = (await deliveries.born()).getTime();
  const since = Math.max(born, now - farthestBack);
  const listed = (await listDeliveries(github, since)).filter(({ delivered_at: at }) => {
    const time = Date.parse(at);
    // GitHub writes whole seconds.
    return time >= since - 1000 && time <= now - Math.min(patience, underWay);
  });
  const missing = await deliveries.missing(listed.map(({ guid }) => guid));
  const asked = new Set<string>();
  for (const { id, guid } of listed.filter((one) => missing.has(one.guid))) {
    if (asked.has(guid) || asked.size >= mostAtOnce) continue;
    asked.add(guid);
    await github.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
    await deliveries.asked(guid);
  }
  return asked.size;
}

/** The deliveries since then, newest first, by the cursor in the `Link` header. */
async function listDeliveries(github: GitHub, since: number): Promise<readonly Delivery[]> {
  const all: Delivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const parameters = { per_page: 100, ...(cursor !== undefined && { cursor }) };
    const { data, headers = {} } = await github.request('GET /app/hook/deliveries', parameters);
    const listed = checked(data, z.array(deliveryShape), '/app/hook/deliveries');
    all.push(...listed);
    cursor = nextCursor(headers.link);
    const last = listed.at(-1);
    if (cursor === undefined || last === undefined || Date.parse(last.delivered_at) < since - 1000) break;
  }
  return all;
}

function nextCursor(link: string | number | undefined): string | undefined {
  const next = String(link ?? '')
    .split(',')
    .find((part) => part.includes('rel="next"'));
  const cursor = /[?&]cursor=([^&>]{1,200})/.exec(next ?? '')?.[1];
  return cursor === undefined ? undefined : decodeURIComponent(cursor);
}

const installationShape = z.object({
  id: z.number(),
  suspended_at: z.string().nullish(),
  account: z.object({ login: z.string(), html_url: z.string() }).nullish(),
});

/** Where the app is installed and may work. */
export async function listInstallations(github: GitHub) {
  const all = await getAll(github, '/app/installations', {}, { shape: installationShape, most: 100_000 });
  return all.flatMap(({ id, suspended_at: suspended, account }) =>
    suspended || !account ? [] : [{ installation: id, owner: account.login, repo: '*', url: account.html_url }],
  );
}
