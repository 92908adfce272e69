import os

import pymysql

DB_PASSWORD = os.environ["DB_PASSWORD"]


def handler(event, context):
    pymysql.connect(host="db.shop.io", user="orders", password=DB_PASSWORD)
    return {"statusCode": 200}
