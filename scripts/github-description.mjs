/**
 * Renews sandbox/openapi/*.data.json: what GitHub's OpenAPI descriptions (@octokit/openapi and @octokit/openapi-webhooks,
 * MIT) say of the routes that the sandbox answers and the webhooks that it sends, as JSON Schema.
 * Usage: npm run build && node scripts/github-description.mjs [version of openapi] [version of openapi-webhooks]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '../dist-sandbox/routes/routes.js';
import { events } from '../dist-sandbox/webhooks/subscription.js';

const target = 'sandbox/openapi';
const [restVersion = 'latest', webhooksVersion = 'latest'] = process.argv.slice(2);

/** Words of a description that say nothing about which values are right. */
const prose = new Set(
  'description example examples externalDocs title deprecated discriminator readOnly writeOnly'.split(' '),
);
/** Keywords whose value is data or names, not a schema. */
const asWritten = new Set(['enum', 'required', 'const', 'default']);
const local = '#/components/schemas/';
/** The only format that the sandbox compares. */
const format = 'date-time';

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function orNull(schema) {
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
  return { ...schema, type: [schema.type, 'null'], ...values };
}

function cleanKeyword(key, value) {
  if (key === 'properties' && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, clean(schema)]));
  return asWritten.has(key) ? value : clean(value);
}

/** An OpenAPI schema as JSON Schema: `nullable` becomes a type, references point into the one document `github`. */
function clean(schema) {
  if (Array.isArray(schema)) return schema.map(clean);
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref.replace(local, 'github#/') };
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      !prose.has(key) && !key.startsWith('x-') && key !== 'nullable' && (key !== 'format' || value === format),
  );
  const cleaned = Object.fromEntries(kept.map(([key, value]) => [key, cleanKeyword(key, value)]));
  return schema.nullable === true ? orNull(cleaned) : cleaned;
}

function parametersOf(raw, operation) {
  const known = (parameter) => raw.components.parameters[parameter.$ref.split('/').at(-1)];
  return (operation.parameters ?? [])
    .map((parameter) => (parameter.$ref === undefined ? parameter : known(parameter)))
    .map(({ name, in: place, required, schema }) => ({
      name,
      in: place,
      required: required === true,
      schema: clean(schema),
    }));
}

function jsonSchemaOf(content) {
  return content?.['application/json']?.schema;
}

function answersOf(operation) {
  const answers = Object.entries(operation.responses ?? {}).filter(
    ([status, { content }]) => status.startsWith('2') && jsonSchemaOf(content) !== undefined,
  );
  return Object.fromEntries(answers.map(([status, { content }]) => [status, clean(jsonSchemaOf(content))]));
}

function operationOf(raw, route) {
  const [method, path] = route.split(' ');
  const operation = raw.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`GitHub's description has no route ${route}.`);
  const body = jsonSchemaOf(operation.requestBody?.content);
  return {
    parameters: parametersOf(raw, operation),
    ...(body === undefined ? {} : { body: clean(body), bodyRequired: operation.requestBody.required === true }),
    answers: answersOf(operation),
  };
}

function namesIn(schema, found) {
  if (Array.isArray(schema)) for (const each of schema) namesIn(each, found);
  if (!isObject(schema)) return;
  if (typeof schema.$ref === 'string') found.add(schema.$ref.replace('github#/', ''));
  for (const value of Object.values(schema)) namesIn(value, found);
}

/** The schemas that a slice refers to, and those that these refer to. */
function schemasFor(slice, raw) {
  const names = new Set();
  namesIn(slice, names);
  const schemas = {};
  for (const name of names) {
    schemas[name] = clean(raw.components.schemas[name]);
    namesIn(schemas[name], names);
  }
  return withSharedPieces(sorted(schemas));
}

/** Pieces of this many characters that stand in several places are written once. */
const worthSharing = 300;

function countPieces(schema, counts) {
  if (Array.isArray(schema)) for (const each of schema) countPieces(each, counts);
  if (!isObject(schema)) return;
  const text = JSON.stringify(schema);
  const known = counts.get(text) ?? 0;
  counts.set(text, known + 1);
  if (known === 0) for (const value of Object.values(schema)) countPieces(value, counts);
}

/** GitHub writes the same object of 40 members into dozens of payloads. */
function withSharedPieces(schemas) {
  const counts = new Map();
  countPieces(schemas, counts);
  const names = new Map();
  const shared = {};
  const replace = (schema, own) => {
    if (Array.isArray(schema)) return schema.map((each) => replace(each, false));
    if (!isObject(schema)) return schema;
    const text = JSON.stringify(schema);
    const inner = () => Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, replace(value, false)]));
    const isSchema = ['object', 'array', 'string'].includes([schema.type].flat()[0]);
    if (own || !isSchema || text.length < worthSharing || counts.get(text) < 2) return inner();
    if (!names.has(text)) {
      const name = `shared-${names.size + 1}`;
      names.set(text, name);
      shared[name] = inner();
    }
    return { $ref: `github#/${names.get(text)}` };
  };
  const rest = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, replace(schema, true)]));
  return { ...rest, ...shared };
}

function sorted(entries) {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function headOf(name, raw) {
  return {
    about: 'Generated by scripts/github-description.mjs. Do not edit.',
    source: name,
    version: raw.info.version,
    licence: raw.info.license.name,
  };
}

function restSlice(raw) {
  const every = Object.entries(raw.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const answered = new Set(routes.map(({ route }) => route));
  const operations = sorted(Object.fromEntries([...answered].map((route) => [route, operationOf(raw, route)])));
  return {
    ...headOf('@octokit/openapi', raw),
    operations,
    schemas: schemasFor(operations, raw),
    others: every.filter((route) => !answered.has(route)).sort(),
  };
}

function webhookSlice(raw) {
  const names = new Set(events);
  const webhooks = Object.fromEntries(
    Object.entries(raw.webhooks)
      .filter(([, { post }]) => names.has(post['x-github'].subcategory))
      .map(([name, { post }]) => [name, clean(jsonSchemaOf(post.requestBody.content))]),
  );
  return {
    ...headOf('@octokit/openapi-webhooks', raw),
    webhooks: sorted(webhooks),
    schemas: schemasFor(webhooks, raw),
  };
}

/** One line for each route, webhook and schema, so that a renewal reads as a diff. */
function write(name, slice) {
  const lines = Object.entries(slice).map(([key, value]) => {
    if (typeof value === 'string') return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const inner = Array.isArray(value)
      ? value.map((each) => JSON.stringify(each))
      : Object.entries(value).map(([own, each]) => `${JSON.stringify(own)}: ${JSON.stringify(each)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${JSON.stringify(key)}: ${open}\n${inner.join(',\n')}\n${close}`;
  });
  writeFileSync(join(target, name), `{\n${lines.join(',\n')}\n}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'github-description-'));
try {
  const packages = [`@octokit/openapi@${restVersion}`, `@octokit/openapi-webhooks@${webhooksVersion}`];
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
  if (spawnSync('npm', args, { stdio: 'inherit' }).status !== 0) throw new Error('npm install failed.');
  const read = (name) =>
    JSON.parse(readFileSync(join(folder, 'node_modules', name, 'generated/api.github.com.json'), 'utf8'));
  write('rest.data.json', restSlice(read('@octokit/openapi')));
  write('webhooks.data.json', webhookSlice(read('@octokit/openapi-webhooks')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
