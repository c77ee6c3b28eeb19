package io.quittance.system.kill;

import io.quittance.launcher.ProjectFolder;
import io.quittance.launcher.Stack;
import io.quittance.system.stack.SharedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built application with classes of it replaced by worse ones. */
final class Sabotage {

    private Sabotage() {
    }

    /** Starts a stack with the given beans in place of those that they specialise. */
    static void with(Class<?>... mutants) {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, "mutants.jar").addClasses(mutants)
                .addAsManifestResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                        + " bean-discovery-mode=\"annotated\"/>"), "beans.xml");
        Path built = ProjectFolder.find().path("webapp/target/quittance.war");
        try {
            Path war = Files.createTempDirectory("quittance-mutant").resolve("quittance.war");
            ShrinkWrap.createFromZipFile(WebArchive.class, built.toFile()).addAsLibrary(jar).as(ZipExporter.class).exportTo(war.toFile());
            war.toFile().deleteOnExit();
            SharedStack.use(Stack.builder().testClient().war(war).build());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
