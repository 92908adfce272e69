/**
 * Packages that may run without being imported: drivers that libraries load by name, servers and agents that commands start,
 * what others need beside them, and what only widens the language. Collected by hand on 2026-11-26; an entry only keeps
 * silent, nothing is told because of it. Drivers: https://sequelize.org/docs/v6/getting-started/,
 * https://docs.sqlalchemy.org/en/20/dialects/.
 */
const npm =
  'pg pg-native pg-hstore mysql mysql2 mariadb sqlite3 better-sqlite3 tedious mssql oracledb snowflake-sdk ' +
  'ioredis redis mongodb hdb-pool sql.js pino-pretty pino-lambda bufferutil utf-8-validate encoding canvas ' +
  'aws-crt cpu-features reflect-metadata class-validator class-transformer rxjs zone.js tslib core-js ' +
  'regenerator-runtime source-map-support dotenv dotenv-cli dotenv-expand cross-env env-cmd rimraf concurrently ' +
  'npm-run-all wait-on nodemon pm2 forever tsx ts-node tsconfig-paths module-alias sharp react react-dom ' +
  'graphql prisma @prisma/client newrelic dd-trace datadog-lambda-js aws-xray-sdk aws-lambda-ric ' +
  'elastic-apm-node hot-shots ejs pug hbs handlebars mustache nunjucks html-to-text typescript chromium ' +
  'puppeteer @sparticuz/chromium chrome-aws-lambda ffmpeg-static fsevents node-gyp node-pre-gyp node-addon-api ' +
  'nan npm yarn pnpm next nuxt http-server serve functions-framework @google-cloud/functions-framework ' +
  'azure-functions-core-tools @azure/functions firebase-admin firebase-functions swagger-ui-express ' +
  'swagger-ui-dist webpack-node-externals husky';

const pypi =
  'psycopg2 psycopg2-binary psycopg psycopg-binary pymysql mysqlclient mysql-connector-python asyncpg aiomysql ' +
  'aiosqlite pyodbc pymssql oracledb cx-oracle snowflake-connector-python redshift-connector ' +
  'sqlalchemy-redshift greenlet gunicorn uvicorn hypercorn daphne waitress uwsgi gevent eventlet werkzeug ' +
  'jinja2 markupsafe itsdangerous click blinker python-multipart email-validator uvloop httptools websockets ' +
  'watchfiles orjson ujson cryptography cffi pycparser certifi chardet charset-normalizer idna urllib3 ' +
  'requests-toolbelt pysocks brotli six python-dateutil pytz tzdata typing-extensions annotated-types ' +
  'pydantic-core pydantic-settings anyio sniffio h11 httpcore starlette jmespath s3transfer botocore openpyxl ' +
  'xlrd xlsxwriter lxml html5lib pyarrow fastparquet fsspec s3fs gcsfs adlfs numexpr bottleneck numpy ' +
  'setuptools wheel pip packaging attrs rsa pyasn1 pyasn1-modules cachetools protobuf grpcio grpcio-status ' +
  'googleapis-common-protos google-auth google-api-core proto-plus isodate msal portalocker wrapt zipp ' +
  'importlib-metadata aws-xray-sdk awslambdaric ddtrace datadog-lambda newrelic elastic-apm sentry-sdk ' +
  'functions-framework azure-functions azure-functions-worker django-environ whitenoise dj-database-url pyjwt ' +
  'tabulate colorama tqdm regex soupsieve jsonschema dnspython pyopenssl argon2-cffi bcrypt pyyaml multidict ' +
  'yarl aiosignal frozenlist async-timeout';

/** What a package loads by itself where a project uses it so: formats of files (https://github.com/node-config/node-config/wiki, 2026-11-27). */
export const loadedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['config', new Set('js-yaml yaml json5 toml cson hjson properties x2js ts-node coffeescript'.split(' '))],
]);

export const loadedByName: Readonly<Record<'npm' | 'pypi', ReadonlySet<string>>> = {
  npm: new Set(npm.split(' ')),
  pypi: new Set(pypi.split(' ')),
};
