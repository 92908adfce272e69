import logging


def handler(event, context):
    logging.info(f"order {event['pathParameters']['id']} is asked for")
    return {"statusCode": 200}
