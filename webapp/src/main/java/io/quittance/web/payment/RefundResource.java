package io.quittance.web.payment;

import io.quittance.access.Permission;
import io.quittance.approval.boundary.Approvals;
import io.quittance.payment.PaymentId;
import io.quittance.payment.boundary.Payments;
import io.quittance.refund.Payee;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRoom;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundWay;
import io.quittance.refund.boundary.RefundUnits;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives money back. A gateway is called after the answer, so that no answer waits for it: ask again how it ended. */
@RequestScoped
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class RefundResource {

    @Inject
    RefundUnits refunds;
    @Inject
    Payments payments;
    @Inject
    Approvals approvals;
    @Inject
    Once once;

    /** Where a transfer goes to. */
    public record PayeeInput(String name, String iban, Optional<String> bic) {
    }

    /**
     * A wish to give money back.
     *
     * @param reason one line, shown to the payer by some gateways
     * @param payee  for the way TRANSFER only
     */
    public record RefundInput(Money amount, RefundWay way, String reason, Optional<PayeeInput> payee) {

        RefundOrder order(String key, PaymentId payment) {
            return new RefundOrder(key, payment, amount, way, reason,
                    payee.map(to -> new Payee(to.name(), to.iban(), to.bic().orElse(""))).orElse(null));
        }
    }

    /** What may go back. @param disputed whether nothing may go back until the payer's bank has decided */
    public record RoomJson(Money refundable, boolean disputed, boolean gateway) {
    }

    /** What became of the wish: either it was written down, or it waits. @param waiting null once it was written down */
    public record AskedJson(RefundJson refund, ApprovalJson waiting) {
    }

    @GET
    @Path("{id}/refundable")
    @Operation(operationId = "getRefundable", summary = "What of a payment may go back, and whether its gateway can do it")
    @APIResponseSchema(value = RoomJson.class, responseCode = "200", responseDescription = "What may go back")
    public RoomJson room(@PathParam("id") String id) {
        RefundRoom room = refunds.room(payment(id)).orElseThrow(Refusal::notFound);
        return new RoomJson(room.refundable(), room.disputed(), room.gateway());
    }

    @GET
    @Path("{id}/refunds")
    @Operation(operationId = "getRefunds", summary = "The refunds of a payment that we asked for, oldest first")
    @APIResponseSchema(value = RefundJson[].class, responseCode = "200", responseDescription = "The refunds")
    public List<RefundJson> list(@PathParam("id") String id) {
        return refunds.ofPayment(existing(id)).stream().map(RefundJson::of).toList();
    }

    @GET
    @Path("{id}/refunds/{refund}")
    @Operation(operationId = "getRefund", summary = "A refund as it stands")
    @APIResponseSchema(value = RefundJson.class, responseCode = "200", responseDescription = "The refund")
    public RefundJson get(@PathParam("id") String id, @PathParam("refund") String refund) {
        return refunds.find(new RefundId(Parameters.id(refund))).filter(row -> row.payment().equals(payment(id))).map(RefundJson::of)
                .orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("{id}/refunds")
    @Idempotent
    @Operation(operationId = "refundPayment", summary = "Give money back through the gateway, or record that it was paid back by hand;"
            + " answers 202 while the gateway has not settled it, or a second person has to approve")
    @APIResponseSchema(value = AskedJson.class, responseCode = "201", responseDescription = "Paid back; Location names it")
    public Response refund(@PathParam("id") String id, RefundInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.PAYMENT_REFUND, () -> {
            RefundOrder order = input.order(Once.key(request), existing(id));
            return switch (refunds.ask(order)) {
                case RefundOutcome.Accepted(RefundRow row) -> answer(row);
                case RefundOutcome.Known(RefundRow row) -> answer(row);
                case RefundOutcome.Waiting waits -> new Once.Answer(Response.Status.ACCEPTED, "",
                        new AskedJson(null, approvals.find(waits.approval()).map(ApprovalJson::of).orElseThrow()));
                case RefundOutcome.Refused refused -> throw Refusal.of(refused.faults());
            };
        });
    }

    private static Once.Answer answer(RefundRow row) {
        return new Once.Answer(row.state().isUnderWay() ? Response.Status.ACCEPTED : Response.Status.CREATED,
                "/api/v1/payments/" + row.payment() + "/refunds/" + row.id(), new AskedJson(RefundJson.of(row), null));
    }

    private static PaymentId payment(String id) {
        return new PaymentId(Parameters.id(id));
    }

    private PaymentId existing(String id) {
        return payments.find(payment(id)).orElseThrow(Refusal::notFound).row().id();
    }
}
