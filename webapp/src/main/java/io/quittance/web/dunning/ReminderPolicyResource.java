package io.quittance.web.dunning;

import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.DunningStep;
import io.quittance.dunning.DunningTone;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When reminders go out. */
@RequestScoped
@Path("reminders/policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders")
public class ReminderPolicyResource {

    @Inject
    Dunning dunning;

    /** The ladder of reminders; sendTime such as 09:00, on the clock of the contract's zone. */
    public record PolicyJson(boolean active, String sendTime, List<StepJson> steps) {
    }

    /** One rung: offset in civil days from the due date, negative before it, never 0. */
    public record StepJson(String code, int offset, DunningTone tone) {
    }

    @GET
    @Operation(operationId = "getReminderPolicy", summary = "The ladder of reminders")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The ladder")
    public PolicyJson get() {
        DunningLadder ladder = dunning.ladder();
        return new PolicyJson(ladder.active(), ladder.sendTime().toString(),
                ladder.steps().stream().map(step -> new StepJson(step.code(), step.offset(), step.tone())).toList());
    }

    @PUT
    @Operation(operationId = "changeReminderPolicy", summary = "Replace the ladder of reminders")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The ladder as it is now")
    public PolicyJson change(PolicyJson input) {
        dunning.change(ladder(input));
        return get();
    }

    private static DunningLadder ladder(PolicyJson input) {
        LocalTime time;
        try {
            time = LocalTime.parse(input.sendTime());
        } catch (DateTimeParseException none) {
            throw Refusal.ofInput("sendTime", input.sendTime(), "parameter.time");
        }
        try {
            return new DunningLadder(input.active(), time,
                    input.steps().stream().map(step -> new DunningStep(step.code(), step.offset(), step.tone())).toList());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.ofInput("steps", "", "json.value", wrong.getMessage());
        }
    }
}
