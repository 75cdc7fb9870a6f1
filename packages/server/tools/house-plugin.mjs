// Rules of the house that a linter's stock has no word for; .oxlintrc.json says where each holds,
// tests/house proves each by a planted violation.

const isNamed = (node, name) => node.type === 'Identifier' && node.name === name;
const member = (node) =>
  node.type !== 'MemberExpression' ? undefined : node.computed ? (node.property.type === 'Literal' ? node.property.value : undefined) : node.property.name;

/** A rule's `now` is an argument: what a rule decides must not depend on when it is asked. */
const noClock = {
  create: (context) => ({
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) {
        context.report({ node, message: 'A rule is given `now`; it does not look at the clock.' });
      }
    },
    CallExpression(node) {
      if (isNamed(node.callee, 'Date') || (isNamed(node.callee.object ?? node.callee, 'Date') && member(node.callee) === 'now')) {
        context.report({ node, message: 'A rule is given `now`; it does not look at the clock.' });
      }
    },
  }),
};

/** `em.getConnection().execute()` runs as the owner, outside the walls between schools. */
const noRawConnection = {
  create: (context) => ({
    CallExpression(node) {
      if (member(node.callee) === 'getConnection') {
        context.report({ node, message: 'getConnection() escapes row-level security; use em.execute().' });
      }
    },
  }),
};

export default { meta: { name: 'house' }, rules: { 'no-clock': noClock, 'no-raw-connection': noRawConnection } };
