package io.quittance.web.order;

import io.quittance.customer.CustomerId;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderState;
import io.quittance.order.RuleSet;
import io.quittance.order.RulesOutcome;
import io.quittance.order.Verdict;
import io.quittance.order.WhatIf;
import io.quittance.order.boundary.RuleBook;
import io.quittance.order.boundary.RuleText;
import io.quittance.spi.money.Money;
import io.quittance.web.order.OrderRowJson.FindingJson;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Refusal;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of a channel's account: {@code {"rules": [{"rule": "TOTALS", "severity": "REJECT", ...}], "off": []}}. */
@RequestScoped
@Path("order-channels/{id}/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class RuleResource {

    private static final int DAYS = 30;

    @Inject
    RuleBook book;
    @Inject
    RuleText text;

    /** What past orders would have become under other rules. @param more whether there are older ones that were not looked at */
    public record WhatIfJson(int looked, boolean more, List<ChangeJson> wouldPass, List<ChangeJson> wouldBeStopped) {
    }

    /** An order to which the rules would say something else. */
    public record ChangeJson(String order, String reference, String buyer, Money gross, Instant receivedAt, OrderState state, Verdict now,
            Verdict then, List<FindingJson> findings) {

        static ChangeJson of(WhatIf.Change change, Locale language) {
            return new ChangeJson(change.order().toString(), change.reference(), change.buyer(), change.gross().orElse(null),
                    change.receivedAt(), change.state(), change.now(), change.then(),
                    change.findings().stream().map(finding -> FindingJson.of(finding, language)).toList());
        }
    }

    @GET
    @Operation(operationId = "getOrderRules", summary = "The rules of a channel's account")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response get(@PathParam("id") String id) {
        return shown(book.of(ChannelResource.channel(id)).orElseThrow(Refusal::notFound));
    }

    @PUT
    @Operation(operationId = "changeOrderRules", summary = "Change the rules of a channel's account, from the next judgement on")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response change(@PathParam("id") String id, byte[] body) {
        return shown(changed(book.change(ChannelResource.channel(id), rules(body))));
    }

    @GET
    @Path("beginning")
    @Operation(operationId = "getFirstOrderRules", summary = "The rules that such an account begins with")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response beginning(@PathParam("id") String id) {
        return shown(book.beginning(ChannelResource.channel(id)).orElseThrow(Refusal::notFound));
    }

    @GET
    @Path("customers/{customer}")
    @Operation(operationId = "getCustomerOrderRules", summary = "What is different for a customer there")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response customer(@PathParam("id") String id, @PathParam("customer") String customer) {
        ChannelId channel = ChannelResource.channel(id);
        if (book.of(channel).isEmpty()) {
            throw Refusal.notFound();
        }
        return shown(book.ofCustomers(channel).getOrDefault(new CustomerId(Parameters.id(customer)), RuleSet.NONE));
    }

    @PUT
    @Path("customers/{customer}")
    @Operation(operationId = "changeCustomerOrderRules", summary = "Change what is different for a customer there")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response changeCustomer(@PathParam("id") String id, @PathParam("customer") String customer, byte[] body) {
        return shown(changed(book.changeFor(ChannelResource.channel(id), new CustomerId(Parameters.id(customer)), rules(body))));
    }

    @POST
    @Path("what-if")
    @Operation(operationId = "tryOrderRules", summary = "What past orders would have become under these rules; nothing changes")
    @APIResponseSchema(value = WhatIfJson.class, responseCode = "200", responseDescription = "The orders that they would treat otherwise")
    public WhatIfJson whatIf(@PathParam("id") String id,
            @Parameter(description = "Days to look back, 1 to 365, 30 by default") @QueryParam("days") String days,
            @Context HttpHeaders headers, byte[] body) {
        Parameters parameters = new Parameters();
        int back = parameters.whole("days", days, 1, RuleBook.MOST_DAYS, DAYS);
        parameters.check();
        WhatIf found = book.whatIf(ChannelResource.channel(id), rules(body), back).orElseThrow(Refusal::notFound);
        Locale language = CallerLanguage.of(headers);
        return new WhatIfJson(found.looked(), found.more(),
                found.wouldPass().stream().map(change -> ChangeJson.of(change, language)).toList(),
                found.wouldBeStopped().stream().map(change -> ChangeJson.of(change, language)).toList());
    }

    private RuleSet rules(byte[] body) {
        return changed(text.read(body == null ? "" : new String(body, StandardCharsets.UTF_8)));
    }

    private static RuleSet changed(RulesOutcome outcome) {
        return switch (outcome) {
            case RulesOutcome.Changed changed -> changed.rules();
            case RulesOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case RulesOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }

    private Response shown(RuleSet rules) {
        return Response.ok(text.write(rules).getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
