"use client";

import { Button } from "@mantine/core";
import { IconFileCertificate, IconFilterOff } from "@tabler/icons-react";
import { Message, type MessageProps } from "./states.tsx";

/** There is nothing at all so far: how to begin. */
export const NothingYet = ({ icon = <IconFileCertificate size={22} />, ...props }: MessageProps) => (
  <Message icon={icon} {...props} />
);

/** There is something, but nothing that matches: offer what would. */
export const NoMatch = (props: Omit<MessageProps, "icon">) => (
  <Message icon={<IconFilterOff size={22} />} {...props} />
);

/** A page was left while its last rows went away. */
export const PastTheEnd = ({ onFirst }: { onFirst: () => void }) => (
  <NoMatch
    title="There is nothing after the last page"
    actions={
      <Button variant="default" onClick={onFirst}>
        First page
      </Button>
    }
  />
);
