// Who may know whom. Each rule is proved by a planted violation in tests/house.
// A room is a folder of packages/server/src/modules; its door is index.ts.

const room = '^packages/server/src/modules/([^/]+)/';
const otherRoom = '^packages/server/src/modules/(?!$1/)[^/]+/';
const door = '^packages/server/src/modules/[^/]+/index\\.ts$';
const test = '\\.test\\.tsx?$';
/** Command lines of the counting package, and what they alone use. */
const countsNode = ['^packages/count/src/cli/', '^packages/count/src/recount/node/'];
const count = ['^packages/count/src/', '@plenary/count'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that cannot be followed would pass every other rule unseen.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\.module\\.css$', '^@fontsource/'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'A rule is true on paper: it needs no package, no node:, no other room, only what it is given.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/domain/', pathNot: test },
      to: { pathNot: ['^packages/server/src/modules/$1/domain/', ...count] },
    },
    {
      name: 'application-speaks-no-graphql',
      comment: 'The same use case serves the command line and jobs.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/[^/]+/application/', pathNot: test },
      to: { path: ['^packages/server/src/modules/[^/]+/graphql/', '(^|/)node_modules/(type-graphql|graphql|@apollo)/'] },
    },
    {
      name: 'graphql-sees-entities-as-types',
      comment: 'A resolver that can write an entity would skip the policy, the audit row and the outbox.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/[^/]+/graphql/', pathNot: test },
      to: { path: '^packages/server/src/modules/[^/]+/data/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'modules-meet-at-the-door',
      comment: 'A room calls another by its index.ts.',
      severity: 'error',
      from: { path: room, pathNot: '^packages/server/src/modules/[^/]+/(graphql|data)/' },
      to: { path: otherRoom, pathNot: door },
    },
    {
      name: 'modules-meet-at-the-door-graphql',
      comment: 'A later room adds fields to an earlier room\'s type, so graphql/ may also name *.type.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/graphql/' },
      to: { path: otherRoom, pathNot: [door, '/graphql/[^/]+\\.type\\.ts$'] },
    },
    {
      name: 'modules-meet-at-the-door-data',
      comment: 'A later room\'s rows point at an earlier room\'s, so data/ may also name *.entity.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/data/' },
      to: { path: otherRoom, pathNot: [door, '/data/[^/]+\\.entity\\.ts$'] },
    },
    {
      name: 'rooms-keep-their-order',
      comment: 'people before all others: a later room uses an earlier one, never the reverse.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/people/' },
      to: { path: '^packages/server/src/modules/(?!people/)' },
    },
    {
      name: 'messages-keep-their-order',
      comment: 'Whoever has something to tell calls messages; it knows people, and nobody\'s subject.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/messages/' },
      to: { path: '^packages/server/src/modules/(?!people/|messages/)' },
    },
    {
      name: 'bodies-keep-their-order',
      comment: 'people and messages before bodies, bodies before meetings and ballots.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/bodies/' },
      to: { path: '^packages/server/src/modules/(?!people/|messages/|bodies/)' },
    },
    {
      name: 'meetings-keep-their-order',
      comment: 'people, messages and bodies before meetings, meetings before motions and minutes; ballots stand beside.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/meetings/' },
      to: { path: '^packages/server/src/modules/(?!people/|messages/|bodies/|meetings/)' },
    },
    {
      name: 'motions-keep-their-order',
      comment: 'people, messages, bodies and meetings before motions, motions before minutes; ballots stand beside.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/motions/' },
      to: { path: '^packages/server/src/modules/(?!people/|messages/|bodies/|meetings/|motions/)' },
    },
    {
      name: 'minutes-keep-their-order',
      comment: 'people, bodies, meetings and motions before minutes; ballots stand beside.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/minutes/' },
      to: { path: '^packages/server/src/modules/(?!people/|bodies/|meetings/|motions/|messages/|minutes/)' },
    },
    {
      name: 'remedies-keep-their-order',
      comment: 'people, messages, bodies, meetings, motions and minutes before remedies; ballots stand beside.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/remedies/' },
      to: { path: '^packages/server/src/modules/(?!people/|messages/|bodies/|meetings/|motions/|minutes/|remedies/)' },
    },
    {
      name: 'records-keep-their-order',
      comment: 'Records read what every room before them keeps, and nobody reads them; ballots stand beside.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/records/' },
      to: { path: '^packages/server/src/modules/(?!people/|bodies/|meetings/|motions/|minutes/|records/)' },
    },
    {
      name: 'nobody-reads-records',
      comment: 'The record is what the other rooms did; a room that needed it would have kept too little itself.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/(?!records/)' },
      to: { path: '^packages/server/src/modules/records/' },
    },
    {
      name: 'platform-knows-no-school-words',
      comment: 'A mechanism that names a room cannot serve the next one.',
      severity: 'error',
      from: { path: '^packages/server/src/platform/', pathNot: test },
      to: { path: '^packages/server/src/(modules/|composition\\.ts)' },
    },
    {
      name: 'web-and-server-meet-in-schema',
      comment: 'schema/schema.graphql is all that the pages know of the server.',
      severity: 'error',
      from: { path: '^packages/(web|server)/' },
      to: { path: '^packages/(web|server)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'Pages compose features; what two features share is ui/ or a smaller feature\'s business.',
      severity: 'error',
      from: { path: '^packages/web/src/features/([^/]+)/' },
      to: { path: '^packages/web/src/features/(?!$1/)[^/]+/' },
    },
    {
      name: 'ui-knows-no-school-words',
      comment: 'The design system has no GraphQL and no feature.',
      severity: 'error',
      from: { path: '^packages/web/src/ui/', pathNot: test },
      to: { path: ['^packages/web/src/(features|pages|apollo|gql|shell)/', '(^|/)node_modules/(@apollo|graphql|graphql-ws)/'] },
    },
    {
      name: 'count-stands-alone',
      comment: 'Anybody can run the count again with nothing but this folder.',
      severity: 'error',
      from: { path: '^packages/count/src/', pathNot: [test, '/testing\\.ts$', ...countsNode] },
      to: { pathNot: '^packages/count/src/' },
    },
    {
      name: 'count-on-node-needs-only-node',
      comment: 'Command lines read files and check signatures with what Node brings; no package, and no page loads them.',
      severity: 'error',
      from: { path: countsNode, pathNot: test },
      to: { pathNot: '^packages/count/src/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'pages-load-no-node-of-count',
      comment: 'What needs Node stays out of the doors that a browser comes in by.',
      severity: 'error',
      from: { path: ['^packages/count/src/', '^packages/web/'], pathNot: [test, '/testing\\.ts$', ...countsNode] },
      to: { path: countsNode },
    },
  ],
  options: {
    // What TypeScript erases counts too: a type names its home as surely as a value does.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|gql)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['plenary:source', 'import', 'types', 'node', 'default'] },
  },
};
