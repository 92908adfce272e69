import type { CloudCall } from '../cloud/cloud-call.js';
import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import type { OriginKind, Taint, Value } from '../flow/value.js';
import { keyPlaces } from '../tables/resources.data.js';
import { harmful, reportFlow } from './report.js';

/** What is done with the one object that a key names: docs.aws.amazon.com/AmazonS3/latest/API. 2026-11-27. */
const done: ReadonlyMap<string, string> = new Map([
  ['s3:getobject', 'reads'],
  ['s3:putobject', 'writes'],
  ['s3:upload', 'writes'],
  ['s3:deleteobject', 'deletes'],
]);

/** A call for an object whose key a request brings, with nothing in it that the function decides. */
export function checkObject(site: Site, cloud: CloudCall | undefined): void {
  const { frame, text, expression } = site;
  const detail = cloud && done.get(cloud.operation);
  const key = detail === undefined ? undefined : (cloud?.input.fields?.get('Key') ?? placedKey(site));
  if (detail === undefined || key === undefined) return;
  const isSent = (value: Value) => harmful(frame, allTaints(value), 'object').filter(isOfRequest);
  const isOwn = (piece: string | Value) => typeof piece !== 'string' && isSent(piece).length === 0;
  const [taint] = isSent(key);
  if (taint === undefined || key.pieces?.some(isOwn)) return;
  const { at } = expression;
  reportFlow(frame, taint, { danger: 'object', text, at, argument: at, detail });
}

/** The key that a call of boto3 is given by its place. */
function placedKey({ symbol = '', name, arguments: given }: Site): Value | undefined {
  const [, of] = /\.(client\(s3\)|meta\.client|Bucket\(\))\.\w+$/.exec(symbol) ?? [];
  const places = of === undefined ? undefined : keyPlaces[name];
  const placed = places && given[of === 'Bucket()' ? places.bucket : places.client];
  return placed?.name === undefined ? placed?.value : undefined;
}

const requests: ReadonlySet<OriginKind> = new Set<OriginKind>([
  'express',
  'koa',
  'hono',
  'fastify',
  'texts',
  'python request',
]);
const ofGateway = /^(?:body|(?:multiValue)?[qQ]ueryStringParameters|pathParameters|raw(?:Path|QueryString))$/;

function isOfRequest({ origin, path }: Taint): boolean {
  return requests.has(origin.kind) || (origin.kind === 'event' && ofGateway.test(path[0] ?? ''));
}
