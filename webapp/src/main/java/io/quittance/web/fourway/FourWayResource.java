package io.quittance.web.fourway;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.fourway.ExplainOutcome;
import io.quittance.fourway.Finding;
import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.FourWaySheet;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.GapState;
import io.quittance.fourway.Leg;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.SettlementDelays;
import io.quittance.fourway.SettlementPace;
import io.quittance.fourway.boundary.FourWayStatement;
import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.language.Texts;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The four-way statement. */
@RequestScoped
@Path("reconciliation/fourway")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bank statements")
public class FourWayResource {

    @Inject
    FourWayStatement statement;
    @Inject
    CurrentTenant tenant;
    @Inject
    Texts texts;
    @Inject
    Clock clock;

    /** A record to look at. */
    public record RecordJson(RecordRef.Kind kind, String id, String label) {

        static RecordJson of(RecordRef ref) {
            return new RecordJson(ref.kind(), Long.toString(ref.id()), ref.label());
        }
    }

    /** One amount as each of the four tells it; what a gateway kept and what is on its way counts with the bank. */
    public record RowJson(FourWayRow.Kind kind, String id, String label, LocalDate day, Money invoices, Money settled, Money onAccount,
            Money ledger, Money gross, Money fee, Money reserve, Money exchanged, Money net, Money onBank, Money onTheWay, Money bank,
            Money apart, List<RecordJson> records) {

        static RowJson of(FourWayRow row) {
            return new RowJson(row.kind(), Long.toString(row.ref().id()), row.ref().label(), row.day(), row.invoices(), row.settled(),
                    row.onAccount(), row.ledger(), row.gateway().gross(), row.gateway().fee(), row.gateway().reserve(),
                    row.gateway().exchanged(), row.gateway().net(), row.onBank(), row.onTheWay(), row.bank(), row.apart(),
                    row.records().stream().map(RecordJson::of).toList());
        }
    }

    /** What does not agree; why and remedy are one sentence each, in the language of the reader. */
    public record GapJson(String id, Gap gap, Leg at, LocalDate day, Money amount, GapState state, String reason, String why,
            String remedy, List<RecordJson> records, Instant foundAt, Instant changedAt, String explanation, String explainedBy) {
    }

    /** The statement of some days in one currency. */
    public record SheetJson(LocalDate from, LocalDate to, String currency, FourWaySheet.Totals total, List<RowJson> rows,
            List<GapJson> gaps) {
    }

    /** A page of gaps; total counts all pages. */
    public record GapPage(List<GapJson> rows, long total) {
    }

    /** Why a gap is so. */
    public record ReasonInput(String reason) {
    }

    /** Days that money may be on its way. @param settlement by a gateway's plugin id @param otherwise for all other gateways */
    public record DelaysJson(int bank, Map<String, Integer> settlement, int otherwise) {
    }

    /** How long gateways took, in days; those are left out of which no payout says what it holds. */
    public record PacePage(List<SettlementPace> gateways) {
    }

    @GET
    @Operation(operationId = "getFourWayStatement", summary = "What invoices, ledger, gateways and bank say of some days")
    @APIResponseSchema(value = SheetJson.class, responseCode = "200", responseDescription = "The statement")
    public SheetJson sheet(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("currency") String currency) {
        Parameters parameters = new Parameters();
        Optional<LocalDate> first = parameters.date("from", from);
        Optional<LocalDate> last = parameters.date("to", to);
        Optional<Currency> wanted = parameters.currency("currency", currency);
        parameters.requireOrdered("from", first, last);
        parameters.check();
        LocalDate until = last.orElseGet(() -> tenant.get().today(clock));
        FourWaySheet sheet = statement.sheet(first.orElse(until), until, wanted);
        return new SheetJson(sheet.from(), sheet.to(), sheet.currency().getCurrencyCode(), sheet.total(),
                sheet.rows().stream().map(RowJson::of).toList(), sheet.gaps().stream().map(this::json).toList());
    }

    @GET
    @Path("gaps")
    @Operation(operationId = "listGaps", summary = "A page of what does not agree, newest day first")
    @APIResponseSchema(value = GapPage.class, responseCode = "200", responseDescription = "The page")
    public GapPage gaps(@QueryParam("gap") List<String> gap, @QueryParam("state") List<String> state,
            @QueryParam("currency") String currency, @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        Set<Gap> gaps = parameters.anyOf("gap", gap, Gap.class);
        Set<GapState> states = parameters.anyOf("state", state, GapState.class);
        Optional<Currency> wanted = parameters.currency("currency", currency);
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<GapRow> page = statement.gaps(new GapFilter(gaps, states, wanted, Optional.empty(), Optional.empty()), offset, limit);
        return new GapPage(page.rows().stream().map(this::json).toList(), page.total());
    }

    @PUT
    @Path("gaps/{id}/explanation")
    @Operation(operationId = "explainGap", summary = "Say why a gap is so; it opens again should what it is about change")
    @APIResponseSchema(value = GapJson.class, responseCode = "200", responseDescription = "The gap")
    public GapJson explain(@PathParam("id") String id, ReasonInput input) {
        return switch (statement.explain(Parameters.id(id), input.reason() == null ? "" : input.reason())) {
            case ExplainOutcome.Done done -> json(done.gap());
            case ExplainOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
            case ExplainOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    @GET
    @Path("delays")
    @Operation(operationId = "getSettlementDelays", summary = "How long money may be on its way before it is missed")
    @APIResponseSchema(value = DelaysJson.class, responseCode = "200", responseDescription = "Days")
    public DelaysJson delays() {
        SettlementDelays delays = statement.delays();
        return new DelaysJson(delays.bank(), delays.settlement(), delays.otherwise());
    }

    @GET
    @Path("pace")
    @Operation(operationId = "getSettlementPace", summary = "How long gateways took of late from the payment to the payout's day")
    @APIResponseSchema(value = PacePage.class, responseCode = "200", responseDescription = "By gateway")
    public PacePage pace() {
        return new PacePage(statement.pace());
    }

    @PUT
    @Path("delays")
    @Operation(operationId = "changeSettlementDelays", summary = "Change how long money may be on its way before it is missed")
    @APIResponseSchema(value = DelaysJson.class, responseCode = "200", responseDescription = "Days, as they are now")
    public DelaysJson change(DelaysJson input) {
        List<Fault> faults = statement.delays(new SettlementDelays(input.bank(),
                input.settlement() == null ? Map.of() : input.settlement(), input.otherwise()));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return delays();
    }

    private GapJson json(GapRow row) {
        Finding finding = row.finding();
        return new GapJson(Long.toString(row.id()), finding.gap(), finding.at(), finding.day(), finding.amount(), row.state(),
                finding.reason().name(), texts.of("fourway.why." + finding.reason(), finding.said().toArray()),
                texts.of("fourway.do." + finding.gap() + "." + finding.at()), finding.records().stream().map(RecordJson::of).toList(),
                row.foundAt(), row.changedAt(), row.explanation(), row.explainedBy());
    }
}
