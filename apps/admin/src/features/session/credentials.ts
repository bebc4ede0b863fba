import { zodResolver } from "@hookform/resolvers/zod";
import { z } from "zod";

const Credentials = z.object({
  email: z.string().trim().min(1, "Type your e-mail address."),
  password: z.string().min(1, "Type your password."),
  shared: z.boolean(),
  code: z.string(),
});

export const credentialsResolver = zodResolver(Credentials);
