package io.quittance.web.reconciliation;

import io.quittance.Fault;
import io.quittance.reconciliation.SavedProfile;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.boundary.CsvMappings;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.statement.CsvProfile;
import io.quittance.web.problem.Refusal;
import io.quittance.web.reconciliation.StatementResource.UploadJson;
import io.quittance.web.rest.BodyLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements in a bank's own CSV. */
@RequestScoped
@Path("csv-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank statements")
public class CsvMappingResource {

    /** A file of 8 MiB in Base64, and the profile. */
    private static final int MOST_BYTES = 12 * 1024 * 1024;

    @Inject
    CsvMappings mappings;

    /** A CSV and how it is to be read. @param content in Base64 @param name of the profile, for people */
    public record MappedFile(String fileName, String name, String content, CsvProfile profile) {
    }

    /** How a bank writes, as confirmed. */
    public record ProfileJson(String id, String name, CsvProfile profile, Instant savedAt) {

        static ProfileJson of(SavedProfile saved) {
            return new ProfileJson(Long.toString(saved.id()), saved.name(), saved.profile(), saved.savedAt());
        }
    }

    /** The newest of each kind of file. */
    public record Profiles(List<ProfileJson> profiles) {
    }

    @POST
    @Path("suggestion")
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(bytes = Statements.MOST_BYTES)
    @Operation(operationId = "suggestCsvProfile", summary = "Guess what the columns of a bank's CSV hold; changes nothing")
    @APIResponseSchema(value = CsvProfile.class, responseCode = "200", responseDescription = "The profile, to be confirmed")
    public CsvProfile suggest(byte[] content) {
        return mappings.suggest(content).orElseThrow(() -> Refusal.of(List.of(Fault.of("file", "", "statement.noCsv"))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(bytes = MOST_BYTES)
    @Operation(operationId = "importMappedStatement", summary = "Import a bank's CSV by a profile, and keep the profile")
    @APIResponseSchema(value = UploadJson.class, responseCode = "200", responseDescription = "What was imported and matched")
    public UploadJson bring(MappedFile file) {
        if (file == null || file.content() == null || file.profile() == null || file.name() == null || file.fileName() == null) {
            throw Refusal.of(List.of(Fault.of("content", "", "statement.mapping")));
        }
        return switch (mappings.confirm(file.fileName(), decoded(file.content()), file.profile(), file.name())) {
            case StatementOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
            case StatementOutcome.NeedsMapping _ -> throw Refusal.of(List.of(Fault.of("profile", "", "statement.mapping")));
            case StatementOutcome.Imported done -> UploadJson.of(done);
        };
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw Refusal.of(List.of(Fault.of("content", "", "statement.base64", broken.getMessage())));
        }
    }

    @GET
    @Path("profiles")
    @Operation(operationId = "listCsvProfiles", summary = "How the banks write their CSV, as confirmed; the newest of each kind")
    @APIResponseSchema(value = Profiles.class, responseCode = "200", responseDescription = "The profiles")
    public Profiles profiles() {
        return new Profiles(mappings.all().stream().map(ProfileJson::of).toList());
    }
}
