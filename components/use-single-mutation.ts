"use client";

import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * A mutation that runs once at a time: a call while the last one is on its way is dropped. A busy button is not enough,
 * as the second half of a double click comes before the next render.
 */
export function useSingleMutation<Data, Variables = void>(options: UseMutationOptions<Data, Error, Variables>) {
  const isRunning = useRef(false);
  const mutation = useMutation(options);
  const mutate = (variables: Variables, onSuccess?: (data: Data) => void) => {
    if (isRunning.current) return;
    isRunning.current = true;
    mutation.mutate(variables, {
      ...(onSuccess ? { onSuccess } : {}),
      onSettled: () => {
        isRunning.current = false;
      },
    });
  };
  return { ...mutation, mutate };
}
