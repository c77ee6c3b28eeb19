package io.quittance.web.autopay;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreementId;
import io.quittance.autopay.AgreementState;
import io.quittance.autopay.AutopayPolicy;
import io.quittance.autopay.ChargeRow;
import io.quittance.autopay.NoticeDays;
import io.quittance.autopay.boundary.Autopay;
import io.quittance.autopay.boundary.AutopaySettings;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    @Inject
    Autopay autopay;
    @Inject
    AutopayUnits units;
    @Inject
    Permissions permissions;
    @Inject
    Once once;

    /** A saved method. @param label as its owner recognises it @param usable false once the gateway says that it has ended */
    public record MethodJson(String kind, String label, boolean usable) {
    }

    /** An announced charge. @param on civil day of the business on which it is tried */
    public record NextChargeJson(String invoice, Money amount, LocalDate on) {
    }

    /**
     * What a payer agreed to.
     *
     * @param method     null until the gateway has told of it
     * @param since      when the payer agreed
     * @param reason     why it ended; empty while it has not
     * @param consent    the words that were shown
     * @param channel    where they were shown
     * @param nextCharge null when none is announced, and for callers who may not read payments
     */
    public record AgreementJson(String id, String customer, String gateway, String currency, AgreementState state, MethodJson method,
            Instant since, Instant endedAt, String reason, String consent, String channel, int directDebitNoticeDays, int noticeDays,
            NextChargeJson nextCharge) {

        static AgreementJson of(Agreement agreement, Map<AgreementId, ChargeRow> next) {
            return new AgreementJson(agreement.id().toString(), agreement.customer().toString(), agreement.gateway().value(),
                    agreement.currency().getCurrencyCode(), agreement.state(),
                    agreement.method().map(method -> new MethodJson(method.kind(), method.label(), method.usable())).orElse(null),
                    agreement.agreedAt(), agreement.endedAt().orElse(null), agreement.reason(), agreement.consent(), agreement.channel(),
                    agreement.notice().directDebit(), agreement.notice().other(),
                    Optional.ofNullable(next.get(agreement.id())).map(row -> new NextChargeJson(row.invoice().toString(), row.amount(),
                            row.chargeOn())).orElse(null));
        }
    }

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
    @Path("agreements")
    @Operation(operationId = "listAutopayAgreements", summary = "What a customer agreed to be charged by, newest first")
    @APIResponseSchema(value = AgreementJson[].class, responseCode = "200", responseDescription = "The agreements")
    public List<AgreementJson> list(@Parameter(required = true) @QueryParam("customer") String customer) {
        Parameters parameters = new Parameters();
        CustomerId owner = new CustomerId(parameters.reference("customer", customer).orElse(0L));
        parameters.check();
        Map<AgreementId, ChargeRow> next = next(owner);
        return units.of(owner).stream().map(agreement -> AgreementJson.of(agreement, next)).toList();
    }

    @GET
    @Path("agreements/{id}")
    @Operation(operationId = "getAutopayAgreement", summary = "An agreement as it stands, with the charge that comes next")
    @APIResponseSchema(value = AgreementJson.class, responseCode = "200", responseDescription = "The agreement")
    public AgreementJson get(@PathParam("id") String id) {
        Agreement agreement = units.agreement(agreement(id)).orElseThrow(Refusal::notFound);
        return AgreementJson.of(agreement, next(agreement.customer()));
    }

    @POST
    @Path("agreements/{id}/revocation")
    @Idempotent
    @Operation(operationId = "revokeAutopayAgreement", summary = "Charge nothing more by it; the gateway is asked to forget the method")
    @APIResponseSchema(value = AgreementJson.class, responseCode = "200", responseDescription = "The agreement as it stands")
    public AgreementJson revoke(@PathParam("id") String id, @Context ContainerRequestContext request) {
        AtomicReference<Agreement> ended = new AtomicReference<>();
        String kept = once.kept(request, Permission.CUSTOMER_WRITE, () -> {
            Agreement agreement = units.agreement(agreement(id)).orElseThrow(Refusal::notFound);
            ended.set(units.end(agreement.id(), Autopay.BY_US) ? agreement : null);
            return agreement.id().toString();
        });
        // a gateway is called outside of units, and only by the request that ended it
        Optional.ofNullable(ended.get()).ifPresent(autopay::forget);
        return get(kept);
    }

    private Map<AgreementId, ChargeRow> next(CustomerId customer) {
        return permissions.allowed(Permission.PAYMENT_READ) ? units.next(customer) : Map.of();
    }

    private static AgreementId agreement(String id) {
        return new AgreementId(Parameters.id(id));
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
