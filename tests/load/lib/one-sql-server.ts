import { createServer } from 'node:http';
import pg from 'pg';

/** The floor: node:http and one hand-written statement that answers JSON. Started as a process of its own. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });
const PAGE = `select json_build_object('id', b.id, 'state', b.state, 'question', b.question, 'closesAt', b.closes_at,
    'environment', json_build_object('id', e.id, 'name', e.name),
    'options', (select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'label', o.label) order by o.position)
      from ballot_option o where o.ballot_id = b.id),
    'turnout', (select json_agg(t) from (select r.constituency, count(*) as roll, count(*) filter (where r.voted) as voted
      from registry.roll r where r.ballot_id = b.id group by r.constituency) t)) as answer
  from ballot b join learning_environment e on e.id = b.environment_id where b.id = $1`;
const LIST = `select json_agg(json_build_object('id', b.id, 'state', b.state, 'question', b.question, 'closesAt', b.closes_at)) as answer
  from (select * from ballot where environment_id = $1 and state <> 'DRAFT' order by created_at desc, id desc limit 20) b`;

createServer((request, response) => {
  const [, kind, id] = (request.url ?? '').split('/');
  if (kind === 'readyz') return void response.end('ok');
  pool.query({ name: kind, text: kind === 'page' ? PAGE : LIST, values: [id] }).then(
    ({ rows }) => {
      const text = JSON.stringify(rows[0]?.answer ?? null);
      response.setHeader('content-type', 'application/json').setHeader('content-length', Buffer.byteLength(text)).end(text);
    },
    () => { response.statusCode = 500; response.setHeader('content-length', 0).end(); },
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');
