import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'mongo where',
    `import { MongoClient } from 'mongodb'; const db = new MongoClient('x').db('d');`,
    `await db.collection('c').find({ $where: event.queryStringParameters.q }).toArray()`,
    'query',
  ],
  [
    'mongo parsed',
    `import { MongoClient } from 'mongodb'; const db = new MongoClient('x').db('d');`,
    `await db.collection('c').findOne({ a: JSON.parse(event.body).a })`,
    'query',
  ],
  [
    'mongo String',
    `import { MongoClient } from 'mongodb'; const db = new MongoClient('x').db('d');`,
    `await db.collection('c').findOne({ a: String(JSON.parse(event.body).a) })`,
    '',
  ],
  [
    'mongoose updateMany',
    `import mongoose from 'mongoose'; const U = mongoose.model('U', {});`,
    'await U.updateMany(JSON.parse(event.body), { $set: { a: 1 } })',
    'query',
  ],
  [
    'mongoose aggregate',
    `import mongoose from 'mongoose'; const U = mongoose.model('U', {});`,
    'await U.aggregate(JSON.parse(event.body))',
    'query',
  ],
  [
    'expression values',
    `import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from({});`,
    `await c.send(new QueryCommand({ TableName: 't', KeyConditionExpression: 'a = :a', ExpressionAttributeValues: { ':a': event.queryStringParameters.q } }))`,
    '',
  ],
  [
    'expression text',
    `import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from({});`,
    `await c.send(new QueryCommand({ TableName: 't', KeyConditionExpression: 'a = ' + event.queryStringParameters.q }))`,
    'query expression',
  ],
  [
    'v2 document query',
    `import AWS from 'aws-sdk'; const c = new AWS.DynamoDB.DocumentClient();`,
    'await c.query(JSON.parse(event.body)).promise()',
    'query',
  ],
  [
    'put body',
    `import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from({});`,
    `await c.send(new PutCommand({ TableName: 't', Item: JSON.parse(event.body) }))`,
    'item',
  ],
  [
    'put spread',
    `import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from({});`,
    `await c.send(new PutCommand({ TableName: 't', Item: { ...JSON.parse(event.body), id: 1 } }))`,
    'item',
  ],
  [
    'put fields',
    `import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from({});`,
    `const { name } = JSON.parse(event.body); await c.send(new PutCommand({ TableName: 't', Item: { id: 1, name } }))`,
    '',
  ],
  [
    'marshall body',
    `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'; import { marshall } from '@aws-sdk/util-dynamodb'; const c = new DynamoDBClient({});`,
    `await c.send(new PutItemCommand({ TableName: 't', Item: marshall(JSON.parse(event.body)) }))`,
    'item',
  ],
  [
    'firestore where',
    `import { Firestore } from '@google-cloud/firestore'; const db = new Firestore();`,
    `await db.collection('a').where(event.queryStringParameters.q, '==', 1).get()`,
    'query field',
  ],
  [
    'firestore where value',
    `import { Firestore } from '@google-cloud/firestore'; const db = new Firestore();`,
    `await db.collection('a').where('b', '==', event.queryStringParameters.q).get()`,
    '',
  ],
  [
    'firestore set',
    `import { initializeApp } from 'firebase-admin/app'; import { getFirestore } from 'firebase-admin/firestore'; initializeApp(); const db = getFirestore();`,
    `await db.collection('a').doc('b').set(JSON.parse(event.body))`,
    'item',
  ],
  [
    'firestore add admin',
    `import admin from 'firebase-admin'; admin.initializeApp(); const db = admin.firestore();`,
    `await db.collection('a').add(JSON.parse(event.body))`,
    'item',
  ],
  [
    'cosmos create',
    `import { CosmosClient } from '@azure/cosmos'; const { container } = {}; const c = new CosmosClient({}).database('d').container('c');`,
    'await c.items.create(JSON.parse(event.body))',
    'item',
  ],
  [
    'cosmos upsert fields',
    `import { CosmosClient } from '@azure/cosmos'; const c = new CosmosClient({}).database('d').container('c');`,
    `await c.items.upsert({ id: '1', name: JSON.parse(event.body).name })`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'table query kwargs',
    `import boto3, json
t = boto3.resource("dynamodb").Table("t")`,
    't.query(**json.loads(event["body"]))',
    'query',
  ],
  [
    'scan filter',
    `import boto3, json
t = boto3.resource("dynamodb").Table("t")`,
    't.scan(FilterExpression="a = " + event["queryStringParameters"]["q"])',
    'query expression',
  ],
  [
    'scan Attr',
    `import boto3, json
from boto3.dynamodb.conditions import Attr
t = boto3.resource("dynamodb").Table("t")`,
    't.scan(FilterExpression=Attr("a").eq(event["queryStringParameters"]["q"]))',
    '',
  ],
  [
    'pymongo',
    `import json
from pymongo import MongoClient
db = MongoClient("x")["d"]`,
    'list(db["c"].find(json.loads(event["body"])))',
    'query',
  ],
  [
    'pymongo attr',
    `import json
from pymongo import MongoClient
db = MongoClient("x").d`,
    'list(db.c.find_one({"a": json.loads(event["body"])["a"]}))',
    'query',
  ],
  [
    'pymongo str',
    `import json
from pymongo import MongoClient
db = MongoClient("x").d`,
    'list(db.c.find_one({"a": str(json.loads(event["body"])["a"])}))',
    '',
  ],
  [
    'firestore set',
    `import json
from google.cloud import firestore
db = firestore.Client()`,
    'db.collection("a").document("b").set(json.loads(event["body"]))',
    'item',
  ],
  [
    'firestore add',
    `import json
from google.cloud import firestore
db = firestore.Client()`,
    'db.collection("a").add(json.loads(event["body"]))',
    'item',
  ],
  [
    'firestore set fields',
    `import json
from google.cloud import firestore
db = firestore.Client()`,
    'db.collection("a").document("b").set({"a": json.loads(event["body"])["a"]})',
    '',
  ],
  [
    'firestore where',
    `from google.cloud import firestore
db = firestore.Client()`,
    'db.collection("a").where(event["queryStringParameters"]["q"], "==", 1).stream()',
    'query field',
  ],
  [
    'cosmos create',
    `import json
from azure.cosmos import CosmosClient
c = CosmosClient("u", "k").get_database_client("d").get_container_client("c")`,
    'c.create_item(body=json.loads(event["body"]))',
    'item',
  ],
  [
    'cosmos upsert positional',
    `import json
from azure.cosmos import CosmosClient
c = CosmosClient("u", "k").get_database_client("d").get_container_client("c")`,
    'c.upsert_item(json.loads(event["body"]))',
    'item',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
