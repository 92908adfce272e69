/*
 * Calls of language models, and the fields that hold instructions rather than what a user says. Sources: platform.openai.com
 * (chat completions, responses, assistants), docs.anthropic.com (messages), docs.aws.amazon.com/bedrock (Converse), cloud.google.com
 * (Gemini: systemInstruction), ai-sdk.dev (generateText), js.langchain.com and python.langchain.com (SystemMessage). 2026-11-26.
 */
export interface ModelCall {
  /** The whole symbol. */
  readonly of: RegExp;
  /** Fields that are instructions. */
  readonly instructions: readonly string[];
  /** A list of messages with roles. */
  readonly messages?: string;
  /** Descriptions in its list of tools are instructions. */
  readonly tools?: true;
  /** The first argument lists pairs of a role and a text. */
  readonly pairs?: true;
  /** Instructions stand in a text of JSON. */
  readonly body?: string;
  /** The first argument is an instruction. */
  readonly first?: true;
}

export const modelCalls: readonly ModelCall[] = [
  {
    of: /^openai\b.*\.(?:completions\.create|completions\.parse|beta\.chat\.completions\.\w+)$/,
    instructions: [],
    messages: 'messages',
    tools: true,
  },
  {
    of: /^openai\b.*\.(?:responses|assistants|threads\.runs)\.create$/,
    instructions: ['instructions'],
    messages: 'input',
    tools: true,
  },
  { of: /^(?:@anthropic-ai\/sdk|anthropic)\b.*\.messages\.(?:create|stream)$/, instructions: ['system'], tools: true },
  {
    of: /^@aws-sdk\/client-bedrock-runtime\.InvokeModel(?:WithResponseStream)?Command$/,
    instructions: [],
    body: 'body',
  },
  {
    of: /^(?:aio)?boto3\b.*\.client\(bedrock-runtime\)\.invoke_model(?:_with_response_stream)?$/,
    instructions: [],
    body: 'body',
  },
  { of: /^@aws-sdk\/client-bedrock-runtime\.Converse(?:Stream)?Command$/, instructions: ['system'] },
  { of: /^(?:aio)?boto3\b.*\.client\(bedrock-runtime\)\.converse(?:_stream)?$/, instructions: ['system'] },
  {
    of: /^(?:@google\/(?:generative-ai|genai)|@google-cloud\/vertexai)\b.*\.(?:getGenerativeModel|generateContent)$/,
    instructions: ['systemInstruction', 'system_instruction', 'config.systemInstruction'],
  },
  {
    of: /^(?:vertexai|google\.generativeai)\b.*GenerativeModel$|^google\.genai\.types\.GenerateContentConfig$/,
    instructions: ['system_instruction'],
  },
  {
    of: /^ai\.(?:generateText|streamText|generateObject|streamObject)$/,
    instructions: ['system'],
    messages: 'messages',
  },
  { of: /^(?:@?langchain(?:_core)?\b.*\.)SystemMessage$/, instructions: ['content'], first: true },
  {
    of: /^@?langchain(?:_core)?\b.*\.ChatPromptTemplate\.(?:fromMessages|from_messages)$/,
    instructions: ['messages'],
    pairs: true,
  },
];

/** Roles whose messages are instructions. */
export const instructingRoles: ReadonlySet<string> = new Set(['system', 'developer']);
