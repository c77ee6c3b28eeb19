package io.quittance.web.audit;

import io.quittance.Fault;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.TrailExport;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that the trail is what it was: its export, its newest signed head, and who is mailed that head. */
@RequestScoped
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditProofResource {

    static final String LINES = "application/jsonl";

    @Inject
    TrailExport export;
    @Inject
    AuditorMail mail;

    /** Who is mailed the newest head, at most once a day; an empty address for nobody. */
    public record AuditorJson(String address) {
    }

    @GET
    @Path("export")
    @Produces({LINES, Problem.MEDIA_TYPE})
    @Operation(operationId = "exportAudit", summary = "The sealed trail as one file, for verify-audit; 404 until something was sealed")
    @APIResponse(responseCode = "200", description = "One JSON a line: the newest head, then each batch's head and its entries",
            content = @Content(mediaType = LINES))
    public Response export() {
        HeadFile head = newest();
        StreamingOutput lines = out -> export.write(head, out);
        return Response.ok(lines, LINES).header(HttpHeaders.CONTENT_DISPOSITION, attachment(head.trailName())).build();
    }

    @GET
    @Path("head")
    @Operation(operationId = "getAuditHead", summary = "The newest signed head, as it is mailed; 404 until something was sealed")
    @APIResponse(responseCode = "200", description = "The head", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response head() {
        HeadFile head = newest();
        return Response.ok((new FileLine.Head(head).json() + "\n").getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(head.fileName())).build();
    }

    @GET
    @Path("auditor")
    @Operation(operationId = "getAuditor", summary = "Who is mailed the newest head; empty for nobody")
    @APIResponseSchema(value = AuditorJson.class, responseCode = "200", responseDescription = "The address")
    public AuditorJson auditor() {
        return new AuditorJson(mail.address());
    }

    @PUT
    @Path("auditor")
    @Operation(operationId = "changeAuditor", summary = "Have the newest head mailed to somebody, or to nobody")
    @APIResponseSchema(value = AuditorJson.class, responseCode = "200", responseDescription = "The address as it is now")
    public AuditorJson change(AuditorJson input) {
        List<Fault> faults = mail.change(input.address().strip());
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return new AuditorJson(input.address().strip());
    }

    private HeadFile newest() {
        return export.head().orElseThrow(Refusal::notFound);
    }

    private static String attachment(String fileName) {
        return "attachment; filename=\"" + fileName + "\"";
    }
}
