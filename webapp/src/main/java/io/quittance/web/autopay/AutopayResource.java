package io.quittance.web.autopay;

import io.quittance.Fault;
import io.quittance.autopay.AutopayPolicy;
import io.quittance.autopay.NoticeDays;
import io.quittance.autopay.boundary.AutopaySettings;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Automatic payment. */
@RequestScoped
@Path("autopay")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Automatic payment")
public class AutopayResource {

    @Inject
    AutopaySettings settings;

    /**
     * When payers are told and refused charges tried again.
     *
     * @param directDebitNoticeDays calendar days between telling and charging, for direct debits; 1 to 30
     * @param noticeDays            the same for every other method
     * @param retryDays             calendar days from each passing refusal to the next try; at most 8, each 1 to 30
     */
    public record AutopayPolicyJson(int directDebitNoticeDays, int noticeDays, List<Integer> retryDays) {
    }

    @GET
    @Path("policy")
    @Operation(operationId = "getAutopayPolicy", summary = "How long before a charge payers are told, and when refused"
            + " ones are tried again")
    @APIResponseSchema(value = AutopayPolicyJson.class, responseCode = "200", responseDescription = "The policy")
    public AutopayPolicyJson policy() {
        AutopayPolicy policy = settings.policy();
        return new AutopayPolicyJson(policy.notice().directDebit(), policy.notice().other(), policy.retryDays());
    }

    @PUT
    @Path("policy")
    @Operation(operationId = "changeAutopayPolicy", summary = "Replace the policy; payers who were promised a longer notice keep it")
    @APIResponseSchema(value = AutopayPolicyJson.class, responseCode = "200", responseDescription = "The policy as it is now")
    public AutopayPolicyJson change(AutopayPolicyJson input) {
        if (input.retryDays() == null || input.retryDays().stream().anyMatch(Objects::isNull)) {
            throw Refusal.of(List.of(Fault.of("retryDays", "", "autopay.retryDays", AutopayPolicy.MOST_RETRIES,
                    AutopayPolicy.LONGEST_WAIT)));
        }
        List<Fault> faults = settings.change(new AutopayPolicy(new NoticeDays(input.directDebitNoticeDays(), input.noticeDays()),
                input.retryDays()));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return policy();
    }
}
