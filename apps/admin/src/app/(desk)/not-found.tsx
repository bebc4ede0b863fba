import { DeskNotHere } from "../../features/session/stand-ins.tsx";

export default function NotFound() {
  return <DeskNotHere />;
}
