package io.quittance.web.audit;

import io.quittance.Page;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.boundary.AuditLog;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what, and when. */
@RequestScoped
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

    @Inject
    AuditLog log;

    /** One line of the trail; before and after are JSON texts, empty where there is nothing. */
    public record AuditJson(String id, Instant at, String actor, String action, String subject, String subjectId, String before,
            String after) {

        static AuditJson of(AuditEvent event) {
            return new AuditJson(Long.toString(event.id()), event.at(), event.actor(), event.action(), event.subject(),
                    Long.toString(event.subjectId()), event.before(), event.after());
        }
    }

    /** A page of the trail; total counts all pages. */
    public record AuditPage(List<AuditJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listAudit", summary = "A page of the trail, newest first")
    @APIResponseSchema(value = AuditPage.class, responseCode = "200", responseDescription = "The page")
    public AuditPage list(
            @Parameter(description = "Kind of thing", example = "invoice") @QueryParam("subject") String subject,
            @Parameter(description = "Id of one thing; needs subject") @QueryParam("subjectId") String subjectId,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        Optional<Long> of = parameters.reference("subjectId", subjectId);
        if (of.isPresent() && (subject == null || subject.isEmpty())) {
            parameters.fault("subject", "", "parameter.missing");
        }
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        OptionalLong one = of.isPresent() ? OptionalLong.of(of.get()) : OptionalLong.empty();
        Page<AuditEvent> page = log.page(new AuditFilter(Optional.ofNullable(subject).orElse(""), one), offset, limit);
        return new AuditPage(page.rows().stream().map(AuditJson::of).toList(), page.total());
    }
}
