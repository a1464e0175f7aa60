import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-12">
      <NothingHere />
    </main>
  );
}
