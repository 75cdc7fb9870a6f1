import { type KeyObject, createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { scopeOf } from '@plenary/count/secret';
import type pg from 'pg';
import { type BenchSchool, openBallot } from './school.ts';

export interface OpenSecret {
  readonly id: string;
  readonly schoolId: string;
  readonly scope: Uint8Array;
  readonly issuer: KeyObject;
}

const issuer = generateKeyPairSync('rsa', {
  modulusLength: 2048, publicExponent: 65_537,
  publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' },
});

/** The ballot of {@link openBallot} made secret, written straight into the tables. */
export async function openSecretBallot(client: pg.ClientBase, school: BenchSchool): Promise<OpenSecret> {
  const { id } = await openBallot(client, school);
  const signer = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const definition = JSON.stringify({ ballot: id, nonce: randomUUID(), receiptKey: signer.publicKey.subarray(-32).toString('base64'), body: 512 });
  const { rows: [pool] } = await client.query<{ id: string }>('select id from ballot_constituency where ballot_id = $1', [id]);
  const scope = scopeOf({ ballotId: id, constituencyId: pool!.id, definition: new TextEncoder().encode(definition), issuerSpki: issuer.publicKey });
  await client.query('begin');
  await client.query(`update ballot set secrecy = 'SECRET', definition = $2 where id = $1`, [id, definition]);
  await client.query('update ballot_constituency set issuer = $2, scope = $3 where ballot_id = $1', [id, issuer.publicKey, Buffer.from(scope)]);
  await client.query('insert into registry.issuer (ballot_id, constituency, school_id, private_key) values ($1, $2, $3, $4)', [id, 'PARENT', school.schoolId, issuer.privateKey]);
  await client.query('insert into box.signer (ballot_id, school_id, private_key) values ($1, $2, $3)', [id, school.schoolId, signer.privateKey]);
  await client.query(
    `insert into registry.paper (ballot_id, person_id, school_id, constituency, nonce)
     select ballot_id, person_id, school_id, constituency, sha256(uuid_send(gen_random_uuid())) from registry.roll where ballot_id = $1`, [id]);
  await client.query('commit');
  return { id, schoolId: school.schoolId, scope, issuer: createPrivateKey({ key: issuer.privateKey, format: 'der', type: 'pkcs8' }) };
}
