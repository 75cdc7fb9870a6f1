import type { Plugin } from 'vite';

/**
 * Apollo prints documents only to tell two requests in flight apart, and that brings graphql's printer to every phone.
 * Any exact text of the document does as well; ours are never sent.
 */
export const lightApollo = (): Plugin => ({
  name: 'plenary-light-apollo',
  apply: 'build',
  load: (id) => (/@apollo\/client\/utilities\/graphql\/print\.js$/.test(id) ? 'export const print = Object.assign((ast) => JSON.stringify(ast), { reset() {} });' : undefined),
});
