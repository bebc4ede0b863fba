import {
  IconMail,
  IconMailbox,
  IconMailboxOff,
  IconMailOff,
  IconMessage,
  IconMessageOff,
  IconPhone,
  IconPhoneOff,
} from "@tabler/icons-react";
import { type ConsentChannel, consentChannels, type Party } from "@vehicle-contracts/contract-model";
import classes from "./consent-marks.module.css";
import { channelWords, consentWords } from "./words.ts";

const icons = {
  email: [IconMail, IconMailOff],
  phone: [IconPhone, IconPhoneOff],
  text: [IconMessage, IconMessageOff],
  post: [IconMailbox, IconMailboxOff],
} as const;

/** The sign of a channel: green where it may be used, struck through where not. */
export function ConsentMark({ channel, isGiven }: { channel: ConsentChannel; isGiven: boolean }) {
  const Icon = icons[channel][isGiven ? 0 : 1];
  return (
    <span className={classes.mark} data-given={isGiven || undefined} title={channelWords[channel]}>
      <Icon size={16} stroke={1.75} aria-hidden />
    </span>
  );
}

/** By which channels somebody may be contacted, one sign each; in words for those who do not see them. */
export function ConsentMarks({ consent }: { consent: Party["consent"] }) {
  return (
    <span className={classes.marks} role="img" aria-label={consentWords(consent) ?? "No channel"}>
      {consentChannels.map((channel) => (
        <ConsentMark key={channel} channel={channel} isGiven={consent[channel]} />
      ))}
    </span>
  );
}
