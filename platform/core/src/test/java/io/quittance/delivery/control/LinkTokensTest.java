package io.quittance.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.tenancy.TenantId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {

    private static final TenantId TENANT = new TenantId(123_456_789_012_345_678L);

    @Test
    void a_token_proposes_its_tenant_and_is_never_the_same_twice() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = LinkTokens.make(TENANT);
            assertThat(LinkTokens.tenant(token)).contains(TENANT);
            assertThat(made.add(token.substring(token.indexOf('-')))).isTrue();
        }
    }

    @Test
    void the_hash_covers_the_tenant_as_well() {
        String token = LinkTokens.make(TENANT);
        String moved = "1" + token.substring(token.indexOf('-'));
        assertThat(LinkTokens.hash(moved)).isNotEqualTo(LinkTokens.hash(token)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "abc-short", "../../etc/passwd", "ABC-0123456789012345678901234567890123456789012",
        "zzzzzzzzzzzzz-0123456789012345678901234567890123456789012"})
    void what_has_not_the_shape_of_a_token_belongs_to_nobody(String wrong) {
        assertThat(LinkTokens.tenant(wrong)).isEmpty();
    }
}
