import json

from orders import mark_paid


def handler(event, context):
    body = json.loads(event["body"])
    if body["type"] == "checkout.session.completed":
        mark_paid(body["data"]["object"]["id"])
    return {"statusCode": 200}
