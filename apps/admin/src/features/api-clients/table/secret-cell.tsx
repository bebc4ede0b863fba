import { IconBan, IconCheck, IconClock, IconX } from "@tabler/icons-react";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { Tag } from "../../../ui/tag.tsx";

type SecretCellProps = {
  client: Pick<ApiClient, "state" | "formerSecretEndsAt">;
  day: (at: string) => string;
};

/** Whether the program gets in by its secret, and whether a former one is still good. */
export function SecretCell({ client: { state, formerSecretEndsAt }, day }: SecretCellProps) {
  if (state === "REVOKED")
    return (
      <Tag outline icon={IconBan}>
        Revoked
      </Tag>
    );
  if (state === "DISABLED")
    return (
      <Tag outline icon={IconX}>
        Disabled
      </Tag>
    );
  if (formerSecretEndsAt)
    return (
      <Tag tone="amber" icon={IconClock}>
        Old one ends {day(formerSecretEndsAt)}
      </Tag>
    );
  return (
    <Tag tone="green" icon={IconCheck}>
      Valid
    </Tag>
  );
}
