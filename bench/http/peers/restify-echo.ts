/**
 * The ceiling: restify alone, echoing a message, with the same JSON in and out as a bot's synchronous reply.
 */
import restify from 'restify';

const server = restify.createServer();
server.use(restify.plugins.bodyParser({ maxBodySize: 256 * 1024 }));
server.post('/api/messages', (request, response, next) => {
  response.send({ activities: [{ type: 'message', text: `echo: ${request.body.text}` }] });
  next();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
