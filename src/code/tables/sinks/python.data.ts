import type { SinkRow } from './sink-row.js';

/*
 * Calls of Python beside those of sinks.data.ts. Names: docs.python.org/3/library (os, shutil, pathlib, codecs, zipfile, tarfile, pickle,
 * xml.sax, string, http.client), pandas.pydata.org, lxml.de/parsing, pytorch.org (torch.load), joblib.readthedocs.io, numpy.org (load),
 * requests.readthedocs.io, www.python-httpx.org, docs.aiohttp.org, urllib3.readthedocs.io, flask.palletsprojects.com,
 * fastapi.tiangolo.com/advanced/custom-response, learn.microsoft.com/python/api/azure-functions. 2026-11-27. Left out: entries of
 * zipfile, whose names it cleans by itself.
 */
const answers: readonly SinkRow[] = [
  {
    danger: 'html',
    of: /^(?:flask|quart|markupsafe|werkzeug\.wrappers|bottle)$/,
    names: ['make_response', 'Markup', 'Response'],
    argument: 0,
    fields: ['response'],
  },
  {
    danger: 'html',
    of: /^(?:fastapi|starlette)\.responses$/,
    names: ['HTMLResponse'],
    argument: 0,
    fields: ['content'],
  },
  {
    danger: 'html',
    of: /^azure\.functions$/,
    names: ['HttpResponse'],
    argument: 0,
    fields: ['body'],
    option: ['mimetype', 'text/html'],
  },
  { danger: 'redirect', of: /^(?:flask|quart|bottle)$/, names: ['redirect'], argument: 0, fields: ['location'] },
  {
    danger: 'redirect',
    of: /^(?:fastapi|starlette)\.responses$/,
    names: ['RedirectResponse'],
    argument: 0,
    fields: ['url'],
  },
];

const files: readonly SinkRow[] = [
  {
    danger: 'path',
    of: /^os$/,
    names:
      'remove unlink mkdir makedirs listdir rmdir removedirs scandir walk open chmod chown stat truncate link symlink'.split(
        ' ',
      ),
    argument: 0,
  },
  { danger: 'path', of: /^os$/, names: ['rename', 'renames', 'replace'], argument: 'every' },
  {
    danger: 'path',
    of: /^shutil$/,
    names: ['copy', 'copy2', 'copyfile', 'copytree', 'move', 'rmtree', 'unpack_archive', 'make_archive'],
    argument: 'every',
  },
  {
    danger: 'path',
    of: /^pathlib\.Path\(\)$/,
    names: 'read_text write_text read_bytes write_bytes open unlink mkdir rmdir touch iterdir rename replace'.split(
      ' ',
    ),
    argument: 'receiver',
  },
  { danger: 'path', of: /^(?:codecs|io|aiofiles|gzip|bz2|lzma)$/, names: ['open'], argument: 0 },
  { danger: 'path', of: /^(?:flask|quart)$/, names: ['send_file'], argument: 0, fields: ['path_or_file'] },
  {
    danger: 'path',
    of: /^(?:fastapi|starlette)\.responses$/,
    names: ['FileResponse'],
    argument: 0,
    fields: ['path'],
  },
  {
    danger: 'path',
    of: /^(?:tarfile\.(?:open|TarFile)|zipfile\.ZipFile)\(\)$/,
    names: ['extractall'],
    argument: 0,
    fields: ['path'],
  },
  {
    danger: 'path',
    of: /^tarfile\.(?:open|TarFile)\(\)$/,
    names: ['extractall', 'extract'],
    argument: 'receiver',
    unless: ['filter', 'data'],
    confidence: 'medium',
  },
];

const requests: readonly SinkRow[] = [
  {
    danger: 'url',
    of: /^(?:requests(?:\.(?:Session|session)\(\))?|httpx(?:\.(?:Async)?Client\(\))?|aiohttp\.ClientSession\(\))$/,
    names: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
    argument: 0,
    fields: ['url'],
  },
  {
    danger: 'url',
    of: /^(?:requests(?:\.(?:Session|session)\(\))?|httpx(?:\.(?:Async)?Client\(\))?|aiohttp\.ClientSession\(\)|urllib3(?:\.(?:PoolManager|ProxyManager)\(\))?)$/,
    names: ['request', 'stream', 'urlopen'],
    argument: 1,
    fields: ['url'],
  },
  { danger: 'url', of: /^http\.client$/, names: ['HTTPConnection', 'HTTPSConnection'], argument: 0, fields: ['host'] },
  {
    danger: 'url',
    of: /^pandas$/,
    names: ['read_csv', 'read_json', 'read_html', 'read_excel', 'read_parquet', 'read_table', 'read_xml'],
    argument: 0,
  },
  {
    danger: 'url',
    of: /^(?:aio)?boto3(?:\.(?:session\.)?Session\(\))?$/,
    names: ['client', 'resource'],
    argument: 99,
    fields: ['endpoint_url'],
  },
];

const parsers: readonly SinkRow[] = [
  { danger: 'deserialise', of: /^_?pickle$/, names: ['Unpickler'], argument: 0 },
  { danger: 'deserialise', of: /^torch$/, names: ['load'], argument: 0, unless: ['weights_only', true] },
  { danger: 'deserialise', of: /^joblib$/, names: ['load'], argument: 0 },
  { danger: 'deserialise', of: /^numpy$/, names: ['load'], argument: 0, option: ['allow_pickle', true] },
  {
    danger: 'xml',
    of: /^lxml\.etree$/,
    names: ['fromstring', 'parse', 'XML', 'iterparse'],
    argument: 0,
    with: /^lxml\.etree\.XMLParser\(\)\.unsafe$/,
  },
  {
    danger: 'xml',
    of: /^xml\.sax(?:\.make_parser\(\))?$/,
    names: ['parse', 'parseString'],
    argument: 0,
    detail: 'sax',
  },
];

const templates: readonly SinkRow[] = [
  {
    danger: 'template',
    of: /^string\.Formatter\(\)$/,
    names: ['vformat', 'format'],
    argument: 0,
    confidence: 'low',
  },
  { danger: 'code', of: /^pandas\b.*\(\)$/, names: ['query', 'eval'], argument: 0, confidence: 'medium' },
];

export const pythonCalls: readonly SinkRow[] = [...answers, ...files, ...requests, ...parsers, ...templates];
