package io.quittance.web.imports;

import io.quittance.Page;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.ImportId;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.ImportRow;
import io.quittance.imports.boundary.ImportList;
import io.quittance.imports.boundary.Imports;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.FieldError;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.BodyLimit;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of customers, invoices and payments. */
@RequestScoped
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final int BROKEN_SHOWN = 100;

    @Inject
    Imports imports;
    @Inject
    ImportList list;

    /** What a file did, or would do. @param id absent in a dry run @param broken the first of them; all are in the download */
    public record ReportJson(String id, ImportKind kind, boolean dryRun, int rows, int good, int newCustomers, List<Money> totals,
            List<String> ignoredHeaders, int brokenRows, List<BrokenJson> broken) {
    }

    /** A row that is not imported, with the reason. */
    public record BrokenJson(int line, List<String> cells, List<FieldError> errors) {
    }

    /** A line of the list of imports. */
    public record ImportRowJson(String id, ImportKind kind, String fileName, Instant at, String actor, int rows, int good, int broken) {

        static ImportRowJson of(ImportRow row) {
            return new ImportRowJson(row.id().toString(), row.kind(), row.fileName(), row.at(), row.actor(), row.rows(), row.good(),
                    row.broken());
        }
    }

    /** A page of imports; total counts all pages. */
    public record ImportPage(List<ImportRowJson> rows, long total) {
    }

    /** A column that files of a kind may have. */
    public record ColumnJson(String name, boolean required, String about, List<String> synonyms) {

        static ColumnJson of(ImportColumn column) {
            return new ColumnJson(column.name(), column.required(), column.about(), column.synonyms());
        }
    }

    @POST
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(bytes = Imports.MOST_BYTES)
    @Operation(operationId = "importFile", summary = "Import a CSV file, or see in a dry run what it would do")
    @APIResponseSchema(value = ReportJson.class, responseCode = "200", responseDescription = "What happened, or would happen")
    public ReportJson run(byte[] content, @BeanParam ImportParameters parameters, @Context HttpHeaders headers) {
        ImportRequest request = parameters.request(content);
        Locale language = CallerLanguage.of(headers);
        return switch (parameters.isDryRun() ? imports.check(request) : imports.run(request)) {
            case FileOutcome.Refused refused -> throw Refusal.worded(Kind.REFUSED, imports.say(refused.fault(), language));
            case FileOutcome.Checked checked -> report(null, checked.report(), language);
            case FileOutcome.Imported done -> report(done.id().toString(), done.report(), language);
        };
    }

    @GET
    @Operation(operationId = "listImports", summary = "A page of the imports, newest first")
    @APIResponseSchema(value = ImportPage.class, responseCode = "200", responseDescription = "The page")
    public ImportPage list(@BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<ImportRow> page = list.page(offset, limit);
        return new ImportPage(page.rows().stream().map(ImportRowJson::of).toList(), page.total());
    }

    @GET
    @Path("columns/{kind}")
    @Operation(operationId = "getImportColumns", summary = "The columns that files of a kind may have")
    @APIResponseSchema(value = ColumnJson[].class, responseCode = "200", responseDescription = "The columns")
    public List<ColumnJson> columns(@PathParam("kind") String kind) {
        Parameters parameters = new Parameters();
        ImportKind wanted = parameters.oneOf("kind", kind, ImportKind.class).orElse(ImportKind.INVOICES);
        parameters.check();
        return imports.columns(wanted).stream().map(ColumnJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "What an import did")
    @APIResponseSchema(value = ReportJson.class, responseCode = "200", responseDescription = "The report")
    public ReportJson get(@PathParam("id") String id, @Context HttpHeaders headers) {
        ImportId wanted = new ImportId(Parameters.id(id));
        return list.find(wanted).map(report -> report(id, report, CallerLanguage.of(headers))).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("{id}/broken-rows")
    @Produces({CSV, Problem.MEDIA_TYPE})
    @Operation(operationId = "getBrokenRows",
            summary = "The broken rows as CSV with the reason beside each, to be corrected and imported again")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV))
    public Response broken(@PathParam("id") String id, @Context HttpHeaders headers) {
        ImportId wanted = new ImportId(Parameters.id(id));
        byte[] file = list.brokenRows(wanted, CallerLanguage.of(headers)).orElseThrow(Refusal::notFound);
        return Response.ok(file, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"broken-rows-" + wanted + ".csv\"").build();
    }

    private ReportJson report(String id, ImportReport report, Locale language) {
        List<BrokenJson> broken = report.broken().stream().limit(BROKEN_SHOWN).map(row -> broken(row, language)).toList();
        return new ReportJson(id, report.kind(), id == null, report.rows(), report.good(), report.newCustomers(), report.totals(),
                report.ignoredHeaders(), report.broken().size(), broken);
    }

    private BrokenJson broken(BrokenRow row, Locale language) {
        return new BrokenJson(row.line(), row.cells(), row.faults().stream()
                .map(fault -> new FieldError(fault.column(), fault.value(), imports.say(fault, language))).toList());
    }
}
