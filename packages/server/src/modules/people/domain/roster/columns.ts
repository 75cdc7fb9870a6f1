/** What is read of each file. Everything else of a row is left in the parser: birth dates, passwords, columns nobody here knows. */
export type FileKind = 'manifest' | 'orgs' | 'users' | 'roles' | 'enrollments';

interface FileShape {
  /** Field by the header names it goes by, lower case; the first is the standard's. */
  readonly read: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
  /** Columns of the standard that this house has no use for; they are not read and not called unknown. */
  readonly ignored: readonly string[];
}

const ROW = { sourcedId: ['sourcedid', 'sourceid'], status: ['status'] } as const;

export const SHAPES: Readonly<Record<FileKind, FileShape>> = {
  manifest: {
    read: { name: ['propertyname'], value: ['value'] },
    required: [],
    ignored: [],
  },
  orgs: {
    read: { ...ROW, name: ['name'], type: ['type'], parent: ['parentsourcedid'] },
    required: ['sourcedId', 'name', 'type'],
    ignored: ['datelastmodified', 'identifier'],
  },
  users: {
    read: {
      ...ROW, modified: ['datelastmodified'], enabled: ['enableduser'], orgs: ['orgsourcedids', 'orgsourcedid'], role: ['role'],
      givenName: ['givenname'], familyName: ['familyname'], email: ['email'], sms: ['sms'], phone: ['phone'],
      agents: ['agentsourcedids', 'agents'], grades: ['grades', 'grade'], primaryOrg: ['primaryorgsourcedid'],
    },
    required: ['sourcedId', 'givenName', 'familyName'],
    ignored: [
      'username', 'userids', 'userid', 'middlename', 'identifier', 'password', 'usermasteridentifier', 'preferredgivenname',
      'preferredfirstname', 'preferredmiddlename', 'preferredfamilyname', 'preferredlastname', 'pronouns', 'resourcesourcedids',
    ],
  },
  roles: {
    read: {
      ...ROW, modified: ['datelastmodified'], user: ['usersourcedid'], role: ['role'], org: ['orgsourcedid'],
      begin: ['begindate'], end: ['enddate'],
    },
    required: ['sourcedId', 'user', 'role', 'org'],
    ignored: ['roletype', 'userprofilesourcedid'],
  },
  enrollments: {
    read: { ...ROW, user: ['usersourcedid'] },
    required: ['sourcedId', 'user'],
    ignored: ['datelastmodified', 'classsourcedid', 'schoolsourcedid', 'role', 'primary', 'begindate', 'enddate'],
  },
};

/** Columns not read that have another name now; of those read, every name but the first is an older one. */
const LEGACY = new Set(['userid']);

/** Extension columns for the language a family reads, by their last word: `metadata.homeLanguage`, `ext_tao_Language`. */
const LANGUAGE = new Set([
  'language', 'homelanguage', 'homelanguagecode', 'primarylanguage', 'primarylanguagecode', 'preferredlanguage',
  'correspondencelanguage', 'contactlanguage', 'languagespokenathome', 'familylanguage', 'nativelanguage',
]);
/** Extension columns for English-learner status. */
const LEARNER = new Set([
  'elstatus', 'el', 'ell', 'ellstatus', 'englishlearner', 'isenglishlearner', 'englishlearnerstatus', 'englishlanguagelearner',
  'lep', 'lepstatus', 'limitedenglishproficient', 'elas', 'englishlanguageacquisitionstatus',
]);

export interface Header {
  /** Position of each field that the file has. */
  readonly index: Readonly<Record<string, number>>;
  /** Each field's column as the file writes it, or as the standard does where the file has none. */
  readonly named: (field: string) => string;
  readonly width: number;
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  readonly unknown: readonly string[];
  readonly legacy: readonly string[];
  readonly password: boolean;
}

const bare = (name: string) => name.trim().toLowerCase();
const lastWord = (name: string) => bare(name).split(/[._:]/).at(-1)!.replace(/[^a-z0-9]/g, '');
const isExtension = (name: string) => /^(metadata[._]|ext[_.:])/.test(bare(name));

/** Which columns of a file are read. Headers are compared without case and surrounding spaces; their order is free. */
export function readHeader(kind: FileKind, names: readonly string[]): Header {
  const shape = SHAPES[kind];
  const index: Record<string, number> = {};
  const written: Record<string, string> = {};
  const twice: string[] = [];
  const unknown: string[] = [];
  const legacy: string[] = [];
  let password = false;
  const take = (field: string, at: number) => {
    if (index[field] !== undefined) twice.push(names[at]!.trim());
    index[field] ??= at;
    written[field] ??= names[at]!.trim();
  };
  names.forEach((name, at) => {
    const plain = bare(name);
    if (/password/.test(plain)) password = true;
    const field = Object.keys(shape.read).find((each) => shape.read[each]!.includes(plain));
    if (field !== undefined) {
      if (plain !== shape.read[field]![0]) legacy.push(name.trim());
      take(field, at);
    } else if (kind === 'users' && LANGUAGE.has(lastWord(name)) && index['language'] === undefined) take('language', at);
    else if (kind === 'users' && LEARNER.has(lastWord(name)) && index['learner'] === undefined) take('learner', at);
    else if (shape.ignored.includes(plain)) { if (LEGACY.has(plain)) legacy.push(name.trim()); }
    else if (plain !== '') unknown.push(name.trim());
  });
  return {
    index, width: names.length, twice, legacy, password,
    missing: shape.required.filter((field) => index[field] === undefined).map((field) => standardName(kind, field)),
    // Only what looks like a column's name is repeated: a file without a header row begins with somebody's data.
    unknown: unknown.filter((name) => isExtension(name) || /^[A-Za-z][A-Za-z ]{0,39}$/.test(name)),
    named: (field) => written[field] ?? standardName(kind, field),
  };
}

const STANDARD: Readonly<Record<string, string>> = {
  sourcedid: 'sourcedId', parentsourcedid: 'parentSourcedId', orgsourcedids: 'orgSourcedIds', orgsourcedid: 'orgSourcedId',
  givenname: 'givenName', familyname: 'familyName', agentsourcedids: 'agentSourcedIds', usersourcedid: 'userSourcedId',
  enableduser: 'enabledUser', datelastmodified: 'dateLastModified', begindate: 'beginDate', enddate: 'endDate',
  primaryorgsourcedid: 'primaryOrgSourcedId',
};

function standardName(kind: FileKind, field: string): string {
  const plain = SHAPES[kind].read[field]?.[0] ?? field;
  return STANDARD[plain] ?? plain;
}
