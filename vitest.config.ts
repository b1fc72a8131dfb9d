/** Tests run on the sources: the condition `schedc-source` leads every import of the package's own name to `src`. */
import { defineConfig } from "vitest/config";

const conditions = ["schedc-source", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: ["test/package/**", "test/platforms/**"],
        },
      },
      // Packs, installs and runs both tarballs, which takes a registry and a minute: CI alone.
      {
        extends: true,
        test: { name: "package", include: ["test/package/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
      },
      // The packed runtime on other platforms; one that is not installed is left out and says so.
      {
        extends: true,
        test: { name: "platforms", include: ["test/platforms/*.test.ts"], testTimeout: 300_000, hookTimeout: 600_000 },
      },
    ],
  },
});
