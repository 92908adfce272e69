import type { Provider } from '../../../model/function.js';

/** Images that bring a function's runtime. `tags`: its version, or `4-node16`, the host and the language. */
export interface RuntimeImages {
  readonly image: RegExp;
  readonly provider: Provider;
  readonly tags: 'version' | 'variant';
}

/**
 * Base images of AWS Lambda (https://docs.aws.amazon.com/lambda/latest/dg/images-create.html) and Azure Functions
 * (https://learn.microsoft.com/azure/azure-functions/functions-how-to-custom-container), as of 2026-11-26.
 */
export const runtimeImages: readonly RuntimeImages[] = [
  {
    image: /^(?:public\.ecr\.aws\/lambda\/|(?:docker\.io\/)?amazon\/aws-lambda-)([a-z]+)$/,
    provider: 'aws',
    tags: 'version',
  },
  { image: /^mcr\.microsoft\.com\/azure-functions\/[a-z-]+$/, provider: 'azure', tags: 'variant' },
];
