/** Works out something of each object once, for as long as the object is there. */
export function memoizeWeak<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let one = known.get(of);
    if (one === undefined) {
      one = { value: make(of) };
      known.set(of, one);
    }
    return one.value;
  };
}

/** Works something out when it is first asked for, and keeps it; or why it could not be, for to try again would take its time. */
export function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    if (known === undefined) {
      try {
        known = { value: make() };
      } catch (error) {
        known = { error };
      }
    }
    if ('error' in known) throw known.error;
    return known.value;
  };
}
