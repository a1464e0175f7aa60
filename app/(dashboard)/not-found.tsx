import { NothingHere } from "@/components/shell/nothing-here";

/** Inside the shell, which has the page's `main` already. */
export default function NotFoundInShell() {
  return <NothingHere />;
}
