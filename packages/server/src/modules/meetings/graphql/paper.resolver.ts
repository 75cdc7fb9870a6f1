import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { ShownPaper } from '../application/shown-meeting.ts';
import { PaperType, paperPath } from './paper.type.ts';

@Resolver(() => PaperType)
export class PaperResolver {
  @FieldResolver(() => String, { description: 'Path on this server, which asks again who reads it.' })
  url(@Root() { id }: ShownPaper): string { return paperPath(id); }
}
