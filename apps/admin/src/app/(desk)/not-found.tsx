import { NotHere } from "../../features/session/not-here.tsx";
import { Page } from "../../ui/page/page.tsx";

export default function NotFound() {
  return (
    <Page crumbs={[{ label: "Not found" }]}>
      <NotHere />
    </Page>
  );
}
