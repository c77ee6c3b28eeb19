package io.quittance.web.alert;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.AlertSubject;
import io.quittance.alert.boundary.Alerts;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts. */
@RequestScoped
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertResource {

    @Inject
    Alerts alerts;

    /** An alert. @param seen whether the caller has read it */
    public record AlertJson(String id, AlertKind kind, AlertSubject subject, String subjectId, String label, Money amount, LocalDate day,
            Instant raisedAt, boolean seen) {

        static AlertJson of(AlertRow row, long seen) {
            return new AlertJson(Long.toString(row.id()), row.kind(), row.subject(), Long.toString(row.subjectId()), row.label(),
                    row.amount(), row.day(), row.raisedAt(), row.id() <= seen);
        }
    }

    /** A page of alerts; total counts all pages, unread those that the caller has not read. */
    public record AlertPage(List<AlertJson> rows, long total, long unread) {
    }

    /** How many the caller has not read. */
    public record UnreadJson(long unread) {
    }

    /** How one kind is told. @param from smallest amounts that are told, one for a currency @param roles whose members get the mail */
    public record RuleJson(boolean live, boolean mail, List<Money> from, List<String> people, Set<String> roles) {

        static RuleJson of(AlertPolicy.Rule rule) {
            return new RuleJson(rule.live(), rule.mail(), List.copyOf(rule.from().values()), rule.people(), rule.roles());
        }

        AlertPolicy.Rule rule() {
            return new AlertPolicy.Rule(live, mail, (from == null ? List.<Money>of() : from).stream().collect(Collectors.toMap(
                    amount -> amount.currency().getCurrencyCode(), Function.identity(), (one, other) -> other)),
                    people == null ? List.of() : people, roles == null ? Set.of() : roles);
        }
    }

    /** Who is told of what. @param mostMails an hour; what comes beyond is told by one mail at the end of the hour */
    public record PolicyJson(Map<AlertKind, RuleJson> rules, int mostMails) {
    }

    @GET
    @Operation(operationId = "listAlerts", summary = "A page of the alerts, newest first")
    @APIResponseSchema(value = AlertPage.class, responseCode = "200", responseDescription = "The page")
    public AlertPage list(@BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<AlertRow> page = alerts.page(offset, limit);
        long seen = alerts.seen();
        return new AlertPage(page.rows().stream().map(row -> AlertJson.of(row, seen)).toList(), page.total(), alerts.unread());
    }

    @PUT
    @Path("seen")
    @Operation(operationId = "markAlertsSeen", summary = "Mark all alerts as read by the caller")
    @APIResponseSchema(value = UnreadJson.class, responseCode = "200", responseDescription = "What is left unread")
    public UnreadJson markSeen() {
        alerts.markSeen();
        return new UnreadJson(alerts.unread());
    }

    @GET
    @Path("policy")
    @Operation(operationId = "getAlertPolicy", summary = "Who is told of what, above which amount and how")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The policy")
    public PolicyJson policy() {
        AlertPolicy policy = alerts.policy();
        Map<AlertKind, RuleJson> rules = new EnumMap<>(AlertKind.class);
        policy.rules().forEach((kind, rule) -> rules.put(kind, RuleJson.of(rule)));
        return new PolicyJson(rules, policy.mostMails());
    }

    @PUT
    @Path("policy")
    @Operation(operationId = "changeAlertPolicy", summary = "Replace the policy; kinds that are left out are told as at first")
    @APIResponseSchema(value = PolicyJson.class, responseCode = "200", responseDescription = "The policy as it is now")
    public PolicyJson change(PolicyJson input) {
        Map<AlertKind, AlertPolicy.Rule> rules = new EnumMap<>(AlertKind.class);
        if (input.rules() != null) {
            input.rules().forEach((kind, rule) -> rules.put(kind, rule.rule()));
        }
        List<Fault> faults = alerts.change(new AlertPolicy(rules, input.mostMails()));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return policy();
    }
}
