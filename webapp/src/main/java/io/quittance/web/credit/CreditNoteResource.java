package io.quittance.web.credit;

import io.quittance.credit.CreditNoteId;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.CreditNoteDocuments;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Credit notes as they were issued. */
@RequestScoped
@Path("credit-notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class CreditNoteResource {

    private static final String PDF = "application/pdf";

    @Inject
    CreditNotes notes;
    @Inject
    CreditNoteDocuments documents;

    @GET
    @Operation(operationId = "listCreditNotes", summary = "The latest credit notes, newest first")
    @APIResponseSchema(value = CreditJson[].class, responseCode = "200", responseDescription = "The credit notes")
    public List<CreditJson> list(@Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") String limit) {
        Parameters parameters = new Parameters();
        int most = parameters.whole("limit", limit, 1, Parameters.MOST_LIMIT, Parameters.DEFAULT_LIMIT);
        parameters.check();
        return notes.latest(most).stream().map(CreditJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCreditNote", summary = "A credit note in full")
    @APIResponseSchema(value = CreditJson.class, responseCode = "200", responseDescription = "The credit note")
    public CreditJson get(@PathParam("id") String id) {
        return notes.find(new CreditNoteId(Parameters.id(id))).map(CreditJson::of).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("{id}/pdf")
    @Produces({PDF, Problem.MEDIA_TYPE})
    @Operation(operationId = "getCreditNotePdf", summary = "The credit note as a PDF")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = PDF))
    public Response pdf(@PathParam("id") String id) {
        PdfDocument pdf = documents.pdf(new CreditNoteId(Parameters.id(id))).orElseThrow(Refusal::notFound);
        return Response.ok(pdf.content(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName().replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
    }
}
