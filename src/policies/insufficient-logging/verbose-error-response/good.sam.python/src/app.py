import logging

from orders import list_orders


def handler(event, context):
    try:
        return {"statusCode": 200, "body": list_orders()}
    except Exception:
        logging.exception("orders could not be listed")
        return {"statusCode": 500, "body": "Internal error"}
