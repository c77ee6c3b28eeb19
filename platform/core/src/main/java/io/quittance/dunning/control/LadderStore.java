package io.quittance.dunning.control;

import io.quittance.blueprint.Blueprints;
import io.quittance.config.DataFiles;
import io.quittance.config.Json;
import io.quittance.dunning.DunningLadder;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The tenant's ladder; its blueprint's until it says otherwise. */
@ApplicationScoped
public class LadderStore {

    private static final String SETTING = "dunning.ladder";

    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    Blueprints blueprints;
    @Inject
    DataFiles files;
    @Inject
    Json json;

    public DunningLadder read() {
        return settings.find(SETTING).map(stored -> json.read(stored, DunningLadder.class)).orElseGet(this::blueprinted);
    }

    public void write(DunningLadder ladder) {
        settings.put(SETTING, json.write(ladder));
    }

    private DunningLadder blueprinted() {
        String name = blueprints.of(tenant.get().blueprint()).ladder();
        return files.yaml("ladders/" + name + ".yaml", DunningLadder.class);
    }
}
