package io.quittance.spi.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields a plugin asks a tenant to fill in, in the order in which to show them. */
public record SettingsForm(List<SettingsField> fields) {

    public SettingsForm {
        fields = List.copyOf(fields);
        Set<String> seen = new HashSet<>();
        for (SettingsField field : fields) {
            if (!seen.add(field.key())) {
                throw new IllegalArgumentException("two fields share the key " + field.key());
            }
        }
    }

    public static SettingsForm of(SettingsField... fields) {
        return new SettingsForm(List.of(fields));
    }

    public Optional<SettingsField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * Everything that is wrong with the values, in the order of the form; empty when the plugin can work with them.
     *
     * @param values by field key; a missing key and an empty value mean the same
     */
    public List<SettingsFault> check(Map<String, String> values) {
        List<SettingsFault> faults = new ArrayList<>();
        for (SettingsField field : fields) {
            String value = values.getOrDefault(field.key(), "");
            if (!value.isEmpty()) {
                fault(field, value).ifPresent(faults::add);
            } else if (field.required()) {
                faults.add(new SettingsFault(field.key(), "", new Wording(
                    "Please fill in “" + field.label().en() + "”.", "Bitte „" + field.label().de() + "“ ausfüllen.")));
            }
        }
        Set<String> unknown = new TreeSet<>(values.keySet());
        fields.forEach(field -> unknown.remove(field.key()));
        unknown.forEach(key -> faults.add(new SettingsFault(key, "", new Wording(
            "This plugin has no setting “" + key + "”: leave it out.",
            "Dieses Plugin kennt keine Einstellung „" + key + "“: bitte weglassen."))));
        return List.copyOf(faults);
    }

    private static Optional<SettingsFault> fault(SettingsField field, String value) {
        if (value.length() > SettingsField.LENGTH_MAX) {
            return Optional.of(new SettingsFault(field.key(), "", new Wording(
                "At most " + SettingsField.LENGTH_MAX + " characters.", "Höchstens " + SettingsField.LENGTH_MAX + " Zeichen.")));
        }
        return switch (field) {
            case SettingsField.Text text -> text.pattern().filter(pattern -> !pattern.matcher(value).matches())
                .map(pattern -> new SettingsFault(text.key(), value, text.help().isEmpty()
                    ? new Wording("It must look like " + pattern + ".", "Es muss aussehen wie " + pattern + ".") : text.help()));
            case SettingsField.Secret secret -> value.isBlank()
                ? Optional.of(new SettingsFault(secret.key(), "", new Wording("Blanks are no secret.", "Leerzeichen sind kein Geheimnis.")))
                : Optional.empty();
            case SettingsField.Choice choice -> choice.options().stream().anyMatch(option -> option.value().equals(value))
                ? Optional.empty()
                : Optional.of(new SettingsFault(choice.key(), value, oneOf(choice)));
            case SettingsField.Number number -> numberFault(number, value);
            case SettingsField.Switch onOff -> value.equals("true") || value.equals("false")
                ? Optional.empty()
                : Optional.of(new SettingsFault(onOff.key(), value, new Wording("Say true or false.", "Bitte true oder false angeben.")));
        };
    }

    private static Wording oneOf(SettingsField.Choice choice) {
        List<String> values = choice.options().stream().map(SettingsField.Option::value).toList();
        return new Wording("Choose one of " + String.join(", ", values) + ".", "Bitte eines wählen: " + String.join(", ", values) + ".");
    }

    private static boolean isWithin(SettingsField.Number number, String value) {
        try {
            long parsed = Long.parseLong(value);
            return parsed >= number.min() && parsed <= number.max();
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static Optional<SettingsFault> numberFault(SettingsField.Number number, String value) {
        if (isWithin(number, value)) {
            return Optional.empty();
        }
        return Optional.of(new SettingsFault(number.key(), value, new Wording(
            "Give a whole number from " + number.min() + " to " + number.max() + ".",
            "Bitte eine ganze Zahl von " + number.min() + " bis " + number.max() + " angeben.")));
    }
}
