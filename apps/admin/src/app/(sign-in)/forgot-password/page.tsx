import { connection } from "next/server";
import { ForgotPasswordScreen } from "../../../features/session/forgot-password-screen.tsx";
import { server } from "../../../server.ts";

export default async function ForgotPasswordPage() {
  // the settings are those of the start, not of the build
  await connection();
  return <ForgotPasswordScreen sendsMail={server().identity.mail !== null} />;
}
