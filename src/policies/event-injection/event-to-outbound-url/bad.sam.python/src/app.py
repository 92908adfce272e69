import json

import requests


def handler(event, context):
    hook = json.loads(event["body"])["callback"]
    requests.post(hook, timeout=5)
    return {"statusCode": 202}
