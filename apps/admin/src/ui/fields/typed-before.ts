/**
 * An input's ref that also looks at what somebody, or a password's keeper, has put into it before the browser had taken the
 * page over: the form does not know of that yet, and would clear it. `take` compares the input with the form.
 */
export const withTypedBefore =
  <Input extends HTMLElement>(ref: (input: Input | null) => void, take: (input: Input) => void) =>
  (input: Input | null): void => {
    ref(input);
    if (input) take(input);
  };
