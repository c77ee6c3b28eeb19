package io.quittance.web.invoice;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceScroll;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.spi.money.Money;
import io.quittance.web.invoice.InstalmentResource.InstalmentJson;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices from draft to issued. */
@RequestScoped
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public class InvoiceResource {

    @Inject
    InvoiceList invoices;
    @Inject
    Invoicing invoicing;
    @Inject
    DraftDefaults defaults;
    @Inject
    Instalments instalments;
    @Inject
    Once once;

    /**
     * A page of invoices.
     *
     * @param total counts all pages, but no further than 10,000; absent when {@code after} was given
     * @param more  there are more than the total
     * @param next  what to give as {@code after} to go on; absent at the end and when {@code after} was not given
     */
    public record InvoicePage(List<InvoiceRowJson> rows, Optional<Long> total, boolean more, Optional<String> next) {
    }

    /** Sums over invoices of one currency. */
    public record SumsJson(String currency, long count, Money gross, Money open) {
    }

    /**
     * How to issue.
     *
     * @param mail        whether the customer gets it by e-mail, true by default
     * @param instalments parts with due dates of their own; without them the whole is due at once
     */
    public record IssueInput(Optional<Boolean> mail, Optional<List<InstalmentJson>> instalments) {
    }

    /** An invoice that was issued. @param creditWarning absent unless the customer owes more than its credit limit */
    public record IssuedJson(String id, String number, CreditWarningJson creditWarning) {
    }

    /** The customer's credit limit, and what it owes in that currency. */
    public record CreditWarningJson(Money limit, Money owed) {
    }

    @GET
    @Operation(operationId = "listInvoices", summary = "A page of the invoices that fit")
    @APIResponseSchema(value = InvoicePage.class, responseCode = "200", responseDescription = "The page")
    public InvoicePage list(@BeanParam InvoiceListParameters wanted, @BeanParam Paging paging,
            @Parameter(description = "To read a list of any length: empty at first, then what the page before named as next")
            @QueryParam("after") String after) {
        Parameters parameters = new Parameters();
        InvoiceFilter filter = wanted.filter(parameters);
        Page.Request<InvoiceSort> request = parameters.page(paging, InvoiceSort.class, InvoiceSort.CREATED);
        if (request.offset() > InvoiceList.COUNTED) {
            parameters.fault("offset", Integer.toString(request.offset()), "parameter.whole", 0, InvoiceList.COUNTED);
        }
        parameters.check();
        if (after != null) {
            InvoiceScroll part = invoices.scroll(filter, request.sort(), request.ascending(),
                    Optional.of(after).filter(place -> !place.isEmpty()), request.limit())
                    .orElseThrow(() -> Refusal.ofInput("after", after, "parameter.after"));
            return new InvoicePage(json(part.rows()), Optional.empty(), part.next().isPresent(), part.next());
        }
        Page<InvoiceRow> page = invoices.page(filter, request);
        return new InvoicePage(json(page.rows()), Optional.of(page.total()), page.more(), Optional.empty());
    }

    private static List<InvoiceRowJson> json(List<InvoiceRow> rows) {
        return rows.stream().map(InvoiceRowJson::of).toList();
    }

    @GET
    @Path("sums")
    @Operation(operationId = "sumInvoices", summary = "Sums over all invoices that fit, for each currency by itself")
    @APIResponseSchema(value = SumsJson[].class, responseCode = "200", responseDescription = "One entry for each currency")
    public List<SumsJson> sums(@BeanParam InvoiceListParameters wanted) {
        Parameters parameters = new Parameters();
        InvoiceFilter filter = wanted.filter(parameters);
        parameters.check();
        return invoices.sums(filter).entrySet().stream()
                .map(entry -> sums(entry.getKey().getCurrencyCode(), entry.getValue()))
                .sorted(Comparator.comparing(SumsJson::currency))
                .toList();
    }

    private static SumsJson sums(String currency, InvoiceSums sums) {
        return new SumsJson(currency, sums.count(), sums.gross(), sums.open());
    }

    @POST
    @Idempotent
    @Operation(operationId = "draftInvoice", summary = "Draft an invoice; amounts and tax are computed")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "201", responseDescription = "Drafted; Location names it")
    public Response draft(InvoiceInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_WRITE, () -> {
            InvoiceId id = drafted(invoicing.draft(input.draft(defaults)));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(id.toString()).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, get(id.toString()));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getInvoice", summary = "An invoice in full")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "200", responseDescription = "The invoice")
    public InvoiceJson get(@PathParam("id") String id) {
        return invoices.find(new InvoiceId(Parameters.id(id))).map(InvoiceJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeInvoice", summary = "Replace a draft")
    @APIResponseSchema(value = InvoiceJson.class, responseCode = "200", responseDescription = "The draft as it is now")
    public InvoiceJson change(@PathParam("id") String id, InvoiceInput input) {
        return get(drafted(invoicing.change(new InvoiceId(Parameters.id(id)), input.draft(defaults))).toString());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "discardInvoice", summary = "Discard a draft; it stays visible as cancelled")
    @APIResponse(responseCode = "204", description = "Discarded")
    public Response discard(@PathParam("id") String id) {
        drafted(invoicing.discard(new InvoiceId(Parameters.id(id))));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/issue")
    @Idempotent
    @Operation(operationId = "issueInvoice", summary = "Issue a draft: number, document, journal entry and mail in one unit of work")
    @APIResponseSchema(value = IssuedJson.class, responseCode = "200", responseDescription = "Issued, now or before")
    public Response issue(@PathParam("id") String id, IssueInput input, @Context ContainerRequestContext request) {
        InvoiceId invoice = new InvoiceId(Parameters.id(id));
        Supplier<Once.Answer> work = () -> {
            IssueOutcome outcome = invoicing.issue(invoice, input.mail().orElse(true));
            if (outcome instanceof IssueOutcome.Issued && input.instalments().isPresent()) {
                InstalmentResource.require(instalments.schedule(invoice, InstalmentJson.all(input.instalments().get())));
            }
            return issued(outcome);
        };
        return once.answer(request, Permission.INVOICE_ISSUE, work);
    }

    private Once.Answer issued(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Issued done -> answer(done.id(), done.number());
            case IssueOutcome.AlreadyIssued done -> answer(done.id(), done.number());
            case IssueOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case IssueOutcome.NotADraft state -> throw Refusal.of(Kind.CONFLICT, "invoice.state", state.status());
            case IssueOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }

    private Once.Answer answer(InvoiceId id, InvoiceNumber number) {
        InvoiceRow row = invoices.find(id).orElseThrow().row();
        CreditWarningJson warning = defaults.credit(row.customer(), Money.zero(row.gross().currency())).filter(CreditStanding::over)
                .map(standing -> new CreditWarningJson(standing.limit(), standing.owed())).orElse(null);
        return new Once.Answer(Response.Status.OK, "", new IssuedJson(id.toString(), number.text(), warning));
    }

    private static InvoiceId drafted(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Drafted done -> done.id();
            case DraftOutcome.Discarded done -> done.id();
            case DraftOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case DraftOutcome.NotADraft state -> throw Refusal.of(Kind.CONFLICT, "invoice.state", state.status());
            case DraftOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
