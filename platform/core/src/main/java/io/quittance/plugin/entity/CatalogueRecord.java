package io.quittance.plugin.entity;

import io.quittance.plugin.CatalogueEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the platform's plugin history. */
@Entity
@Table(name = "plugin_catalogue")
public class CatalogueRecord {

    private static final int DETAIL_MAX = 1000;

    @Id
    private long id;
    @Column(name = "plugin_id")
    private String plugin;
    private String version;
    private String publisher;
    private String sha256;
    private String kind;
    private String detail;
    private String actor;
    @Column(name = "happened_at")
    private Instant at;

    protected CatalogueRecord() {
    }

    public CatalogueRecord(long id, CatalogueEntry entry) {
        this.id = id;
        this.plugin = entry.plugin();
        this.version = entry.version();
        this.publisher = entry.publisher();
        this.sha256 = entry.sha256();
        this.kind = entry.kind().name();
        this.detail = entry.detail().substring(0, Math.min(DETAIL_MAX, entry.detail().length()));
        this.actor = entry.actor();
        this.at = entry.at();
    }

    public CatalogueEntry entry() {
        return new CatalogueEntry(plugin, version, publisher, sha256, CatalogueEntry.Kind.valueOf(kind), detail, actor, at);
    }
}
