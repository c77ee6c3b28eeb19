package io.quittance.web.invoice;

import io.quittance.allocation.boundary.Allocations;
import io.quittance.delivery.PortalLink;
import io.quittance.delivery.boundary.InvoiceSending;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.InvoiceDocuments;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.web.dunning.ReminderJson;
import io.quittance.web.payment.AllocationJson;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What belongs to one invoice: its PDF, private links, timeline, reminders, holds and shares of payments. */
@RequestScoped
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public class InvoiceDetailResource {

    private static final String PDF = "application/pdf";

    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceDocuments documents;
    @Inject
    PortalLinks links;
    @Inject
    InvoiceSending sending;
    @Inject
    InvoiceHolds holds;
    @Inject
    Dunning dunning;
    @Inject
    Allocations allocations;

    /** A private link. Whoever holds it can see and pay the invoice; it is shown this once. */
    public record LinkJson(String url) {
    }

    /** One fact of an invoice's life. */
    public record TimelineJson(Instant at, String kind, String actor, Map<String, String> detail) {
    }

    /** Why collecting pauses. */
    public record HoldInput(String reason) {
    }

    @GET
    @Path("{id}/pdf")
    @Produces({PDF, Problem.MEDIA_TYPE})
    @Operation(operationId = "getInvoicePdf", summary = "The invoice as a PDF; a draft is marked as one")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = PDF))
    public Response pdf(@PathParam("id") String id) {
        PdfDocument pdf = documents.pdf(invoice(id)).orElseThrow(Refusal::notFound);
        return Response.ok(pdf.content(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName().replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
    }

    @POST
    @Path("{id}/links")
    @Operation(operationId = "createInvoiceLink", summary = "Make a private link to an issued invoice")
    @APIResponseSchema(value = LinkJson.class, responseCode = "201", responseDescription = "The link, shown this once")
    public Response link(@PathParam("id") String id) {
        requireIssued(id);
        PortalLink link = links.create(invoice(id));
        return Response.status(Response.Status.CREATED).entity(new LinkJson(link.url())).build();
    }

    @DELETE
    @Path("{id}/links")
    @Operation(operationId = "revokeInvoiceLinks", summary = "Make every private link to the invoice worthless")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Response revoke(@PathParam("id") String id) {
        existing(id);
        links.revokeAll(invoice(id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/timeline")
    @Operation(operationId = "getInvoiceTimeline", summary = "The facts of the invoice's life, oldest first")
    @APIResponseSchema(value = TimelineJson[].class, responseCode = "200", responseDescription = "The facts")
    public List<TimelineJson> timeline(@PathParam("id") String id) {
        existing(id);
        return invoices.timeline(invoice(id)).stream()
                .map(entry -> new TimelineJson(entry.at(), entry.kind(), entry.actor(), entry.detail())).toList();
    }

    @POST
    @Path("{id}/send")
    @Operation(operationId = "sendInvoiceAgain", summary = "Send an issued invoice to its customer once more")
    @APIResponse(responseCode = "202", description = "It will be sent")
    public Response send(@PathParam("id") String id) {
        existing(id);
        if (!sending.sendAgain(invoice(id))) {
            throw Refusal.of(Kind.CONFLICT, "invoice.sendAgain");
        }
        return Response.accepted().build();
    }

    @PUT
    @Path("{id}/holds/{kind}")
    @Operation(operationId = "holdInvoice", summary = "Pause collecting: DISPUTE, PROMISE or MANUAL")
    @APIResponse(responseCode = "204", description = "Held")
    public Response hold(@PathParam("id") String id, @PathParam("kind") String kind, HoldInput input) {
        existing(id);
        if (!holds.place(invoice(id), kind(kind), input.reason())) {
            throw Refusal.of(Kind.CONFLICT, "invoice.hold");
        }
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/holds/{kind}")
    @Operation(operationId = "releaseInvoice", summary = "Let collecting go on")
    @APIResponse(responseCode = "204", description = "Lifted")
    public Response lift(@PathParam("id") String id, @PathParam("kind") String kind) {
        existing(id);
        if (!holds.lift(invoice(id), kind(kind))) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/reminders")
    @Operation(operationId = "getInvoiceReminders", summary = "The invoice's reminders, oldest first")
    @APIResponseSchema(value = ReminderJson[].class, responseCode = "200", responseDescription = "The reminders")
    public List<ReminderJson> reminders(@PathParam("id") String id) {
        existing(id);
        return dunning.of(invoice(id)).stream().map(ReminderJson::of).toList();
    }

    @GET
    @Path("{id}/allocations")
    @Operation(operationId = "getInvoiceAllocations", summary = "Shares of payments that went to the invoice, oldest first")
    @APIResponseSchema(value = AllocationJson[].class, responseCode = "200", responseDescription = "The shares")
    public List<AllocationJson> shares(@PathParam("id") String id) {
        existing(id);
        return allocations.ofInvoice(invoice(id)).stream().map(AllocationJson::of).toList();
    }

    private static InvoiceId invoice(String id) {
        return new InvoiceId(Parameters.id(id));
    }

    private InvoiceView existing(String id) {
        return invoices.find(invoice(id)).orElseThrow(Refusal::notFound);
    }

    private void requireIssued(String id) {
        if (existing(id).row().facts().document() != DocumentStatus.ISSUED) {
            throw Refusal.of(Kind.CONFLICT, "invoice.noLink");
        }
    }

    private static HoldKind kind(String text) {
        Parameters parameters = new Parameters();
        HoldKind kind = parameters.oneOf("kind", text, HoldKind.class).orElse(HoldKind.MANUAL);
        parameters.check();
        return kind;
    }
}
