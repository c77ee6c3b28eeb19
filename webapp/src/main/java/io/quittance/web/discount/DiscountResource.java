package io.quittance.web.discount;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.Goodwill;
import io.quittance.allocation.boundary.EarlyPayment;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Discounts for early payment. */
@RequestScoped
@Path("discounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Early payment")
public class DiscountResource {

    @Inject
    DiscountOffers offers;
    @Inject
    EarlyPayment early;
    @Inject
    Customers customers;
    @Inject
    InvoiceList invoices;
    @Inject
    Once once;

    /** Terms; offered is false where there are none, and then the rest is absent. */
    public record TermsJson(boolean offered, String percent, Integer days, DiscountTerms.TaxMode taxMode) {

        static TermsJson of(Optional<DiscountTerms> terms) {
            return terms.map(known -> new TermsJson(true, known.percent().toPlainString(), known.days(), known.taxMode()))
                    .orElse(new TermsJson(false, null, null, null));
        }
    }

    /** Terms to offer; days from the issue date to the last day in time. */
    public record TermsInput(BigDecimal percent, int days, Optional<DiscountTerms.TaxMode> taxMode) {

        DiscountTerms terms() {
            if (percent == null) {
                throw Refusal.ofInput("percent", "", "json.value", "a number");
            }
            return new DiscountTerms(percent, days, taxMode == null ? DiscountTerms.TaxMode.INCLUDED
                    : taxMode.orElse(DiscountTerms.TaxMode.INCLUDED));
        }
    }

    /** What an invoice offers and what became of it; until: last day whose money counts, later than lastDay by goodwill. */
    public record OfferJson(LocalDate lastDay, LocalDate until, String percent, Money amount, DiscountTerms.TaxMode taxMode,
            Money granted) {

        static OfferJson of(EarlyPaymentView view) {
            return new OfferJson(view.offer().lastDay(), view.until(), view.offer().percent().toPlainString(), view.offer().amount(),
                    view.offer().taxMode(), view.granted());
        }
    }

    /** Until when money counts as if it had come in time. */
    public record GoodwillInput(LocalDate until, Optional<String> reason) {
    }

    @GET
    @Path("customers/{id}")
    @Operation(operationId = "getCustomerDiscountTerms", summary = "What a customer is offered for paying early")
    @APIResponseSchema(value = TermsJson.class, responseCode = "200", responseDescription = "The terms")
    public TermsJson ofCustomer(@PathParam("id") String id) {
        return TermsJson.of(offers.ofCustomer(customer(id)));
    }

    @PUT
    @Path("customers/{id}")
    @Operation(operationId = "changeCustomerDiscountTerms", summary = "Offer a customer a discount on invoices issued from now on")
    @APIResponseSchema(value = TermsJson.class, responseCode = "200", responseDescription = "The terms as they are now")
    public TermsJson change(@PathParam("id") String id, TermsInput input) {
        refuse(offers.change(customer(id), Optional.of(input.terms())));
        return ofCustomer(id);
    }

    @DELETE
    @Path("customers/{id}")
    @Operation(operationId = "forgetCustomerDiscountTerms", summary = "Offer a customer no discount any more")
    @APIResponse(responseCode = "204", description = "Nothing is offered")
    public Response forget(@PathParam("id") String id) {
        refuse(offers.change(customer(id), Optional.empty()));
        return Response.noContent().build();
    }

    @GET
    @Path("drafts/{id}")
    @Operation(operationId = "getDraftDiscountTerms", summary = "What a draft will offer where it differs from its customer's terms")
    @APIResponseSchema(value = TermsJson.class, responseCode = "200", responseDescription = "The terms")
    public TermsJson ofDraft(@PathParam("id") String id) {
        return TermsJson.of(offers.ofDraft(invoice(id)));
    }

    @PUT
    @Path("drafts/{id}")
    @Operation(operationId = "changeDraftDiscountTerms", summary = "Let a draft offer terms of its own")
    @APIResponseSchema(value = TermsJson.class, responseCode = "200", responseDescription = "The terms as they are now")
    public TermsJson changeDraft(@PathParam("id") String id, TermsInput input) {
        refuse(offers.changeDraft(invoice(id), Optional.of(input.terms())));
        return ofDraft(id);
    }

    @DELETE
    @Path("drafts/{id}")
    @Operation(operationId = "forgetDraftDiscountTerms", summary = "Let a draft offer its customer's terms again")
    @APIResponse(responseCode = "204", description = "The customer's terms hold")
    public Response forgetDraft(@PathParam("id") String id) {
        refuse(offers.changeDraft(invoice(id), Optional.empty()));
        return Response.noContent().build();
    }

    @GET
    @Path("invoices/{id}")
    @Operation(operationId = "getEarlyPayment", summary = "What an issued invoice offers for paying early, and what of it was deducted;"
            + " 404 where it offers nothing")
    @APIResponseSchema(value = OfferJson.class, responseCode = "200", responseDescription = "The offer")
    public OfferJson of(@PathParam("id") String id) {
        return early.of(invoice(id)).map(OfferJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("invoices/{id}/goodwill")
    @Idempotent
    @Operation(operationId = "extendEarlyPayment", summary = "Take money that came in by a later day as if it had come in time")
    @APIResponseSchema(value = OfferJson.class, responseCode = "200", responseDescription = "The offer as it is now")
    public Response extend(@PathParam("id") String id, GoodwillInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> {
            refuse(early.extend(new Goodwill(invoice(id), input.until(), input.reason() == null ? "" : input.reason().orElse(""))));
            return new Once.Answer(Response.Status.OK, "", of(id));
        });
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private CustomerId customer(String id) {
        return customers.find(new CustomerId(Parameters.id(id))).orElseThrow(Refusal::notFound).id();
    }

    private InvoiceId invoice(String id) {
        return invoices.find(new InvoiceId(Parameters.id(id))).orElseThrow(Refusal::notFound).id();
    }
}
