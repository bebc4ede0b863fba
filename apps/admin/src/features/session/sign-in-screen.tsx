"use client";

import { Anchor } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import { routes } from "../../routes.ts";
import classes from "./session.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { StrangersPage } from "./strangers-page.tsx";

/** The way in. `back` is one of our own paths. */
export function SignInScreen({ back, notice }: { back: Route; notice?: string | undefined }) {
  return (
    <StrangersPage
      title="Sign in"
      text={notice}
      below="No account? An administrator of your group can invite you."
    >
      {/* a new document, so that nothing of a former session is left in memory */}
      <SignInForm
        onSignedIn={() => window.location.assign(back)}
        help={
          <Anchor component={Link} href={routes.forgotPassword} size="sm" className={classes.help}>
            Forgot your password?
          </Anchor>
        }
      />
    </StrangersPage>
  );
}
