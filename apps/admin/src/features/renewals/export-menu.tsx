"use client";

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQueries, useQuery } from "@tanstack/react-query";
import { consentChannels } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { MenuButton } from "../../ui/floating/menu-button.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ConsentMark } from "../customers/consent-marks.tsx";
import { channelWords } from "../customers/words.ts";
import { type RenewalQuestion, renewalCount } from "./queries.ts";
import { exportAddress } from "./search-params.ts";

/** Hands the list out as CSV for one channel: how many that are, and how many it leaves out. */
export function ExportMenu({ question }: { question: RenewalQuestion }) {
  const trpc = useTRPC();
  const format = useFormat();
  const { data: all } = useQuery(renewalCount(trpc, question));
  const counts = useQueries({
    queries: consentChannels.map((consentFor) =>
      renewalCount(trpc, { ...question, filter: { ...question.filter, consentFor } }),
    ),
  });
  return (
    <MenuButton
      position="bottom-end"
      width={300}
      entries={[
        { key: "title", title: "For customers who agreed to" },
        ...consentChannels.map((channel, at) => {
          const count = counts[at]?.data;
          const left = count && all ? all.count - count.count : null;
          return {
            key: channel,
            label: channelWords[channel],
            icon: <ConsentMark channel={channel} isGiven={(count?.count ?? 0) > 0} />,
            end: count && (
              <span>
                {format.count(count)}
                {left !== null && left > 0 && `, ${format.whole(left)} left out`}
              </span>
            ),
            onChoose: () => window.location.assign(exportAddress(question, channel)),
          };
        }),
      ]}
    >
      {(target) => (
        <Button {...target} size="xs" variant="default" leftSection={<IconDownload size={16} />}>
          Export for…
        </Button>
      )}
    </MenuButton>
  );
}
