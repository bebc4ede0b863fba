import type { CSSVariablesResolver } from "@mantine/core";
import { tokens } from "./tokens.ts";

/** Mantine's own variables, pointed at the tokens, so that its parts and ours never differ. */
const pointed: Record<string, string> = {
  "--mantine-color-body": "var(--vc-canvas)",
  "--mantine-color-text": "var(--vc-text)",
  "--mantine-color-bright": "var(--vc-text)",
  "--mantine-color-dimmed": "var(--vc-text-3)",
  "--mantine-color-error": "var(--vc-red-text)",
  "--mantine-color-success": "var(--vc-green-text)",
  "--mantine-color-anchor": "var(--vc-accent-text)",
  "--mantine-color-placeholder": "var(--vc-text-3)",
  "--mantine-color-default": "var(--vc-surface)",
  "--mantine-color-default-hover": "var(--vc-hover)",
  "--mantine-color-default-color": "var(--vc-text)",
  "--mantine-color-default-border": "var(--vc-border-2)",
  "--mantine-color-disabled": "var(--vc-grey-tint)",
  "--mantine-color-disabled-color": "var(--vc-text-3)",
  "--mantine-color-disabled-border": "var(--vc-border)",
  "--mantine-primary-color-light-color": "var(--vc-accent-text)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokens.light, ...pointed },
  dark: { ...tokens.dark, ...pointed },
});
