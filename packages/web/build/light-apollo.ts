import type { Plugin } from 'vite';

/**
 * Two modules that a phone would load for nothing.
 * Apollo prints documents only to tell two requests in flight apart, and that brings graphql's printer to every phone.
 * Any exact text of the document does as well; ours are never sent.
 * graphql describes broken documents in detail; ours were checked when they were built.
 */
export const lightApollo = (): Plugin => ({
  name: 'plenary-light-apollo',
  apply: 'build',
  load(id) {
    if (/@apollo\/client\/utilities\/graphql\/print\.js$/.test(id)) return 'export const print = Object.assign((ast) => JSON.stringify(ast), { reset() {} });';
    return /\/graphql\/jsutils\/inspect\.mjs$/.test(id) ? 'export const inspect = String;' : undefined;
  },
});
