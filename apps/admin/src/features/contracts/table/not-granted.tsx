"use client";

import { Button } from "@mantine/core";
import { NotPermitted } from "../../../ui/states/states.tsx";
import { useDesk } from "../../session/desk-context.tsx";

/** A store was asked for that is not granted, or none is granted at all. */
export function NotGranted({ onShow }: { onShow: () => void }) {
  const { stores } = useDesk();
  const names = new Intl.ListFormat("en").format(stores.map(({ name }) => name));
  if (stores.length === 0)
    return (
      <NotPermitted
        title="You have no store yet"
        text="An administrator of your group can grant you stores."
      />
    );
  return (
    <NotPermitted
      title="This link leads to a store that is not open to you"
      text={`You see ${names}. An administrator of your group can grant you more.`}
      actions={
        <Button variant="default" onClick={onShow}>
          {stores.length > 3 ? "Show your stores" : `Show ${names}`}
        </Button>
      }
    />
  );
}
