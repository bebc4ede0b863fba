"use client";

import { Switch, VisuallyHidden } from "@mantine/core";
import { Sheet } from "../floating/sheet.tsx";
import { Keys } from "../keys.tsx";
import type { Shortcut } from "../shortcuts/shortcut-registry.ts";
import { useShortcuts } from "../shortcuts/shortcuts-context.tsx";
import classes from "./shell.module.css";

/** Every key that acts on this page, and the switch for single letters. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { shortcuts, singleLetters, setSingleLetters } = useShortcuts();
  return (
    <Sheet opened={opened} onClose={onClose} title="Keys" below="What acts on this page">
      {[...grouped(shortcuts)].map(([group, members]) => (
        <section key={group} className={classes.keyGroup}>
          <h3>{group}</h3>
          <dl>
            {members.map(({ keys, label }) => (
              <div key={keys} className={classes.keyRow}>
                <dt>{label}</dt>
                <dd>
                  <VisuallyHidden>{keys.replace("mod", "Control")}</VisuallyHidden>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        label="Single letters act (never in a field)"
        checked={singleLetters}
        onChange={(event) => setSingleLetters(event.currentTarget.checked)}
      />
    </Sheet>
  );
}

/** By group; of one key only what was registered last, which is what acts. */
function grouped(shortcuts: readonly Shortcut[]): Map<string, Shortcut[]> {
  const acting = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]));
  return Map.groupBy(acting.values(), (shortcut) => shortcut.group);
}
