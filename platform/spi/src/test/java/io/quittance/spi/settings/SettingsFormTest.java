package io.quittance.spi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

    private static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text("account", label("Account", "Konto"), Wording.NONE, true, Optional.of(Pattern.compile("acct_[0-9]+"))),
        new SettingsField.Secret("api-key", label("API key", "API-Schlüssel"), Wording.NONE, true),
        new SettingsField.Choice("mode", label("Mode", "Modus"), Wording.NONE, true,
            List.of(new SettingsField.Option("test", label("Test", "Test")), new SettingsField.Option("live", label("Live", "Echt")))),
        new SettingsField.Number("days", label("Days", "Tage"), Wording.NONE, false, 1, 30),
        new SettingsField.Switch("fast", label("Fast", "Schnell"), Wording.NONE));

    private static final Map<String, String> GOOD =
        Map.of("account", "acct_1", "api-key", "s3cret", "mode", "test", "days", "30", "fast", "true");

    @Test
    void acceptsWhatThePluginCanWorkWith() {
        assertThat(FORM.check(GOOD)).isEmpty();
    }

    @Test
    void namesFieldValueAndRemedyOfEachFault() {
        List<SettingsFault> faults = FORM.check(
            Map.of("account", "4711", "mode", "sandbox", "days", "31", "fast", "yes", "colour", "red"));
        assertThat(faults).extracting(SettingsFault::field)
            .containsExactly("account", "api-key", "mode", "days", "fast", "colour");
        assertThat(faults.get(2)).isEqualTo(new SettingsFault("mode", "sandbox",
            new Wording("Choose one of test, live.", "Bitte eines wählen: test, live.")));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.remedy().isEmpty()).isFalse());
    }

    @Test
    void neverRepeatsASecret() {
        var values = new HashMap<>(GOOD);
        values.put("api-key", " ".repeat(3));
        assertThat(FORM.check(values)).singleElement().extracting(SettingsFault::value).isEqualTo("");
        assertThat(Settings.of(GOOD).toString()).doesNotContain("s3cret");
    }

    @Test
    void refusesFormsThatCannotBeFilledIn() {
        var twice = new SettingsField.Switch("fast", label("", ""), Wording.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> SettingsForm.of(twice, twice));
        assertThatIllegalArgumentException().isThrownBy(() -> new SettingsField.Switch("API key", label("", ""), Wording.NONE));
        assertThatIllegalArgumentException().isThrownBy(
            () -> new SettingsField.Choice("mode", label("", ""), Wording.NONE, true, List.of()));
    }

    @Test
    void opensValuesByType() {
        Settings settings = Settings.of(GOOD);
        assertThat(settings.number("days")).isEqualTo(30);
        assertThat(settings.isOn("fast")).isTrue();
        assertThat(settings.isOn("slow")).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> settings.text("unknown")).withMessageContaining("unknown");
    }

    @Test
    void speaksGermanToGermansAndEnglishToTheRest() {
        assertThat(label("Days", "Tage").in(Locale.GERMANY)).isEqualTo("Tage");
        assertThat(label("Days", "Tage").in(Locale.FRENCH)).isEqualTo("Days");
    }

    private static Wording label(String en, String de) {
        return new Wording(en, de);
    }
}
