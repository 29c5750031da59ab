import type { ImportContext } from '@skillhall/platform/imports';

/** What an import handler, which serves many runs, knows of one: kept as long as the run's context. */
export class RunState<State> {
  private readonly states = new WeakMap<ImportContext, State>();

  set(context: ImportContext, state: State): void {
    this.states.set(context, state);
  }

  get(context: ImportContext): State {
    const state = this.states.get(context);
    if (state === undefined) throw new Error('the run was not prepared');
    return state;
  }
}
