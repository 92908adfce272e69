import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
items = {"apple", "pear"}


def handler(event, context):
    order = json.loads(event["body"])
    if order.get("item") not in items:
        return {"statusCode": 400}
    table.put_item(Item={"id": context.aws_request_id, "item": order["item"]})
    return {"statusCode": 202}
