"use client";

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
