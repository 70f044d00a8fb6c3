/** One term of an active context, as jsonld.js keeps it. */
export type Mapping = {
  '@id': string | null
  '@type'?: string
  '@container'?: string[]
  '@context'?: unknown
  '@language'?: string | null
  '@direction'?: string | null
  '@nest'?: string
  reverse?: boolean
  _prefix?: boolean
}

/** An active context of jsonld.js, of which only this much is used. */
export type ActiveContext = {
  mappings: Map<string, Mapping | null>
  previousContext?: ActiveContext
  '@vocab'?: unknown
  '@language'?: unknown
  '@direction'?: unknown
  '@base'?: unknown
}

/** How an active context changes: by jsonld.js itself. Must throw when anything about it is not safe. */
export type ProcessContext = (active: ActiveContext, local: unknown, options: { propagate: boolean; overrideProtected: boolean }) => Promise<ActiveContext>

/** A step from one scope to another that was never made before: it is made once, then walked again. */
export class MissingScope {
  make: () => Promise<void>
  constructor(make: () => Promise<void>) {
    this.make = make
  }
}

/** Enough for every combination of contexts and types that real credentials have. */
const MAX_SCOPES = 2000

/**
 * The active contexts that were met, each with the ways that lead on from it. jsonld.js computes each once; walking
 * known ways costs a look-up. This is where nearly all the time of a usual implementation goes.
 */
export class Scopes {
  private readonly process: ProcessContext
  private readonly initial: ActiveContext
  private scopes = new Map<ActiveContext, Map<string, ActiveContext>>()

  constructor(initial: ActiveContext, process: ProcessContext) {
    this.initial = initial
    this.process = process
  }

  /** The scope outside any document. A full cache starts anew, so that hostile documents cannot fill memory. */
  start(): ActiveContext {
    if (this.scopes.size > MAX_SCOPES) this.scopes = new Map()
    return this.initial
  }

  /** Inside a document's or a node's own `@context`. */
  local(active: ActiveContext, context: unknown): ActiveContext {
    return this.step(active, `@ ${JSON.stringify(context)}`, context, { propagate: true, overrideProtected: false })
  }

  /** Inside the values of a property that brings a context. */
  property(active: ActiveContext, name: string, context: unknown): ActiveContext {
    return this.step(active, `p ${name}`, context, { propagate: true, overrideProtected: true })
  }

  /** Inside a node of a type that brings a context; it does not reach the nodes below. */
  type(active: ActiveContext, name: string, context: unknown): ActiveContext {
    return this.step(active, `t ${name}`, context, { propagate: false, overrideProtected: false })
  }

  private step(active: ActiveContext, way: string, context: unknown, options: { propagate: boolean; overrideProtected: boolean }): ActiveContext {
    const known = this.scopes.get(active)?.get(way)
    if (known) return known
    throw new MissingScope(async () => {
      const made = await this.process(active, context, options)
      const ways = this.scopes.get(active) ?? new Map<string, ActiveContext>()
      ways.set(way, made)
      this.scopes.set(active, ways)
    })
  }
}
