import { NotYours } from "../../features/session/not-here.tsx";
import { Page } from "../../ui/page/page.tsx";

export default function Forbidden() {
  return (
    <Page crumbs={[{ label: "Not permitted" }]}>
      <NotYours />
    </Page>
  );
}
