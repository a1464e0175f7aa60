/** Whoever takes nothing for so long is gone, or holds a place that others wait for. */
const STALLED_MS = 60_000;

/** Pieces of text as a body: read only as fast as it is taken, and ended when nobody takes it any more. */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stalled: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(stalled);
    return pieces.return(undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stalled);
        const { value, done } = await pieces.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(value));
        stalled = setTimeout(() => {
          controller.error(new Error("nobody takes it"));
          void end();
        }, STALLED_MS);
      },
      cancel: async () => void (await end()),
    },
    { highWaterMark: 1 },
  );
}
