import type { DemoPerson } from '#mocks/seed/demo-seed.ts';

/** The demo's people as a table for a terminal: whom to sign in as, and what each is good for. */
export function peopleTable(people: readonly DemoPerson[]): string {
  const head = ['Sign in as', 'Password', 'Name', 'Role', 'Organization'];
  const lines = people.map(({ email, password, name, role, organizations, note }) => {
    const where = organizations.join(' and ');
    return [email, password, name, role || '(none)', note ? `${where}  (${note})` : where];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  const row = (cells: string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`;
  return [row(head), row(widths.map((width) => '─'.repeat(width))), ...lines.map(row)]
    .map((line) => line.trimEnd())
    .join('\n');
}
