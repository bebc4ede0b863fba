import { zodResolver } from "@hookform/resolvers/zod";
import { Password } from "@vehicle-contracts/contract-model";
import { z } from "zod";

const NewPassword = z
  .object({ password: Password, again: z.string() })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    message: "This is not the same. Type the password once more.",
    // said with what else is wrong, not after it
    when: () => true,
  });

export const newPasswordResolver = zodResolver(NewPassword);
