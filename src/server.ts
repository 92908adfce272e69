import { loadEnvironment } from './environment.js';
import { serve } from './serving/serve.js';

try {
  loadEnvironment(process.env);
  await serve(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
