import { NewCustomerScreen } from "../../../../features/customers/new-screen.tsx";
import { desk } from "../../../../features/session/desk.ts";

export default async function NewCustomerPage({ searchParams }: PageProps<"/customers/new">) {
  await desk();
  const { sought } = await searchParams;
  return <NewCustomerScreen sought={typeof sought === "string" ? sought.slice(0, 200) : ""} />;
}
