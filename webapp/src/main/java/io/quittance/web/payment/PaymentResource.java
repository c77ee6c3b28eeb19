package io.quittance.web.payment;

import io.quittance.Page;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.customer.CustomerId;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.PaymentState;
import io.quittance.payment.PaymentView;
import io.quittance.payment.boundary.Payments;
import io.quittance.web.payment.PaymentJson.PaymentRowJson;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments: those of gateways are read, those past the gateways are recorded. */
@RequestScoped
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {

    @Inject
    Payments payments;
    @Inject
    ManualPayments manual;
    @Inject
    Allocations allocations;
    @Inject
    Once once;

    /** A page of payments; total counts all pages. */
    public record PaymentPage(List<PaymentRowJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listPayments", summary = "A page of the payments that fit")
    @APIResponseSchema(value = PaymentPage.class, responseCode = "200", responseDescription = "The page")
    public PaymentPage list(
            @Parameter(description = "Part of the reference or the label") @QueryParam("text") String text,
            @Parameter(description = "May be given several times", example = "CAPTURED") @QueryParam("state") List<String> state,
            @Parameter(description = "Id of a customer") @QueryParam("customer") String customer,
            @Parameter(description = "ISO 4217", example = "EUR") @QueryParam("currency") String currency,
            @Parameter(description = "First day received", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day received", example = "2026-12-31") @QueryParam("to") String to,
            @Parameter(description = "true: only those of which something rests in unapplied "
                    + "cash") @QueryParam("unapplied") String unapplied,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        Set<PaymentState> states = parameters.anyOf("state", state, PaymentState.class);
        Optional<CustomerId> of = parameters.reference("customer", customer).map(CustomerId::new);
        Optional<Currency> in = parameters.currency("currency", currency);
        Optional<LocalDate> first = parameters.date("from", from);
        Optional<LocalDate> last = parameters.date("to", to);
        parameters.requireOrdered("from", first, last);
        Page.Request<PaymentSort> request = parameters.page(paging, PaymentSort.class, PaymentSort.RECEIVED);
        parameters.check();
        PaymentFilter filter = new PaymentFilter(Optional.ofNullable(text).orElse(""), states, of, in, first, last,
                Boolean.parseBoolean(unapplied));
        Page<PaymentRow> page = payments.page(filter, request);
        return new PaymentPage(page.rows().stream().map(PaymentRowJson::of).toList(), page.total());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPayment", summary = "A payment in full")
    @APIResponseSchema(value = PaymentJson.class, responseCode = "200", responseDescription = "The payment")
    public PaymentJson get(@PathParam("id") String id) {
        return payments.find(new PaymentId(Parameters.id(id))).map(PaymentJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Idempotent
    @Operation(operationId = "recordPayment", summary = "Record cash, a cheque or a transfer, and allocate it at once")
    @APIResponseSchema(value = PaymentJson.class, responseCode = "201", responseDescription = "Recorded; Location names it")
    public Response record(PaymentInput input, @Context ContainerRequestContext request) {
        Supplier<ManualPayment> payment = () -> input.payment(Once.key(request));
        String here = request.getUriInfo().getAbsolutePath().getPath().replaceFirst("/$", "");
        Function<PaymentView, Once.Answer> described = view -> new Once.Answer(Response.Status.CREATED, here + "/" + view.row().id(),
                PaymentJson.of(view));
        return once.answerTogether(request, payment, described, () ->
                described.apply(payments.find(recorded(manual.record(payment.get()))).orElseThrow()));
    }

    private static PaymentId recorded(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Recorded done -> done.payment();
            case RecordOutcome.AlreadyRecorded done -> done.payment();
            case RecordOutcome.Refused refused -> throw Refusal.of(refused.faults());
        };
    }
}
