import { sdkUse } from '../sdk.js';
import { callingLibraries, harmlessModules, harmlessPythonModules, type LibraryCalls } from './libraries.data.js';

/** What is known of a library's use of the function's credentials. */
export type LibraryUse = 'sdk' | 'none' | 'unknown' | LibraryCalls;

const sdks = /^(?:aws-sdk|@aws-sdk\/client-|@aws-sdk\/lib-dynamodb|boto3|botocore|aioboto3)(?:$|[\w./-])/;

export function libraryUse(module: string, language: 'javascript' | 'python'): LibraryUse {
  if (language === 'python') return pythonUse(module);
  const name = module.replace(/^node:/, '');
  if (sdks.test(name)) return 'sdk';
  const other = sdkUse(name);
  if (other !== 'unknown') return other;
  const calling = callingLibraries.find((one) => one.module.test(name));
  if (calling) return calling;
  const parts = name.split('/');
  const owner = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const isHarmless = [name, owner, `${parts[0]}/`].some((one) => harmlessModules.has(one));
  return isHarmless || /\.(?:json|txt|html|graphql|gql|sql|css)$/.test(name) ? 'none' : 'unknown';
}

function pythonUse(module: string): LibraryUse {
  const [top = '', ...inner] = module.split('.');
  if (/^(?:azure|google)$/.test(top)) return sdkUse(module);
  // Requests that are signed by hand may ask for anything.
  if (/^botocore\.(?:auth|awsrequest|signers|client)\b/.test(module)) return 'unknown';
  if (/^(?:boto3|botocore|aioboto3)$/.test(top)) return 'sdk';
  const rest = inner.join('.');
  const calling = callingLibraries.find((one) => one.module.test(top) && (one.name?.test(rest) ?? true));
  if (calling && rest !== '') return calling;
  if (calling) return 'none';
  return harmlessPythonModules.has(top) ? 'none' : 'unknown';
}
