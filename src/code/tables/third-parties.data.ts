/*
 * Calls that ask another system over HTTP: developer.mozilla.org (fetch), axios-http.com, github.com/sindresorhus/got, undici.nodejs.org,
 * requests.readthedocs.io, www.python-httpx.org, docs.python.org (urllib.request), urllib3.readthedocs.io. 2026-11-27.
 */
export const asking =
  /^(?:fetch|node-fetch|cross-fetch|isomorphic-fetch|got|ky|axios|(?:axios(?:\.create\(\))?|got|ky|undici|superagent)\.(?:get|post|put|patch|request|fetch)|requests\.(?:get|post|put|patch|request)|requests\.[Ss]ession\(\)\.(?:get|post|put|patch)|httpx\.(?:get|post|put|patch)|httpx\.(?:Async)?Client\(\)\.(?:get|post|put|patch)|urllib\.request\.urlopen|urllib3\.PoolManager\(\)\.request)$/;

/** Hosts of the machine and of the clouds themselves. */
export const ownHosts =
  /^https?:\/\/(?:localhost|127\.|169\.254\.|\[::1\]|[^/]*\.(?:amazonaws\.com|azure\.com|windows\.net|googleapis\.com|google\.internal|microsoftonline\.com|svc|local|internal)(?:[:/]|$))/;
