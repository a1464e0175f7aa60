import { afterEach, expect, it, vi } from "vitest";
import { textStream } from "./text-stream";

afterEach(() => void vi.useRealTimers());

async function* numbers(ended: () => void): AsyncGenerator<string> {
  try {
    for (let n = 1; n <= 5; n++) yield await Promise.resolve(`${n}\n`);
  } finally {
    ended();
  }
}

it("gives every piece, in order", async () => {
  const ended = vi.fn();
  expect(await new Response(textStream(numbers(ended))).text()).toBe("1\n2\n3\n4\n5\n");
  expect(ended).toHaveBeenCalledOnce();
});

it("ends with whoever leaves", async () => {
  const ended = vi.fn();
  const reader = textStream(numbers(ended)).getReader();
  await reader.read();
  await reader.cancel();
  expect(ended).toHaveBeenCalledOnce();
});

it("ends where nothing is taken for a minute", async () => {
  vi.useFakeTimers();
  const ended = vi.fn();
  const reader = textStream(numbers(ended)).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ended).toHaveBeenCalledOnce();
  await expect(reader.read()).rejects.toThrow("nobody takes it");
});
