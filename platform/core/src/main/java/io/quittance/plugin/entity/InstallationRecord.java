package io.quittance.plugin.entity;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.TestResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A plugin enabled for the tenant, with its sealed settings. */
@Entity
@Table(name = "plugin_installation")
public class InstallationRecord {

    private static final int DETAIL_MAX = 500;

    @Id
    private String id;
    @Column(name = "plugin_id")
    private String plugin;
    private boolean enabled;
    private byte[] settings;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "tested_at")
    private Instant testedAt;
    @Column(name = "test_verdict")
    private String testVerdict;
    @Column(name = "test_detail")
    private String testDetail;

    protected InstallationRecord() {
    }

    public InstallationRecord(InstallationId id, PluginId plugin) {
        this.id = id.value();
        this.plugin = plugin.value();
    }

    public InstallationId id() {
        return new InstallationId(id);
    }

    public PluginId plugin() {
        return new PluginId(plugin);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public byte[] sealedSettings() {
        return settings.clone();
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Optional<TestResult> lastTest() {
        return testedAt == null ? Optional.empty()
            : Optional.of(new TestResult(TestResult.Verdict.valueOf(testVerdict), testDetail, testedAt));
    }

    /** Takes new settings into use; what an earlier test said no longer counts. */
    public void enable(byte[] sealedSettings, Instant now) {
        enabled = true;
        settings = sealedSettings.clone();
        changedAt = now;
        testedAt = null;
        testVerdict = null;
        testDetail = null;
    }

    public void disable(Instant now) {
        enabled = false;
        changedAt = now;
    }

    public void tested(TestResult result) {
        testedAt = result.at();
        testVerdict = result.verdict().name();
        testDetail = result.detail().substring(0, Math.min(DETAIL_MAX, result.detail().length()));
    }
}
