declare module "parse-prometheus-text-format" {
  /** Families of metrics; a line that is none of the format throws. */
  export default function parse(text: string): unknown;
}
