/** Paths are with `/` everywhere inside, also where the system writes them otherwise. */
export function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
