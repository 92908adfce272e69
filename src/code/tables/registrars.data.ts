import type { OriginKind } from '../flow/value.js';

/*
 * Calls that hand a function to a router or platform. Sources: expressjs.com/en/api.html, fastify.dev, hono.dev/docs/api/routing,
 * koajs.com and github.com/koajs/router, learn.microsoft.com/azure/azure-functions/functions-reference-node (v4),
 * github.com/GoogleCloudPlatform/functions-framework-nodejs, firebase.google.com/docs/functions, middy.js.org/docs/routers/http-router,
 * github.com/claudiajs/claudia-api-builder, github.com/kwhitley/itty-router, openapistack.co/docs/openapi-backend,
 * apollographql.com/docs/apollo-server, aws.github.io/chalice/api, bottlepy.org/docs/dev/api. 2026-11-26.
 */
export interface Registrar {
  readonly of: RegExp;
  readonly names: RegExp;
  readonly kind: OriginKind;
  /** What the function returns is the answer to a request. */
  readonly answers: boolean;
  /** A text that it returns is a page. */
  readonly pages?: true;
  /** Where the name stands by which its platform knows the function: in the call, or at what the file exports. */
  readonly named?: 'here' | 'export';
  /** Which of its parameters comes from outside; the first where it is left out. */
  readonly index?: number;
}

const verbs = /^(?:get|post|put|patch|delete|del|all|use|options|head|on)$/;

/** Requests that frameworks give as a global: flask.palletsprojects.com/en/stable/api, 2026-11-26. */
export const requestGlobals: ReadonlyMap<string, OriginKind> = new Map([
  ['flask.request', 'python request'],
  ['bottle.request', 'python request'],
]);

/** The request as a router gives it: docs.aws.amazon.com/powertools/python (event handler), aws.github.io/chalice/api, 2026-11-26. */
export const currentEvent =
  /^(?:aws_lambda_powertools\.event_handler\b.*\(\)\.current_event|chalice\.(?:Chalice|Blueprint)\(\)\.current_request)$/;

export const registrars: readonly Registrar[] = [
  {
    of: /^express(?:-promise-router)?(?:\(\))?(?:\.Router\(\)|\.express\(\))?(?:\.route\(\))?(?:\.\w+\(\))*$|^express\.Router\(\)/,
    names: verbs,
    kind: 'express',
    answers: false,
  },
  {
    of: /^(?:fastify(?:\.fastify)?|@fastify\/\w+)\(\)/,
    names: /^(?:get|post|put|patch|delete|options|head|all|route)$/,
    kind: 'fastify',
    answers: false,
  },
  { of: /^(?:hono(?:\/\w+)?\.Hono|hono\/quick\.Hono)\(\)/, names: verbs, kind: 'hono', answers: false },
  { of: /^lambda-api\(\)$/, names: verbs, kind: 'express', answers: false },
  { of: /^(?:koa|@koa\/router|koa-router)\(\)/, names: verbs, kind: 'koa', answers: false },
  // Routers of Lambda alone.
  { of: /^$/, names: /^@middy\/http-router$/, kind: 'event', answers: true },
  { of: /^claudia-api-builder\(\)$/, names: verbs, kind: 'express', answers: false },
  { of: /^itty-router\.(?:Router|AutoRouter|IttyRouter)\(\)$/, names: verbs, kind: 'azure', answers: false },
  {
    of: /^openapi-backend(?:\.OpenAPIBackend)?(?:\(\))?$/,
    names: /^(?:register|registerHandler|OpenAPIBackend)$/,
    kind: 'koa',
    answers: false,
  },
  // Arguments of a query are the second parameter of what resolves it.
  {
    of: /^(?:@apollo\/server|apollo-server(?:-lambda|-express|-azure-functions|-cloud-functions)?|graphql-yoga|@graphql-tools\/schema)$/,
    names: /^(?:ApolloServer|createSchema|makeExecutableSchema)$/,
    kind: 'message',
    answers: false,
    index: 1,
  },
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
  { of: /^@google-cloud\/functions-framework$/, names: /^http$/, kind: 'express', answers: false, named: 'here' },
  {
    of: /^@google-cloud\/functions-framework$/,
    names: /^cloudEvent$/,
    kind: 'cloud event',
    answers: false,
    named: 'here',
  },
  { of: /^firebase-functions\b/, names: /^onRequest$/, kind: 'express', answers: false, named: 'export' },
  // The first generation is called with what is sent, the second with a request that holds it: both names of its module end alike.
  { of: /^firebase-functions\b/, names: /^onCall$/, kind: 'call', answers: false, named: 'export' },
  {
    of: /^firebase-functions\b/,
    names:
      /^(?:onMessagePublished|onTaskDispatched|onObject\w+|onDocument\w+|onValue\w+|onPublish|onFinalize|onCreate|onUpdate|onWrite|onCustomEventPublished)$/,
    kind: 'cloud event',
    answers: false,
    named: 'export',
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
    pages: true,
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
  {
    of: /^chalice\.(?:Chalice|Blueprint)\(\)$/,
    names: /^(?:route|get|post|put|patch|delete)\(\)$/,
    kind: 'texts',
    answers: true,
  },
  {
    of: /^chalice\.(?:Chalice|Blueprint)\(\)$/,
    names: /^on_(?:sqs_message|sns_message|s3_event|kinesis_record|dynamodb_record|ws_message)\(\)$/,
    kind: 'message',
    answers: false,
  },
  { of: /^chalice\.(?:Chalice|Blueprint)\(\)$/, names: /^lambda_function\(\)$/, kind: 'event', answers: false },
  {
    of: /^bottle(?:\.Bottle\(\))?$/,
    names: /^(?:route|get|post|put|patch|delete)\(\)$/,
    kind: 'texts',
    answers: false,
    pages: true,
  },
  { of: /^flask_restful\.Api\(\)$/, names: /^add_resource$/, kind: 'texts', answers: false },
  { of: /^(?:flask\.Flask|flask\.Blueprint)\(\)$/, names: /^add_url_rule$/, kind: 'texts', answers: true, pages: true },
  { of: /^starlette\.routing$/, names: /^Route$/, kind: 'python request', answers: false },
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
  { of: /^functions_framework$/, names: /^http$/, kind: 'python request', answers: true, pages: true },
  { of: /^functions_framework$/, names: /^cloud_event$/, kind: 'cloud event', answers: false },
];
