package io.quittance.system.container;

import io.quittance.launcher.Artefacts;
import io.quittance.launcher.ProjectFolder;
import io.quittance.system.stack.SharedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before Arquillian reads its file: the shared stack's addresses and secrets, as options of one more Payara. */
public final class ContainerSettings implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (ContainerSettings.class.getResource("/arquillian.xml") == null) {
            return; // inside the container already, where the test class runs a second time
        }
        Map<String, String> properties = new TreeMap<>(SharedStack.get().properties());
        String options = properties.entrySet().stream()
                .map(entry -> "\"-D" + entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining("\n", "-Xmx512m\n-XX:+UseSerialGC\n", "\n"));
        try {
            Path file = Files.createTempFile("quittance-arquillian", ".options");
            file.toFile().deleteOnExit();
            Files.writeString(file, options);
            System.setProperty("quittance.test.micro.options", file.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        System.setProperty("quittance.test.micro.jar", Artefacts.of(ProjectFolder.find()).payaraMicro().toString());
    }
}
