import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { handOverLink } from "../hand-over-link.ts";
import { mutation, query, router } from "../procedures.ts";

/** Who may sign in, for administrators. */
export const users = router({
  list: query({
    role: "administrator",
    scope: "users:read",
    input: model.ListInput,
    output: model.UserPage,
    service: services.listUsers,
  }),
  get: query({
    role: "administrator",
    scope: "users:read",
    input: model.GetUser,
    output: model.User,
    service: services.getUser,
  }),
  invite: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.InviteUser,
    output: model.Invitation,
    service: services.inviteUser,
    afterwards: handOverLink,
  }),
  update: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.UpdateUser,
    output: model.UserResult,
    record: "changes",
    service: services.updateUser,
  }),
  /** A new link to set the password; the former one is void. */
  renewInvitation: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.RenewInvitation,
    output: model.Invitation,
    service: services.renewInvitation,
    afterwards: handOverLink,
  }),
  /** For one who has lost the device; all their sessions end. */
  resetSecondFactor: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.ResetSecondFactor,
    output: model.UserResult,
    service: services.resetSecondFactor,
    async afterwards(answer, { note, actor }) {
      note?.("second factor reset", { by: actor.id, userId: answer.user.userId });
      return answer;
    },
  }),
});
