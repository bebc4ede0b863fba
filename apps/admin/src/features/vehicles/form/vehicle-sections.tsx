"use client";

import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { NumberSection } from "./number-section.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { VehicleSection } from "./vehicle-section.tsx";

/** All that a person writes of a vehicle; `isNew`: with what its odometer says. */
export const VehicleSections = ({ isNew = false }: { isNew?: boolean }) => (
  <FormFrame>
    <NumberSection />
    <VehicleSection />
    {isNew && <ReadingSection />}
  </FormFrame>
);
