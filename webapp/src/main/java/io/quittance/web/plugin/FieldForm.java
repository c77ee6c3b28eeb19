package io.quittance.web.plugin;

import io.quittance.spi.settings.SettingsField;
import io.quittance.web.language.Choices.Choice;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** One field of a plugin's settings as it is shown and filled in. */
public class FieldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String label;
    private final String help;
    private final boolean required;
    private final String input;
    private final boolean kept;
    private final transient List<Choice> options;
    private String value;

    private FieldForm(SettingsField field, String value, boolean kept, String input, List<Choice> options, Locale locale) {
        this.key = field.key();
        this.label = field.label().in(locale);
        this.help = field.help().in(locale);
        this.required = field.required();
        this.value = value;
        this.kept = kept;
        this.input = input;
        this.options = options;
    }

    static FieldForm of(SettingsField field, String value, boolean kept, Locale locale) {
        return switch (field) {
            case SettingsField.Text text -> new FieldForm(text, value, false, "text", List.of(), locale);
            case SettingsField.Number number -> new FieldForm(number, value, false, "number", List.of(), locale);
            // a secret is never shown again: an empty input keeps the one that is stored
            case SettingsField.Secret secret -> new FieldForm(secret, "", kept, "secret", List.of(), locale);
            case SettingsField.Switch onOff -> new FieldForm(onOff, value, false, "switch", List.of(), locale);
            case SettingsField.Choice choice -> new FieldForm(choice, value, false, "choice",
                    choice.options().stream().map(option -> new Choice(option.value(), option.label().in(locale))).toList(), locale);
        };
    }

    public String getKey() {
        return key;
    }

    public String getLabel() {
        return label;
    }

    public String getHelp() {
        return help;
    }

    public boolean isRequired() {
        return required && !kept;
    }

    /** Which input shows it: text, number, secret, switch or choice. */
    public String getInput() {
        return input;
    }

    public boolean isOnOff() {
        return input.equals("switch");
    }

    public boolean isKept() {
        return kept;
    }

    public List<Choice> getOptions() {
        return options;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }

    public boolean isOn() {
        return Boolean.parseBoolean(value);
    }

    public void setOn(boolean on) {
        this.value = String.valueOf(on);
    }
}
