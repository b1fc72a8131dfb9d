/** `schedc.json`: read strictly, found upwards, and the same to its schema. */
import { expect, test } from "vitest";
import { loadConfig } from "../../src/compiler/config/load.ts";
import { configFrom } from "../../src/compiler/config/read.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { schemaErrors } from "./plan-of.ts";

const right = {
  $schema: "./schema.json",
  timezone: "Europe/Berlin",
  severities: { "time/clock-in-gap": "off", "day/short-month": "info" },
  limits: { findings: 50, nesting: 8 },
  runtime: "schedc-runtime",
  imports: { ending: ".js", folders: ["src", "../tasks"] },
};

test("a whole config", () => {
  const { config, findings } = configFrom(JSON.stringify(right), "schedc.json");
  expect(findings).toEqual([]);
  const { $schema: _, ...wanted } = right;
  expect(config).toEqual(wanted);
  expect(schemaErrors("config", right)).toEqual([]);
});

const wrong: readonly (readonly [data: object, finding: string])[] = [
  [{ timezon: "UTC" }, 'config/unknown-key "timezon": perhaps `timezone` was meant'],
  [{ zone: "UTC" }, 'config/unknown-key "zone": it knows `timezone`, `severities`, `limits`, `runtime`, `imports`'],
  [{ severities: { never: "off" } }, 'config/unknown-key "never": take it out'],
  [{ timezone: 3 }, 'config/bad-value "timezone"'],
  [{ limits: { findings: 0 } }, 'config/bad-value "findings"'],
  [{ limits: [] }, 'config/bad-value "limits"'],
  [{ runtime: "other" }, 'config/bad-value "runtime"'],
  [{ imports: { ending: ".mjs" } }, 'config/bad-value "ending"'],
  [{ imports: { folders: "src" } }, 'config/bad-value "folders"'],
  [{ severities: { "time/clock-in-gap": "loud" } }, 'config/bad-value "time/clock-in-gap"'],
];

test.each(wrong)("%j is found, and refused by the schema", (data, wanted) => {
  const text = JSON.stringify(data);
  const { config, findings } = configFrom(text, "schedc.json");
  const shown = findings.map(
    ({ code, span, help }) =>
      `${code} ${text.slice(span.start, span.end)}${code === "config/unknown-key" ? `: ${help}` : ""}`,
  );
  expect(shown).toEqual([wanted]);
  expect(Object.values(config).every((value) => typeof value === "object" && Object.keys(value).length === 0)).toBe(
    true,
  );
  expect(schemaErrors("config", data)).not.toEqual([]);
});

test("what only the compiler knows", () => {
  const codes = (data: object): string[] =>
    configFrom(JSON.stringify(data), "schedc.json").findings.map(({ code }) => code);
  expect(codes({ timezone: "Europe/Nowhere" })).toEqual(["config/bad-value"]);
  expect(codes({ severities: { "time/no-such": "off" } })).toEqual(["config/unknown-key"]);
  expect(codes({ severities: { "time/never-fires": "off" } })).toEqual(["config/fixed-severity"]);
  expect(configFrom("{,}", "schedc.json").findings).toMatchObject([{ code: "config/not-json", file: "schedc.json" }]);
  expect(configFrom("[]", "/home/a/schedc.json").findings).toMatchObject([
    { code: "config/bad-value", message: "`schedc.json` has to be an object" },
  ]);
  expect(configFrom('\ufeff{"timezone":"UTC"}', "schedc.json").config).toEqual({ timezone: "UTC" });
});

test("the nearest upwards is the one", async () => {
  const host = createMemoryHost({ "/a/schedc.json": '{"timezone":"Asia/Tokyo"}', "/a/b/c/x.sched": "" });
  expect(await loadConfig(host, "/a/b/c")).toMatchObject({
    path: "/a/schedc.json",
    config: { timezone: "Asia/Tokyo" },
  });
  expect(await loadConfig(host, "/z")).toEqual({ config: {}, findings: [] });
  await expect(loadConfig(host, "/a", "/a/other.json")).rejects.toThrow("there is no config /a/other.json");
});
