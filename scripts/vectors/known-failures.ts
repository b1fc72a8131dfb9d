/** Core cases that cannot hold beside others, by id, each with its reason. One that holds after all is an error. */
export const knownFailures: Readonly<Record<string, string>> = {
  "ncrontab-0101": "month names cut anywhere, as `Augu`, where another project's core case refuses `janu`",
};
