package io.quittance.web.banking;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.banking.BankFile;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchRow;
import io.quittance.banking.Collectible;
import io.quittance.banking.CollectionWish;
import io.quittance.banking.boundary.BankBatches;
import io.quittance.banking.boundary.BatchUnits;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files for the bank: one person prepares, another releases. To prepare and to release calls a plugin between units of work, so
 * these are held to once by the feature's own key and state.
 */
@RequestScoped
@Path("bank-batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bank files")
public class BatchResource {

    private static final String XML = "application/xml";

    @Inject
    BankBatches batches;
    @Inject
    BatchUnits units;
    @Inject
    Once once;

    /** What to collect. @param dueBy claims due by the end of that day @param notBefore the earliest day of collection */
    public record CollectionInput(LocalDate dueBy, LocalDate notBefore) {
    }

    /** Why an order is given up. */
    public record GiveUpInput(String reason) {
    }

    /** A page of batches; total counts all pages. */
    public record BatchPage(List<BatchJson> rows, long total) {
    }

    /** A claim that a mandate allows to collect. */
    public record CollectibleJson(String mandate, String customer, String customerName, String invoice, String number, Money amount,
            LocalDate due) {

        static CollectibleJson of(Collectible each) {
            return new CollectibleJson(each.mandate().id().toString(), each.claim().customer().toString(), each.mandate().customerName(),
                    each.claim().invoice().toString(), each.claim().number().text(), each.claim().open(), each.claim().dueDate());
        }
    }

    @GET
    @Operation(operationId = "listBankBatches", summary = "A page of batches, newest first")
    @APIResponseSchema(value = BatchPage.class, responseCode = "200", responseDescription = "The page")
    public BatchPage list(@BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<BatchRow> page = units.page(offset, limit);
        return new BatchPage(page.rows().stream().map(BatchJson::of).toList(), page.total());
    }

    @GET
    @Path("collectible")
    @Operation(operationId = "listCollectible", summary = "Claims due by a day that mandates allow to collect, oldest due first")
    @APIResponseSchema(value = CollectibleJson[].class, responseCode = "200", responseDescription = "The claims")
    public List<CollectibleJson> collectible(@Parameter(required = true, description = "yyyy-mm-dd") @QueryParam("dueBy") String dueBy) {
        Parameters parameters = new Parameters();
        LocalDate day = parameters.date("dueBy", dueBy).orElse(LocalDate.EPOCH);
        parameters.check();
        return units.collectible(day).stream().map(CollectibleJson::of).toList();
    }

    @POST
    @Path("collections")
    @Idempotent
    @Operation(operationId = "prepareCollection", summary = "Prepare the direct debit of all that is due and may be collected")
    @APIResponseSchema(value = BatchJson.class, responseCode = "201", responseDescription = "Prepared; somebody else has to release it")
    public Response collect(CollectionInput input, @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        return created(batches.collect(new CollectionWish(Once.key(request), input.dueBy(), input.notBefore())), headers);
    }

    @POST
    @Path("transfers")
    @Idempotent
    @Operation(operationId = "prepareTransfers", summary = "Prepare the transfer of all refunds that wait for it")
    @APIResponseSchema(value = BatchJson.class, responseCode = "201", responseDescription = "Prepared; somebody else has to release it")
    public Response transfer(@Context ContainerRequestContext request, @Context HttpHeaders headers) {
        return created(batches.transfer(Once.key(request)), headers);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBankBatch", summary = "A batch with its orders")
    @APIResponseSchema(value = BatchJson.class, responseCode = "200", responseDescription = "The batch")
    public BatchJson get(@PathParam("id") String id) {
        return units.find(batch(id)).map(BatchJson::of).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("{id}/file")
    @Produces(XML)
    @Operation(operationId = "getBankFile", summary = "The file of a released batch, as it was released")
    @APIResponse(responseCode = "200", description = "The file",
            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    public Response file(@PathParam("id") String id) {
        BankFile file = units.file(batch(id)).orElseThrow(Refusal::notFound);
        return Response.ok(file.content(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name().replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
    }

    @POST
    @Path("{id}/release")
    @Idempotent
    @Operation(operationId = "releaseBankBatch", summary = "Write the file; not for whoever prepared the batch")
    @APIResponseSchema(value = BatchJson.class, responseCode = "200", responseDescription = "Released: take the file to the bank")
    public BatchJson release(@PathParam("id") String id, @Context HttpHeaders headers) {
        return BatchJson.of(done(batches.release(batch(id)), headers));
    }

    @POST
    @Path("{id}/cancellation")
    @Idempotent
    @Operation(operationId = "cancelBankBatch", summary = "Give up a batch that nobody has released")
    @APIResponseSchema(value = BatchJson.class, responseCode = "200", responseDescription = "Cancelled; what it held is free again")
    public Response cancel(@PathParam("id") String id, @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        return once.answer(request, Permission.BANK_BATCH_PREPARE,
                () -> new Once.Answer(Response.Status.OK, "", BatchJson.of(done(units.cancel(batch(id)), headers))));
    }

    @POST
    @Path("{id}/orders/{order}/giving-up")
    @Idempotent
    @Operation(operationId = "giveUpBankOrder",
            summary = "Take an order out before its file is written; after that, note that the bank did not carry it out")
    @APIResponseSchema(value = BatchJson.class, responseCode = "200", responseDescription = "The batch as it stands")
    public Response giveUp(@PathParam("id") String id, @PathParam("order") String order, GiveUpInput input,
            @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        return once.answer(request, Permission.BANK_BATCH_PREPARE, () -> new Once.Answer(Response.Status.OK, "",
                BatchJson.of(done(units.giveUp(batch(id), Parameters.id(order), input.reason()), headers))));
    }

    private static Response created(BatchOutcome outcome, HttpHeaders headers) {
        BatchRow row = done(outcome, headers);
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/bank-batches/" + row.id())
                .entity(BatchJson.of(row)).build();
    }

    private static BatchRow done(BatchOutcome outcome, HttpHeaders headers) {
        Locale language = CallerLanguage.of(headers);
        return switch (outcome) {
            case BatchOutcome.Done done -> done.batch();
            case BatchOutcome.Nothing _ -> throw Refusal.of(Kind.CONFLICT, "bank.nothing");
            case BatchOutcome.OwnBatch _ -> throw Refusal.of(Kind.REFUSED, "bank.own");
            case BatchOutcome.NotPrepared _ -> throw Refusal.of(Kind.CONFLICT, "bank.decided");
            case BatchOutcome.NoBank _ -> throw Refusal.of(Kind.CONFLICT, "bank.none");
            case BatchOutcome.Refused refused -> throw Refusal.of(Kind.REFUSED, "bank.refused", refused.reason().in(language));
            case BatchOutcome.Outdated outdated -> throw Refusal.of(outdated.faults());
            case BatchOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    private static BatchId batch(String id) {
        return new BatchId(Parameters.id(id));
    }
}
