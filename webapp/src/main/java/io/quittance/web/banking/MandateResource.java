package io.quittance.web.banking;

import io.quittance.access.Permission;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateOutcome;
import io.quittance.banking.MandateState;
import io.quittance.banking.boundary.Mandates;
import io.quittance.customer.CustomerId;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payers' consents to be debited. */
@RequestScoped
@Path("mandates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bank files")
public class MandateResource {

    @Inject
    Mandates mandates;
    @Inject
    Once once;

    /**
     * A signed mandate.
     *
     * @param reference under which it was signed, made by us when left out
     * @param scheme    CORE by default
     * @param oneOff    for one collection only; false by default
     */
    public record MandateInput(String customer, Optional<String> reference, String holder, String iban, Optional<String> bic,
            LocalDate signedOn, Optional<Scheme> scheme, Optional<Boolean> oneOff) {

        MandateDetails details() {
            Parameters parameters = new Parameters();
            CustomerId owner = new CustomerId(parameters.reference("customer", customer).orElse(0L));
            parameters.check();
            return new MandateDetails(owner, reference.orElse(""), holder, iban, bic.orElse(""), signedOn, scheme.orElse(Scheme.CORE),
                    oneOff.orElse(false));
        }
    }

    /** Whether the next collection is the last one. */
    public record EndingInput(boolean ending) {
    }

    /** A mandate as it stands. @param account country and last four characters @param lapsesOn unless it is used until then */
    public record MandateJson(String id, String customer, String customerName, String reference, String holder, String account,
            LocalDate signedOn, Scheme scheme, boolean oneOff, boolean ending, MandateState state, LocalDate lastUsedOn, LocalDate lapsesOn,
            Instant createdAt) {

        static MandateJson of(Mandate mandate) {
            MandateDetails details = mandate.details();
            return new MandateJson(mandate.id().toString(), details.customer().toString(), mandate.customerName(), details.reference(),
                    details.holder(), new Iban(details.iban()).masked(), details.signedOn(), details.scheme(), details.oneOff(),
                    mandate.ending(), mandate.state(), mandate.lastUsedOn().orElse(null), mandate.lapsesOn(), mandate.createdAt());
        }
    }

    @GET
    @Operation(operationId = "listMandates", summary = "The mandates of a customer, newest first")
    @APIResponseSchema(value = MandateJson[].class, responseCode = "200", responseDescription = "The mandates")
    public List<MandateJson> list(@Parameter(required = true) @QueryParam("customer") String customer) {
        Parameters parameters = new Parameters();
        CustomerId owner = new CustomerId(parameters.reference("customer", customer).orElse(0L));
        parameters.check();
        return mandates.of(owner).stream().map(MandateJson::of).toList();
    }

    @POST
    @Idempotent
    @Operation(operationId = "createMandate", summary = "Take in a mandate that a payer has signed")
    @APIResponseSchema(value = MandateJson.class, responseCode = "201", responseDescription = "Taken in; Location names it")
    public Response create(MandateInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.MANDATE_MANAGE, () -> {
            Mandate mandate = saved(mandates.create(input.details()));
            return new Once.Answer(Response.Status.CREATED, "/api/v1/mandates/" + mandate.id(), MandateJson.of(mandate));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getMandate", summary = "A mandate as it stands")
    @APIResponseSchema(value = MandateJson.class, responseCode = "200", responseDescription = "The mandate")
    public MandateJson get(@PathParam("id") String id) {
        return mandates.find(mandate(id)).map(MandateJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("{id}/revocation")
    @Idempotent
    @Operation(operationId = "revokeMandate", summary = "Begin no more collections by it")
    @APIResponseSchema(value = MandateJson.class, responseCode = "200", responseDescription = "The mandate as it stands")
    public Response revoke(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.MANDATE_MANAGE,
                () -> new Once.Answer(Response.Status.OK, "", MandateJson.of(saved(mandates.revoke(mandate(id))))));
    }

    @PUT
    @Path("{id}/ending")
    @Operation(operationId = "endMandate", summary = "Say whether the next collection is the last one")
    @APIResponseSchema(value = MandateJson.class, responseCode = "200", responseDescription = "The mandate as it stands")
    public MandateJson end(@PathParam("id") String id, EndingInput input) {
        return MandateJson.of(saved(mandates.endWithNext(mandate(id), input.ending())));
    }

    private static Mandate saved(MandateOutcome outcome) {
        return switch (outcome) {
            case MandateOutcome.Saved saved -> saved.mandate();
            case MandateOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case MandateOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    private static MandateId mandate(String id) {
        return new MandateId(Parameters.id(id));
    }
}
