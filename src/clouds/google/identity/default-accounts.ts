import type { Asset } from '../google-stack.js';

const compute = 'compute@developer.gserviceaccount.com';
const appEngine = 'appspot@appspot.gserviceaccount.com';

const isCompute = /-compute@developer\.gserviceaccount\.com$|data\.google_compute_default_service_account\./;
const isAppEngine = /@appspot\.gserviceaccount\.com$|data\.google_app_engine_default_service_account\./;

/** The account that the platform gives to functions which name none of their own, if a member is one, of whatever project. */
export function defaultAccountIn(member: string): string | undefined {
  if (isCompute.test(member)) return compute;
  return isAppEngine.test(member) ? appEngine : undefined;
}

/** The default account of a kind of functions: the first generation has App Engine's. */
export function defaultAccountOf(asset: Asset): string {
  return asset === 'cloudfunctions.googleapis.com/CloudFunction' ? appEngine : compute;
}
