import { redirect } from "next/navigation";
import { routes } from "../routes.ts";

export default function Start() {
  redirect(routes.contracts);
}
