import logging


def handler(event, context):
    logging.info("order %r is asked for", event["pathParameters"]["id"])
    return {"statusCode": 200}
