export const help = `npm start: starts Skillhall on this machine and prints its address.

What is missing is installed, what is stale is built, the database is started and brought up to date.
The first time a demo company is created, with sign-ins for every role. Ctrl-C stops everything.

  npm start -- --help        this text

Environment:
  PORT=8090                  where the pages and the API are served
  HOST=127.0.0.1             on which address; 0.0.0.0 opens it to the network
  SKILLHALL_DATA=.data       folder of the database, files and logs
  SKILLHALL_DEMO=on|off      the demo company; off by itself with DATABASE_URL, or where there is data already
  DATABASE_URL=postgres://…  a PostgreSQL of your own instead of the one that comes along
  QUEUE_URL=redis://…        Redis or Valkey for the job queue
  LOG_LEVEL=info             what the log files in SKILLHALL_DATA/logs hold
`;
