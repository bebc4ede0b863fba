"use client";

import {
  type ActionIconFactory,
  type AutocompleteFactory,
  type ButtonFactory,
  type CheckboxFactory,
  type CloseButtonFactory,
  type ComboboxFactory,
  createTheme,
  defaultVariantColorsResolver,
  type ExtendComponent,
  type FactoryPayload,
  type InputFactory,
  type InputWrapperFactory,
  type KbdFactory,
  type MenuFactory,
  type PopoverFactory,
  type RadioFactory,
  type SegmentedControlFactory,
  type SelectFactory,
  type SwitchFactory,
  type TabsFactory,
  type TooltipFactory,
  type VariantColorsResolver,
} from "@mantine/core";
import classes from "./controls.module.css";
import { palette } from "./palette.ts";

const veil = { color: "#0C0D10", backgroundOpacity: 0.38 } as const;
const fade = { transition: "fade", duration: 120 } as const;

/** A size set here becomes an inline style and would beat a media query: it points at a variable instead. */
const heightOf = (size: unknown) =>
  size === "xs" ? "var(--vc-control-height-xs)" : "var(--vc-control-height)";

const variants: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const isRed = input.color === "red";
  if (input.variant === "default")
    return {
      ...resolved,
      background: "var(--vc-surface)",
      hover: "var(--vc-hover)",
      color: isRed ? "var(--vc-red-text)" : "var(--vc-text)",
      border: "1px solid var(--vc-border-2)",
    };
  if (input.variant === "subtle")
    return {
      ...resolved,
      hover: "var(--vc-hover)",
      color: isRed ? "var(--vc-red-text)" : "var(--vc-text-2)",
    };
  return resolved;
};

/**
 * What a component's own `extend` does, which is to check types: the theme is on every page, and by the components' own it
 * would bring all of them along.
 */
const extend = <Payload extends FactoryPayload>(component: ExtendComponent<Payload>) => component;

const sans = "var(--font-figures), var(--font-inter), var(--font-inter-extended), system-ui, sans-serif";

export const theme = createTheme({
  colors: palette,
  primaryColor: "iris",
  primaryShade: { light: 6, dark: 6 },
  white: "#FFFFFF",
  black: "#16181D",
  fontFamily: sans,
  fontFamilyMonospace: "var(--font-mono), ui-monospace, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.4", xl: "1.3" },
  fontWeights: { regular: "400", medium: "500", bold: "600" },
  headings: {
    fontFamily: sans,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.3" },
      h2: { fontSize: "16px", lineHeight: "1.4" },
      h3: { fontSize: "14px", lineHeight: "1.45" },
      h4: { fontSize: "13px", lineHeight: "1.45" },
    },
  },
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "12px", xl: "16px" },
  defaultRadius: "sm",
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  shadows: { md: "var(--vc-float-shadow)", lg: "var(--vc-float-shadow)", xl: "var(--vc-float-shadow)" },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  variantColorResolver: variants,
  components: {
    Button: extend<ButtonFactory>({
      defaultProps: { size: "sm" },
      classNames: { root: classes.button },
      vars: (_theme, props) => ({
        root: {
          "--button-height": heightOf(props.size),
          "--button-padding-x": props.size === "xs" ? "10px" : "12px",
          "--button-fz": "var(--vc-control-font)",
        },
      }),
    }),
    ActionIcon: extend<ActionIconFactory>({
      defaultProps: { variant: "subtle", size: "sm" },
      classNames: { root: classes.button },
      vars: (_theme, props) => ({ root: { "--ai-size": heightOf(props.size) } }),
    }),
    CloseButton: extend<CloseButtonFactory>({ classNames: { root: classes.close } }),
    Input: extend<InputFactory>({
      classNames: { wrapper: classes.inputWrapper, input: classes.input },
      vars: (_theme, props) => ({
        wrapper: { "--input-height": heightOf(props.size), "--input-fz": "var(--vc-control-font)" },
      }),
    }),
    InputWrapper: extend<InputWrapperFactory>({
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] },
      classNames: { label: classes.label, description: classes.help, error: classes.error },
    }),
    Checkbox: extend<CheckboxFactory>({
      defaultProps: { size: "xs", radius: "xs" },
      classNames: { input: classes.checkbox, label: classes.optionLabel, body: classes.optionBody },
    }),
    Radio: extend<RadioFactory>({
      defaultProps: { size: "xs" },
      classNames: { radio: classes.radio, label: classes.optionLabel, body: classes.optionBody },
    }),
    Switch: extend<SwitchFactory>({
      defaultProps: { size: "sm" },
      classNames: { label: classes.optionLabel },
    }),
    Combobox: extend<ComboboxFactory>({
      defaultProps: { transitionProps: fade, shadow: "md" },
      classNames: { dropdown: classes.float, option: classes.option },
    }),
    // their lists are a Combobox that takes its classes from these
    Select: extend<SelectFactory>({ classNames: { dropdown: classes.float, option: classes.option } }),
    Autocomplete: extend<AutocompleteFactory>({
      classNames: { dropdown: classes.float, option: classes.option },
    }),
    Popover: extend<PopoverFactory>({
      defaultProps: { transitionProps: fade, shadow: "md" },
      classNames: { dropdown: classes.float },
    }),
    Menu: extend<MenuFactory>({
      defaultProps: {
        transitionProps: fade,
        shadow: "md",
        position: "bottom-end",
        withInitialFocusPlaceholder: false,
      },
      classNames: {
        dropdown: classes.float,
        item: classes.menuItem,
        label: classes.menuLabel,
        itemSection: classes.menuSection,
      },
    }),
    // the page scrolls inside its frame, which the veil covers: nothing to lock, and no style to inject for it
    ModalRoot: { defaultProps: { transitionProps: fade, lockScroll: false } },
    ModalOverlay: { defaultProps: veil },
    DrawerRoot: { defaultProps: { transitionProps: fade, lockScroll: false } },
    DrawerOverlay: { defaultProps: veil },
    Tabs: extend<TabsFactory>({ classNames: { tab: classes.tab, list: classes.tabList } }),
    Tooltip: extend<TooltipFactory>({
      defaultProps: {
        transitionProps: fade,
        openDelay: 300,
        events: { hover: true, focus: true, touch: true },
      },
      classNames: { tooltip: classes.tooltip },
    }),
    Kbd: extend<KbdFactory>({ classNames: { root: classes.kbd } }),
    SegmentedControl: extend<SegmentedControlFactory>({
      classNames: { root: classes.segments, label: classes.segment },
    }),
  },
});
