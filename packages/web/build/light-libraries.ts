import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const visit = new URL('../src/apollo/light/visit.ts', import.meta.url).pathname;

/**
 * What stands in for modules that a phone would load for nothing. Our documents hold no directive but `@unmask` and were
 * checked when they were built, our cache keys and scalars are plain, and our browsers have what React 19 asks for; that
 * documents and cache stay so is proved in src/apollo/light/light.test.ts.
 */
const LIGHT: Readonly<Record<string, string>> = {
  // Apollo prints documents only to tell two requests in flight apart, and that brings graphql's printer to every phone.
  // Any exact text of the document does as well; ours are never sent.
  '@apollo/client/utilities/graphql/print.js': 'export const print = Object.assign((ast) => JSON.stringify(ast), { reset() {} });',
  // Documents of ours need no second check, have nothing to be taken out before they are sent by their hash, and no
  // directive of these.
  '@apollo/client/utilities/internal/checkDocument.js': 'export const checkDocument = () => {};',
  '@apollo/client/utilities/internal/removeDirectivesFromDocument.js': 'export const removeDirectivesFromDocument = (_directives, document) => document;',
  '@apollo/client/utilities/internal/hasDirectives.js': 'export const hasDirectives = () => false;',
  '@apollo/client/utilities/internal/hasForcedResolvers.js': 'export const hasForcedResolvers = () => false;',
  // No scalar of ours becomes an object.
  '@apollo/client/utilities/internal/coerceScalarFieldsToParsed.js': 'export const coerceScalarFieldsToParsed = (result) => result;',
  // Things are known by their id, lists by a function of ours (src/apollo/pages.ts).
  '@apollo/client/cache/inmemory/key-extractor.js': `
    const never = () => { throw new Error('keys by name are not in this build: see build/light-libraries.ts'); };
    export const keyFieldsFnFromSpecifier = never, keyArgsFnFromSpecifier = never;`,
  // Both bring along what React had not yet when they were written.
  '@apollo/client/react/hooks/useSyncExternalStore.js': `export { useSyncExternalStore } from 'react';`,
  'use-sync-external-store/shim/index.js': `export { useSyncExternalStore } from 'react';`,
  // What is followed here are promises, lists and other observables.
  'rxjs/dist/esm/internal/observable/from.js': `export { innerFrom as from } from './innerFrom';`,
  'rxjs/dist/esm/internal/observable/innerFrom.js': `
    import { Observable } from '../Observable';
    import { observable } from '../symbol/observable';
    import { isArrayLike } from '../util/isArrayLike';
    import { isFunction } from '../util/isFunction';
    import { isPromise } from '../util/isPromise';
    import { reportUnhandledError } from '../util/reportUnhandledError';
    export function innerFrom(input) {
      if (input instanceof Observable) return input;
      if (isFunction(input?.[observable])) return new Observable((subscriber) => input[observable]().subscribe(subscriber));
      if (isArrayLike(input)) {
        return new Observable((subscriber) => {
          for (let at = 0; at < input.length && !subscriber.closed; at += 1) subscriber.next(input[at]);
          subscriber.complete();
        });
      }
      if (!isPromise(input)) throw new TypeError('this build follows promises, lists and observables: see build/light-libraries.ts');
      return new Observable((subscriber) => {
        input.then((value) => {
          if (subscriber.closed) return;
          subscriber.next(value);
          subscriber.complete();
        }, (fault) => subscriber.error(fault)).then(null, reportUnhandledError);
      });
    }`,
  // graphql describes broken documents in detail; ours were checked when they were built.
  'graphql/jsutils/inspect.mjs': 'export const inspect = String;',
  'graphql/language/visitor.mjs': readFileSync(visit, 'utf8'),
};

const pathOf = (id: string) => Object.keys(LIGHT).find((path) => id.endsWith(`/node_modules/${path}`));

export function lightLibraries(): Plugin {
  const met = new Set<string>();
  return {
    name: 'plenary-light-libraries',
    apply: 'build',
    load(id) {
      const path = pathOf(id);
      if (path === undefined) return undefined;
      met.add(path);
      return { code: LIGHT[path] ?? '', moduleType: path === 'graphql/language/visitor.mjs' ? 'ts' : 'js' };
    },
    // A library that has moved a file would bring it back unnoticed.
    buildEnd(fault) {
      const missed = Object.keys(LIGHT).filter((path) => !met.has(path));
      if (!fault && missed.length > 0) this.error(`no longer there to be replaced: ${missed.join(', ')}`);
    },
  };
}
