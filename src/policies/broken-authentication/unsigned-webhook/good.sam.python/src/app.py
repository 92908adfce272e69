import os

import stripe

from orders import mark_paid


def handler(event, context):
    sent = stripe.Webhook.construct_event(event["body"], event["headers"]["stripe-signature"], os.environ["SIGNING"])
    if sent["type"] == "checkout.session.completed":
        mark_paid(sent["data"]["object"]["id"])
    return {"statusCode": 200}
