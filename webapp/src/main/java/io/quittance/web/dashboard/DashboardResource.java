package io.quittance.web.dashboard;

import io.quittance.analytics.AgingBand;
import io.quittance.analytics.CurrencyFigures;
import io.quittance.analytics.DashboardFigures;
import io.quittance.analytics.DashboardFilter;
import io.quittance.analytics.Period;
import io.quittance.analytics.boundary.Dashboard;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dashboard's figures. */
@RequestScoped
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
public class DashboardResource {

    @Inject
    Dashboard dashboard;

    /** Figures as of a day; unlike currencies are never added. */
    public record DashboardJson(LocalDate asOf, LocalDate from, LocalDate to, List<CurrencyJson> currencies) {
    }

    /**
     * One currency. averageDaysPastDue: mean over open claims past due; daysSalesOutstanding: outstanding / invoiced in the
     * last 90 days x 90; both decimal texts, absent where nothing is past due or was invoiced.
     */
    public record CurrencyJson(String currency, Money outstanding, long openClaims, Money overdue, long overdueClaims,
            List<AgingJson> aging, String averageDaysPastDue, String daysSalesOutstanding, CollectionJson collection,
            List<MethodJson> methods, List<MonthJson> months) {
    }

    /** What is open in one band. */
    public record AgingJson(AgingBand band, Money open, long claims) {
    }

    /** Of what fell due in the period, how much is settled; percent is a decimal text, absent when nothing fell due. */
    public record CollectionJson(Money due, Money collected, String percent) {
    }

    /** What was received by one method. */
    public record MethodJson(PaymentMethod method, Money received, long payments) {
    }

    /** A calendar month such as 2026-01. */
    public record MonthJson(String month, Money invoiced, Money received) {
    }

    @GET
    @Operation(operationId = "getDashboard",
            summary = "Outstanding, aging, delay, collection rate and methods, for each currency by itself")
    @APIResponseSchema(value = DashboardJson.class, responseCode = "200", responseDescription = "The figures")
    public DashboardJson get(
            @Parameter(description = "First day; twelve months ago by default", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day; today by default. Figures are as of this day",
                    example = "2026-12-31") @QueryParam("to") String to,
            @Parameter(description = "ISO 4217; all by default", example = "EUR") @QueryParam("currency") String currency) {
        Parameters parameters = new Parameters();
        Optional<LocalDate> first = parameters.date("from", from);
        Optional<LocalDate> last = parameters.date("to", to);
        Optional<Currency> in = parameters.currency("currency", currency);
        Period standard = dashboard.standardPeriod();
        LocalDate end = last.orElse(standard.to());
        LocalDate start = first.orElse(Period.lastTwelveMonths(end).from());
        parameters.requireOrdered("from", Optional.of(start), Optional.of(end));
        parameters.check();
        DashboardFigures figures = dashboard.figures(new DashboardFilter(in, new Period(start, end)));
        return new DashboardJson(figures.asOf(), start, end, figures.currencies().stream().map(DashboardResource::json).toList());
    }

    private static CurrencyJson json(CurrencyFigures of) {
        return new CurrencyJson(of.currency().getCurrencyCode(), of.outstanding(), of.openClaims(), of.overdue(), of.overdueClaims(),
                of.aging().stream().map(slice -> new AgingJson(slice.band(), slice.open(), slice.claims())).toList(),
                text(of.averageDaysPastDue()), text(of.daysSalesOutstanding()),
                new CollectionJson(of.collection().due(), of.collection().collected(), text(of.collection().percent())),
                of.methods().stream().map(share -> new MethodJson(share.method(), share.received(), share.payments())).toList(),
                of.months().stream().map(month -> new MonthJson(month.month().toString(), month.invoiced(), month.received())).toList());
    }

    private static String text(Optional<BigDecimal> decimal) {
        return decimal.map(BigDecimal::toPlainString).orElse(null);
    }
}
