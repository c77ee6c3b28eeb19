package io.quittance.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.system.stack.SharedStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@NeedsChromium
@Order(10)
class SignInIT {

    @Test
    void who_opens_a_page_without_being_signed_in_is_asked_by_keycloak() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/app/invoice/list");

            assertThat(visitor.page().url()).startsWith(SharedStack.get().keycloakUrl());
            assertThat(visitor.page().locator("input[name=username]")).isVisible();
            visitor.keepPicture("sign-in");
        }
    }

    @Test
    void a_wrong_password_opens_nothing() {
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.open("/app/invoice/list");
            visitor.answerKeycloak("nobody@example.com", "wrong");
            visitor.page().waitForLoadState();

            assertThat(visitor.page().url()).startsWith(SharedStack.get().keycloakUrl());
            visitor.keepPicture("sign-in-refused");
        }
    }
}
