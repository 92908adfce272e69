/*
 * Libraries by what they do with the credentials of the function that loads them. Sources: nodejs.org/api, docs.python.org/3/library,
 * the pages of the packages on npmjs.com and pypi.org, docs.powertools.aws.dev, middy.js.org. 2026-11-26.
 */

/** Parts of the languages themselves, without those that start other programs. */
const parts =
  'assert async_hooks buffer console constants crypto dgram diagnostics_channel dns events fs http http2 https module net os path perf_hooks process punycode querystring readline stream string_decoder timers tls tty url util v8 vm worker_threads zlib';
const pythonParts =
  '__future__ abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar cgi cmath codecs collections colorsys concurrent configparser contextlib contextvars copy copyreg csv dataclasses datetime decimal difflib email enum errno fnmatch fractions functools gc getpass gettext glob graphlib gzip hashlib heapq hmac html http inspect io ipaddress itertools json keyword linecache locale logging lzma math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint queue random re reprlib resource secrets select shelve shlex shutil signal smtplib socket socketserver sqlite3 ssl stat statistics string struct sys sysconfig tarfile tempfile textwrap threading time timeit tomllib traceback types typing unicodedata unittest urllib uuid warnings weakref xml zipfile zlib zoneinfo';

/** Packages that never use them. Whole scopes end with a slash. */
const packages =
  'aws-lambda aws-sdk-client-mock @types/ @aws-lambda-powertools/logger @aws-lambda-powertools/tracer @aws-lambda-powertools/metrics @aws-lambda-powertools/commons @aws-lambda-powertools/jmespath @aws-lambda-powertools/parser @aws-lambda-powertools/validation @aws-lambda-powertools/batch @aws-lambda-powertools/event-handler @aws-sdk/util-dynamodb @aws-sdk/types @aws-sdk/s3-request-presigner @aws-sdk/util-create-request @aws-sdk/util-endpoints @smithy/types @smithy/node-http-handler @aws-sdk/node-http-handler @smithy/util-stream @smithy/util-retry aws-xray-sdk aws-xray-sdk-core @middy/core @middy/http-cors @middy/http-error-handler @middy/http-event-normalizer @middy/http-header-normalizer @middy/http-json-body-parser @middy/http-multipart-body-parser @middy/http-partial-response @middy/http-response-serializer @middy/http-router @middy/http-security-headers @middy/http-urlencode-body-parser @middy/http-content-encoding @middy/http-content-negotiation @middy/validator @middy/util @middy/do-not-wait-for-empty-event-loop @middy/error-logger @middy/input-output-logger @middy/event-normalizer @middy/warmup @middy/sqs-partial-batch-failure middy serverless-http aws-serverless-express aws-lambda-fastify @fastify/aws-lambda @codegenie/serverless-express @vendia/serverless-express lambda-api axios node-fetch got undici cross-fetch ky superagent request request-promise form-data qs query-string lodash lodash/ lodash-es ramda underscore uuid nanoid ulid short-uuid cuid ksuid shortid moment moment-timezone dayjs dayjs/ date-fns date-fns/ luxon zod joi @hapi/joi yup ajv ajv-formats ajv-errors ajv-keywords superstruct valibot io-ts fp-ts validator class-validator class-transformer reflect-metadata jsonwebtoken jose jwks-rsa jwk-to-pem jws bcrypt bcryptjs argon2 crypto-js pino winston bunyan loglevel debug dazn-lambda-powertools chalk dotenv express fastify koa koa-router @koa/router hono body-parser cors cookie cookie-parser helmet compression morgan multer http-errors boom @hapi/boom tslib source-map-support regenerator-runtime core-js core-js/ async bluebird p-map p-limit p-queue p-retry rxjs immutable immer semver mime mime-types content-type busboy parse-multipart lambda-multipart-parser csv-parse csv-stringify csv-parser papaparse xml2js fast-xml-parser js-yaml yaml sharp jimp image-size pdfkit pdf-lib pdf-parse puppeteer puppeteer-core chrome-aws-lambda @sparticuz/chromium cheerio jsdom handlebars mustache ejs pug nunjucks marked sanitize-html dompurify xss he html-entities escape-html slugify change-case camelcase camelcase-keys deepmerge fast-deep-equal fast-json-stable-stringify object-hash hash-sum archiver adm-zip unzipper jszip tar pg mysql mysql2 redis ioredis mongodb mongoose knex sequelize typeorm @prisma/client drizzle-orm drizzle-orm/ mssql tedious graphql graphql-tag graphql-request @apollo/server apollo-server-lambda @apollo/client @as-integrations/aws-lambda inversify tsyringe stripe twilio @sendgrid/mail @slack/web-api @slack/webhook @slack/bolt openai @anthropic-ai/sdk @octokit/rest @octokit/webhooks googleapis firebase-admin pusher web-push algoliasearch @elastic/elasticsearch @sentry/node @sentry/serverless @sentry/aws-serverless datadog-lambda-js dd-trace hot-shots @opentelemetry/ @medusajs/ geolib ngeohash color qrcode faker @faker-js/faker seedrandom mathjs big.js bignumber.js decimal.js currency.js libphonenumber-js email-validator is-url url-parse path-to-regexp micromatch minimatch ms retry async-retry lru-cache node-cache memoizee inherits events util buffer process readable-stream through2 string-template sprintf-js cfn-response-async typescript-memoize ts-pattern neverthrow';
