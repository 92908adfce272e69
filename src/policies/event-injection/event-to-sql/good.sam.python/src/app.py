import os

import psycopg2

connection = psycopg2.connect(os.environ["DATABASE"])


def handler(event, context):
    order = event["queryStringParameters"]["id"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM orders WHERE id = %s", (order,))
        return {"statusCode": 200, "body": str(cursor.fetchone())}
