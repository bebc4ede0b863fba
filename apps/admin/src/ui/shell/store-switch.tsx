"use client";

import { Button, VisuallyHidden } from "@mantine/core";
import { IconBuildingStore, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { MenuButton } from "../floating/menu-button.tsx";
import { unitWord } from "../format.ts";
import { useFormat } from "../use-format.ts";
import classes from "./shell.module.css";

export type StoreOption = { id: string; name: string; today: string; unit: "KM" | "MI" };

type StoreSwitchProps = {
  stores: readonly StoreOption[];
  /** The store one works in; null for all. */
  chosenId: string | null;
  onChoose: (id: string | null) => void;
};

/** Where one works: the store's name, its date and its unit. */
export function StoreSwitch({ stores, chosenId, onChoose }: StoreSwitchProps) {
  const format = useFormat();
  const chosen = stores.find((store) => store.id === chosenId) ?? null;
  const shown = chosen ? [chosen] : stores;
  const days = [...new Set(shown.map((store) => store.today))];
  const units = [...new Set(shown.map((store) => unitWord(store.unit)))].sort().reverse();
  const day = days.length === 1 && days[0] !== undefined ? format.weekday(days[0]) : null;
  const all = {
    key: "all",
    label: "All stores",
    end: chosen === null && <IconCheck size={14} />,
    onChoose: () => onChoose(null),
  };
  return (
    <MenuButton
      entries={[
        ...(stores.length === 1 ? [] : [all]),
        ...stores.map((store) => ({
          key: store.id,
          label: (
            <>
              {store.name}
              <span className={classes.itemNote}>
                {format.weekday(store.today)} · {unitWord(store.unit)}
              </span>
            </>
          ),
          end: store.id === chosenId && <IconCheck size={14} />,
          onChoose: () => onChoose(store.id),
        })),
      ]}
    >
      {(target) => (
        <Button
          {...target}
          variant="default"
          leftSection={<IconBuildingStore size={16} stroke={1.75} />}
          rightSection={<IconChevronDown size={14} />}
        >
          <VisuallyHidden>Store: </VisuallyHidden>
          <span className={classes.storeName}>{chosen?.name ?? "All stores"}</span>
          <span className={classes.storeNote}>
            {day && <span className={classes.storeDay}>{day}</span>}
            {units.length > 0 && <span>· {units.join(", ")}</span>}
          </span>
        </Button>
      )}
    </MenuButton>
  );
}
