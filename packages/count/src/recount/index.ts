export { MOST_RANKED_IN_PUBLIC, type Channels, isClosed, isWithheld } from './closing.ts';
export type { VerifyCrypto } from './crypto.ts';
export { type ConstituencyRule, type Definition, type Localized, type ReadDefinition, definitionText, questionOf, readDefinition } from './definition.ts';
export type { BallotLine, BundleKind, EndLine, HeaderLine, PaperPart, PoolLine } from './form.ts';
export { isIssuerKey, isSoundEd25519Key, isSoundEd25519Signature } from './keys.ts';
export { LinesFault, linesOf } from './lines.ts';
export { SMALLEST_BATCH } from './log-check.ts';
export { type Progress, type RecountOptions, recountBundle } from './recount.ts';
export {
  type Check, type CheckName, type Fault, type FaultCode, type PoolReport, type ReceiptFound, type RecountReport, type Told, type Unchecked, type Verdict, CHECKS,
} from './report.ts';
export { type CountedPool, publishedResult, resultFor } from './result.ts';
export { type Subtle, type VerifyEd25519, hasEd25519, webCrypto } from './web-crypto.ts';
export { checkInWords, faultInWords, reportInWords } from './words.ts';
export { type BallotRow, type BundleHeader, type BundlePool, type PoolFacts, bundleLines } from './writer.ts';