const pythonPackages =
  'requests httpx aiohttp urllib3 certifi charset_normalizer idna simplejson ujson orjson pydantic pydantic_core marshmallow jsonschema cerberus attr attrs dateutil pytz tzlocal arrow pendulum dotenv yaml lxml bs4 html5lib jinja2 markupsafe flask flask_cors werkzeug fastapi starlette mangum chalice_spec apig_wsgi serverless_wsgi awsgi jwt jose cryptography OpenSSL nacl passlib bcrypt itsdangerous psycopg2 psycopg pymysql pymssql mysql sqlalchemy redis pymongo bson mongoengine numpy scipy sklearn PIL cv2 joblib matplotlib xgboost lightgbm tensorflow torch nltk spacy openpyxl xlrd xlsxwriter PyPDF2 pypdf reportlab qrcode phonenumbers babel slugify structlog loguru aws_xray_sdk stripe twilio sendgrid slack slack_sdk openai anthropic github jira google firebase_admin graphene ariadne strawberry gql tenacity backoff retrying cachetools more_itertools toolz typing_extensions mypy_boto3 mypy_boto3_builder crhelper cfnresponse feedparser markdown emoji faker shapely geopy pyproj sentry_sdk datadog_lambda ddtrace opentelemetry six future setuptools pkg_resources packaging click rich tabulate colorama';

export const harmlessModules: ReadonlySet<string> = new Set([...parts.split(' '), ...packages.split(' ')]);
export const harmlessPythonModules: ReadonlySet<string> = new Set([
  ...pythonParts.split(' '),
  ...pythonPackages.split(' '),
]);

export interface LibraryCalls {
  readonly module: RegExp;
  /** Of these names only; of all of the module where it is left out. */
  readonly name?: RegExp;
  readonly actions: readonly string[];
}

/** Libraries that call AWS, and what they call. */
export const callingLibraries: readonly LibraryCalls[] = [
  { module: /^@aws-sdk\/lib-storage$/, actions: ['s3:Upload'] },
  { module: /^@aws-sdk\/s3-presigned-post$/, actions: ['s3:PutObject'] },
  { module: /^@aws-sdk\/rds-signer$/, actions: ['rds-db:connect'] },
  {
    module: /^@aws-sdk\/credential-provider/,
    actions: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'cognito-identity:GetCredentialsForIdentity'],
  },
  {
    module: /^@aws-lambda-powertools\/parameters\/ssm$/,
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:PutParameter'],
  },
  { module: /^@aws-lambda-powertools\/parameters\/secrets$/, actions: ['secretsmanager:GetSecretValue'] },
  {
    module: /^@aws-lambda-powertools\/parameters\/appconfig$/,
    actions: ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'],
  },
  { module: /^@aws-lambda-powertools\/parameters\/dynamodb$/, actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
  {
    module: /^@aws-lambda-powertools\/idempotency(?:\/dynamodb)?$/,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  },
  { module: /^@middy\/ssm$/, actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'] },
  { module: /^@middy\/secrets-manager$/, actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] },
  { module: /^@middy\/sts$/, actions: ['sts:AssumeRole'] },
  {
    module: /^aws_lambda_powertools$/,
    name: /^utilities\.parameters/,
    actions: [
      'ssm:GetParameter',
      'ssm:GetParameters',
      'ssm:GetParametersByPath',
      'ssm:PutParameter',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'appconfig:StartConfigurationSession',
      'appconfig:GetLatestConfiguration',
    ],
  },
  {
    module: /^aws_lambda_powertools$/,
    name: /^utilities\.idempotency/,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  },
  {
    module: /^aws_lambda_powertools$/,
    name: /^(?!utilities\.(?:parameters|idempotency|feature_flags|streaming))/,
    actions: [],
  },
];
