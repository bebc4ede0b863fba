import { NotHere } from "../features/session/not-here.tsx";

export default function NotFound() {
  return (
    <main>
      <NotHere />
    </main>
  );
}
