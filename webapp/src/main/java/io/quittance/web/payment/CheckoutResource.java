package io.quittance.web.payment;

import io.quittance.config.Configuration;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.boundary.Checkouts;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payment pages of gateways, opened by staff on a debtor's behalf. */
@RequestScoped
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Checkouts")
public class CheckoutResource {

    @Inject
    Checkouts checkouts;
    @Inject
    InvoiceList invoices;
    @Inject
    Plugins plugins;
    @Inject
    Configuration configuration;

    /** A wish to be paid. @param gateway plugin id, the only enabled one by default @param amount all that is open by default */
    public record CheckoutInput(Optional<String> gateway, Optional<Money> amount) {
    }

    /** A hosted page that waits for the payer. */
    public record CheckoutJson(String attempt, String page) {
    }

    /** An attempt to be paid through a gateway. */
    public record AttemptJson(String id, String gateway, Money amount, AttemptState state, String reason, Instant startedAt) {

        static AttemptJson of(AttemptView view) {
            return new AttemptJson(view.id().toString(), view.gateway().value(), view.amount(), view.state(), view.reason(),
                    view.startedAt());
        }
    }

    @GET
    @Path("{id}/checkouts")
    @Operation(operationId = "listCheckouts", summary = "Attempts to be paid through a gateway, newest first")
    @APIResponseSchema(value = AttemptJson[].class, responseCode = "200", responseDescription = "The attempts")
    public List<AttemptJson> list(@PathParam("id") String id) {
        InvoiceId invoice = existing(id);
        return checkouts.attempts(invoice).stream().map(AttemptJson::of).toList();
    }

    @POST
    @Path("{id}/checkouts")
    @Operation(operationId = "startCheckout",
            summary = "Open a gateway's payment page; begins nothing while an earlier attempt is in doubt")
    @APIResponseSchema(value = CheckoutJson.class, responseCode = "201", responseDescription = "Send the payer's browser to the page")
    public Response start(@PathParam("id") String id, CheckoutInput input, @Context HttpHeaders headers) {
        InvoiceId invoice = existing(id);
        Money open = invoices.find(invoice).orElseThrow(Refusal::notFound).row().open();
        EnabledGateway gateway = gateway(input.gateway());
        URI back = URI.create(configuration.required("quittance.base.url"));
        CheckoutResult result = checkouts.start(new CheckoutOrder(invoice, input.amount().orElse(open), gateway.installation(), back,
                CallerLanguage.of(headers)));
        return switch (result) {
            case CheckoutResult.Redirect page -> Response.status(Response.Status.CREATED)
                    .entity(new CheckoutJson(page.attempt().toString(), page.page().toString())).build();
            case CheckoutResult.Declined declined -> throw Refusal.of(Kind.REFUSED, "checkout.declined", declined.reason());
            case CheckoutResult.NotSent away -> throw Refusal.of(Kind.UPSTREAM, "checkout.notSent", away.reason());
            case CheckoutResult.InDoubt doubt -> throw Refusal.of(Kind.CONFLICT, "checkout.held", doubt.attempt());
            case CheckoutResult.Held held -> throw Refusal.of(Kind.CONFLICT, "checkout.held", held.earlier());
            case CheckoutResult.UnknownInvoice unknown -> throw Refusal.notFound();
            case CheckoutResult.Refused refused -> throw Refusal.of(List.of(refused.fault()));
        };
    }

    private EnabledGateway gateway(Optional<String> wanted) {
        List<EnabledGateway> enabled = plugins.enabled(Capability.CHECKOUT);
        List<EnabledGateway> fitting = enabled.stream()
                .filter(each -> wanted.isEmpty() || each.plugin().value().equals(wanted.get())).toList();
        if (fitting.size() != 1) {
            String known = String.join(", ", enabled.stream().map(each -> each.plugin().value()).toList());
            throw Refusal.ofInput("gateway", wanted.orElse(""), "json.choice", known);
        }
        return fitting.getFirst();
    }

    private InvoiceId existing(String id) {
        InvoiceId invoice = new InvoiceId(Parameters.id(id));
        invoices.find(invoice).orElseThrow(Refusal::notFound);
        return invoice;
    }
}
