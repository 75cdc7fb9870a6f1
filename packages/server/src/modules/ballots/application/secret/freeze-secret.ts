import { randomBytes } from 'node:crypto';
import { rollHashOf, scopeOf } from '@plenary/count/secret';
import type { EntityManager } from '../../../../platform/database/database.ts';
import { definitionText } from '../../domain/secret/definition.ts';
import type { BallotRecord } from '../ballot-record.ts';
import type { BallotKeys } from './keys.ts';

/**
 * The last step of opening a secret ballot, in its transaction and after the roll is frozen: the definition is written
 * down, each constituency gets its issuer and scope, and each voter a line in the registry with a nonce of their own.
 */
export async function freezeSecret(em: EntityManager, ballot: BallotRecord, keys: BallotKeys): Promise<void> {
  const [environment] = await em.execute<{ name: string }[]>('select name from learning_environment where id = ?', [ballot.environmentId]);
  const text = definitionText(
    { ...ballot, environmentName: environment!.name, closesAt: ballot.closesAt! }, keys.signer.publicKey.toString('base64'));
  await em.execute('update ballot set definition = ? where id = ?', [text, ballot.id]);
  await em.execute('insert into box.signer (ballot_id, school_id, private_key) values (?, ?, ?)',
    [ballot.id, ballot.schoolId, keys.signer.privateKey]);
  const definition = new TextEncoder().encode(text);
  for (const { constituency, constituencyId } of ballot.constituencies) {
    const issuer = keys.issuers.get(constituency);
    if (issuer === undefined) throw new Error('a constituency came after the keys were drawn');
    const roll = await em.execute<{ id: string }[]>(
      'select person_id as id from registry.roll where ballot_id = ? and constituency = ?', [ballot.id, constituency]);
    const rollSalt = randomBytes(32);
    await em.execute(
      `update ballot_constituency set issuer = ?, scope = ?, roll_salt = ?, roll_hash = ? where ballot_id = ? and constituency = ?`,
      [
        issuer.spki, Buffer.from(scopeOf({ ballotId: ballot.id, constituencyId, definition, issuerSpki: issuer.spki })),
        rollSalt, Buffer.from(rollHashOf(constituencyId, rollSalt, roll.map(({ id }) => id))), ballot.id, constituency,
      ]);
    await em.execute('insert into registry.issuer (ballot_id, constituency, school_id, private_key) values (?, ?, ?, ?)',
      [ballot.id, constituency, ballot.schoolId, issuer.privateKey]);
  }
  // Three random UUIDs hold 366 random bits; the database has no other source without an extension.
  await em.execute(
    `insert into registry.paper (ballot_id, person_id, school_id, constituency, nonce)
     select ballot_id, person_id, school_id, constituency,
       sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
     from registry.roll where ballot_id = ? order by random()`, [ballot.id]);
}
