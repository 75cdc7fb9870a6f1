import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { MaxLength } from 'class-validator';
import { Public, SignedIn } from '../platform/graphql/access.ts';
import type { RequestContext } from '../platform/graphql/context.ts';
import { coded } from '../platform/graphql/errors.ts';
import { type Delivery, Shared, VIA_HUB } from '../platform/graphql/shared.ts';
import type { Room } from '../platform/room.ts';

/** A room without a school word: the platform's own tests run against it. */
const counts = new Map<string, number>();
const denied = new Set<string>();

/** What the test turns by hand. */
export const toy = {
  executions: 0,
  read: (id: string) => counts.get(id) ?? 0,
  set(id: string, value: number) { counts.set(id, value); },
  /** Person who may no longer watch, as when a role is taken. */
  deny(personId: string) { denied.add(personId); },
};

@ObjectType()
class ToyNode {
  @Field(() => ID) id!: string;
  @Field(() => ToyNode) self(): ToyNode { return this; }
  @Field(() => [ToyNode]) twins(): ToyNode[] { return [this, this]; }
}

@ObjectType()
class ToyCount {
  @Field(() => ID) id!: string;
  @Field(() => Int) value!: number;
  @Field(() => String) cursor!: string;
  @Field(() => String) resume!: string;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => String, { nullable: true }) filler!: string | null;
}

@InputType()
class ToyInput {
  @Field(() => String) @MaxLength(5) word!: string;
}

@ArgsType()
class ToyListArgs {
  @Field(() => Int, { defaultValue: 20 }) first!: number;
}

@Resolver()
class ToyResolver {
  @Public() @Query(() => String)
  hello(): string { return 'hello'; }

  @SignedIn() @Query(() => String)
  whoami(@Ctx() ctx: RequestContext): string { return ctx.session!.personId; }

  @Public() @Query(() => String, { nullable: true })
  boom(): string { throw new Error('insert into person_pii violates constraint "secret_name"'); }

  @Public() @Query(() => String, { nullable: true })
  refuse(): string { throw coded('THROTTLED', { retryAfter: 7 }); }

  @Public() @Query(() => [ToyNode])
  list(@Args(() => ToyListArgs) { first }: ToyListArgs): ToyNode[] { return Array.from({ length: Math.min(first, 3) }, (_, n) => node(String(n))); }

  @Public() @Query(() => ToyNode)
  node(@Arg('id', () => ID) id: string): ToyNode { return node(id); }

  @Public() @Mutation(() => String)
  say(@Arg('input', () => ToyInput) input: ToyInput): string { return input.word; }

  @Public() @Mutation(() => String)
  signInAs(@Arg('token', () => String) token: string, @Ctx() ctx: RequestContext): string {
    ctx.cookies?.setSession(token, new Date(Date.now() + 3600_000));
    return 'welcome';
  }

  /** Subjects are the counters themselves; a school's own. */
  @SignedIn()
  @Shared<{ id: string; filler: number }>({
    topics: ({ id }) => [`toy:${id}`],
    authorize: async (_args, { session }) => {
      if (session === null || denied.has(session.personId)) throw coded('NOT_FOUND');
      return { schoolId: session.schoolId };
    },
  })
  @Subscription(() => ToyCount, VIA_HUB)
  counted(@Root() { subjectId, ...delivery }: Delivery, @Arg('id', () => ID) id: string, @Arg('filler', () => Int, { defaultValue: 0 }) filler: number): ToyCount {
    toy.executions += 1;
    return Object.assign(new ToyCount(), {
      ...delivery, subjectId, id: subjectId ?? id, value: toy.read(subjectId ?? id), filler: filler > 0 ? 'x'.repeat(filler) : null,
    });
  }

  /** Asks, wrongly, who is looking. */
  @Public()
  @Shared({ topics: () => ['toy:nosy'], authorize: async () => ({ schoolId: NOWHERE }) })
  @Subscription(() => ToyCount, VIA_HUB)
  nosy(@Ctx() ctx: RequestContext): ToyCount {
    return Object.assign(new ToyCount(), { id: ctx.session?.personId ?? 'nobody', value: 0, cursor: '', resume: '' });
  }

  /** Fails inside, in words that must not leave. */
  @Public()
  @Shared({ topics: () => ['toy:broken'], authorize: async () => ({ schoolId: NOWHERE }) })
  @Subscription(() => ToyCount, VIA_HUB)
  broken(): ToyCount { throw new Error('insert into person_pii violates constraint "secret_name"'); }
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';

function node(id: string): ToyNode {
  return Object.assign(new ToyNode(), { id });
}

export const toyRoom: Room = { name: 'toy', entities: [], resolvers: [ToyResolver] };
