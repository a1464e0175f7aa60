import { existsSync } from "node:fs";
import path from "node:path";
import type { Screen } from "./screen";
import { fileOf, THEMES, WIDTHS } from "./shoot";

/** The index of the pictures, as Markdown: a heading a screen, a line a state. @param folder where the pictures are */
export function indexOf(screens: readonly Screen[], folder: string): string {
  const sections = screens.map((screen) => {
    const lines = screen.shots.flatMap((shot) => {
      const links = THEMES.flatMap((theme) =>
        WIDTHS.flatMap((width) => {
          const file = fileOf(screen, shot, theme, width);
          return existsSync(path.join(folder, file)) ? [`[${theme} ${width}](${file})`] : [];
        }),
      );
      return links.length > 0 ? [`| ${shot.state} | ${shot.about} | ${links.join(" · ")} |`] : [];
    });
    return lines.length > 0
      ? `## ${screen.title}\n\n| state | what is to be seen | pictures |\n| --- | --- | --- |\n${lines.join("\n")}\n`
      : "";
  });
  return [
    "# Screens\n",
    "Every screen in every state, in both themes, 1440 px wide and on a phone of 390 px. `npm run screenshots` takes them",
    "anew, of an account that is always the same; `npm run screenshots -- webhooks logs` takes those of some screens.\n",
    ...sections.filter(Boolean),
  ].join("\n");
}
