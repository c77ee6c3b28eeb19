package io.quittance.web.recurring;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleDetails;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.ScheduleOutcome;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.ScheduleState;
import io.quittance.recurring.boundary.RecurringInvoices;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices that come again and again. */
@RequestScoped
@Path("recurring-invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recurring invoices")
public class RecurringResource {

    private static final int DAYS = 24;

    @Inject
    RecurringInvoices recurring;
    @Inject
    DraftDefaults defaults;
    @Inject
    Once once;

    /** A page of schedules; total counts all pages. */
    public record SchedulePage(List<ScheduleJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listRecurring", summary = "A page of the schedules that fit")
    @APIResponseSchema(value = SchedulePage.class, responseCode = "200", responseDescription = "The page")
    public SchedulePage list(
            @Parameter(description = "Found in name or customer's name") @QueryParam("text") String text,
            @Parameter(description = "ACTIVE, PAUSED, CANCELLED or ENDED") @QueryParam("state") String state,
            @Parameter(description = "Id of a customer") @QueryParam("customer") String customer,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        ScheduleFilter filter = new ScheduleFilter(Optional.ofNullable(text).orElse(""),
                parameters.oneOf("state", state, ScheduleState.class), parameters.reference("customer", customer).map(CustomerId::new));
        Page.Request<ScheduleSort> request = parameters.page(paging, ScheduleSort.class, ScheduleSort.NEXT);
        parameters.check();
        Page<Schedule> page = recurring.page(filter, request);
        return new SchedulePage(page.rows().stream().map(ScheduleJson::of).toList(), page.total());
    }

    @POST
    @Path("preview")
    @Operation(operationId = "previewRecurring", summary = "The first days of a recurrence, before anything is saved")
    @APIResponseSchema(value = LocalDate[].class, responseCode = "200", responseDescription = "The days")
    public List<LocalDate> preview(RecurrenceInput input) {
        return input.recurrence("").next(input.start(), DAYS);
    }

    @POST
    @Idempotent
    @Operation(operationId = "createRecurring", summary = "Create a schedule; each of its days brings one invoice")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "201", responseDescription = "Created; Location names it")
    public Response create(ScheduleInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> {
            Schedule schedule = saved(recurring.create(details(input)));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(schedule.id().toString()).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, ScheduleJson.of(schedule));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getRecurring", summary = "A schedule in full")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "200", responseDescription = "The schedule")
    public ScheduleJson get(@PathParam("id") String id) {
        return recurring.find(schedule(id)).map(ScheduleJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeRecurring", summary = "Replace a schedule; what it brought about stays")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "200", responseDescription = "The schedule as it is now")
    public ScheduleJson change(@PathParam("id") String id, ScheduleInput input) {
        return ScheduleJson.of(saved(recurring.change(schedule(id), details(input))));
    }

    @GET
    @Path("{id}/occurrences")
    @Operation(operationId = "getOccurrences", summary = "What the days of a schedule brought about, the latest first")
    @APIResponseSchema(value = ScheduleJson.OccurrenceJson[].class, responseCode = "200", responseDescription = "At most 200 of them")
    public List<ScheduleJson.OccurrenceJson> occurrences(@PathParam("id") String id) {
        ScheduleId schedule = recurring.find(schedule(id)).orElseThrow(Refusal::notFound).id();
        return recurring.occurrences(schedule, Parameters.MOST_LIMIT).stream().map(ScheduleJson.OccurrenceJson::of).toList();
    }

    @POST
    @Path("{id}/pause")
    @Idempotent
    @Operation(operationId = "pauseRecurring", summary = "Make nothing until it is resumed")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "200", responseDescription = "Paused, now or before")
    public Response pause(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return move(id, request, recurring::pause);
    }

    @POST
    @Path("{id}/resume")
    @Idempotent
    @Operation(operationId = "resumeRecurring", summary = "Go on from today; what fell in the pause is not made up for")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "200", responseDescription = "Active, now or before")
    public Response resume(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return move(id, request, recurring::resume);
    }

    @POST
    @Path("{id}/cancel")
    @Idempotent
    @Operation(operationId = "cancelRecurring", summary = "Make nothing any more, for ever; what was made stays")
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "200", responseDescription = "Cancelled, now or before")
    public Response cancel(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return move(id, request, recurring::cancel);
    }

    private Response move(String id, ContainerRequestContext request, Function<ScheduleId, ScheduleOutcome> work) {
        return once.answer(request, Permission.INVOICE_ISSUE,
                () -> new Once.Answer(Response.Status.OK, "", ScheduleJson.of(saved(work.apply(schedule(id))))));
    }

    private ScheduleDetails details(ScheduleInput input) {
        return new ScheduleDetails(input.name(), input.invoice().draft(defaults), input.recurrence().recurrence("recurrence."),
                input.mode().orElse(RecurringMode.DRAFT));
    }

    private static ScheduleId schedule(String id) {
        return new ScheduleId(Parameters.id(id));
    }

    private static Schedule saved(ScheduleOutcome outcome) {
        return switch (outcome) {
            case ScheduleOutcome.Saved done -> done.schedule();
            case ScheduleOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ScheduleOutcome.WrongState wrong -> throw Refusal.of(Kind.CONFLICT, "recurring.state", wrong.state());
            case ScheduleOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
