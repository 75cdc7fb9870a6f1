export {
  type Bytes, base64, compare, concat, equal, hex, isUuid, readU16, readU32, u16, u32, unbase64, unhex, utf8, uuidBytes,
} from './bytes.ts';
export { type Cast, type ReadCast, CAST_VERSION, MAX_REVISION, bodyBytesFor, castBody, readCastBody } from './cast-body.ts';
export { type DecodedChoices, canonicalChoices, decodeChoices, encodeChoices, mostNumbers } from './choices.ts';
export {
  type ScopeParts, RECEIPT_BYTES, ballotMessage, commitmentOf, credentialMessage, leafOf, receiptMessage, rollEntry, scopeOf, seedOf, tag,
} from './layout.ts';
export { MerkleLog, inclusionProof, merkleRoot, verifyInclusion } from './merkle.ts';
export {
  type Checkpoint, type Note, type NoteKey, checkpointNote, checkpointText, isSignedBy, logOrigin, noteKeyId, noteKeyName, parseNote,
} from './note.ts';
export { rollHashOf } from './roll.ts';
export { Sha256, sha256 } from './sha256.ts';
