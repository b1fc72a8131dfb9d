/** What is suggested for a word that is none, or for a zone that is none. */
import { expect, test } from "vitest";
import { zoneNames } from "../../src/compiler/zones/zone-names.ts";
import { nearest, nearestZone } from "../../src/dsl/index.ts";

const days = ["weekday", "weekend", "workday", "day", "monday", "tuesday", "wednesday", "thursday", "friday"];

test.each([
  ["wensday", "wednesday"],
  ["wendesday", "wednesday"],
  ["tusday", "tuesday"],
  ["thrusday", "thursday"],
  ["weekdy", "weekday"],
  ["moday", "monday"],
])("%s is %s with letters forgotten, not another day with letters mistaken", (written, meant) => {
  expect(nearest(written, days)).toBe(meant);
});

test("the plural lacks a letter, the singular has a wrong one", () => {
  expect(nearest("minuts", ["minute", "minutes"])).toBe("minutes");
  expect(nearest("minut", ["minute", "minutes"])).toBe("minute");
});

test("nothing is near to a short word but itself", () => {
  expect(nearest("at", ["in", "on"])).toBeUndefined();
  expect(nearest("then", ["every"])).toBeUndefined();
});

test.each([
  ["Europe/Berln", "Europe/Berlin"],
  ["Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["Amerika/New_York", "America/New_York"],
  ["New_Yrok", "America/New_York"],
  ["America/NewYork", "America/New_York"],
  ["Europe/Munich", "Europe/Berlin"],
  ["Germany/Hamburg", "Europe/Berlin"],
  ["America/San_Francisco", "America/Los_Angeles"],
  ["Asia/Beijing", "Asia/Shanghai"],
  ["mumbai", "Asia/Kolkata"],
  ["CET", "Europe/Berlin"],
])("the zone %s is that of %s", (written, meant) => {
  expect(nearestZone(written, zoneNames)).toBe(meant);
});

test("every city leads to a zone there is, and is none itself", async () => {
  const { zoneOfCity } = await import("../../src/dsl/check/cities.ts");
  expect(zoneOfCity.size).toBeGreaterThan(100);
  for (const [city, zone] of zoneOfCity) {
    expect(zoneNames, city).toContain(zone);
    expect([...zoneNames].map((name) => name.toLowerCase().split("/").slice(1).join("/"))).not.toContain(city);
  }
});
