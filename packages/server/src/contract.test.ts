import { readFile } from 'node:fs/promises';
import { isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { Query, Resolver } from 'type-graphql';
import { buildSchema } from './composition.ts';
import { buildHouseSchema } from './platform/graphql/build-schema.ts';
import { printContract } from './platform/graphql/print-contract.ts';

describe('the contract', () => {
  const schema = buildSchema();
  let committed: string;
  beforeAll(async () => { committed = await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'); });

  it('is committed as the server means it', () => {
    expect(printContract(schema)).toBe(committed);
  });

  it('describes every type and field', () => {
    const silent: string[] = [];
    const say = (name: string, { description }: { description?: string | null }) => { if (!description) silent.push(name); };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some((root) => root === type);
      if (!isRoot) say(type.name, type);
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) say(`${type.name}.${field.name}`, field);
      }
    }
    expect(silent).toEqual([]);
  });

  it('cannot be built with a root field that does not say who may reach it', () => {
    @Resolver()
    class Careless {
      @Query(() => String) open(): string { return ''; }
    }
    expect(() => buildHouseSchema([{ name: 'careless', entities: [], resolvers: [Careless] }])).toThrow('Query.open carries neither');
  });
});
