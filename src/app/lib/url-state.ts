import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import * as z from 'zod/mini';

/**
 * The part of the query string that a schema knows. What does not fit it is left out, so that a mistyped address
 * still shows something.
 */
export function readUrlState<S extends z.ZodMiniObject>(schema: S, search: string): z.output<S> {
  const known: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (field && z.safeParse(field, value).success) known[name] = value;
  }
  return schema.parse(known);
}

/** The query string after a change: undefined and empty values go, parameters of others stay. */
export function writeUrlState(search: string, change: Record<string, string | undefined>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  return parameters.toString();
}

type Change<S extends z.ZodMiniObject> = { [Name in keyof z.input<S>]?: z.input<S>[Name] | undefined };

interface StepOptions {
  /** Leaves no step to go back to. */
  replace?: boolean;
  /** The history's state, which is emptied otherwise. */
  state?: unknown;
}

/**
 * State that lives in the address: a reload, the back button and a pasted link give it again.
 * The second value changes some of it.
 */
export function useUrlState<S extends z.ZodMiniObject>(
  schema: S,
): [z.output<S>, (change: Change<S>, options?: StepOptions) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const state = useMemo(() => readUrlState(schema, search), [schema, search]);
  const setState = useCallback(
    (change: Change<S>, options?: StepOptions) => {
      // Query strings hold strings: every schema of an address has them as its input.
      const written = writeUrlState(search, change as Record<string, string | undefined>);
      navigate(written ? `${path}?${written}` : path, options);
    },
    [search, path, navigate],
  );
  return [state, setState];
}
