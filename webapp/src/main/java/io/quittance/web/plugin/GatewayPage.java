package io.quittance.web.plugin;

import io.quittance.plugin.Capability;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.Installation;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginView;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.settings.SettingsField;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;


/** A gateway's settings, in a form made from what the plugin says it needs. */
@Named("gatewayPage")
@ViewScoped
public class GatewayPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Plugins plugins;

    @Inject
    transient Gateways gateways;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private transient PluginView view;
    private final ArrayList<FieldForm> fields = new ArrayList<>();
    private String id = "";

    public void open() {
        Optional<PluginView> found = id.matches("[a-z][a-z0-9-]{0,63}") ? plugins.find(new PluginId(id)) : Optional.empty();
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        view = found.get();
        Map<String, String> values = view.installation().map(Installation::values).orElse(Map.of());
        Set<String> kept = view.installation().map(Installation::secretsKept).orElse(Set.of());
        fields.clear();
        for (SettingsField field : view.plugin().form().fields()) {
            fields.add(FieldForm.of(field, values.getOrDefault(field.key(), ""), kept.contains(field.key()), language.getLocale()));
        }
    }

    public String save() {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field.getKey(), field.isOnOff() ? String.valueOf(field.isOn()) : field.getValue()));
        return switch (plugins.enable(new PluginId(id), values)) {
            case EnableOutcome.Enabled enabled -> {
                say.done("gateway.enabled", getView().plugin().name());
                yield "/app/plugin/gateways.xhtml?faces-redirect=true";
            }
            case EnableOutcome.SettingsRefused refused -> {
                refused.faults().forEach(fault -> say.wrong(inputOf(fault.field()), fault.remedy().in(language.getLocale())));
                yield null;
            }
            case EnableOutcome.NotInstalled gone -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    private String inputOf(String key) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getKey().equals(key)) {
                return "gateway:fields:" + i + ":" + fields.get(i).getInput();
            }
        }
        return null;
    }

    /** Where the gateway is to send its callbacks; empty until the gateway is enabled. */
    public String getWebhook() {
        return getView().installation().filter(known -> getView().plugin().can(Capability.WEBHOOK_RECEIVER))
                .map(known -> gateways.webhook(known.id()).toString()).orElse("");
    }

    public PluginView getView() {
        if (view == null) {
            view = plugins.find(new PluginId(id)).orElseThrow(() -> new IllegalStateException("plugin " + id + " is gone"));
        }
        return view;
    }

    public List<FieldForm> getFields() {
        return fields;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
