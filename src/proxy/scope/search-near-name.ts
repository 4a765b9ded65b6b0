/** The name someone meant who mistyped it by one letter, or wrote only its beginning; undefined when none is near. */
export function nearName(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  return (
    names.find((name) => isOneSlip(wanted, name.toLowerCase())) ??
    names.find((name) => wanted.length >= 3 && name.toLowerCase().startsWith(wanted))
  );
}

/** Whether two words differ by one letter that is missing, added or another, or by two that changed places. */
function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === [...right].reverse().join('');
}
