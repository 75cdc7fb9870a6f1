import { type ASTNode, type DocumentNode, Kind, parse, BREAK as graphqlBreak, visit as graphqlVisit } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as documents from '../../gql/graphql.ts';
import { makeClient } from '../client.ts';
import { pages } from '../pages.ts';
import { BREAK, visit } from './visit.ts';

const ours = Object.entries(documents as unknown as Record<string, DocumentNode | undefined>).filter((each): each is [string, DocumentNode] => each[1]?.kind === Kind.DOCUMENT);
const directives = (document: DocumentNode): string[] => {
  const found: string[] = [];
  graphqlVisit(document, { Directive: ({ name }) => void found.push(name.value) });
  return found;
};

describe('the documents of the pages', () => {
  it('hold no directive that the pages’ Apollo leaves out', () => {
    expect(ours.length).toBeGreaterThan(100);
    for (const [name, document] of ours) expect(directives(document).filter((each) => !['unmask', 'include', 'skip'].includes(each)), name).toEqual([]);
  });

  it('are walked by the small visitor as by graphql’s', () => {
    const heard = (walk: typeof visit, document: DocumentNode) => {
      const calls: unknown[] = [];
      const hear = (at: string) => (node: ASTNode, key: unknown, parent: unknown, path: readonly unknown[], ancestors: readonly unknown[]) => {
        calls.push([at, node.kind, key, (parent as ASTNode | undefined)?.kind ?? Array.isArray(parent), path.join('.'), ancestors.map((each) => (each as ASTNode).kind ?? 'list')]);
      };
      walk(document, { enter: hear('enter'), leave: hear('leave') });
      // graphql goes through a node's parts in an order of its own, which nothing leans on.
      return calls.map((call) => JSON.stringify(call)).toSorted();
    };
    for (const [name, document] of ours) expect(heard(visit, document), name).toEqual(heard(graphqlVisit as typeof visit, document));
  });
});

describe('the small visitor', () => {
  const document = parse('query Q($id: ID!) { a(id: $id) { id ...Part @unmask b { c ...Other } } } fragment Part on A { d } fragment Other on B { e }');
  const named = (node: { name: { value: string } }) => node.name.value;
  it.each<[string, Parameters<typeof visit>[1]]>([
    ['adds to a node on the way in', { SelectionSet: { enter: (node: { selections: unknown[] }) => ({ ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] }) } }],
    ['changes a node on the way out', { Field: { leave: (node: never) => ({ ...(node as object), alias: { kind: Kind.NAME, value: `${named(node)}s` } }) } }],
    ['takes nodes out of lists', { FragmentSpread: (node: { directives?: unknown[] }) => (node.directives?.length ? undefined : null) }],
    ['takes a part out', { Name: (node: { value: string }) => (node.value === 'Q' ? null : undefined) }],
    ['passes by what is told to be passed by', { Field: (node: never) => (named(node) === 'b' ? false : undefined), Name: { leave: (node: { value: string }) => ({ ...node, value: node.value.toUpperCase() }) } }],
    ['changes nothing', { Field: () => undefined }],
  ])('%s', (_name, visitor) => {
    const before = JSON.stringify(document);
    expect(visit(document, visitor)).toEqual((graphqlVisit as unknown as typeof visit)(document, visitor));
    expect(JSON.stringify(document)).toBe(before);
  });

  it('ends where it is told to', () => {
    const names = (walk: typeof visit, end: unknown) => {
      const heard: string[] = [];
      walk(document, { Name: (node: { value: string }) => { heard.push(node.value); return node.value === 'b' ? end : undefined; } });
      return heard;
    };
    expect(names(visit, BREAK)).toEqual(['Q', 'id', 'ID', 'a', 'id', 'id', 'id', 'Part', 'unmask', 'b']);
    expect(names(graphqlVisit as typeof visit, graphqlBreak)).toEqual(names(visit, BREAK));
  });

  it('gives back the very document when nothing changed', () => {
    expect(visit(document, { Field: () => undefined })).toBe(document);
  });
});

describe('the cache', () => {
  it('knows things and lists without keys by name, which the pages’ Apollo leaves out', () => {
    const { typePolicies } = (makeClient().cache as unknown as { config: { typePolicies: Record<string, { keyFields?: unknown; fields?: Record<string, { keyArgs?: unknown }> }> } }).config;
    const policies = Object.values(typePolicies);
    expect(policies.filter(({ keyFields }) => Array.isArray(keyFields))).toEqual([]);
    expect(policies.flatMap(({ fields = {} }) => Object.values(fields)).filter(({ keyArgs }) => Array.isArray(keyArgs))).toEqual([]);
  });

  it('keeps lists apart by the arguments that make another list, and by no other', () => {
    const { keyArgs } = pages('states', 'filter') as { keyArgs: (args: object | null, context: { fieldName: string }) => string };
    const key = (args: object | null) => keyArgs(args, { fieldName: 'ballots' });
    expect(key({ first: 20, after: 'x', states: ['OPEN'] })).toBe(key({ states: ['OPEN'], first: 5 }));
    expect(new Set([key(null), key({ states: ['OPEN'] }), key({ states: ['CLOSED'] }), key({ filter: { name: 'a' } }), key({ states: ['OPEN'], filter: {} })]).size).toBe(5);
  });
});
