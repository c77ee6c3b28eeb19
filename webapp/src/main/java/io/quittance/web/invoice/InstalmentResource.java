package io.quittance.web.invoice;

import io.quittance.access.Permission;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.PlanEndOutcome;
import io.quittance.invoice.PreviewOutcome;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an invoice leaves open, laid out in instalments. */
@RequestScoped
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public class InstalmentResource {

    @Inject
    Instalments instalments;
    @Inject
    InvoiceList invoices;
    @Inject
    Once once;

    /** Terms: a first payment of its own amount if wished, the rest in count equal parts every so many months (1 when absent). */
    public record TermsInput(Optional<Money> down, LocalDate first, int count, Optional<Integer> months) {
    }

    /** A part of what is open; due is a civil day in the zone of the contract. */
    public record InstalmentJson(LocalDate due, Money amount) {

        static InstalmentJson of(Instalment instalment) {
            return new InstalmentJson(instalment.due(), instalment.amount());
        }

        static List<Instalment> all(List<InstalmentJson> parts) {
            return parts.stream().map(part -> new Instalment(part.due(), part.amount())).toList();
        }
    }

    /** The parts, in the order of their due dates; they sum exactly to what is open of the principal. */
    public record ScheduleInput(List<InstalmentJson> instalments) {
    }

    /** The parts of the new plan, like those of a first one. @param reason why, for the timeline */
    public record ReplacementInput(List<InstalmentJson> instalments, String reason) {
    }

    /** Why a plan ends. */
    public record EndingInput(String reason) {
    }

    /** What terms would give. */
    public record PreviewJson(Money open, List<InstalmentJson> instalments) {
    }

    @POST
    @Path("{id}/instalments/preview")
    @Operation(operationId = "previewInstalments", summary = "The schedule that terms would give; nothing changes")
    @APIResponseSchema(value = PreviewJson.class, responseCode = "200", responseDescription = "The schedule")
    public PreviewJson preview(@PathParam("id") String id, TermsInput input) {
        InstalmentTerms terms = new InstalmentTerms(input.down(), input.first(), input.count(), input.months().orElse(1));
        return switch (instalments.preview(existing(id), terms)) {
            case PreviewOutcome.Preview preview ->
                    new PreviewJson(preview.open(), preview.instalments().stream().map(InstalmentJson::of).toList());
            case PreviewOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case PreviewOutcome.NothingOpen none -> throw Refusal.of(Kind.CONFLICT, "instalments.nothingOpen");
        };
    }

    @POST
    @Path("{id}/instalments")
    @Idempotent
    @Operation(operationId = "scheduleInstalments", summary = "Replace the open principal by instalments, once")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "200", responseDescription = "The invoice with its claims")
    public Response schedule(@PathParam("id") String id, ScheduleInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> {
            InvoiceId invoice = existing(id);
            require(instalments.schedule(invoice, InstalmentJson.all(input.instalments())));
            return new Once.Answer(Response.Status.OK, "", InvoiceJson.of(invoices.find(invoice).orElseThrow()));
        });
    }

    @PUT
    @Path("{id}/instalments")
    @Idempotent
    @Operation(operationId = "replaceInstalments", summary = "End the plan of instalments and lay what is open of it out anew")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "200", responseDescription = "The invoice with its claims")
    public Response replace(@PathParam("id") String id, ReplacementInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> {
            InvoiceId invoice = existing(id);
            require(instalments.replace(invoice, InstalmentJson.all(input.instalments()), input.reason()));
            return new Once.Answer(Response.Status.OK, "", InvoiceJson.of(invoices.find(invoice).orElseThrow()));
        });
    }

    @POST
    @Path("{id}/instalments/ending")
    @Idempotent
    @Operation(operationId = "endInstalments", summary = "End the plan of instalments: what is open of it is due as the invoice says")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "200", responseDescription = "The invoice with its claims")
    public Response end(@PathParam("id") String id, EndingInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> {
            InvoiceId invoice = existing(id);
            return switch (instalments.end(invoice, input.reason())) {
                case PlanEndOutcome.Ended ended ->
                        new Once.Answer(Response.Status.OK, "", InvoiceJson.of(invoices.find(invoice).orElseThrow()));
                case PlanEndOutcome.Refused refused -> throw Refusal.of(refused.faults());
                case PlanEndOutcome.NoPlan none -> throw Refusal.of(Kind.CONFLICT, "instalments.none");
            };
        });
    }

    /** @throws Refusal unless the schedule was made */
    static void require(ScheduleOutcome outcome) {
        switch (outcome) {
            case ScheduleOutcome.Scheduled done -> { }
            case ScheduleOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ScheduleOutcome.AlreadyScheduled already -> throw Refusal.of(Kind.CONFLICT, "instalments.already");
            case ScheduleOutcome.NothingOpen none -> throw Refusal.of(Kind.CONFLICT, "instalments.nothingOpen");
            case ScheduleOutcome.Changed changed -> throw Refusal.of(Kind.CONFLICT, "instalments.changed", changed.open());
            case ScheduleOutcome.Unknown unknown -> throw Refusal.notFound();
        }
    }

    private InvoiceId existing(String id) {
        InvoiceId invoice = new InvoiceId(Parameters.id(id));
        invoices.find(invoice).orElseThrow(Refusal::notFound);
        return invoice;
    }
}
