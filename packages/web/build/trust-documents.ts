import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, print, visit } from 'graphql';

const CONSTANT = /^export const (\w+) = (\{.*\}) as unknown as (DocumentNode<.*>);$/gm;

/**
 * Splits codegen's one file into one module per document, so that each chunk carries only its own, gives each
 * operation the hash it is asked for by, and adds the manifest the server trusts: `{sha256 hex: exact text}`.
 * The answer holds each file's text by its name.
 */
export function trustDocuments(types: string): Record<string, string> {
  const files: Record<string, string> = {};
  const manifest: Record<string, string> = {};
  const split = types.replace(CONSTANT, (_, name: string, json: string, type: string) => {
    const document = JSON.parse(json) as DocumentNode;
    const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    let meta = '';
    if (operation) {
      const text = print(asServerReads(document));
      const hash = createHash('sha256').update(text).digest('hex');
      manifest[hash] = text;
      meta = `, __meta__: { hash: '${hash}' }`;
    }
    const used = [...type.matchAll(/\w+/g)].map(([word]) => word).filter((word) => word !== 'DocumentNode' && /^[A-Z]/.test(word));
    files[`documents/${name}.ts`] = [
      `import type { TypedDocumentNode as DocumentNode } from '@apollo/client';`,
      `import type { ${[...new Set([...used, ...(type.includes('Exact<') ? ['Exact'] : [])])].join(', ')} } from '../graphql.ts';`,
      `export const ${name} = ${shorten(json).slice(0, -1)}${meta}} as unknown as ${type};`,
      '',
    ].join('\n');
    return `export { ${name} } from './documents/${name}.ts';`;
  });
  if (Object.keys(manifest).length === 0) throw new Error('no documents found: has codegen changed how it writes them?');
  return {
    ...files,
    'graphql.ts': split.replace(/^import type \{ TypedDocumentNode.*\n/m, ''),
    'trusted-documents.json': `${JSON.stringify(manifest, null, 1)}\n`,
  };
}

/** Drops what only the page's own cache reads, and asks for every type name, as the cache would. */
function asServerReads(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (node) => (node.name.value === 'unmask' ? null : undefined),
    SelectionSet: {
      leave(node, _key, parent) {
        if (parent && !Array.isArray(parent) && (parent as { kind: string }).kind === Kind.OPERATION_DEFINITION) return undefined;
        if (node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename')) return undefined;
        return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
      },
    },
  });
}

/** Keys without quotes: the minifier would do the same, but the development server has none. */
const shorten = (json: string): string => json.replace(/"(\w+)":/g, '$1:');
