import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { ImportRecord, ImportState, StagedRow } from '../application/roster/import-record.ts';
import type { Constituency } from '../domain/constituency.ts';
import type { Fault } from '../domain/roster/fault.ts';
import type { Count, Effect } from '../domain/roster/plan.ts';
import { ConstituencyEnum, enumOf } from './enums.type.ts';

const RosterImportStateEnum = enumOf<ImportState>(['READING', 'PREVIEWED', 'COMMITTING', 'COMMITTED', 'FAILED', 'DISCARDED']);
registerEnumType(RosterImportStateEnum, {
  name: 'RosterImportState',
  description: 'READING → PREVIEWED → COMMITTING → COMMITTED. Until COMMITTED nothing of the school has changed.',
  valuesConfig: {
    READING: { description: 'The files are being read and compared with the school.' },
    PREVIEWED: { description: 'Everything found is listed; with faults it cannot be committed.' },
    COMMITTING: { description: 'Being written, all or nothing. Returns to PREVIEWED when the school changed since the preview.' },
    FAILED: { description: 'The server was stopped or could not do it; upload again.' },
    DISCARDED: { description: 'Thrown away with everything that was read.' },
  },
});

export const RowEffectEnum = enumOf<Effect>(['ADD', 'CHANGE', 'KEEP', 'LEAVE']);
registerEnumType(RowEffectEnum, {
  name: 'RowEffect',
  description: 'What an import does to somebody or something.',
  valuesConfig: {
    LEAVE: { description: 'No longer in the school: sessions end and access slips open nothing any more.' },
  },
});

const RosterSubjectEnum = enumOf<Count['subject']>(['PERSON', 'MEMBERSHIP', 'GUARDIANSHIP']);
registerEnumType(RosterSubjectEnum, { name: 'RosterSubject', description: 'What is counted.' });

export const RosterFaultLevelEnum = enumOf<Fault['level']>(['FAULT', 'WARNING']);
registerEnumType(RosterFaultLevelEnum, {
  name: 'RosterFaultLevel',
  description: 'Whether it stands in the way.',
  valuesConfig: {
    FAULT: { description: 'Nothing can be committed until the files are corrected.' },
    WARNING: { description: 'Worth knowing; committed all the same.' },
  },
});

@ObjectType('RosterOrg', { description: 'A school, or what stands for one, in the files.' })
export class RosterOrgType {
  @Field(() => String, { description: 'Its id in the files.' })
  sourcedId!: string;

  @Field(() => String, { description: 'Its name in the files.' })
  name!: string;

  @Field(() => Int, { description: 'People the files put there; guardians known by their students alone are not counted.' })
  people!: number;

  @Field(() => Boolean, { description: 'The one this preview is for.' })
  chosen!: boolean;
}

@ObjectType('RosterCount', { description: 'How often one thing happens. What does not happen has no count.' })
export class RosterCountType {
  @Field(() => RowEffectEnum, { description: 'What happens.' })
  effect!: Effect;

  @Field(() => RosterSubjectEnum, { description: 'To what.' })
  subject!: Count['subject'];

  @Field(() => Int, { description: 'How many, at least 1.' })
  count!: number;
}

@ObjectType('RosterFault', { description: 'Something wrong or odd about the files.' })
export class RosterFaultType {
  @Field(() => RosterFaultLevelEnum, { description: 'Fault or warning.' })
  level!: Fault['level'];

  @Field(() => String, { description: 'What it is, for example `DUPLICATE_SOURCED_ID`; docs/api.md lists them all.' })
  code!: string;

  @Field(() => String, { description: 'File inside the upload.' })
  file!: string;

  @Field(() => Int, { nullable: true, description: 'Line, the header being 1; null when it is about the whole file.' })
  line!: number | null;

  @Field(() => String, { nullable: true, description: 'Column, as the file or else the standard names it.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'An id, a role, column names, or how many rows it is about; never another value of the file.' })
  value!: string | null;
}

@ObjectType('RosterFaultEdge', { description: 'A fault in a list.' })
export class RosterFaultEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => RosterFaultType, { description: 'The fault.' })
  node!: RosterFaultType;
}

