package io.quittance.web.reconciliation;

import io.quittance.Fault;
import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.BeginOutcome;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.FeedOffer;
import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.plugin.PluginId;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Kind;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Banks whose accounts are read. To begin calls a feed between units of work, so it is held to once by the feature's own key; the
 * rest can be repeated without harm. A person gives the consent in a browser, which the bank sends back to the application's page.
 */
@RequestScoped
@Path("bank-connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bank statements")
public class BankConnectionResource {

    @Inject
    BankFeeds feeds;
    @Inject
    Clock clock;

    /** Through which feed. @param plugin its id */
    public record ConnectInput(String plugin) {
    }

    /** Which accounts are read. */
    public record AccountsInput(List<AccountInput> accounts) {
    }

    /** @param number as statement files name the account */
    public record AccountInput(String id, boolean chosen, String number) {
    }

    /** A feed that is enabled. */
    public record FeedJson(String plugin, String name) {

        static FeedJson of(FeedOffer offer) {
            return new FeedJson(offer.plugin().value(), offer.name());
        }
    }

    /** Where a person consents. @param page of the bank */
    public record BegunJson(String id, String page) {
    }

    @GET
    @Path("feeds")
    @Operation(operationId = "listBankFeeds", summary = "The feeds through which a bank can be connected")
    @APIResponseSchema(value = FeedJson[].class, responseCode = "200", responseDescription = "The feeds that are enabled")
    public List<FeedJson> offers() {
        return feeds.offers().stream().map(FeedJson::of).toList();
    }

    @GET
    @Operation(operationId = "listBankConnections", summary = "The banks that are or were connected, newest first")
    @APIResponseSchema(value = BankConnectionJson[].class, responseCode = "200", responseDescription = "The connections")
    public List<BankConnectionJson> list() {
        return feeds.all().stream().map(each -> BankConnectionJson.of(each, clock)).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBankConnection", summary = "A connection with its consent, health and accounts")
    @APIResponseSchema(value = BankConnectionJson.class, responseCode = "200", responseDescription = "The connection")
    public BankConnectionJson get(@PathParam("id") String id) {
        return found(connection(id));
    }

    @POST
    @Idempotent
    @Operation(operationId = "connectBank", summary = "Open a page of the bank on which a person consents to the reading of accounts")
    @APIResponseSchema(value = BegunJson.class, responseCode = "201", responseDescription = "The page waits; Location names the connection")
    public Response connect(ConnectInput input, @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        if (input.plugin() == null || !input.plugin().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Refusal.of(List.of(Fault.of("plugin", "", "text.missing")));
        }
        return begun(feeds.connect(new PluginId(input.plugin()), Once.key(request), CallerLanguage.of(headers)), Response.Status.CREATED);
    }

    @POST
    @Path("{id}/renewal")
    @Idempotent
    @Operation(operationId = "renewBankConsent", summary = "Open a page of the bank on which a person consents once more")
    @APIResponseSchema(value = BegunJson.class, responseCode = "200", responseDescription = "The page waits")
    public Response renew(@PathParam("id") String id, @Context HttpHeaders headers) {
        return begun(feeds.renew(connection(id), CallerLanguage.of(headers)), Response.Status.OK);
    }

    @PUT
    @Path("{id}/accounts")
    @Operation(operationId = "chooseBankAccounts", summary = "Say which accounts are read, and how statement files name them")
    @APIResponseSchema(value = BankConnectionJson.class, responseCode = "200", responseDescription = "The connection as it stands")
    public BankConnectionJson choose(@PathParam("id") String id, AccountsInput input) {
        ConnectionId connection = connection(id);
        found(connection);
        List<AccountInput> accounts = input.accounts() == null ? List.of() : input.accounts();
        List<Fault> faults = feeds.choose(connection, accounts.stream().map(each -> new AccountChoice(Parameters.id(each.id()),
                each.chosen(), each.number() == null ? "" : each.number().strip())).toList());
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return found(connection);
    }

    @POST
    @Path("{id}/look")
    @Idempotent
    @Operation(operationId = "readBankAccounts", summary = "Read the accounts as soon as possible")
    @APIResponseSchema(value = BankConnectionJson.class, responseCode = "200", responseDescription = "The connection as it stands")
    public BankConnectionJson look(@PathParam("id") String id) {
        ConnectionId connection = connection(id);
        found(connection);
        if (!feeds.lookNow(connection)) {
            throw Refusal.of(Kind.CONFLICT);
        }
        return found(connection);
    }

    @POST
    @Path("{id}/disconnection")
    @Idempotent
    @Operation(operationId = "disconnectBank", summary = "Give the consent back; what was read stays")
    @APIResponseSchema(value = BankConnectionJson.class, responseCode = "200", responseDescription = "The connection as it stands")
    public BankConnectionJson disconnect(@PathParam("id") String id) {
        ConnectionId connection = connection(id);
        found(connection);
        feeds.disconnect(connection);
        return found(connection);
    }

    private BankConnectionJson found(ConnectionId id) {
        return feeds.find(id).map(each -> BankConnectionJson.of(each, clock)).orElseThrow(Refusal::notFound);
    }

    private static Response begun(BeginOutcome outcome, Response.Status status) {
        return switch (outcome) {
            case BeginOutcome.Opened opened -> Response.status(status).entity(new BegunJson(opened.connection().toString(),
                    opened.page().toString())).header(HttpHeaders.LOCATION, "/api/v1/bank-connections/" + opened.connection()).build();
            case BeginOutcome.NotOpened(String reason) -> throw Refusal.worded(Kind.UPSTREAM, reason);
            case BeginOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    private static ConnectionId connection(String id) {
        return new ConnectionId(Parameters.id(id));
    }
}
