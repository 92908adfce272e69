import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'openai system',
    `import OpenAI from 'openai'; const o = new OpenAI();`,
    `await o.chat.completions.create({ model: 'x', messages: [{ role: 'system', content: 'You are ' + event.queryStringParameters.q }] })`,
    'prompt',
  ],
  [
    'openai developer',
    `import OpenAI from 'openai'; const o = new OpenAI();`,
    `await o.chat.completions.create({ model: 'x', messages: [{ role: 'developer', content: 'You are ' + event.queryStringParameters.q }] })`,
    'prompt',
  ],
  [
    'openai user',
    `import OpenAI from 'openai'; const o = new OpenAI();`,
    `await o.chat.completions.create({ model: 'x', messages: [{ role: 'system', content: 'a' }, { role: 'user', content: event.queryStringParameters.q }] })`,
    '',
  ],
  [
    'openai responses',
    `import OpenAI from 'openai'; const o = new OpenAI();`,
    `await o.responses.create({ model: 'x', instructions: 'Be ' + event.queryStringParameters.q, input: 'hi' })`,
    'prompt',
  ],
  [
    'openai tool description',
    `import OpenAI from 'openai'; const o = new OpenAI();`,
    `await o.chat.completions.create({ model: 'x', messages: [], tools: [{ type: 'function', function: { name: 'a', description: 'Look for ' + event.queryStringParameters.q } }] })`,
    'prompt',
  ],
  [
    'anthropic',
    `import Anthropic from '@anthropic-ai/sdk'; const a = new Anthropic();`,
    `await a.messages.create({ model: 'x', system: 'Be ' + event.queryStringParameters.q, messages: [] })`,
    'prompt',
  ],
  [
    'anthropic blocks',
    `import Anthropic from '@anthropic-ai/sdk'; const a = new Anthropic();`,
    `await a.messages.create({ model: 'x', system: [{ type: 'text', text: 'Be ' + event.queryStringParameters.q }], messages: [] })`,
    'prompt',
  ],
  [
    'anthropic user',
    `import Anthropic from '@anthropic-ai/sdk'; const a = new Anthropic();`,
    `await a.messages.create({ model: 'x', system: 'Be', messages: [{ role: 'user', content: event.queryStringParameters.q }] })`,
    '',
  ],
  [
    'bedrock converse',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; const c = new BedrockRuntimeClient({});`,
    `await c.send(new ConverseCommand({ modelId: 'x', system: [{ text: 'Be ' + event.queryStringParameters.q }] }))`,
    'prompt',
  ],
  [
    'bedrock invoke',
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; const c = new BedrockRuntimeClient({});`,
    `await c.send(new InvokeModelCommand({ modelId: 'x', body: JSON.stringify({ system: 'Be ' + event.queryStringParameters.q, messages: [] }) }))`,
    'prompt',
  ],
  [
    'bedrock invoke user',
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; const c = new BedrockRuntimeClient({});`,
    `await c.send(new InvokeModelCommand({ modelId: 'x', body: JSON.stringify({ system: 'Be', messages: [{ role: 'user', content: event.queryStringParameters.q }] }) }))`,
    '',
  ],
  [
    'vertex',
    `import { VertexAI } from '@google-cloud/vertexai'; const v = new VertexAI({});`,
    `v.getGenerativeModel({ model: 'x', systemInstruction: 'Be ' + event.queryStringParameters.q })`,
    'prompt',
  ],
  [
    'genai config',
    `import { GoogleGenAI } from '@google/genai'; const g = new GoogleGenAI({});`,
    `await g.models.generateContent({ model: 'x', contents: 'hi', config: { systemInstruction: 'Be ' + event.queryStringParameters.q } })`,
    'prompt',
  ],
  [
    'ai sdk',
    `import { generateText } from 'ai';`,
    `await generateText({ model: m, system: 'Be ' + event.queryStringParameters.q, prompt: 'x' })`,
    'prompt',
  ],
  [
    'ai sdk prompt',
    `import { generateText } from 'ai';`,
    `await generateText({ model: m, system: 'Be', prompt: event.queryStringParameters.q })`,
    '',
  ],
  [
    'langchain system',
    `import { SystemMessage } from '@langchain/core/messages';`,
    `new SystemMessage('Be ' + event.queryStringParameters.q)`,
    'prompt',
  ],
  [
    'langchain template',
    `import { ChatPromptTemplate } from '@langchain/core/prompts';`,
    `ChatPromptTemplate.fromMessages([['system', 'Be ' + event.queryStringParameters.q], ['human', 'x']])`,
    'prompt',
  ],
  [
    'langchain human',
    `import { ChatPromptTemplate } from '@langchain/core/prompts';`,
    `ChatPromptTemplate.fromMessages([['system', 'Be'], ['human', event.queryStringParameters.q]])`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'openai',
    `from openai import OpenAI
o = OpenAI()`,
    'o.chat.completions.create(model="x", messages=[{"role": "system", "content": "Be " + event["queryStringParameters"]["q"]}])',
    'prompt',
  ],
  [
    'openai user',
    `from openai import OpenAI
o = OpenAI()`,
    'o.chat.completions.create(model="x", messages=[{"role": "system", "content": "Be"}, {"role": "user", "content": event["queryStringParameters"]["q"]}])',
    '',
  ],
  [
    'azure openai',
    `from openai import AzureOpenAI
o = AzureOpenAI()`,
    `o.chat.completions.create(model="x", messages=[{"role": "system", "content": f"Be {event['queryStringParameters']['q']}"}])`,
    'prompt',
  ],
  [
    'anthropic',
    `import anthropic
a = anthropic.Anthropic()`,
    'a.messages.create(model="x", system="Be " + event["queryStringParameters"]["q"], messages=[])',
    'prompt',
  ],
  [
    'bedrock converse',
    `import boto3
c = boto3.client("bedrock-runtime")`,
    'c.converse(modelId="x", system=[{"text": "Be " + event["queryStringParameters"]["q"]}], messages=[])',
    'prompt',
  ],
  [
    'bedrock invoke',
    `import boto3, json
c = boto3.client("bedrock-runtime")`,
    'c.invoke_model(modelId="x", body=json.dumps({"system": "Be " + event["queryStringParameters"]["q"], "messages": []}))',
    'prompt',
  ],
  [
    'vertex',
    'from vertexai.generative_models import GenerativeModel',
    'GenerativeModel("x", system_instruction="Be " + event["queryStringParameters"]["q"])',
    'prompt',
  ],
  [
    'langchain',
    'from langchain_core.messages import SystemMessage',
    'SystemMessage(content="Be " + event["queryStringParameters"]["q"])',
    'prompt',
  ],
  [
    'langchain template',
    'from langchain_core.prompts import ChatPromptTemplate',
    'ChatPromptTemplate.from_messages([("system", "Be " + event["queryStringParameters"]["q"]), ("human", "x")])',
    'prompt',
  ],
  [
    'langchain human',
    'from langchain_core.prompts import ChatPromptTemplate',
    'ChatPromptTemplate.from_messages([("system", "Be"), ("human", event["queryStringParameters"]["q"])])',
    '',
  ],
  [
    'genai',
    `from google import genai
from google.genai import types
c = genai.Client()`,
    'c.models.generate_content(model="x", contents="hi", config=types.GenerateContentConfig(system_instruction="Be " + event["queryStringParameters"]["q"]))',
    'prompt',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
