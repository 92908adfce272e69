import pymysql

DB_PASSWORD = "vR7!kq2Zw9pLx"


def handler(event, context):
    pymysql.connect(host="db.shop.io", user="orders", password=DB_PASSWORD)
    return {"statusCode": 200}
