package io.quittance.web.reconciliation;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.StatementView;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.BodyLimit;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bank statements. */
@RequestScoped
@Path("statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank statements")
public class StatementResource {

    private static final int LONGEST_NAME = 255;

    @Inject
    Statements statements;

    /** What an upload did. @param known statements of the file that had been imported before */
    public record UploadJson(List<String> statements, List<String> known, int lines, int matched, int discrepancies) {

        static UploadJson of(StatementOutcome.Imported done) {
            return new UploadJson(texts(done.statements()), texts(done.known()), done.lines(), done.matched(), done.discrepancies());
        }
    }

    /** A line of the list of statements. */
    public record StatementJson(String id, String account, String number, String format, LocalDate from, LocalDate to, Money opening,
            Money closing, String fileName, Instant importedAt, int lines, int matched, int discrepancies, int open) {

        static StatementJson of(StatementRow row) {
            return new StatementJson(row.id().toString(), row.account(), row.number(), row.format(), row.from(), row.to(),
                    row.opening().orElse(null), row.closing().orElse(null), row.fileName(), row.importedAt(), row.lines(), row.matched(),
                            row.discrepancies(), row.open());
        }
    }

    /** A page of statements; total counts all pages. */
    public record StatementPage(List<StatementJson> rows, long total) {
    }

    /** A booked movement. @param gap how it differs from what was announced @param matchedId of the payout or payment */
    public record LineJson(String id, LocalDate bookedOn, LocalDate valueOn, Money amount, String bankReference, String counterparty,
            List<String> texts, LineState state, Gap gap, Money expected, MatchKind matched, String matchedId) {

        static LineJson of(StatementLine line) {
            return new LineJson(Long.toString(line.id()), line.bookedOn(), line.valueOn(), line.amount(), line.bankReference(),
                    line.counterparty(), line.texts(), line.state(), line.gap().orElse(null), line.expected().orElse(null),
                    line.matched().orElse(null), line.matchedId() == 0 ? null : Long.toString(line.matchedId()));
        }
    }

    /** A statement with its lines. */
    public record StatementDetail(StatementJson statement, List<LineJson> lines) {

        static StatementDetail of(StatementView view) {
            return new StatementDetail(StatementJson.of(view.row()), view.lines().stream().map(LineJson::of).toList());
        }
    }

    /** How many lines a run matched. */
    public record MatchedJson(int matched) {
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN, "text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(bytes = Statements.MOST_BYTES)
    @Operation(operationId = "uploadStatement", summary = "Import a bank statement of any format and match its lines")
    @APIResponseSchema(value = UploadJson.class, responseCode = "200", responseDescription = "What was imported and matched")
    public UploadJson upload(byte[] content, @QueryParam("fileName") @DefaultValue("statement.xml") String fileName) {
        String name = fileName.substring(0, Math.min(LONGEST_NAME, fileName.length()));
        return switch (statements.bring(name, content)) {
            case StatementOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
            case StatementOutcome.NeedsMapping _ -> throw Refusal.of(List.of(Fault.of("file", "", "statement.needsMapping")));
            case StatementOutcome.Imported done -> UploadJson.of(done);
        };
    }

    @POST
    @Path("match")
    @Operation(operationId = "matchStatements", summary = "Try again all lines that are not matched yet")
    @APIResponseSchema(value = MatchedJson.class, responseCode = "200", responseDescription = "How many were matched")
    public MatchedJson match() {
        return new MatchedJson(statements.matchAgain());
    }

    @GET
    @Operation(operationId = "listStatements", summary = "A page of the statements, newest first")
    @APIResponseSchema(value = StatementPage.class, responseCode = "200", responseDescription = "The page")
    public StatementPage list(@BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<StatementRow> page = statements.page(offset, limit);
        return new StatementPage(page.rows().stream().map(StatementJson::of).toList(), page.total());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getStatement", summary = "A statement with its lines and what they were matched to")
    @APIResponseSchema(value = StatementDetail.class, responseCode = "200", responseDescription = "The statement")
    public StatementDetail get(@PathParam("id") String id) {
        return statements.find(new StatementId(Parameters.id(id))).map(StatementDetail::of).orElseThrow(Refusal::notFound);
    }

    private static List<String> texts(List<StatementId> ids) {
        return ids.stream().map(StatementId::toString).toList();
    }
}
