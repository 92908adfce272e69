import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    order = json.loads(event["body"])
    table.put_item(Item={"id": context.aws_request_id, "item": order["item"]})
    return {"statusCode": 202}
