package io.quittance.web.ledger;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.ledger.AccountLedger;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.LedgerAccount;
import io.quittance.ledger.boundary.JournalExport;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books. */
@RequestScoped
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {

    private static final String TEXT = "text/plain";

    @Inject
    LedgerReports reports;
    @Inject
    JournalExport export;
    @Inject
    InvoiceList invoices;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** An account of the chart. */
    public record AccountJson(String code, String role, String kind, String name) {

        static AccountJson of(LedgerAccount account, Locale language) {
            return new AccountJson(account.code(), account.role().name(), account.kind().name(), account.name(language));
        }
    }

    /** One account in one currency; balance is positive for a debit balance. */
    public record BalanceJson(AccountJson account, Money debits, Money credits, Money balance) {
    }

    /** A line of the journal; a debit is positive, a credit negative. */
    public record LineJson(String entry, int number, LocalDate bookedOn, Instant postedAt, String causeType, String causeId,
            String description, String actor, AccountJson account, Money amount, String customer, String invoice, String claim) {

        static LineJson of(JournalLine line, Locale language) {
            return new LineJson(line.entry().toString(), line.number(), line.bookedOn(), line.postedAt(), line.cause().type(),
                    Long.toString(line.cause().id()), line.description(), line.actor(), AccountJson.of(line.account(), language),
                    line.amount(), text(line.dimension().customer()), text(line.dimension().invoice()), text(line.dimension().claim()));
        }

        private static String text(OptionalLong id) {
            return id.isPresent() ? Long.toString(id.getAsLong()) : null;
        }
    }

    /** What is owed on one claim. */
    public record OpenItemJson(String customer, String invoice, String claim, Money open) {
    }

    /** A page of an account; more says whether lines follow. */
    public record AccountLinesJson(AccountJson account, Money opening, List<LineJson> lines, Money closing, boolean more) {
    }

    @GET
    @Path("accounts")
    @Operation(operationId = "listAccounts", summary = "The chart of accounts")
    @APIResponseSchema(value = AccountJson[].class, responseCode = "200", responseDescription = "The accounts")
    public List<AccountJson> accounts(@Context HttpHeaders headers) {
        return reports.accounts().stream().map(account -> AccountJson.of(account, CallerLanguage.of(headers))).toList();
    }

    @GET
    @Path("trial-balance")
    @Operation(operationId = "getTrialBalance", summary = "Every account with lines, for each currency by itself")
    @APIResponseSchema(value = BalanceJson[].class, responseCode = "200", responseDescription = "The balances")
    public List<BalanceJson> trialBalance(
            @Parameter(description = "Everything booked up to this day; today by default", example = "2026-12-31")
            @QueryParam("asOf") String asOf,
            @Parameter(description = "Only what was posted by this instant; everything by default", example = "2026-12-31T23:59:59Z")
            @QueryParam("knownAt") String knownAt, @Context HttpHeaders headers) {
        AsOf day = asOf(asOf, knownAt);
        Locale language = CallerLanguage.of(headers);
        return reports.trialBalance(day).stream()
                .map(row -> new BalanceJson(AccountJson.of(row.account(), language), row.debits(), row.credits(), row.balance())).toList();
    }

    @GET
    @Path("open-items")
    @Operation(operationId = "getOpenItems", summary = "What was owed on each claim: the sub-ledger of the receivables account")
    @APIResponseSchema(value = OpenItemJson[].class, responseCode = "200", responseDescription = "The open claims")
    public List<OpenItemJson> openItems(
            @Parameter(description = "Everything booked up to this day; today by default", example = "2026-12-31")
            @QueryParam("asOf") String asOf,
            @Parameter(description = "Only what was posted by this instant; everything by default", example = "2026-12-31T23:59:59Z")
            @QueryParam("knownAt") String knownAt) {
        return reports.openItems(asOf(asOf, knownAt)).stream().map(item -> new OpenItemJson(Long.toString(item.customer()),
                Long.toString(item.invoice()), Long.toString(item.claim()), item.open())).toList();
    }

    @GET
    @Path("journal")
    @Produces({TEXT, Problem.MEDIA_TYPE})
    @Operation(operationId = "exportJournal", summary = "The journal as the plain text of Ledger and hledger, in the order of posting")
    @APIResponse(responseCode = "200", description = "The entries", content = @Content(mediaType = TEXT))
    public StreamingOutput journal(@Parameter(description = "First day booked", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day booked; today by default", example = "2026-12-31") @QueryParam("to") String to) {
        Parameters parameters = new Parameters();
        LocalDate first = parameters.date("from", from).orElse(LocalDate.EPOCH);
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        parameters.check();
        return out -> export.write(out, first, last);
    }

    @GET
    @Path("accounts/{code}/lines")
    @Operation(operationId = "getAccountLines", summary = "A page of one account in one currency")
    @APIResponseSchema(value = AccountLinesJson.class, responseCode = "200", responseDescription = "The lines")
    public AccountLinesJson lines(@PathParam("code") String code,
            @Parameter(description = "ISO 4217; the business's own by default", example = "EUR") @QueryParam("currency") String currency,
            @Parameter(description = "First day booked", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day booked; today by default", example = "2026-12-31") @QueryParam("to") String to,
            @BeanParam Paging paging, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        Currency in = parameters.currency("currency", currency).orElse(tenant.get().currency());
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        LocalDate first = parameters.date("from", from).orElse(last.withDayOfYear(1));
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        AccountLedger page = reports.account(code, in, first, last, offset, limit).orElseThrow(Refusal::notFound);
        Locale language = CallerLanguage.of(headers);
        return new AccountLinesJson(AccountJson.of(page.account(), language), page.opening(), lines(page.lines(), language), page.closing(),
                page.more());
    }

    @GET
    @Path("invoices/{id}/lines")
    @Operation(operationId = "getInvoiceJournal", summary = "Every journal line that bears on an invoice, in the order of posting")
    @APIResponseSchema(value = LineJson[].class, responseCode = "200", responseDescription = "The lines")
    public List<LineJson> ofInvoice(@PathParam("id") String id, @Context HttpHeaders headers) {
        InvoiceId invoice = new InvoiceId(Parameters.id(id));
        invoices.find(invoice).orElseThrow(Refusal::notFound);
        return lines(reports.behindInvoice(invoice.value()), CallerLanguage.of(headers));
    }

    private AsOf asOf(String day, String knownAt) {
        Parameters parameters = new Parameters();
        AsOf asOf = new AsOf(parameters.date("asOf", day).orElse(tenant.get().today(clock)), parameters.instant("knownAt", knownAt));
        parameters.check();
        return asOf;
    }

    private static List<LineJson> lines(List<JournalLine> lines, Locale language) {
        return lines.stream().map(line -> LineJson.of(line, language)).toList();
    }
}
