/*
 * Calls that check or clean. Names as the libraries document them: zod.dev, joi.dev/api, github.com/jquense/yup,
 * ajv.js.org, docs.superstructjs.org, github.com/validatorjs/validator.js, docs.pydantic.dev, marshmallow, jsonschema. 2026-11-26.
 */

/** Their results hold no text of what they are given. */
export const emptyingCalls =
  /^(?:Number|parseInt|parseFloat|BigInt|Boolean|Date|Date\.parse|Number\.parseInt|Number\.parseFloat|Math\.\w+|Symbol|int|float|bool|len|uuid\.UUID|decimal\.Decimal|Array\.isArray)$/;

/** They hold only for what leaves nothing to the caller: names of validators, and of functions that say that they check. */
export const wholeTests =
  /^(?:Number\.isInteger|Number\.isFinite|Number\.isSafeInteger|isFinite|uuid\.validate|validator\.(?:is\w+|matches|equals)|(?:assert|ensure|validate|verify|check|is)\w*(?:Valid|Allowed|Safe|Permitted|Whitelisted|Known)\w*|validate\w*|(?:assert|ensure|verify|sanitize|sanitise)[A-Z]\w*)$/;

/** They hold for what has the shape of a schema. */
export const shapeTests = /^(?:ajv|@?ajv.*)\b.*\(\)\.compile\(\)$|^superstruct\.(?:is|validate)$/;

/** They give back what has the shape of a schema, or throw. */
export const schemaCalls =
  /^(?:zod\b.*\.(?:parse|safeParse|parseAsync|safeParseAsync)|(?:joi|@hapi\/joi|yup)\b.*\.(?:validate|validateAsync|validateSync|attempt)|valibot\.(?:parse|safeParse)|superstruct\.(?:assert|create|mask)|ajv\b.*\.validate|@aws-lambda-powertools\/(?:parser|validation)\b.*|jsonschema\.validate|io-ts\b.*\.decode|class-validator\.\w+|typebox\b.*)$/;
