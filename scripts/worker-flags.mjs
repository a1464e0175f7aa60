/**
 * How the worker's memory is run. What it allocates lives for milliseconds: a larger nursery lets it die there, and a heap
 * that grows in small steps keeps the process at half of what it would take.
 */
export const WORKER_FLAGS = ["--max-semi-space-size=32", "--heap-growing-percent=40"];
