package io.quittance.web.interest;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.approval.boundary.Approvals;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.interest.CustomerInterest;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestPolicy;
import io.quittance.interest.InterestSegment;
import io.quittance.interest.LateCharges;
import io.quittance.interest.NoInterest;
import io.quittance.interest.WaiverOrder;
import io.quittance.interest.WaiverOutcome;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.web.approval.ApprovalJson;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Interest and fixed sums for late payment. */
@RequestScoped
@Path("interest")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Late payment")
public class InterestResource {

    @Inject
    LateInterest interest;
    @Inject
    Customers customers;
    @Inject
    Approvals approvals;
    @Inject
    Once once;

    /** The policy; law: country whose law holds, absent for the business's own; smallest: interest is claimed in no smaller steps. */
    public record PolicyJson(boolean active, boolean consumers, Optional<String> law, LocalDate since, int graceDays, boolean fixedSum,
            BigDecimal smallest) {
    }

    /** What was chosen for a customer; absent for as the policy says. */
    public record ChoiceJson(Optional<CustomerInterest.Choice> choice) {
    }

    /** A country's law: base rates by half-year, points above them by kind of debtor. */
    public record LawJson(String country, String dayCount, LocalDate knownThrough, List<BaseJson> bases, List<RuleJson> debtors) {
    }

    /** A base rate, percent a year. */
    public record BaseJson(LocalDate from, LocalDate until, String percent, String source) {
    }

    /** Points above the base rate for some kinds of debtors. */
    public record RuleJson(List<String> kinds, String points, String source) {
    }

    /** Days of delay with one principal and one rate. */
    public record SegmentJson(LocalDate from, LocalDate through, Money principal, String percent, int days, int yearDays) {

        static SegmentJson of(InterestSegment segment) {
            return new SegmentJson(segment.from(), segment.through(), segment.principal(), segment.percent().toPlainString(),
                    segment.days(), segment.yearDays());
        }
    }

    /** What an invoice bears; none: why nothing accrues; unknownFrom: first day whose base rate is in no table, where it stops. */
    public record ChargesJson(NoInterest none, String law, String source, List<SegmentJson> segments, Money interest, Money fixedSum,
            Money claimed, Money open, Money waived, LocalDate unknownFrom) {

        static ChargesJson of(LateCharges charges) {
            return new ChargesJson(charges.none().orElse(null), charges.law().orElse(null), charges.source(),
                    charges.segments().stream().map(SegmentJson::of).toList(), charges.interest(), charges.fixedSum(), charges.claimed(),
                    charges.open(), charges.waived(), charges.unknownFrom().orElse(null));
        }
    }

    /** How much of fees and interest is to be waived, at most what is open. */
    public record WaiverInput(Money amount, Optional<String> reason) {
    }

    /** What became of it. @param waiting null once it was done */
    public record WaivedJson(ChargesJson charges, ApprovalJson waiting) {
    }

    @GET
    @Path("policy")
    @Operation(operationId = "getInterestPolicy", summary = "Whether and how interest is claimed for late payment")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The policy")
    public PolicyJson policy() {
        InterestPolicy policy = interest.policy();
        return new PolicyJson(policy.active(), policy.consumers(), policy.law(), policy.since(), policy.graceDays(), policy.fixedSum(),
                policy.smallest());
    }

    @PUT
    @Path("policy")
    @Operation(operationId = "changeInterestPolicy", summary = "Replace the policy")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The policy as it is now")
    public PolicyJson change(PolicyJson input) {
        if (input.since() == null) {
            throw Refusal.ofInput("since", "", "parameter.date");
        }
        List<Fault> faults = interest.change(new InterestPolicy(input.active(), input.consumers(),
                input.law() == null ? Optional.empty() : input.law(), input.since(), input.graceDays(), input.fixedSum(),
                input.smallest()));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return policy();
    }

    @GET
    @Path("laws")
    @Operation(operationId = "listInterestLaws", summary = "The tables of the law on late payment, with their sources")
    @APIResponseSchema(value = LawJson[].class, responseCode = "200", responseDescription = "The tables")
    public List<LawJson> laws() {
        return interest.laws().stream().map(InterestResource::law).toList();
    }

    private static LawJson law(InterestLaw law) {
        return new LawJson(law.country(), law.dayCount().name(), law.knownThrough(),
                law.bases().stream().map(base -> new BaseJson(base.from(), base.until(), base.percent().toPlainString(), base.source()))
                        .toList(),
                law.debtors().stream().map(rule -> new RuleJson(rule.kinds().stream().map(Enum::name).sorted().toList(),
                        rule.points().toPlainString(), rule.source())).toList());
    }

    @GET
    @Path("customers/{id}")
    @Operation(operationId = "getCustomerInterest", summary = "Whether interest is claimed from a customer, whatever the policy says")
    @APIResponseSchema(value = ChoiceJson.class, responseCode = "200", responseDescription = "The choice")
    public ChoiceJson ofCustomer(@PathParam("id") String id) {
        CustomerId customer = new CustomerId(Parameters.id(id));
        customers.find(customer).orElseThrow(Refusal::notFound);
        return new ChoiceJson(interest.ofCustomer(customer).map(CustomerInterest::choice));
    }

    @PUT
    @Path("customers/{id}")
    @Operation(operationId = "changeCustomerInterest", summary = "Choose for a customer, or leave it to the policy again")
    @APIResponseSchema(value = ChoiceJson.class, responseCode = "200", responseDescription = "The choice as it is now")
    public ChoiceJson choose(@PathParam("id") String id, ChoiceJson input) {
        if (!interest.choose(new CustomerId(Parameters.id(id)), input.choice() == null ? Optional.empty() : input.choice())) {
            throw Refusal.notFound();
        }
        return ofCustomer(id);
    }

    @GET
    @Path("invoices/{id}")
    @Operation(operationId = "getLateCharges", summary = "What an invoice bears for late payment and how it comes about, up to yesterday")
    @APIResponseSchema(value = ChargesJson.class, responseCode = "200", responseDescription = "The charges")
    public ChargesJson charges(@PathParam("id") String id) {
        return interest.charges(new InvoiceId(Parameters.id(id))).map(ChargesJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("invoices/{id}/waivers")
    @Idempotent
    @Operation(operationId = "waiveLateCharges", summary = "Do without fees and interest that are open; answers 202 where a second person"
            + " has to approve")
    @APIResponseSchema(value = WaivedJson.class, responseCode = "200", responseDescription = "Waived")
    public Response waive(@PathParam("id") String id, WaiverInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> {
            InvoiceId invoice = new InvoiceId(Parameters.id(id));
            interest.charges(invoice).orElseThrow(Refusal::notFound);
            String reason = input.reason() == null ? "" : input.reason().orElse("");
            return switch (interest.waive(new WaiverOrder(Once.key(request), invoice, input.amount(), reason))) {
                case WaiverOutcome.Done done -> new Once.Answer(Response.Status.OK, "", new WaivedJson(charges(id), null));
                case WaiverOutcome.AlreadyDone done -> new Once.Answer(Response.Status.OK, "", new WaivedJson(charges(id), null));
                case WaiverOutcome.Waiting waits -> new Once.Answer(Response.Status.ACCEPTED, "", new WaivedJson(charges(id),
                        approvals.find(waits.approval()).map(ApprovalJson::of).orElseThrow()));
                case WaiverOutcome.Refused refused -> throw Refusal.of(refused.faults());
            };
        });
    }
}
