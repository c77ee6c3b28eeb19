package io.quittance.web.order;

import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelRate;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleRate;
import io.quittance.order.boundary.OrderRates;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many orders the rules refuse. */
@RequestScoped
@Path("order-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class RateResource {

    private static final int DAYS = 30;

    @Inject
    OrderRates rates;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** What became of a channel's orders at their first judgement. @param shareBasisPoints of those refused and held */
    public record ChannelRateJson(String channel, String name, ChannelKind kind, long judged, long accepted, long held, long rejected,
            int shareBasisPoints, List<Money> money, List<RuleRateJson> rules) {

        static ChannelRateJson of(ChannelRate rate) {
            return new ChannelRateJson(rate.channel().toString(), rate.name(), rate.kind(), rate.judged(), rate.accepted(), rate.held(),
                    rate.rejected(), rate.share().basisPoints(), rate.money(), rate.rules().stream().map(RuleRateJson::of).toList());
        }
    }

    /** What a rule did to them. @param acceptedLater of the refused and held ones those that were accepted since */
    public record RuleRateJson(RuleKind rule, long rejected, long held, long warned, int shareBasisPoints, List<Money> money,
            long acceptedLater) {

        static RuleRateJson of(RuleRate rate) {
            return new RuleRateJson(rate.rule(), rate.rejected(), rate.held(), rate.warned(), rate.share().basisPoints(), rate.money(),
                    rate.acceptedLater());
        }
    }

    @GET
    @Operation(operationId = "getOrderRates", summary = "How many orders the rules refuse or hold, by channel and rule")
    @APIResponseSchema(value = ChannelRateJson[].class, responseCode = "200", responseDescription = "The rates")
    public List<ChannelRateJson> between(
            @Parameter(description = "First day, 30 days ago by default", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day, today by default", example = "2026-12-31") @QueryParam("to") String to) {
        Parameters parameters = new Parameters();
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        LocalDate first = parameters.date("from", from).orElse(last.minusDays(DAYS));
        parameters.requireOrdered("from", Optional.of(first), Optional.of(last));
        parameters.check();
        return rates.between(first, last).stream().map(ChannelRateJson::of).toList();
    }
}
