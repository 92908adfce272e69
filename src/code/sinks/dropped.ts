import { sentCommand } from '../cloud/calls.js';
import type { Site } from '../flow/calls.js';
import { cloudSdks } from '../tables/resources.data.js';
import { reportSettingAt } from './report.js';

/**
 * Requests, files and statements that are promised when no function is given to call back: nodejs.org/api (globals, fs),
 * axios-http.com, github.com/sindresorhus/got, node-postgres.com, github.com/sidorares/node-mysql2 (promises), mongodb.github.io/node-mongodb-native,
 * github.com/redis/ioredis. 2026-11-27.
 */
const promising =
  /^(?:fetch|node-fetch|cross-fetch|(?:axios(?:\.create\(\))?|got|ky|undici)(?:\.(?:get|post|put|patch|delete|request|fetch))?|fs(?:\/promises|\.promises)\.(?:writeFile|appendFile|copyFile|rename|rm|unlink|mkdir)|pg\b.*\.query|mysql2\/promise\b.*\.(?:query|execute)|mongodb\b.*\.(?:insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|bulkWrite)|ioredis\(\)\.(?:set|setex|hset|lpush|rpush|sadd|zadd|del|incr|expire|publish))$/;

/** Work that a function starts and does not wait for: nothing promises that it ends once the handler is done. */
export function checkDropped(site: Site): void {
  const { frame, expression, text } = site;
  if (expression.isDropped === undefined) return;
  const isAsync = frame.run.forms.at(-1)?.isAsync === true;
  // A handler that calls back ends when nothing is left to do, if it does not say otherwise.
  if (!isAsync && !(expression.isDropped === 'alone' && frame.machine.signs.has('ends early'))) return;
  const detail = droppedBy(site);
  if (detail === undefined) return;
  const { at } = expression;
  reportSettingAt(frame, { danger: 'dropped', text, at, argument: at, detail });
}

function droppedBy(site: Site): 'each' | 'call' | undefined {
  const { name, symbol = '', callee, arguments: given } = site;
  const isAsync = ({ form }: { readonly form: { readonly isAsync?: true } }) => form.isAsync === true;
  if (name === 'forEach') return given.some(({ value }) => value.closures?.some(isAsync)) ? 'each' : undefined;
  if (name === 'promise' && cloudSdks.test(symbol)) return 'call';
  if (given.length === 1 && sentCommand(site) !== undefined) return 'call';
  if (promising.test(symbol) && !given.some(({ value }) => value.closures !== undefined)) return 'call';
  const { closures = [] } = callee;
  return closures.length > 0 && closures.every(isAsync) ? 'call' : undefined;
}
