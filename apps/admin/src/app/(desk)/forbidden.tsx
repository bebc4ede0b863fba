import { DeskNotYours } from "../../features/session/stand-ins.tsx";

export default function Forbidden() {
  return <DeskNotYours />;
}
