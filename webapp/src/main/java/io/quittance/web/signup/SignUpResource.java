package io.quittance.web.signup;

import io.quittance.signup.ConfirmOutcome;
import io.quittance.signup.LinkOutcome;
import io.quittance.signup.SignUpForm;
import io.quittance.signup.SignUpOutcome;
import io.quittance.signup.SignUpProgress;
import io.quittance.signup.boundary.SignUpConfirmation;
import io.quittance.signup.boundary.SignUpRequests;
import io.quittance.tenancy.TenantStatus;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A business signs itself up: asked for, confirmed through a mail, then set up in the background. Needs no token. */
@RequestScoped
@Path("sign-ups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-up")
public class SignUpResource {

    @Inject
    SignUpRequests requests;
    @Inject
    SignUpConfirmation confirmation;

    /** A business that wants in. Country is ISO 3166-1 alpha-2, currency ISO 4217, zone such as Europe/Berlin, language en or de. */
    public record SignUpInput(String business, String slug, String country, String currency, String zone, String language,
            String blueprint, String firstName, String lastName, String email) {

        SignUpForm form() {
            return new SignUpForm(business, slug, country, currency, zone, language, blueprint, firstName, lastName, email);
        }
    }

    /** A mail with a link is on its way. */
    public record AcceptedJson(Instant linkExpires) {
    }

    /** What the link in the mail leads to. */
    public record LinkJson(String business, String slug, String email, boolean passwordNeeded) {
    }

    /** A confirmation. @param password of the new account; ignored when the mailbox's owner has one here already */
    public record ConfirmInput(String token, String slug, String password) {
    }

    /** @param progressKey shows how far the business is set up; a secret of whoever confirmed */
    public record ConfirmedJson(String progressKey, String slug) {
    }

    /** How far a business is set up. */
    public record ProgressJson(String business, String slug, TenantStatus status, List<StepJson> steps) {
    }

    /** A step of the setting up. */
    public record StepJson(String name, String state) {
    }

    @POST
    @Operation(operationId = "signUp", summary = "Ask to sign a business up; a link goes to the mailbox, whoever it belongs to")
    @APIResponseSchema(value = AcceptedJson.class, responseCode = "202", responseDescription = "Accepted")
    public Response request(SignUpInput input, @Context HttpServletRequest request) {
        return switch (requests.request(input.form(), request.getRemoteAddr())) {
            case SignUpOutcome.Accepted accepted -> Response.accepted(new AcceptedJson(accepted.linkExpires())).build();
            case SignUpOutcome.SlugTaken taken -> throw Refusal.of(Kind.CONFLICT, "signup.slug", taken.suggestion());
            case SignUpOutcome.Invalid invalid -> throw Refusal.of(invalid.faults());
            case SignUpOutcome.TooMany many -> throw Refusal.of(Kind.TOO_MANY_REQUESTS, "signup.wait", many.retryAfter().toSeconds());
        };
    }

    @GET
    @Path("links/{token}")
    @Operation(operationId = "lookAtSignUpLink", summary = "What a mailed link leads to, without using it")
    @APIResponseSchema(value = LinkJson.class, responseCode = "200", responseDescription = "The link is open")
    public LinkJson look(@PathParam("token") String token) {
        return switch (confirmation.look(token)) {
            case LinkOutcome.Open open -> new LinkJson(open.business(), open.slug(), open.email(), open.passwordNeeded());
            case LinkOutcome.Closed closed -> throw Refusal.notFound();
            case LinkOutcome.Away away -> throw Refusal.of(Kind.UNAVAILABLE);
        };
    }

    @POST
    @Path("confirmations")
    @Operation(operationId = "confirmSignUp", summary = "Use a mailed link: make the account and begin to set the business up")
    @APIResponseSchema(value = ConfirmedJson.class, responseCode = "202", responseDescription = "The business is being set up")
    public Response confirm(ConfirmInput input) {
        return switch (confirmation.confirm(input.token(), input.slug(), input.password())) {
            case ConfirmOutcome.Confirmed done -> Response.accepted(new ConfirmedJson(done.progressKey(), done.slug())).build();
            case ConfirmOutcome.SlugTaken taken -> throw Refusal.of(Kind.CONFLICT, "signup.slug", taken.suggestion());
            case ConfirmOutcome.SlugInvalid invalid -> throw Refusal.ofInput("slug", input.slug(), "signup.slugForm");
            case ConfirmOutcome.PasswordRefused refused -> throw Refusal.ofInput("password", "", "json.value", refused.reason());
            case ConfirmOutcome.Closed closed -> throw Refusal.notFound();
            case ConfirmOutcome.Away away -> throw Refusal.of(Kind.UNAVAILABLE);
        };
    }

    @GET
    @Path("{progressKey}")
    @Operation(operationId = "getSignUpProgress", summary = "How far a confirmed business is set up")
    @APIResponseSchema(value = ProgressJson.class, responseCode = "200", responseDescription = "The steps in order")
    public ProgressJson progress(@PathParam("progressKey") String progressKey) {
        SignUpProgress progress = confirmation.progress(progressKey).orElseThrow(Refusal::notFound);
        return new ProgressJson(progress.business(), progress.slug(), progress.status(),
                progress.steps().stream().map(step -> new StepJson(step.name(), step.state().name())).toList());
    }

    @POST
    @Path("{progressKey}/retry")
    @Operation(operationId = "retrySignUp", summary = "Try a failed step again now")
    @APIResponse(responseCode = "202", description = "It is tried again")
    public Response retry(@PathParam("progressKey") String progressKey) {
        confirmation.progress(progressKey).orElseThrow(Refusal::notFound);
        confirmation.retry(progressKey);
        return Response.accepted().build();
    }
}
