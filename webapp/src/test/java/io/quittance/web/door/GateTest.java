package io.quittance.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index", "/signup", "/signup/form", "/signup/confirm.xhtml", "/signin", "/signin/callback",
            "/signin/switch",
            "/signout", "/hooks/123", "/jakarta.faces.resource/theme.css.xhtml", "/api/v1/sign-ups", "/api/v1/sign-ups/links/x"})
    void anybody_may_reach(String path) {
        assertThat(Gate.of(path)).isEqualTo(Gate.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "/app/dashboard", "/app/invoices.xhtml", "/anything", "/signups", "/signup-list", "/hooksx", "/index/x",
            "/WEB-INF/web.xml", "/apix", "/px", "/Signup", "/app/../signup"})
    void a_session_is_needed_for(String path) {
        assertThat(Gate.of(path)).isEqualTo(Gate.PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/invoices", "/api/v1/sign-upsx", "/api/v2/sign-ups"})
    void a_token_is_needed_for(String path) {
        assertThat(Gate.of(path)).isEqualTo(Gate.API);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p", "/p/token", "/p/token/pdf"})
    void a_private_link_is_needed_for(String path) {
        assertThat(Gate.of(path)).isEqualTo(Gate.PORTAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/invoice.xhtml", "/portal/invoice", "/portal.xhtml"})
    void nobody_reaches_the_portals_pages_but_through_a_link(String path) {
        assertThat(Gate.of(path)).isEqualTo(Gate.CLOSED);
    }
}
