/** Sections of the page of results: measured by commands of their own, each is left alone by the others. */

/** The page with the section put in place of the one that is there, or at its end. */
export function withSection(page: string, title: string, body: string): string {
  const section = `## ${title}\n\n${body.trim()}\n`;
  const old = sectionOf(page, title);
  return old === undefined
    ? `${page.trimEnd()}\n\n${section}`
    : page
        .replace(old, () => `${section}\n`)
        .trimEnd()
        .concat("\n");
}

/** With its heading, up to the next. */
export function sectionOf(page: string, title: string): string | undefined {
  const start = page.indexOf(`## ${title}\n`);
  if (start < 0) return undefined;
  const next = page.indexOf("\n## ", start);
  return page.slice(start, next < 0 ? undefined : next + 1);
}
