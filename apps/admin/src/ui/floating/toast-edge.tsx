"use client";

import { Notifications } from "@mantine/notifications";

export { notifications } from "@mantine/notifications";

/** Where messages stand: at the edge of the window. */
export const ToastEdge = () => <Notifications position="bottom-right" limit={3} />;
