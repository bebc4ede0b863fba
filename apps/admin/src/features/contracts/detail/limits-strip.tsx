"use client";

import { IconCalendarEvent, IconEngine, IconInfinity, IconReceipt, IconRoad } from "@tabler/icons-react";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import type { ReactNode } from "react";
import { Meter, meterTone } from "../../../ui/meter.tsx";
import { Strip, StripCell } from "../../../ui/strip.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { servicesLeft } from "../../usage/remaining-words.ts";
import { type LimitFigure, limitFigure } from "../limit-figures.ts";
import { type ContractLimits, isNear, type LimitName, limitsOf } from "../limits.ts";
import classes from "./detail.module.css";

const icons = { date: IconCalendarEvent, distance: IconRoad, hours: IconEngine } as const;

/** Until when and until what mileage, large: what the customer asks first. */
export function LimitsStrip({ contract }: { contract: ContractRead }) {
  const limits = limitsOf(contract);
  const shown: LimitName[] = [
    "date",
    "distance",
    ...(limits.hours.kind === "unlimited" ? [] : ["hours" as const]),
  ];
  const limited = shown.filter((name) => limits[name].kind === "limited");
  const first = limited.length > 1 && isOpen(limits) ? limits.order[0] : null;
  return (
    <Strip>
      {shown.map((name) => (
        <LimitCell key={name} name={name} limits={limits} comesFirst={name === first} />
      ))}
      <ServicesCell contract={contract} />
    </Strip>
  );
}

/** The third thing that the customer asks: how many services are left. */
function ServicesCell({ contract }: { contract: ContractRead }) {
  const format = useFormat();
  const services = servicesLeft(contract);
  if (!services) return null;
  const used = services.of - services.left;
  return (
    <StripCell
      label="Services left"
      icon={<IconReceipt size={14} stroke={1.75} aria-hidden />}
      value={format.whole(services.left)}
      after={`of ${format.whole(services.of)}`}
    >
      <Meter
        share={used / services.of}
        tone={contract.effectiveStatus === "ACTIVE" ? "green" : "grey"}
        label={`${format.whole(used)} used`}
      />
    </StripCell>
  );
}

/** Nothing has ended it yet. */
const isOpen = ({ phase }: ContractLimits) => phase === "running" || phase === "paused";

type LimitCellProps = { name: LimitName; limits: ContractLimits; comesFirst: boolean };

function LimitCell({ name, limits, comesFirst }: LimitCellProps) {
  const format = useFormat();
  const figure = limitFigure(name, limits, format);
  const Icon = icons[name];
  const tone = isNear(limits, name) ? classes.amber : undefined;
  return (
    <StripCell
      label={figure.label}
      icon={<Icon size={14} stroke={1.75} aria-hidden />}
      badge={
        comesFirst && (
          <Tag tone={tone ? "amber" : limits.phase === "running" ? "green" : "grey"}>comes first</Tag>
        )
      }
      value={<Value figure={figure} />}
      after={figure.after && <span className={tone}>{figure.after}</span>}
    >
      {figure.share !== null && (
        <Meter
          share={figure.share}
          tone={meterTone(figure.share, figure.daysLeft, limits.phase === "running")}
          label={`${format.percent(Math.round(figure.share * 100))} gone`}
        />
      )}
      {(figure.start || figure.progress) && (
        <div className={classes.ends}>
          <span>{figure.start}</span>
          <span>{figure.progress}</span>
        </div>
      )}
    </StripCell>
  );
}

function Value({ figure }: { figure: LimitFigure }): ReactNode {
  if (figure.isUnknown) return <span className={classes.violet}>{figure.value}</span>;
  if (!figure.isEndless) return figure.value;
  return (
    <span className={classes.answer}>
      <IconInfinity size={22} aria-hidden /> {figure.value}
    </span>
  );
}
