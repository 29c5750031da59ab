import type { DocumentNode, ExecutionResult, FragmentDefinitionNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { Kind } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context.js';
import { formatError } from './format-error.js';
import { costOf } from './cost.js';

export type Variables = Readonly<Record<string, unknown>>;

/** An operation of a document that has passed every rule that looks at the document alone. */
export interface KnownOperation {
  readonly compiled: CompiledQuery;
  readonly cost: (variables: Variables) => number;
}

export interface OperationResult {
  readonly errors?: readonly GraphQLFormattedError[];
  readonly data?: Record<string, unknown> | null;
}

const mostKept = 500;
/** Longer texts are not kept, so that what is kept stays small. */
const longestText = 20_000;

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));

/** What the operation of `document` costs at worst. */
export function costIn(schema: GraphQLSchema, document: DocumentNode, name: string | null | undefined): (variables: Variables) => number {
  const fragments = fragmentsOf(document);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION && (!name || d.name?.value === name));
  return (variables) => (operation?.kind === Kind.OPERATION_DEFINITION ? costOf(schema, operation, fragments, variables) : 0);
}

/** Operations compiled, by the text that asks for them: running one takes half the CPU on lists. The latest used are kept. */
export class Operations {
  private readonly kept = new Map<string, KnownOperation>();
  private schema: GraphQLSchema | undefined;

  use(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  find(text: string, name: string | null | undefined): KnownOperation | undefined {
    const key = `${name ?? ''}:${text}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
    }
    return known;
  }

  /** Keeps an operation that has been checked; undefined where it cannot be compiled. */
  keep(text: string, name: string | null | undefined, document: DocumentNode): KnownOperation | undefined {
    if (!this.schema || text.length > longestText) return undefined;
    const compiled = compileQuery(this.schema, document, name ?? undefined);
    if (!isCompiledQuery(compiled)) return undefined;
    const known = { compiled, cost: costIn(this.schema, document, name) };
    if (this.kept.size >= mostKept) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(`${name ?? ''}:${text}`, known);
    return known;
  }

  async run({ compiled }: KnownOperation, variables: Variables, context: RequestContext): Promise<OperationResult> {
    const { data, errors } = (await compiled.query(undefined, context, variables as Record<string, unknown>)) as ExecutionResult;
    const formatted = errors?.map((error) => formatError(error.toJSON(), error, context.request.id));
    return { ...(formatted && { errors: formatted }), ...(data !== undefined && { data }) };
  }
}
