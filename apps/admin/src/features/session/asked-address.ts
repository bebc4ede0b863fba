import { zodResolver } from "@hookform/resolvers/zod";
import { z } from "zod";

const Asked = z.object({ email: z.string().trim().min(1, "Type your e-mail address.").max(254) });

export const addressResolver = zodResolver(Asked);
