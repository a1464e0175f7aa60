"use client";

import { Command as Cmdk } from "cmdk";
import { CommandItem, type Command, type CommandEffects } from "./command-item";

export interface CommandGroup {
  id: string;
  title: string;
  commands: readonly Command[];
}

export function CommandGroups({ groups, effects }: { groups: readonly CommandGroup[]; effects: CommandEffects }) {
  return groups.map(({ id, title, commands }) => (
    <Cmdk.Group
      key={id}
      value={id}
      heading={<span className="block truncate px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{title}</span>}
    >
      {commands.map((command) => (
        <CommandItem key={command.id} command={command} effects={effects} />
      ))}
    </Cmdk.Group>
  ));
}
