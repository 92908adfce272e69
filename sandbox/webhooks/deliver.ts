import { createHmac, randomUUID } from 'node:crypto';
import type { ValidateFunction } from 'ajv';
import { readWebhookDescription } from '../openapi/description.js';
import { problemsOf, schemaCompiler } from '../openapi/schema.js';
import { newId, nowText } from '../scenes/identity.js';
import type { World } from '../world.js';
import type { Announcement, Delivery } from './announcement.js';
import { payloadOf, repositoryOfSubject } from './payloads.js';
import { isSubscribed } from './subscription.js';

export interface DeliveryOptions {
  readonly signature?: 'right' | 'wrong' | 'none';
  /** Of the event that is sent again. */
  readonly id?: string;
}

export interface Post {
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: unknown;
}

function signatures(secret: string, body: string, options: DeliveryOptions): Readonly<Record<string, string>> {
  if (options.signature === 'none') return {};
  const key = options.signature === 'wrong' ? `not ${secret}` : secret;
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}` };
}

async function post(world: World, url: string, delivery: Delivery, options: DeliveryOptions): Promise<Response> {
  const body = JSON.stringify(delivery.payload);
  return fetch(url, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(world.limits.webhookMilliseconds),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/sandbox',
      'x-github-delivery': delivery.id,
      'x-github-event': delivery.event,
      'x-github-hook-id': '1',
      'x-github-hook-installation-target-id': String(world.app.id),
      'x-github-hook-installation-target-type': 'integration',
      ...signatures(world.app.webhookSecret, body, options),
    },
  });
}

/** Sends one webhook and waits for the app's answer, as long as GitHub would. */
export async function deliver(world: World, message: Post, options: DeliveryOptions = {}): Promise<Delivery> {
  const { event, action, payload } = message;
  const delivery: Delivery = {
    number: newId(world),
    id: options.id ?? randomUUID(),
    deliveredAt: nowText(),
    isRedelivery: options.id !== undefined,
    event,
    action,
    payload,
    status: 0,
    milliseconds: 0,
    outcome: 'no webhook url',
  };
  world.deliveries.push(delivery);
  if (world.webhookUrl === undefined) return delivery;
  const begun = Date.now();
  try {
    const response = await post(world, world.webhookUrl, delivery, options);
    delivery.status = response.status;
    delivery.outcome = (await response.text()).slice(0, 1000) || 'OK';
  } catch (error) {
    delivery.outcome = error instanceof Error ? error.message : String(error);
    const detail = `${event}.${action ?? ''}: ${delivery.outcome}`;
    world.violations.push({ kind: 'webhook-unanswered', detail, route: 'webhook' });
  }
  delivery.milliseconds = Date.now() - begun;
  return delivery;
}

/** Sends an event again, under the id that it had: GitHub does so when it is asked to, and never by itself. */
export function redeliver(world: World, { event, action, payload, id }: Delivery): Promise<Delivery> {
  return deliver(world, { event, action, payload }, { id });
}

/** The description knows fewer names of events than GitHub sends: `merge_group` is missing. */
const lagging = /^\/\S*app\/events\/\d+ /;

/** Compares payloads with GitHub's description of its webhooks. */
export function payloadChecks(world: World): (message: Post) => void {
  const description = readWebhookDescription();
  const compile = schemaCompiler(description.schemas, false);
  const compiled = new Map<string, ValidateFunction>();
  return ({ event, action, payload }) => {
    const name = [event, action]
      .filter((word) => word !== undefined)
      .join('-')
      .replaceAll('_', '-');
    const schema = description.webhooks[name];
    if (schema === undefined)
      throw new Error(`The description has no webhook ${name}; scripts/github-description.mjs renews it.`);
    const validate = compiled.get(name) ?? compile(schema);
    compiled.set(name, validate);
    if (validate(payload)) return;
    for (const detail of problemsOf(validate).filter((problem) => !lagging.test(problem))) {
      world.violations.push({ kind: 'sandbox-payload', detail, route: name });
    }
  };
}

/** Tells the app what happened, if GitHub would. */
export function announcer(world: World, check: (message: Post) => void): World['announce'] {
  return async (announcement: Announcement) => {
    const { subject, action } = announcement;
    const owner = subject.event === 'installation' ? subject.installation.account : repositoryOfSubject(subject)?.owner;
    const installation = world.installations.find(({ account }) => account === owner);
    if (
      installation === undefined ||
      installation.suspendedAt !== undefined ||
      !isSubscribed(installation, subject.event, action)
    )
      return;
    const message = { event: subject.event, action, payload: await payloadOf(world, announcement) };
    check(message);
    await deliver(world, message);
  };
}
