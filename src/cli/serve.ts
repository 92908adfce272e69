import { loadEnvironment } from '../environment.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { partOfServer } from './server-parts.js';

/** Runs the server in this process; it ends when the process is told to stop. The server's parts are loaded only now. */
export async function serveCommand({ role }: { readonly role?: string }): Promise<number> {
  loadEnvironment(process.env);
  const { serve } = await partOfServer(import('../serving/serve.js'));
  try {
    await serve({ ...process.env, ...(role !== undefined && { ROLE: role }) });
    return 0;
  } catch (error) {
    throw new CannotRun(reasonOf(error));
  }
}
