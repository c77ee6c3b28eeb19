package io.quittance.web.report;

import io.quittance.customer.CustomerId;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.StatementDocuments;
import io.quittance.report.Statement;
import io.quittance.report.StatementLine;
import io.quittance.report.TaxReport;
import io.quittance.report.boundary.CustomerStatements;
import io.quittance.report.boundary.TaxReports;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of account and tax by period. */
@RequestScoped
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ReportResource {

    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";

    @Inject
    CustomerStatements statements;
    @Inject
    StatementDocuments documents;
    @Inject
    TaxReports taxes;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** A customer's account; amounts are positive where more is owed. */
    public record StatementJson(String customer, LocalDate from, LocalDate to, Money opening, List<LineJson> lines, Money closing,
            AgingJson aging) {
    }

    /** One entry; balance is what was owed after it. */
    public record LineJson(LocalDate day, StatementLine.Kind kind, String document, String invoice, Money amount, Money balance) {

        static LineJson of(StatementLine line) {
            return new LineJson(line.day(), line.kind(), line.document(), line.invoice() == 0 ? null : Long.toString(line.invoice()),
                    line.amount(), line.balance());
        }
    }

    /** Open claims by days overdue, and unapplied money; together the closing balance. */
    public record AgingJson(Money notDue, Money to30, Money to60, Money to90, Money older, Money unapplied) {
    }

    /** Tax of a period. */
    public record TaxJson(LocalDate from, LocalDate to, Instant knownAt, List<TaxRowJson> rows, List<TaxSumJson> sums) {
    }

    /** Amounts of one rate in one country; country of the buyer. */
    public record TaxRowJson(TaxReport.Source source, TaxCategory category, String rate, String country, Money base, Money tax) {
    }

    /** A currency as a whole; booked: by how much the tax account moved. */
    public record TaxSumJson(String currency, Money base, Money tax, Money booked) {
    }

    @GET
    @Path("customers/{id}/statement")
    @Operation(operationId = "getCustomerStatement", summary = "A customer's account over a period: opening, every entry, closing, aging")
    @APIResponseSchema(value = StatementJson.class, responseCode = "200", responseDescription = "The statement")
    public StatementJson statement(@PathParam("id") String id,
            @Parameter(description = "ISO 4217; the business's own by default", example = "EUR") @QueryParam("currency") String currency,
            @Parameter(description = "First day; 1 January by default", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day; today by default", example = "2026-12-31") @QueryParam("to") String to) {
        Wish wish = wish(currency, from, to);
        Statement found = statements.of(new CustomerId(Parameters.id(id)), wish.currency(), wish.from(), wish.to())
                .orElseThrow(Refusal::notFound);
        Statement.Aging aging = found.aging();
        return new StatementJson(found.customer().id().toString(), found.from(), found.to(), found.opening(),
                found.lines().stream().map(LineJson::of).toList(), found.closing(), new AgingJson(aging.notDue(), aging.to30(),
                        aging.to60(), aging.to90(), aging.older(), aging.unapplied()));
    }

    @GET
    @Path("customers/{id}/statement/pdf")
    @Produces({PDF, Problem.MEDIA_TYPE})
    @Operation(operationId = "getCustomerStatementPdf", summary = "The same as a PDF in the customer's language")
    @APIResponse(responseCode = "200", description = "The PDF", content = @Content(mediaType = PDF))
    public Response statementPdf(@PathParam("id") String id,
            @Parameter(description = "ISO 4217; the business's own by default", example = "EUR") @QueryParam("currency") String currency,
            @Parameter(description = "First day; 1 January by default", example = "2026-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last day; today by default", example = "2026-12-31") @QueryParam("to") String to) {
        Wish wish = wish(currency, from, to);
        PdfDocument pdf = documents.pdf(new CustomerId(Parameters.id(id)), wish.currency(), wish.from(), wish.to())
                .orElseThrow(Refusal::notFound);
        return Response.ok(pdf.content(), PDF).header("Content-Disposition", "attachment; filename=\"" + pdf.fileName() + "\"").build();
    }

    @GET
    @Path("tax")
    @Operation(operationId = "getTaxReport", summary = "Tax by category, rate and country over a period; sums equal the tax account")
    @APIResponseSchema(value = TaxJson.class, responseCode = "200", responseDescription = "The report")
    public TaxJson tax(@Parameter(description = "First day booked; the first of the month by default", example = "2026-01-01")
            @QueryParam("from") String from,
            @Parameter(description = "Last day booked; today by default", example = "2026-12-31") @QueryParam("to") String to,
            @Parameter(description = "Only what was posted by this instant; everything by default", example = "2026-12-31T23:59:59Z")
            @QueryParam("knownAt") String knownAt) {
        Parameters parameters = new Parameters();
        Optional<Instant> known = parameters.instant("knownAt", knownAt);
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        LocalDate first = parameters.date("from", from).orElse(last.withDayOfMonth(1));
        parameters.check();
        TaxReport report = taxes.of(first, last, known);
        return new TaxJson(first, last, known.orElse(null), report.rows().stream().map(row -> new TaxRowJson(row.source(),
                row.rate().category(), row.rate().percent().toPlainString(), row.country(), row.base(), row.tax())).toList(),
                report.sums().stream().map(sum -> new TaxSumJson(sum.currency().getCurrencyCode(), sum.base(), sum.tax(), sum.booked()))
                        .toList());
    }

    @GET
    @Path("tax/csv")
    @Produces({CSV, Problem.MEDIA_TYPE})
    @Operation(operationId = "getTaxReportCsv", summary = "The same for a spreadsheet, cells guarded against formulas")
    @APIResponse(responseCode = "200", description = "The rows", content = @Content(mediaType = CSV))
    public String taxCsv(@Parameter(description = "First day booked; the first of the month by default", example = "2026-01-01")
            @QueryParam("from") String from,
            @Parameter(description = "Last day booked; today by default", example = "2026-12-31") @QueryParam("to") String to) {
        Parameters parameters = new Parameters();
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        LocalDate first = parameters.date("from", from).orElse(last.withDayOfMonth(1));
        parameters.check();
        return taxes.csv(first, last, Optional.empty());
    }

    /** What is asked for. */
    private record Wish(Currency currency, LocalDate from, LocalDate to) {
    }

    private Wish wish(String currency, String from, String to) {
        Parameters parameters = new Parameters();
        Currency in = parameters.currency("currency", currency).orElse(tenant.get().currency());
        LocalDate last = parameters.date("to", to).orElse(tenant.get().today(clock));
        LocalDate first = parameters.date("from", from).orElse(last.withDayOfYear(1));
        parameters.check();
        return new Wish(in, first, last);
    }
}
