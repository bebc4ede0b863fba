"use client";

import { ComboboxChevron, InputBase, InputClearButton } from "@mantine/core";
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { NotLoaded } from "../later/later.tsx";
import { type Loaded, loadable, notYet } from "../later/loadable.ts";
import { whenIdle } from "../later/when-idle.ts";
import type { wrapperProps } from "./field-props.ts";
import { withTypedBefore } from "./typed-before.ts";
import { type Left, useCame, useGoOn, useLeaving } from "./use-take-over.ts";

/** What a field with a list gives to its input, whichever stands there. */
export type ListInputProps = ReturnType<typeof wrapperProps> & {
  ref: RefCallback<HTMLInputElement>;
  onBlur: () => void;
};

/** How a field shows itself and acts while its list is not there. */
type StandInLook = {
  /** The words of its value. */
  words: string;
  /** Typing narrows the list, or is the value itself. */
  isTyped: boolean;
  name?: string;
  role?: "combobox";
  /** At the right; the sign of a list unless it is given. */
  end?: ReactNode;
  /** Given where the value may be taken away, and there is one. */
  onClear?: (() => void) | undefined;
  /** Given where the value is the text; elsewhere the list is sought by what was typed, once it is there. */
  onText?: (text: string) => void;
  /** What Enter and Tab make of what was typed; elsewhere the field is left as it was. */
  onTake?: (text: string) => void;
};

const opening = new Set(["ArrowDown", "ArrowUp"]);

/**
 * A field whose list is no part of a page's first load. It stands there from the start, also in what the server sends: the
 * same input with the same words. What acts on it is fetched once the browser is idle, or when somebody comes to the field, and
 * takes over where they are: the focus, what they have typed, the list that they have opened. A fixed field has no list.
 */
export function laterField<Props extends { input: ListInputProps }>(
  load: () => Promise<ComponentType<Props & { id: string }>>,
  lookOf: (props: Props) => StandInLook,
): ComponentType<Props> {
  const part = loadable(load);
  whenIdle(() => void part.ask().catch(() => undefined));
  return function LaterField(props: Props) {
    const { value: Field } = useSyncExternalStore<Loaded<ComponentType<Props & { id: string }>>>(
      part.subscribe,
      part.now,
      () => notYet,
    );
    const id = useId();
    const [isMissing, setIsMissing] = useState(false);
    const left = useRef<Left>(null);
    const want = () => void part.ask().catch(() => setIsMissing(true));
    if (Field && !props.input.readOnly)
      return (
        <TakenOver left={left} inner={props.input.ref}>
          {(ref) => <Field {...props} id={id} input={{ ...props.input, ref }} />}
        </TakenOver>
      );
    return (
      <>
        <StandIn id={id} input={props.input} left={left} onWanted={want} {...lookOf(props)} />
        {isMissing && <NotLoaded onRetry={want} />}
      </>
    );
  };
}

type TakenOverProps = {
  left: RefObject<Left | null>;
  inner: RefCallback<HTMLInputElement>;
  children: (ref: RefCallback<HTMLInputElement>) => ReactNode;
};

/** The field itself, which goes on where its stand-in was left. */
const TakenOver = ({ left, inner, children }: TakenOverProps) => children(useGoOn(left, inner));

type StandInProps = StandInLook & {
  id: string;
  input: ListInputProps;
  left: RefObject<Left | null>;
  onWanted: () => void;
};

function StandIn({ id, input, left, onWanted, ...look }: StandInProps) {
  const { words, isTyped, name, role, end, onClear, onText, onTake } = look;
  const { ref, onBlur, readOnly: isFixed = false, ...wrapper } = input;
  const [typed, setTyped] = useState<string | null>(null);
  const isOpened = useRef(false);
  const element = useLeaving(left, { text: typed, isOpened });
  useCame(element, !isFixed, onWanted);

  const type = (text: string) => {
    isOpened.current = true;
    if (onText) onText(text);
    else setTyped(text);
  };
  const open = () => {
    isOpened.current = true;
    onWanted();
  };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const isWaiting = typed !== null && typed.trim() !== "";
    if (isWaiting && key === "Enter") event.preventDefault();
    if (isWaiting && onTake && (key === "Enter" || key === "Tab")) {
      setTyped(null);
      isOpened.current = false;
      onTake(typed);
    } else if (opening.has(key) || (!isTyped && (key === " " || key === "Enter"))) {
      event.preventDefault();
      open();
    } else if (key === "Escape") isOpened.current = false;
  };
  return (
    <InputBase
      {...wrapper}
      {...(isFixed
        ? { rightSection: null }
        : {
            rightSection: end,
            pointer: !isTyped,
            onFocus: onWanted,
            onMouseDown: (event) => event.button === 0 && open(),
            onClick: open,
            onKeyDown: press,
          })}
      id={id}
      name={name}
      ref={withTypedBefore<HTMLInputElement>(
        (box) => {
          element.current = box;
          ref(box);
        },
        (box) => {
          if (isTyped && !isFixed && box.value !== (typed ?? words)) type(box.value);
        },
      )}
      role={role}
      aria-haspopup="listbox"
      aria-expanded={role && false}
      autoComplete="off"
      readOnly={isFixed || !isTyped}
      value={typed ?? words}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        setTyped(null);
        isOpened.current = false;
        onBlur();
      }}
      __defaultRightSection={<ComboboxChevron size="sm" error={wrapper.error} />}
      __clearable={onClear !== undefined && !isFixed}
      __clearSection={
        <InputClearButton
          tabIndex={-1}
          aria-hidden
          onMouseDown={(event) => event.preventDefault()}
          onClick={onClear}
        />
      }
    />
  );
}
