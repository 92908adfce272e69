import type { OriginKind } from '../flow/value.js';

/*
 * Where the body of a request stands, and what does something with it. Names as the libraries document them: npmjs.com and
 * pypi.org, the page of each. 2026-11-26.
 */
export const bodyWays: Readonly<Partial<Record<OriginKind, BodyWay>>> = {
  event: { names: new Set(['body']) },
  express: { names: new Set(['body', 'rawBody']) },
  koa: { within: 'request', names: new Set(['body']) },
  hono: { within: 'req', names: new Set(['json', 'text', 'parseBody', 'formData']) },
  fastify: { names: new Set(['body']) },
  azure: { names: new Set(['body', 'rawBody', 'json', 'text', 'formData']) },
  'python request': {
    names: new Set('json get_json form data get_data get_body json_body body decoded_body raw_body forms'.split(' ')),
  },
};

export interface BodyWay {
  /** What holds it. */
  readonly within?: string;
  readonly names: ReadonlySet<string>;
}

/** Modules that check what is in a value: whoever names one is taken to use it. */
export const validators =
  /^(?:zod|joi|@hapi\/joi|yup|ajv|ajv-formats|superstruct|valibot|io-ts|runtypes|arktype|typebox|@sinclair\/typebox|class-validator|express-validator|validator|jsonschema|is-my-json-valid|fastest-validator|validate\.js|openapi-backend|express-openapi-validator|@middy\/validator|@aws-lambda-powertools\/(?:parser|validation)|pydantic|marshmallow|cerberus|voluptuous|schema|jsonschema|fastjsonschema|aws_lambda_powertools\.utilities\.(?:parser|validation)|webargs|wtforms)(?:$|[./])/;

/** Functions of the project that say that they check. */
export const checking = /valid|schema|sanitiz|sanitis|assert|verif|check|ensure|constructEvent/i;

/** Libraries that store or send what they are given; those whose models say what a field may be are none of them. */
export const using =
  /^(?:pg|mysql2?|mongodb|knex|typeorm|@prisma\/client|sequelize|redis|ioredis|firebase-admin|@google-cloud\/\w+|@azure\/(?:cosmos|storage-\w+|service-bus|data-tables|event-hubs)|nodemailer|twilio|@sendgrid\/mail|stripe|pymongo|psycopg2?|pymysql|sqlalchemy|google\.cloud|azure\.|sendgrid)\b/;
