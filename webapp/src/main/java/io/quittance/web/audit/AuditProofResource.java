package io.quittance.web.audit;

import io.quittance.Fault;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.TrailExport;
import io.quittance.proof.boundary.TrailProofs;
import io.quittance.web.problem.Problem;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    TrailProofs proofs;
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
        return file(new FileLine.Head(head), head.fileName());
    }

    @GET
    @Path("inclusion")
    @Operation(operationId = "proveInclusion", summary = "That an entry is in the tree of a head (RFC 9162), for verify-audit")
    @APIResponse(responseCode = "200", description = "The head, the entry and the hashes beside its way to the root",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response inclusion(@Parameter(description = "Of the entry in the tree, from 0") @QueryParam("position") Long position,
            @Parameter(description = "Id of the event, instead of its position") @QueryParam("event") Long event,
            @Parameter(description = "Entries of the tree, of which a head was made; the newest when absent")
            @QueryParam("size") Long size) {
        OptionalLong at = event == null ? optional(position) : proofs.position(event);
        FileLine.Inclusion proof = at.stream().boxed().findFirst().flatMap(place -> proofs.inclusion(place, optional(size)))
                .orElseThrow(Refusal::notFound);
        return file(proof, "audit-inclusion-" + proof.file().slug() + "-" + proof.entry().position() + ".json");
    }

    @GET
    @Path("consistency")
    @Operation(operationId = "proveConsistency", summary = "That a tree begins with an earlier one (RFC 9162), for verify-audit")
    @APIResponse(responseCode = "200", description = "Both heads and the hashes that lead from one to the other",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response consistency(
            @Parameter(description = "Entries of the earlier tree, of which a head was made; the first of all when absent")
            @QueryParam("from") Long from,
            @Parameter(description = "Entries of the later tree; the newest when absent") @QueryParam("to") Long to) {
        FileLine.Consistency proof = proofs.consistency(optional(from), optional(to)).orElseThrow(Refusal::notFound);
        return file(proof, "audit-consistency-" + proof.file().slug() + "-" + proof.earlier().head().size() + "-"
                + proof.file().head().head().size() + ".json");
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Response file(FileLine line, String name) {
        return Response.ok((line.json() + "\n").getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name)).build();
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
