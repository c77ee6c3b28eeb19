package io.quittance.web.customer;

import io.quittance.access.Permission;
import io.quittance.customer.Channel;
import io.quittance.customer.Consent;
import io.quittance.customer.Contact;
import io.quittance.customer.ContactDetails;
import io.quittance.customer.ContactId;
import io.quittance.customer.ContactOutcome;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Contacts;
import io.quittance.customer.boundary.Customers;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People at a customer, and by which channels they may be reached. */
@RequestScoped
@Path("customers/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class ContactResource {

    @Inject
    Customers customers;
    @Inject
    Contacts contacts;
    @Inject
    Once once;

    /** A person at a customer. */
    public record ContactInput(String name, Optional<String> role, Optional<String> email, Optional<String> phone) {

        ContactDetails details() {
            return new ContactDetails(name, role.orElse(""), email.orElse(""), phone.orElse(""));
        }
    }

    /** What a contact said. @param granted false for an objection. @param note how it was given */
    public record ConsentInput(Channel channel, boolean granted, LocalDate since, Optional<String> note) {
    }

    /** What a contact said: since when it counts, and who recorded it when. */
    public record ConsentJson(Channel channel, boolean granted, LocalDate since, String note, Instant recordedAt, String actor) {

        static ConsentJson of(Consent consent) {
            return new ConsentJson(consent.channel(), consent.granted(), consent.since(), consent.note(), consent.recordedAt(),
                    consent.actor());
        }
    }

    /** A person at a customer, with what counts now for each channel; about the others nothing was said. */
    public record ContactJson(String id, String name, String role, String email, String phone, List<ConsentJson> consents) {

        static ContactJson of(Contact contact) {
            ContactDetails details = contact.details();
            return new ContactJson(contact.id().toString(), details.name(), details.role(), details.email(), details.phone(),
                    contact.consents().stream().map(ConsentJson::of).toList());
        }
    }

    @GET
    @Operation(operationId = "listContacts", summary = "The people at a customer, by name")
    @APIResponseSchema(value = ContactJson[].class, responseCode = "200", responseDescription = "The contacts")
    public List<ContactJson> list(@PathParam("id") String id) {
        return contacts.of(known(id)).stream().map(ContactJson::of).toList();
    }

    @POST
    @Idempotent
    @Operation(operationId = "addContact", summary = "Add a person to a customer")
    @APIResponseSchema(value = ContactJson.class, responseCode = "201", responseDescription = "Added; Location names it")
    public Response add(@PathParam("id") String id, ContactInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.CUSTOMER_WRITE, () -> {
            Contact contact = saved(contacts.add(known(id), input.details()));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(contact.id().toString()).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, ContactJson.of(contact));
        });
    }

    @PUT
    @Path("{contact}")
    @Operation(operationId = "changeContact", summary = "Replace what is said about a person")
    @APIResponseSchema(value = ContactJson.class, responseCode = "200", responseDescription = "The contact as it is now")
    public ContactJson change(@PathParam("id") String id, @PathParam("contact") String contact, ContactInput input) {
        return ContactJson.of(saved(contacts.change(known(id), new ContactId(Parameters.id(contact)), input.details())));
    }

    @DELETE
    @Path("{contact}")
    @Operation(operationId = "removeContact", summary = "Take a person from the list; what they said stays on record")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("id") String id, @PathParam("contact") String contact) {
        if (contacts.remove(known(id), new ContactId(Parameters.id(contact))) instanceof ContactOutcome.Unknown) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("{contact}/consents")
    @Operation(operationId = "getConsents", summary = "All that a contact ever said about channels, the latest first")
    @APIResponseSchema(value = ConsentJson[].class, responseCode = "200", responseDescription = "What was said")
    public List<ConsentJson> history(@PathParam("id") String id, @PathParam("contact") String contact) {
        CustomerId customer = known(id);
        ContactId wanted = new ContactId(Parameters.id(contact));
        contacts.of(customer).stream().filter(each -> each.id().equals(wanted)).findFirst().orElseThrow(Refusal::notFound);
        return contacts.history(customer, wanted).stream().map(ConsentJson::of).toList();
    }

    @POST
    @Path("{contact}/consents")
    @Idempotent
    @Operation(operationId = "recordConsent", summary = "Record that a contact agrees to a channel or objects to it")
    @APIResponseSchema(value = ContactJson.class, responseCode = "200", responseDescription = "The contact with what counts now")
    public Response consent(@PathParam("id") String id, @PathParam("contact") String contact, ConsentInput input,
            @Context ContainerRequestContext request) {
        return once.answer(request, Permission.CUSTOMER_WRITE, () -> new Once.Answer(Response.Status.OK, "", ContactJson.of(saved(
                contacts.consent(known(id), new ContactId(Parameters.id(contact)), input.channel(), input.granted(), input.since(),
                        input.note().orElse(""))))));
    }

    private CustomerId known(String id) {
        CustomerId customer = new CustomerId(Parameters.id(id));
        customers.find(customer).orElseThrow(Refusal::notFound);
        return customer;
    }

    private static Contact saved(ContactOutcome outcome) {
        return switch (outcome) {
            case ContactOutcome.Saved done -> done.contact();
            case ContactOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ContactOutcome.Removed gone -> throw Refusal.notFound();
            case ContactOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
