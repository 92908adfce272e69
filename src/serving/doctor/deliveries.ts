import { z } from 'zod';
import { get } from '../../pull-request/client.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, well, wrong } from './diagnosis.js';

const shape = z.array(
  z.object({ guid: z.string(), delivered_at: z.string(), status_code: z.number(), event: z.string() }),
);

/** How GitHub's latest webhooks ended, as it tells. */
export async function lookAtDeliveries({ github }: Desk): Promise<readonly Diagnosis[]> {
  const listed = await get(github, '/app/hook/deliveries', { per_page: 100 }, shape);
  const [latest] = listed;
  if (latest === undefined) {
    const change = 'Open a pull request, or send a ping again on the page of the app, under Advanced.';
    return [doubtful('deliveries', 'GitHub has sent nothing for three days.', change)];
  }
  const taken = new Set(listed.filter(isTaken).map(({ guid }) => guid));
  const failed = listed.filter((one) => !isTaken(one) && !taken.has(one.guid));
  if (failed.length === 0) return [well('deliveries', `GitHub's latest ${listed.length} webhooks were taken.`)];
  const statuses = [...new Set(failed.map(({ status_code: code }) => (code === 0 ? 'no answer' : String(code))))];
  const says = `${failed.length} of GitHub's latest ${listed.length} webhooks failed (${statuses.join(', ')}).`;
  const change = isTaken(latest)
    ? 'The latest was taken: the server has the others sent again by itself within minutes.'
    : 'Let GitHub reach the server, by name, port and certificate; the server then has them sent again by itself.';
  return [(isTaken(latest) ? doubtful : wrong)('deliveries', says, change)];
}

function isTaken({ status_code: code }: { readonly status_code: number }): boolean {
  return code >= 200 && code < 300;
}
