package io.quittance.plugin.entity;

import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which tenant and plugin an installation's webhooks belong to. Written once, never changed. */
@Entity
@Table(name = "gateway_route")
public class RouteRecord {

    @Id
    private String installation;
    @Column(name = "tenant_id")
    private long tenant;
    @Column(name = "plugin_id")
    private String plugin;
    @Column(name = "created_at")
    private Instant createdAt;

    protected RouteRecord() {
    }

    public RouteRecord(GatewayRoute route, Instant createdAt) {
        this.installation = route.installation().value();
        this.tenant = route.tenant().value();
        this.plugin = route.plugin().value();
        this.createdAt = createdAt;
    }

    public GatewayRoute route() {
        return new GatewayRoute(new InstallationId(installation), new TenantId(tenant), new PluginId(plugin));
    }
}
