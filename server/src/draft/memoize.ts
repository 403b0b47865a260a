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
