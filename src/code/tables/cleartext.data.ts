/*
 * Clients that are given an address: npmjs.com pages of redis, ioredis, amqplib, ws, ldapjs, mqtt, nats, stompit; redis.readthedocs.io,
 * pika.readthedocs.io, eclipse.dev/paho, docs.python.org (smtplib, ftplib, telnetlib), npmjs.com (basic-ftp, ftp). 2026-11-27.
 */
export const addressed =
  /^(?:redis\.createClient|@redis\/client\.createClient|ioredis|ioredis\.(?:Redis|Cluster)|amqplib(?:\/callback_api)?\.connect|amqp-connection-manager\.connect|ws|ws\.WebSocket|WebSocket|ldapjs\.createClient|ldapts\.Client|mqtt\.connect(?:Async)?|nats\.connect|redis\.(?:asyncio\.)?(?:from_url|Redis\.from_url|StrictRedis\.from_url)|pika\.URLParameters|websockets?\.connect|websocket\.create_connection|ldap\.initialize|ldap3\.Server)$/;

/** Clients that speak without TLS unless something is done about it, and their scheme; the host is the first argument. */
export const hosted: ReadonlyMap<string, string> = new Map([
  ['smtplib.SMTP', 'smtp'],
  ['ftplib.FTP', 'ftp'],
  ['telnetlib.Telnet', 'telnet'],
]);
