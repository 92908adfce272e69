import { type Answer, type Exchange, numberParameter, queryText, type Route } from '../server/exchange.js';
import { notFound, unprocessable } from '../server/refusal.js';
import type { Delivery } from '../webhooks/announcement.js';
import { redeliver } from '../webhooks/deliver.js';

const usualSize = 30;
const mostSize = 100;

/** GitHub keeps deliveries of an app for three days: docs.github.com/en/webhooks/using-webhooks/redelivering-webhooks */
const kept = 3 * 24 * 3_600_000;

function shapeOf({ number, id, deliveredAt, isRedelivery, event, action, status, milliseconds, payload }: Delivery) {
  const { installation, repository } = Object(payload) as Readonly<
    Record<string, { readonly id?: number } | undefined>
  >;
  return {
    id: number,
    guid: id,
    delivered_at: deliveredAt,
    redelivery: isRedelivery,
    duration: milliseconds / 1000,
    status: status === 0 ? 'failed to connect' : status < 400 ? 'OK' : 'Invalid HTTP Response',
    status_code: status,
    event,
    action: action ?? null,
    installation_id: installation?.id ?? null,
    repository_id: repository?.id ?? null,
    throttled_at: null,
  };
}

/** Newest first; the cursor is the number after which the next page begins. */
function listDeliveries(exchange: Exchange): Answer {
  const wanted = Number(queryText(exchange, 'per_page') ?? usualSize);
  const size = Math.min(wanted || usualSize, mostSize);
  const cursor = queryText(exchange, 'cursor');
  const before = cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor.replace(/^v1_/, ''));
  const since = Date.now() - kept;
  const all = exchange.world.deliveries
    .filter(({ number, deliveredAt }) => number < before && Date.parse(deliveredAt) >= since)
    .reverse();
  const page = all.slice(0, size);
  const last = page.at(-1);
  if (last !== undefined && all.length > size) {
    const url = new URL(exchange.url);
    url.searchParams.set('cursor', `v1_${last.number}`);
    exchange.answerHeaders.link = `<${url.href}>; rel="next"`;
  }
  return { body: page.map(shapeOf) };
}

/** The event is sent again after the answer. */
function attemptDelivery(exchange: Exchange): Answer {
  const number = numberParameter(exchange, 'delivery_id');
  const delivery = exchange.world.deliveries.find((each) => each.number === number);
  if (delivery === undefined) throw notFound();
  if (Date.parse(delivery.deliveredAt) < Date.now() - kept) {
    throw unprocessable('The delivery is too old to be sent again.', 'old-delivery');
  }
  exchange.later(async () => void (await redeliver(exchange.world, delivery)));
  return { status: 202, body: {} };
}

/** The secret itself is never told. */
function hookConfig({ world }: Exchange): Answer {
  const { webhookUrl: url = '' } = world;
  return { body: { url, content_type: 'json', secret: '********', insecure_ssl: '0' } };
}

export const deliveryRoutes: readonly Route[] = [
  { route: 'GET /app/hook/config', caller: 'app', answer: hookConfig },
  { route: 'GET /app/hook/deliveries', caller: 'app', answer: listDeliveries },
  { route: 'POST /app/hook/deliveries/{delivery_id}/attempts', caller: 'app', answer: attemptDelivery },
];
