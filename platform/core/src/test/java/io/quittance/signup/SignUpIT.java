package io.quittance.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.notification.control.PlatformMailWorker;
import io.quittance.signup.boundary.SignUpConfirmation;
import io.quittance.signup.boundary.SignUpRequests;
import io.quittance.tenancy.StepProgress;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import io.quittance.testing.PeopleInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("/signup/confirm\\?token=([\\w-]+)");
    private static long last = System.nanoTime();

    private final CoreContainer core = CoreContainer.shared();
    private final SignUpRequests requests = core.get(SignUpRequests.class);
    private final SignUpConfirmation confirmation = core.get(SignUpConfirmation.class);
    private final PeopleInMemory people = core.get(PeopleInMemory.class);
    private final String slug = "s" + Long.toString(++last, Character.MAX_RADIX);
    private final String email = slug + "@example.com";
    private final MailServer mail = new MailServer();

    @AfterEach
    void tidy() {
        people.away(false);
        core.clock().release();
        mail.close();
    }

    @Test
    void a_business_is_asked_for_confirmed_by_mail_set_up_in_the_background_and_welcomed() {
        assertThat(requests.request(form(), slug)).isInstanceOf(SignUpOutcome.Accepted.class);
        String token = tokenFromMail();
        assertThat(confirmation.look(token)).isEqualTo(new LinkOutcome.Open("Müller & Söhne", slug, email, true));

        String key = confirmed(token, slug);
        assertThat(confirmation.progress(key).orElseThrow().status()).isEqualTo(TenantStatus.PROVISIONING);
        core.answerBells();

        SignUpProgress progress = confirmation.progress(key).orElseThrow();
        assertThat(progress.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(progress.steps()).extracting(StepProgress::state).containsOnly(StepProgress.State.DONE);
        assertThat(progress.steps()).extracting(StepProgress::name).contains("organisation", "welcome");
        assertThat(people.members("org-" + slug)).singleElement().satisfies(owner -> {
            assertThat(owner.email()).isEqualTo(email);
            assertThat(owner.roles()).containsExactly("owner");
        });
        core.get(PlatformMailWorker.class).sendDue();
        assertThat(mail.to(email)).hasSize(2);
    }

    @Test
    void a_link_is_good_once() {
        requests.request(form(), slug);
        String token = tokenFromMail();
        confirmed(token, slug);

        assertThat(confirmation.look(token)).isEqualTo(new LinkOutcome.Closed());
        assertThat(confirmation.confirm(token, slug + "x", PASSWORD)).isEqualTo(new ConfirmOutcome.Closed());
    }

    @Test
    void a_link_expires_after_a_day() {
        requests.request(form(), slug);
        String token = tokenFromMail();
        core.clock().set(Instant.now().plus(Duration.ofHours(25)));

        assertThat(confirmation.look(token)).isEqualTo(new LinkOutcome.Closed());
        assertThat(confirmation.confirm(token, slug, PASSWORD)).isEqualTo(new ConfirmOutcome.Closed());
    }

    @Test
    void a_made_up_link_opens_nothing() {
        assertThat(confirmation.look("made-up")).isEqualTo(new LinkOutcome.Closed());
        assertThat(confirmation.progress("made-up")).isEmpty();
    }

    @Test
    void a_known_mailbox_is_answered_like_any_other_and_keeps_its_account() {
        people.ensurePerson(new Person(email, "Anna", "Ader", Locale.GERMAN), PASSWORD);

        assertThat(requests.request(form(), slug)).isInstanceOf(SignUpOutcome.Accepted.class);
        String token = tokenFromMail();
        assertThat(confirmation.look(token)).isEqualTo(new LinkOutcome.Open("Müller & Söhne", slug, email, false));
        assertThat(confirmation.confirm(token, slug, "")).isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void a_short_name_that_is_taken_is_said_so_with_another() {
        core.newTenant(slug);

        assertThat(requests.request(form(), slug)).isEqualTo(new SignUpOutcome.SlugTaken(slug + "-2"));
    }

    @Test
    void a_short_name_taken_meanwhile_leaves_the_link_good_for_another() {
        requests.request(form(), slug);
        String token = tokenFromMail();
        core.newTenant(slug);

        assertThat(confirmation.confirm(token, slug, PASSWORD)).isEqualTo(new ConfirmOutcome.SlugTaken(slug + "-2"));
        assertThat(confirmation.confirm(token, "Not a slug", PASSWORD)).isEqualTo(new ConfirmOutcome.SlugInvalid());
        confirmed(token, slug + "-2");
        assertThat(core.get(TenantDirectory.class).bySlug(slug + "-2")).isPresent();
    }

    @Test
    void a_refused_password_leaves_the_link_good() {
        requests.request(form(), slug);
        String token = tokenFromMail();

        assertThat(confirmation.confirm(token, slug, "short")).isEqualTo(new ConfirmOutcome.PasswordRefused("too short"));
        assertThat(core.get(TenantDirectory.class).bySlug(slug)).isEmpty();
        confirmed(token, slug);
    }

    @Test
    void while_accounts_are_away_the_link_stays_good() {
        requests.request(form(), slug);
        String token = tokenFromMail();
        people.away(true);

        assertThat(confirmation.look(token)).isEqualTo(new LinkOutcome.Away());
        assertThat(confirmation.confirm(token, slug, PASSWORD)).isEqualTo(new ConfirmOutcome.Away());
        people.away(false);
        confirmed(token, slug);
    }

    @Test
    void a_failed_step_is_visible_and_goes_on_from_there_when_retried() {
        requests.request(form(), slug);
        String key = confirmed(tokenFromMail(), slug);
        people.away(true);
        core.answerBells();

        SignUpProgress halted = confirmation.progress(key).orElseThrow();
        assertThat(halted.status()).isEqualTo(TenantStatus.PROVISIONING);
        assertThat(halted.steps()).filteredOn(step -> step.name().equals("organisation"))
                .extracting(StepProgress::state).containsExactly(StepProgress.State.FAILED);
        assertThat(halted.steps()).filteredOn(step -> step.name().equals("welcome"))
                .extracting(StepProgress::state).containsExactly(StepProgress.State.WAITING);

        people.away(false);
        confirmation.retry(key);
        core.answerBells();
        assertThat(confirmation.progress(key).orElseThrow().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void what_a_crash_left_half_made_is_taken_up_when_a_server_starts() {
        requests.request(form(), slug);
        String key = confirmed(tokenFromMail(), slug);
        people.away(true);
        core.answerBells();
        people.away(false);

        confirmation.resumeAll();
        core.answerBells();

        assertThat(confirmation.progress(key).orElseThrow().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"business,' '", "business,see http://evil.example", "slug,A", "slug,admin", "country,XX", "currency,XAU", "currency,EURO",
            "zone,Mars/Olympus", "language,fr", "blueprint,bank", "firstName,''", "email,nobody", "email,a b@example.com"})
    void bad_input_is_named_by_field_and_sends_no_mail(String field, String value) {
        SignUpOutcome outcome = requests.request(with(field, value), slug);

        assertThat(outcome).isInstanceOfSatisfying(SignUpOutcome.Invalid.class, invalid ->
                assertThat(invalid.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(remedies(fault)).doesNotContainNull().doesNotContain("");
                }));
        core.get(PlatformMailWorker.class).sendDue();
        assertThat(mail.to(email)).isEmpty();
    }

    @Test
    void a_mailbox_can_only_be_asked_a_few_times_an_hour() {
        for (int request = 0; request < 5; request++) {
            assertThat(requests.request(form(), slug)).isInstanceOf(SignUpOutcome.Accepted.class);
        }

        assertThat(requests.request(form(), slug)).isInstanceOfSatisfying(SignUpOutcome.TooMany.class, many ->
                assertThat(many.retryAfter()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1)));
        core.clock().set(Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(requests.request(form(), slug)).isInstanceOf(SignUpOutcome.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"Müller & Söhne GmbH,mueller-soehne-gmbh", "Čapek s.r.o.,capek-s-r-o", "3M,business-m", "株式会社,business", "Ünal,uenal"})
    void a_short_name_is_made_from_the_business(String business, String suggested) {
        assertThat(requests.suggestSlug(business)).startsWith(suggested);
    }

    private static List<String> remedies(Fault fault) {
        return List.of(fault.remedy(Locale.ENGLISH), fault.remedy(Locale.GERMAN));
    }

    private String confirmed(String token, String name) {
        ConfirmOutcome outcome = confirmation.confirm(token, name, PASSWORD);
        assertThat(outcome).isInstanceOf(ConfirmOutcome.Confirmed.class);
        return ((ConfirmOutcome.Confirmed) outcome).progressKey();
    }

    private String tokenFromMail() {
        core.get(PlatformMailWorker.class).sendDue();
        String text = MailServer.leaves(mail.to(email).getLast()).getFirst().text();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private SignUpForm form() {
        return with("", "");
    }

    private SignUpForm with(String field, String value) {
        return new SignUpForm(pick(field, "business", value, "Müller & Söhne"), pick(field, "slug", value, slug),
                pick(field, "country", value, "DE"), pick(field, "currency", value, "EUR"), pick(field, "zone", value, "Europe/Berlin"),
                pick(field, "language", value, "de"), pick(field, "blueprint", value, "wholesaler"),
                pick(field, "firstName", value, "Anna"), pick(field, "lastName", value, "Ader"), pick(field, "email", value, email));
    }

    private static String pick(String field, String name, String value, String good) {
        return field.equals(name) ? value : good;
    }
}
