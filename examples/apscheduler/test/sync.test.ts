import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { syncExternalData } from "../tasks/sync.ts";

const never = new AbortController().signal;
let server: Server | undefined;
let stored: (readonly unknown[])[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  stored = [];
});

async function api(answer: RequestListener): Promise<Parameters<typeof syncExternalData>[0]> {
  server = createServer(answer);
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/data`, token: "s3cret", store: async (records) => void stored.push(records) };
}

test("stores what the API sends, and shows its token", async () => {
  let asked: string | undefined;
  const partner = await api(({ headers }, response) => {
    asked = headers.authorization;
    response.end('[{"id":1},{"id":2}]');
  });
  expect(await syncExternalData(partner, never)).toBe(2);
  expect(asked).toBe("Bearer s3cret");
  expect(stored).toEqual([[{ id: 1 }, { id: 2 }]]);
});

test.each([
  ["refuses", "The API answered 503 Service Unavailable.", 503, "[]"],
  ["sends no list", "The API sent no list of records.", 200, "{}"],
] as const)("fails when the API %s", async (_, message, status, body) => {
  const partner = await api((_request, response) => response.writeHead(status).end(body));
  await expect(syncExternalData(partner, never)).rejects.toThrow(message);
  expect(stored).toEqual([]);
});

test("fails when nobody is there", async () => {
  const partner = await api(() => {});
  await new Promise((closed) => server?.close(closed));
  await expect(syncExternalData(partner, never)).rejects.toThrow("fetch failed");
});

test("gives up when its signal aborts, also in the middle of an answer", async () => {
  const abort = new AbortController();
  const partner = await api((_request, response) => {
    response.write("[");
    abort.abort(new Error("out of time"));
  });
  await expect(syncExternalData(partner, abort.signal)).rejects.toThrow("out of time");
  expect(stored).toEqual([]);
});
