/** What an admin should never read: words of programs, of protocols and of servers. */
const technical = [
  /\b(undefined|null|NaN|\[object \w+\])/g,
  /\b\w*(Error|Exception)\b/g,
  /\b(fetch|JSON|HTTP|CORS|abort(ed)?|timeout|promise|token|gateway|nginx|zod|schema|parse)\b/gi,
  /\b[45]\d\d\b/g,
];

export function technicalWords(text: string): string[] {
  return technical.flatMap((pattern) => text.match(pattern) ?? []);
}
