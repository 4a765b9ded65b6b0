/** Gives a text, or what is a file already, to the person as a file. */
export function download(name: string, type: string, content: string | Blob) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the press; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name of plain letters: what is said of whom, on which day (UTC). */
export function fileName(what: string, who: string, at: Date, ending: string): string {
  const plain = who
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${[what, plain.slice(0, 60), at.toISOString().slice(0, 10)].filter(Boolean).join('-')}.${ending}`;
}
