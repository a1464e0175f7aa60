import { DisablingPanel } from "./disabling-panel";
import { InboxPanel } from "./inbox-panel";
import { RulesPanel } from "./rules-panel";
import { SettingsPanel } from "./settings-panel";

/** What was told, what is looked for, and who is told. */
export function AlertsScreen() {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <InboxPanel />
      <div className="flex min-w-0 flex-col gap-6">
        <RulesPanel />
        <SettingsPanel />
        <DisablingPanel />
      </div>
    </div>
  );
}
