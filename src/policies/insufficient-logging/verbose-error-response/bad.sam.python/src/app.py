import traceback

from orders import list_orders


def handler(event, context):
    try:
        return {"statusCode": 200, "body": list_orders()}
    except Exception:
        return {"statusCode": 500, "body": traceback.format_exc()}
