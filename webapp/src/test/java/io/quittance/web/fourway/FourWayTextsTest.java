package io.quittance.web.fourway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.GapState;
import io.quittance.fourway.Leg;
import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.reconciliation.Gap;
import io.quittance.web.language.Texts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourWayTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_reason_has_a_sentence_that_explains_it_and_one_that_says_what_to_do(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.BUNDLE, Locale.forLanguageTag(language));
        for (Reason reason : Reason.values()) {
            String why = new MessageFormat(bundle.getString("fourway.why." + reason), Locale.ROOT)
                    .format(new Object[] {"1.00 EUR", "one", "two", "three", "four"});

            assertThat(why).as("%s %s", language, reason).endsWith(".").doesNotContain("{");
            assertThat(bundle.getString("fourway.do." + reason.gap() + "." + reason.at())).endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_word_of_the_page_is_known(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.BUNDLE, Locale.forLanguageTag(language));
        assertThat(Stream.of(Gap.values()).map(gap -> "gap." + gap)).allMatch(bundle::containsKey);
        assertThat(Stream.of(GapState.values()).map(state -> "gap.state." + state)).allMatch(bundle::containsKey);
        assertThat(Stream.of(Leg.values()).map(leg -> "fourway.leg." + leg)).allMatch(bundle::containsKey);
        assertThat(Stream.of(FourWayRow.Kind.values()).map(kind -> "fourway.kind." + kind)).allMatch(bundle::containsKey);
        assertThat(Stream.of(RecordRef.Kind.values()).map(kind -> "fourway.record." + kind)).allMatch(bundle::containsKey);
    }
}
