import base64
import json


def handler(event, context):
    order = json.loads(base64.b64decode(event["body"]))
    return {"statusCode": 200, "body": order["id"]}
