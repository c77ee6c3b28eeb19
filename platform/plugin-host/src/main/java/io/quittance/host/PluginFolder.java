package io.quittance.host;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.config.Configuration;
import io.quittance.plugin.CatalogueEntry.Kind;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.boundary.PluginCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs what lies in {@code quittance.plugins.dir} when the node starts. What is refused is said and does not stop it. */
@ApplicationScoped
public class PluginFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);
    private static final Actor JOB = new Actor.Job("plugin-folder");

    @Inject
    Configuration configuration;
    @Inject
    PluginHost host;
    @Inject
    PluginCatalogue catalogue;

    void onStart(@Observes Startup started) {
        configuration.find("quittance.plugins.dir").map(Path::of).ifPresent(this::installAll);
    }

    void installAll(Path folder) {
        for (Path archive : archives(folder)) {
            InstallOutcome outcome = host.install(archive);
            switch (outcome) {
                case InstallOutcome.Installed(InstalledPlugin plugin) ->
                    LOG.info("plugin {} {} of {} is installed", plugin.id(), plugin.version(), plugin.publisher());
                case InstallOutcome.Refused refused ->
                    LOG.error("plugin {} is refused: {}: {}", archive.getFileName(), refused.reason(), refused.detail());
            }
            CurrentActor.run(JOB, () -> {
                record(archive, outcome);
                return null;
            });
        }
    }

    private void record(Path archive, InstallOutcome outcome) {
        switch (outcome) {
            case InstallOutcome.Installed(InstalledPlugin plugin) -> catalogue.record(
                plugin.id().value(), plugin.version(), plugin.publisher(), plugin.sha256(), Kind.INSTALLED, "");
            case InstallOutcome.Refused refused -> catalogue.record(
                archive.getFileName().toString(), "", "", "", Kind.REFUSED, refused.reason() + ": " + refused.detail());
        }
    }

    private static List<Path> archives(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        } catch (IOException absent) {
            LOG.error("the plugin folder {} cannot be read: {}", folder, absent.toString());
            return List.of();
        }
    }
}