@ObjectType('RosterFaultConnection', { description: 'A page of faults, in the order found.' })
export class RosterFaultConnection {
  @Field(() => [RosterFaultEdge], { description: 'In order.' })
  edges!: readonly RosterFaultEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}

@ObjectType('RosterRow', { description: 'What the import does to one person.' })
export class RosterRowType implements Omit<StagedRow, 'ordinal' | 'constituencies'> {
  @Field(() => String, { description: 'File that lists the person.' })
  file!: string;

  @Field(() => Int, { description: 'Line in it; 0 when the files do not list the person, who left or is changed by a link.' })
  line!: number;

  @Field(() => RowEffectEnum, { description: 'What happens.' })
  effect!: Effect;

  @Field(() => String, { description: 'The person\'s id in the files.' })
  sourcedId!: string;

  @Field(() => String, { description: 'Given and family name.' })
  name!: string;

  @Field(() => [ConstituencyEnum], { description: 'Where the person will belong; empty for those who leave.' })
  constituencies!: readonly Constituency[];

  @Field(() => [String], { description: 'Fields that change: `givenName`, `familyName`, `email`, `phone`, `locale`, `grade`, `englishLearner`, `householdId`, `active`, `constituencies`, `guardians`, `students`.' })
  changes!: readonly string[];
}

@ObjectType('RosterRowEdge', { description: 'A row in a list.' })
export class RosterRowEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => RosterRowType, { description: 'The row.' })
  node!: RosterRowType;
}

@ObjectType('RosterRowConnection', { description: 'A page of rows, in the order of the files; those who leave come last.' })
export class RosterRowConnection {
  @Field(() => [RosterRowEdge], { description: 'In order.' })
  edges!: readonly RosterRowEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}

@ObjectType('RosterImport', { implements: NodeType, description: 'One upload of a OneRoster export (1.1 or 1.2, CSV), from its preview to its commit.' })
export class RosterImportType implements Pick<ImportRecord, 'id' | 'fileName' | 'done' | 'total' | 'version' | 'delta' | 'faultCount' | 'warningCount'> {
  id!: string;

  @Field(() => RosterImportStateEnum, { description: 'How far it is.' })
  state!: ImportState;

  @Field(() => String, { description: 'Name of the uploaded file.' })
  fileName!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the upload had arrived.' })
  startedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was committed, discarded, or failed.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rows read so far; while COMMITTING people written so far, as the server that does it knows.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Rows or people in all; null while that is not known.' })
  total!: number | null;

  @Field(() => String, { nullable: true, description: 'OneRoster version, `1.1` or `1.2`; null until read.' })
  version!: string | null;

  @Field(() => Boolean, { description: 'The files hold changes only; otherwise whoever they do not list leaves.' })
  delta!: boolean;

  @Field(() => [RosterCountType], { description: 'What is done, or was done, in numbers; empty while there are faults or a school is to be chosen.' })
  counts!: readonly RosterCountType[];

  @Field(() => Int, { description: 'Faults; with any, nothing can be committed.' })
  faultCount!: number;

  @Field(() => Int, { description: 'Warnings.' })
  warningCount!: number;
}

@ObjectType('RosterImportEdge', { description: 'An import in a list.' })
export class RosterImportEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => RosterImportType, { description: 'The import.' })
  node!: ImportRecord;
}

@ObjectType('RosterImportConnection', { description: 'A page of imports, newest first.' })
export class RosterImportConnection {
  @Field(() => [RosterImportEdge], { description: 'In order.' })
  edges!: readonly RosterImportEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}

@InputType('CommitRosterImportInput', { description: 'Which preview to commit.' })
export class CommitRosterImportInput {
  @Field(() => ID, { description: 'The import.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The school of the files that is this one; needed where `orgs` are several and none is chosen.' })
  orgSourcedId!: string | null;
}
