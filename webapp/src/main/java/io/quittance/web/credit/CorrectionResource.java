package io.quittance.web.credit;

import io.quittance.access.Permission;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.PreviewOutcome;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.web.approval.ApprovalJson;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.WriteOffRow;
import io.quittance.writeoff.boundary.WriteOffs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changes an issued invoice: credit notes and write-offs. Above the limit of the business both wait for a second person. */
@RequestScoped
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class CorrectionResource {

    @Inject
    CreditNotes notes;
    @Inject
    WriteOffs writeOffs;
    @Inject
    Approvals approvals;
    @Inject
    InvoiceList invoices;
    @Inject
    Once once;

    /** What may still be credited. */
    public record RoomJson(List<LineRoom> lines, List<CategoryRoom> categories) {
    }

    /** What is left of a line, net. */
    public record LineRoom(int position, String description, Money left) {
    }

    /** What is left of a tax category and rate. */
    public record CategoryRoom(TaxCategory category, String percent, Money net, Money tax) {
    }

    /** What became of a correction: either it was done, or it waits. @param waiting null once it was done */
    public record CreditedJson(CreditJson creditNote, ApprovalJson waiting) {
    }

    /** Why an invoice should not have been issued. @param mail whether its customer is sent the credit note, true by default */
    public record CancellationInput(String reason, Optional<Boolean> mail) {
    }

    /** How much is to be written off, at most what is open. */
    public record WriteOffInput(Money amount, WriteOffReason reason, Optional<String> note) {
    }

    /** What became of a write-off. @param open what the invoice leaves open now; @param waiting null once it was done */
    public record WrittenOffJson(Money open, ApprovalJson waiting) {
    }

    /** A write-off, or a recovery of one (then the amount is negative). */
    public record WriteOffJson(String id, Money amount, WriteOffReason reason, String note, LocalDate bookedOn, Instant at, String actor) {

        static WriteOffJson of(WriteOffRow row) {
            return new WriteOffJson(Long.toString(row.id()), row.amount(), row.reason(), row.note(), row.bookedOn(), row.at(), row.actor());
        }
    }

    @GET
    @Path("{id}/creditable")
    @Operation(operationId = "getCreditable", summary = "What of an invoice may still be credited, per line and per tax rate")
    @APIResponseSchema(value = RoomJson.class, responseCode = "200", responseDescription = "What is left")
    public RoomJson room(@PathParam("id") String id) {
        CreditRoom room = notes.room(invoice(id)).orElseThrow(Refusal::notFound);
        return new RoomJson(
                room.lines().stream().map(line -> new LineRoom(line.line().position(), line.line().description(), line.left())).toList(),
                room.categories().stream().map(part -> new CategoryRoom(part.rate().category(), part.rate().percent().toPlainString(),
                        part.net(), part.tax())).toList());
    }

    @GET
    @Path("{id}/credit-notes")
    @Operation(operationId = "getInvoiceCreditNotes", summary = "The credit notes of an invoice, oldest first")
    @APIResponseSchema(value = CreditJson[].class, responseCode = "200", responseDescription = "The credit notes")
    public List<CreditJson> creditNotes(@PathParam("id") String id) {
        return notes.ofInvoice(existing(id)).stream().map(CreditJson::of).toList();
    }

    @POST
    @Path("{id}/credit-notes/preview")
    @Operation(operationId = "previewCreditNote", summary = "What a credit note would do; changes nothing")
    @APIResponseSchema(value = EffectJson.class, responseCode = "200", responseDescription = "The effect")
    public EffectJson preview(@PathParam("id") String id, CreditInput input) {
        return switch (notes.preview(input.order("preview", existing(id)))) {
            case PreviewOutcome.Possible possible -> EffectJson.of(possible.effect());
            case PreviewOutcome.Refused refused -> throw Refusal.of(refused.faults());
        };
    }

    @POST
    @Path("{id}/credit-notes")
    @Idempotent
    @Operation(operationId = "issueCreditNote", summary = "Credit an issued invoice, whole or in part, before or after it was paid;"
            + " answers 202 where a second person has to approve")
    @APIResponseSchema(value = CreditedJson.class, responseCode = "201", responseDescription = "Issued; Location names it")
    public Response credit(@PathParam("id") String id, CreditInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> credited(input.order(Once.key(request), existing(id))));
    }

    @POST
    @Path("{id}/cancellation")
    @Idempotent
    @Operation(operationId = "cancelInvoice", summary = "Cancel an issued invoice for which no money came in, by a credit note over all"
            + " of it; a draft is discarded instead. Answers 202 where a second person has to approve")
    @APIResponseSchema(value = CreditedJson.class, responseCode = "201", responseDescription = "Cancelled; Location names the credit note")
    public Response cancel(@PathParam("id") String id, CancellationInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> credited(
                CreditOrder.cancellation(Once.key(request), existing(id), input.reason(), input.mail().orElse(true))));
    }

    @GET
    @Path("{id}/write-offs")
    @Operation(operationId = "getWriteOffs", summary = "What was written off of an invoice and what of it came back, oldest first")
    @APIResponseSchema(value = WriteOffJson[].class, responseCode = "200", responseDescription = "Write-offs and recoveries")
    public List<WriteOffJson> writeOffs(@PathParam("id") String id) {
        return writeOffs.of(existing(id)).stream().map(WriteOffJson::of).toList();
    }

    @POST
    @Path("{id}/write-offs")
    @Idempotent
    @Operation(operationId = "writeOff", summary = "Write off a part of what is open, or all of it; money that comes in later opens it"
            + " again. Answers 202 where a second person has to approve")
    @APIResponseSchema(value = WrittenOffJson.class, responseCode = "200", responseDescription = "Written off")
    public Response writeOff(@PathParam("id") String id, WriteOffInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> {
            InvoiceId invoice = existing(id);
            return switch (writeOffs.writeOff(new WriteOffOrder(Once.key(request), invoice, input.amount(), input.reason(),
                    input.note().orElse("")))) {
                case WriteOffOutcome.Done done -> new Once.Answer(Response.Status.OK, "", new WrittenOffJson(done.open(), null));
                case WriteOffOutcome.AlreadyDone done -> new Once.Answer(Response.Status.OK, "",
                        new WrittenOffJson(invoices.find(invoice).orElseThrow().row().open(), null));
                case WriteOffOutcome.Waiting waits -> new Once.Answer(Response.Status.ACCEPTED, "", new WrittenOffJson(
                        invoices.find(invoice).orElseThrow().row().open(),
                        approvals.find(waits.approval()).map(ApprovalJson::of).orElseThrow()));
                case WriteOffOutcome.Refused refused -> throw Refusal.of(refused.faults());
            };
        });
    }

    private Once.Answer credited(CreditOrder order) {
        return switch (notes.issue(order)) {
            case CreditOutcome.Issued done -> issued(done.id());
            case CreditOutcome.AlreadyIssued done -> issued(done.id());
            case CreditOutcome.Waiting waits -> new Once.Answer(Response.Status.ACCEPTED, "", new CreditedJson(null,
                    approvals.find(waits.approval()).map(ApprovalJson::of).orElseThrow()));
            case CreditOutcome.Refused refused -> throw Refusal.of(refused.faults());
        };
    }

    private Once.Answer issued(CreditNoteId id) {
        return new Once.Answer(Response.Status.CREATED, "/api/v1/credit-notes/" + id,
                new CreditedJson(notes.find(id).map(CreditJson::of).orElseThrow(), null));
    }

    private static InvoiceId invoice(String id) {
        return new InvoiceId(Parameters.id(id));
    }

    private InvoiceId existing(String id) {
        return invoices.find(invoice(id)).orElseThrow(Refusal::notFound).id();
    }
}
