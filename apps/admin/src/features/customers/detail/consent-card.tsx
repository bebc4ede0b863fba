"use client";

import { consentChannels, type Party } from "@vehicle-contracts/contract-model";
import { Card, CardRow } from "../../../ui/card.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { consentState } from "../consent-history.ts";
import { ConsentMark } from "../consent-marks.tsx";
import { channelWords } from "../words.ts";
import classes from "./detail.module.css";

/** By which channels the customer may be contacted for marketing; when, by whom and how that was said. */
export function ConsentCard({ party: { consent, consentRecord } }: { party: Party }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return (
    <Card title="May be contacted" note="for marketing" flush>
      {consentChannels.map((channel) => {
        const isGiven = consent[channel];
        const { word, detail } = consentState(isGiven, consentRecord[channel], format, timeZone);
        return (
          <CardRow key={channel}>
            <div className={classes.channel}>
              <ConsentMark channel={channel} isGiven={isGiven} />
              <div className={classes.channelText}>
                <div className={classes.channelTop}>
                  <span className={classes.strong}>{channelWords[channel]}</span>
                  <span data-given={isGiven || undefined} className={classes.answer}>
                    {word}
                  </span>
                </div>
                {detail && <div className={classes.small}>{detail}</div>}
              </div>
            </div>
          </CardRow>
        );
      })}
    </Card>
  );
}
