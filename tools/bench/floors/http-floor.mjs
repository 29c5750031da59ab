// What Node alone does: reads the body of a POST and answers a fixed line.
import { createServer } from 'node:http';

const answer = Buffer.from('{"data":{"__typename":"Query"}}');
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length };

const server = createServer((request, response) => {
  request.on('data', () => {});
  request.on('end', () => response.writeHead(200, headers).end(answer));
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send('listening'));
process.on('disconnect', () => process.exit());
