import type { OriginKind } from '../flow/value.js';

/*
 * Calls that hand a function to a router or platform. Sources: expressjs.com/en/api.html, fastify.dev, hono.dev/docs/api/routing,
 * koajs.com and github.com/koajs/router, learn.microsoft.com/azure/azure-functions/functions-reference-node (v4),
 * github.com/GoogleCloudPlatform/functions-framework-nodejs, firebase.google.com/docs/functions. 2026-11-26.
 */
export interface Registrar {
  readonly of: RegExp;
  readonly names: RegExp;
  readonly kind: OriginKind;
  /** What the function returns is the answer to a request. */
  readonly answers: boolean;
}

const verbs = /^(?:get|post|put|patch|delete|del|all|use|options|head|on)$/;

/** Requests that frameworks give as a global: flask.palletsprojects.com/en/stable/api, 2026-11-26. */
export const requestGlobals: ReadonlyMap<string, OriginKind> = new Map([['flask.request', 'python request']]);

/** The event as a resolver of Powertools gives it: docs.aws.amazon.com/powertools/python (event handler), 2026-11-26. */
export const currentEvent = /^aws_lambda_powertools\.event_handler\b.*\(\)\.current_event$/;

export const registrars: readonly Registrar[] = [
  {
    of: /^express(?:-promise-router)?(?:\(\))?(?:\.Router\(\)|\.express\(\))?(?:\.route\(\))?(?:\.\w+\(\))*$|^express\.Router\(\)/,
    names: verbs,
    kind: 'express',
    answers: false,
  },
  { of: /^(?:fastify(?:\.fastify)?|@fastify\/\w+)\(\)/, names: verbs, kind: 'fastify', answers: false },
  { of: /^(?:hono(?:\/\w+)?\.Hono|hono\/quick\.Hono)\(\)/, names: verbs, kind: 'hono', answers: false },
  { of: /^lambda-api\(\)$/, names: verbs, kind: 'express', answers: false },
  { of: /^(?:koa|@koa\/router|koa-router)\(\)/, names: verbs, kind: 'koa', answers: false },
  {
    of: /^@azure\/functions\.app$/,
    names: /^(?:http|get|post|put|patch|deleteRequest)$/,
    kind: 'azure',
    answers: true,
  },
  {
    of: /^@azure\/functions\.app$/,
    names: /^(?:storageQueue|storageBlob|serviceBusQueue|serviceBusTopic|eventHub|eventGrid|cosmosDB|generic)$/,
    kind: 'message',
    answers: false,
  },
  { of: /^@google-cloud\/functions-framework$/, names: /^http$/, kind: 'express', answers: false },
  { of: /^@google-cloud\/functions-framework$/, names: /^cloudEvent$/, kind: 'cloud event', answers: false },
  { of: /^firebase-functions\b/, names: /^onRequest$/, kind: 'express', answers: false },
  {
    of: /^firebase-functions\b/,
    names: /^(?:onCall|onMessagePublished|onDocument\w+|onObjectFinalized|onValue\w+)$/,
    kind: 'cloud event',
    answers: false,
  },
  // Tools of models: what the model passes to them others may have told it.
  {
    of: /^@modelcontextprotocol\/sdk\b.*McpServer\(\)$/,
    names: /^(?:tool|registerTool|prompt|registerPrompt)$/,
    kind: 'message',
    answers: false,
  },
  { of: /^(?:mcp\b.*|fastmcp\.)FastMCP\(\)$/, names: /^(?:tool|prompt|resource)\(\)$/, kind: 'texts', answers: false },
  // Python: the decorator is called with the function. flask, fastapi, chalice, Powertools' event handler, Azure Functions v2.
  {
    of: /^(?:flask\.(?:Flask|Blueprint)|quart\.Quart)\(\)$/,
    names: /^(?:route|get|post|put|patch|delete)\(\)$/,
    kind: 'texts',
    answers: true,
  },
  {
    of: /^fastapi\.(?:FastAPI|APIRouter)\(\)$/,
    names: /^(?:get|post|put|patch|delete)\(\)$/,
    kind: 'texts',
    answers: true,
  },
  {
    of: /^aws_lambda_powertools\.event_handler\b.*\(\)$/,
    names: /^(?:get|post|put|patch|delete|route)\(\)$/,
    kind: 'texts',
    answers: true,
  },
  { of: /^chalice\.Chalice\(\)$/, names: /^route\(\)$/, kind: 'texts', answers: true },
  {
    of: /^azure\.functions\.(?:FunctionApp|Blueprint)\(\)$/,
    names: /^route\(\)$/,
    kind: 'python request',
    answers: true,
  },
  {
    of: /^azure\.functions\.(?:FunctionApp|Blueprint)\(\)$/,
    names:
      /^(?:queue_trigger|service_bus_queue_trigger|service_bus_topic_trigger|event_hub_message_trigger|blob_trigger|event_grid_trigger)\(\)$/,
    kind: 'message',
    answers: false,
  },
  { of: /^functions_framework$/, names: /^http$/, kind: 'python request', answers: true },
  { of: /^functions_framework$/, names: /^cloud_event$/, kind: 'cloud event', answers: false },
];
