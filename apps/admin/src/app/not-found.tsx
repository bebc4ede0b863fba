import { NotHere } from "../features/session/stand-ins.tsx";

export default function NotFound() {
  return (
    <main>
      <NotHere />
    </main>
  );
}
